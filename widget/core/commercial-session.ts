import type { Commercial, LoggedIn } from '#shared/person.ts'
import { ApiError, isUnauthenticated } from './api-error.ts'
import type { Api } from './api.ts'
import type { Credentials } from './authorized.ts'
import type { Cancel, Environment } from './environment.ts'
import type { Lifetime } from './lifetime.ts'
import type { Retrier } from './retrier.ts'

export interface CommercialCredentials extends Credentials {
  start(): Promise<void>
  prepare(isRefused: boolean): Promise<boolean>
  signedIn(answer: LoggedIn): void
  signOut(): Promise<void>
}

interface CommercialSessionOptions {
  readonly api: Api
  readonly authorizedApi: Api
  readonly getToken: (() => Promise<string | null>) | undefined
  readonly life: Lifetime
  readonly retrier: Retrier
  readonly environment: Environment
  /** A newer token of the same session. */
  onRenewed(token: string): void
  onSignedIn(commercial: Commercial): void
  /** `reason` when a session ended; none when there was none. */
  onSignedOut(reason?: string): void
}

interface Held {
  readonly token: string
  readonly expiresAt: number
}

export function createCommercialSession(options: CommercialSessionOptions): CommercialCredentials {
  const { api, authorizedApi, getToken, life, retrier, environment } = options
  let held: Held | null = null
  let isSignedIn = false
  let renewing: Promise<boolean> | null = null
  let cancelRenewal: Cancel = () => {}

  /** A host's own tokens say nothing of their end: they are renewed when the server refuses one. */
  async function obtain(): Promise<{ accessToken: string; expiresIn: number } | null> {
    if (getToken === undefined) return api('POST /v2/auth/refresh')
    const accessToken = await getToken().catch(() => Promise.reject(new ApiError(0, 'network')))
    return accessToken === null ? null : { accessToken, expiresIn: Infinity }
  }

  async function renewNow(): Promise<boolean> {
    const before = held
    try {
      const answer = await obtain()
      // Somebody signed in or out meanwhile: that is the newer truth.
      if (held !== before) return held !== null
      if (answer === null) return end(isSignedIn ? 'unauthenticated' : undefined)
      keep(answer)
      if (before !== null) options.onRenewed(answer.accessToken)
      return true
    } catch (cause) {
      if (!isUnauthenticated(cause)) throw cause
      if (held !== before) return held !== null
      return end(isSignedIn ? cause.code : undefined)
    }
  }

  function renew(refused: string | null): Promise<boolean> {
    if (held !== null && held.token !== refused) return Promise.resolve(true)
    renewing ??= renewNow().finally(() => (renewing = null))
    return renewing
  }

  function keep({ accessToken, expiresIn }: { accessToken: string; expiresIn: number }): void {
    held = { token: accessToken, expiresAt: environment.now() + expiresIn * 1_000 }
    cancelRenewal()
    if (expiresIn === Infinity) return
    // Ahead of the end, so that no request has to fail first.
    const aheadSeconds = Math.min(60, expiresIn * 0.2)
    cancelRenewal = life.after((expiresIn - aheadSeconds) * 1_000, () => {
      // Only a hard refusal rejects, and that has been told by `onSignedOut`.
      retrier.untilAnswered(() => renew(accessToken)).catch(() => {})
    })
  }

  function end(reason: string | undefined): false {
    held = null
    isSignedIn = false
    cancelRenewal()
    options.onSignedOut(reason)
    return false
  }

  function signIn(commercial: Commercial): void {
    isSignedIn = true
    options.onSignedIn(commercial)
  }

  return {
    token: () => held?.token ?? null,
    async start() {
      if (isSignedIn || !(await renew(held?.token ?? null))) return
      try {
        signIn(await authorizedApi('GET /v2/auth/me'))
      } catch (cause) {
        if (!isUnauthenticated(cause)) throw cause
        end(undefined)
      }
    },
    renew,
    async prepare(isRefused) {
      if (held === null) return false
      if (!isRefused && environment.now() < held.expiresAt) return true
      return renew(held.token)
    },
    signedIn(answer) {
      keep(answer)
      signIn(answer.commercial)
    },
    async signOut() {
      try {
        await authorizedApi('POST /v2/auth/logout')
      } catch (cause) {
        if (!isUnauthenticated(cause)) throw cause
      }
      end(undefined)
    },
  }
}
