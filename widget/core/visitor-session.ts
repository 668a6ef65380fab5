import type { DescribeVisitor, Page, PublicSite, Visitor } from '#shared/person.ts'
import type { VisitorSession } from '#shared/session.ts'
import { ApiError, isUnauthenticated } from './api-error.ts'
import type { Api } from './api.ts'
import type { Credentials } from './authorized.ts'
import type { TokenStore } from './chat-client.ts'

export interface VisitorCredentials extends Credentials {
  /** Resumes the kept session, or finds out about the site and makes nothing: a look at a page is not a visitor. */
  start(): Promise<void>
  /** The session, made if there is none: a first message is about to need it. */
  open(): Promise<void>
  prepare(isRefused: boolean): Promise<boolean>
  setPage(page: Page): void
  page(): Page | undefined
  /** Resolves with the visitor as described; with nothing while there is no session: then it is told with the first message. */
  describe(description: DescribeVisitor): Promise<Visitor | undefined>
  forget(): void
}

interface VisitorSessionOptions {
  /** Without credentials. */
  readonly api: Api
  /** As the visitor. */
  readonly authorizedApi: Api
  readonly siteKey: string | undefined
  readonly locale: string | undefined
  readonly tokens: TokenStore
  onSite(site: PublicSite): void
  onOpened(session: VisitorSession): void
  /** Nobody: never was, or not any more. */
  onNobody(reason?: string): void
}

export function createVisitorSession(options: VisitorSessionOptions): VisitorCredentials {
  const { api, authorizedApi, siteKey } = options
  const tokens = forgiving(options.tokens)
  let token = tokens.get()
  let page: Page | undefined
  let opening: Promise<void> | null = null
  let untold: DescribeVisitor | null = null

  async function openSession(): Promise<void> {
    const session = await api('POST /v2/visitors/session', {
      body: {
        ...(siteKey !== undefined && { siteKey }),
        ...(token !== null && { token }),
        ...(page !== undefined && { page }),
        ...(options.locale !== undefined && { locale: options.locale }),
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      },
    })
    token = session.token
    tokens.set(token)
    options.onSite(session.site)
    options.onOpened(untold === null ? session : { ...session, visitor: await tell(session.visitor, untold) })
  }

  /** A description that does not get through must not hold up the message that it came with. */
  async function tell(visitor: Visitor, description: DescribeVisitor): Promise<Visitor> {
    untold = null
    try {
      return await authorizedApi('PATCH /v2/visitors/me', { body: description })
    } catch {
      return visitor
    }
  }

  async function start(): Promise<void> {
    if (token !== null) {
      try {
        return await openSession()
      } catch (cause) {
        if (!isUnauthenticated(cause)) return stranded(cause)
        lose()
      }
    }
    try {
      options.onSite(
        await api('GET /v2/sites/:siteKey/public', { params: { siteKey: siteKey ?? 'default' } }),
      )
      options.onNobody()
    } catch (cause) {
      stranded(cause)
    }
  }

  /** A site that is unknown, or does not allow this page: nothing to try again. */
  function stranded(cause: unknown): void {
    if (!(cause instanceof ApiError) || cause.status < 400 || cause.status >= 500 || cause.status === 429) {
      throw cause
    }
    options.onNobody(cause.code)
  }

  function lose(): void {
    token = null
    tokens.set(null)
  }

  async function renew(refused: string | null, code: string): Promise<boolean> {
    if (token !== refused) return token !== null
    lose()
    options.onNobody(code)
    return false
  }

  async function describe(description: DescribeVisitor): Promise<Visitor | undefined> {
    if (token !== null) return authorizedApi('PATCH /v2/visitors/me', { body: description })
    untold = { ...untold, ...description }
    return undefined
  }

  return {
    token: () => token,
    start,
    async open() {
      if (token !== null) return
      opening ??= openSession().finally(() => (opening = null))
      await opening
    },
    renew,
    prepare: async (isRefused) => (isRefused ? renew(token, 'invalid_token') : token !== null),
    page: () => page,
    setPage(now) {
      page = now
    },
    describe,
    forget() {
      lose()
      untold = null
      options.onNobody()
    },
  }
}

/** Storage may be blocked, and says so by throwing: then a session lasts as long as the page. */
function forgiving(tokens: TokenStore): TokenStore {
  return {
    get() {
      try {
        return tokens.get()
      } catch {
        return null
      }
    },
    set(token) {
      try {
        tokens.set(token)
      } catch {
        // It stays in memory, which is all that can be done.
      }
    },
  }
}
