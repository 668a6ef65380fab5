import type { TokenStore } from '../core/chat-client.ts'

/**
 * The secret of a page that has told of somebody who only looks (`presence.ts`) opens their session once they write: then they are
 * the visitor whom the team saw. Changes the store in place: in the panel, which is there before this, nobody pays for it.
 */
export function bringSecret(tokens: TokenStore, name: string): void {
  const alone = tokens.alone?.bind(tokens)
  tokens.alone = (task) => {
    const withSecret = () => {
      const secret = read(`${name}:looking`)
      if (secret !== null && tokens.get() === null) tokens.set(secret)
      return task()
    }
    return alone === undefined ? withSecret() : alone(withSecret)
  }
}

function read(name: string): string | null {
  try {
    return sessionStorage.getItem(name)
  } catch {
    return null
  }
}
