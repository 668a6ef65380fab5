import type { Context, Hono } from 'hono'
import { changePassword } from '../auth/change-password.ts'
import { expireCookie } from '../auth/cookies.ts'
import type { ConsoleSessionDeps } from '../auth/console-session.ts'
import type { Identify } from '../auth/identify.ts'
import { refresh } from '../auth/refresh.ts'
import { setUp } from '../auth/set-up.ts'
import { signIn } from '../auth/sign-in.ts'
import { signOut } from '../auth/sign-out.ts'
import type { EventBus } from '../domain/events.ts'
import { asCommercial } from '../domain/identity.ts'
import type { Storage } from '../domain/storage.ts'
import { circumstances } from './audited.ts'
import type { Env } from './env.ts'
import type { RateLimits } from './rate-limits.ts'
import { route } from './route.ts'
import { keepConsoleCookie, loggedIn, originOfSession } from './signed-in.ts'

type Deps = ConsoleSessionDeps & {
  readonly storage: Storage
  readonly events: EventBus
  readonly identify: Identify
  readonly limits: RateLimits
  readonly isSecure: boolean
}

/** Signing in and out of the console. */
export function mountAuth(app: Hono<Env>, deps: Deps): void {
  const { limits, isSecure } = deps

  route(app, 'POST /v2/auth/login', async ({ body, context }) => {
    const attempt = await limits.loginAttempt(context.var.address, body.email)
    const onAccount = (commercialId: string) => context.set('auditSubject', commercialId)
    const session = await signIn({ ...deps, onAccount }, body, originOfSession(context))
    await attempt.forgive()
    return { result: loggedIn(context, session, isSecure) }
  })

  route(app, 'POST /v2/auth/setup', async ({ body, context }) => {
    const attempt = await limits.loginAttempt(context.var.address, 'set-up')
    const session = await setUp(deps, body, originOfSession(context))
    context.set('auditSubject', session.commercial.commercialId)
    await attempt.forgive()
    return { result: loggedIn(context, session, isSecure) }
  })

  route(app, 'POST /v2/auth/refresh', async ({ context }) => {
    const { accessToken, expiresIn, cookie } = await refresh(
      { ...deps, onReuse: (sessionId) => keepReuse(context, sessionId) },
      context.var.credentials.cookies,
    )
    if (cookie !== null) keepConsoleCookie(context, cookie, isSecure)
    return { result: { accessToken, expiresIn } }
  })

  route(app, 'PUT /v2/auth/password', async ({ body, identity, context }) => {
    // Somebody at a console that was left open guesses as a stranger does.
    const attempt = await limits.loginAttempt(context.var.address, identity.userId)
    await changePassword(deps, asCommercial(identity), body)
    await attempt.forgive()
    return { result: undefined }
  })

  route(app, 'POST /v2/auth/logout', async ({ context }) => {
    for (const person of await signOut(deps, context.var.credentials)) context.set('identity', person)
    context.header('set-cookie', expireCookie('console_session', isSecure))
    return { result: undefined }
  })
}

function keepReuse(context: Context<Env>, sessionId: string): Promise<void> {
  const { actor, addressPrefix } = circumstances(context)
  return context.var.keepAudit({
    action: 'session_reused',
    outcome: 'invalid_token',
    actor,
    subjectId: sessionId,
    addressPrefix,
  })
}
