import { isUnauthenticated } from './api-error.ts'
import type { Api, LooseApi } from './api.ts'

export interface Credentials {
  token(): string | null
  /**
   * The server did not take this token. Resolves with whether there is another one now; rejects when that could not be found out.
   * Many requests may say so at once: one renewal serves them all.
   */
  renew(refused: string | null, code: string): Promise<boolean>
}

/** Calls as whoever is signed in; a token that has run out is renewed once, and the call made again. */
export function authorize(api: LooseApi, credentialsOf: () => Credentials): Api {
  const authorized: LooseApi = async (name, call) => {
    const credentials = credentialsOf()
    const token = credentials.token()
    try {
      return await api(name, withBearer(call, token))
    } catch (cause) {
      if (!isUnauthenticated(cause) || !(await credentials.renew(token, cause.code))) throw cause
      return api(name, withBearer(call, credentials.token()))
    }
  }
  return authorized as Api
}

function withBearer(call: Parameters<LooseApi>[1], token: string | null): Parameters<LooseApi>[1] {
  if (token === null) return call
  return { ...call, headers: { ...call?.headers, authorization: `Bearer ${token}` } }
}
