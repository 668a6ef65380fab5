import type { Context } from 'hono'
import type { LoggedIn } from '#shared/person.ts'
import type { SignedIn } from '../auth/console-session.ts'
import { formatCookie } from '../auth/cookies.ts'
import { CONSOLE_SESSION_MS } from '../auth/lifetimes.ts'
import { sessionOrigin } from '../auth/session-origin.ts'
import type { SessionOrigin } from '../domain/session-storage.ts'
import { toCommercial } from '../domain/views.ts'
import type { Env } from './env.ts'

export function keepConsoleCookie(context: Context<Env>, value: string, isSecure: boolean): void {
  context.header(
    'set-cookie',
    formatCookie('console_session', value, { isSecure, maxAge: CONSOLE_SESSION_MS }),
  )
}

/** What whoever just signed in gets, by whichever way they did. */
export function loggedIn(
  context: Context<Env>,
  { accessToken, expiresIn, commercial, cookie }: SignedIn,
  isSecure: boolean,
): LoggedIn {
  keepConsoleCookie(context, cookie, isSecure)
  return { accessToken, expiresIn, commercial: toCommercial(commercial) }
}

export function originOfSession({ req, var: { address } }: Context<Env>): SessionOrigin {
  return sessionOrigin(req.header('user-agent'), address)
}
