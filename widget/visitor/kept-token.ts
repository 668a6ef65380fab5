import type { TokenStore } from '../core/chat-client.ts'

/** Under which key a visitor's token is kept in the page's storage. Written with the first message, never before. */
export function tokenKey(siteId: string): string {
  return `sobremesa:${siteId}`
}

/** The page's storage. Where it is blocked or full the token lives as long as the page does. */
export function createTokenStore(siteId: string): TokenStore {
  const key = tokenKey(siteId)
  let held = readToken(siteId)
  return {
    get: () => held,
    set(token) {
      held = token
      try {
        if (token === null) localStorage.removeItem(key)
        else localStorage.setItem(key, token)
      } catch {
        // Blocked or full: reading the property alone may throw. `held` has it.
      }
    },
  }
}

export function readToken(siteId: string): string | null {
  try {
    return localStorage.getItem(tokenKey(siteId))
  } catch {
    return null
  }
}
