import type { TokenStore } from '../core/chat-client.ts'

/**
 * Under which key a visitor's token is kept in the page's storage; also what pages with the same server and site call it among
 * themselves. Written with the first message, never before.
 */
export function tokenKey(siteId: string, apiUrl: string): string {
  return `sobremesa:${siteId}@${apiUrl}`
}

/** The page's storage. Where it is blocked or full the token lives as long as the page does. */
export function createTokenStore(key: string): TokenStore {
  let held: string | null = null
  return {
    // Read every time: another tab may have got one, or ended it. An empty one says that something was written, and not sent yet.
    get: () => held ?? (readToken(key) || null),
    set(token) {
      held = null
      try {
        if (token === null) localStorage.removeItem(key)
        else localStorage.setItem(key, token)
      } catch {
        // Blocked or full: reading the property alone may throw.
        held = token
      }
    },
    // Without https there are no locks, in a sandboxed frame they are refused.
    alone: (task) =>
      origin !== 'null' && 'locks' in navigator ? navigator.locks.request(key, task) : task(),
  }
}

export function readToken(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}
