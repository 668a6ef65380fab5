import type { DescribeVisitor, Page, Visitor } from '#shared/person.ts'
import type { PublicSite } from '#shared/site.ts'
import type { VisitorSession } from '#shared/session.ts'
import { isPassing, isUnauthenticated, toFailure } from './api-error.ts'
import type { Api } from './api.ts'
import type { Credentials } from './authorized.ts'
import type { TokenStore, VisitorOptions } from './chat-client.ts'
import { fitPage } from './fit-page.ts'

export interface VisitorCredentials extends Credentials {
  /** Resumes the kept session, or finds out about the site and makes nothing: a look at a page is not a visitor. */
  start(): Promise<void>
  /** The session, made if there is none: a first message is about to need it. */
  open(): Promise<void>
  prepare(isRefused: boolean): Promise<boolean>
  setPage(page: Page): void
  page(): Page | undefined
  readonly identify: (identity: string) => void
  /** Told at once, or with the first message if there is no session yet. */
  readonly describe: (description: DescribeVisitor) => Promise<void>
  forget(): void
}

interface VisitorSessionOptions extends Pick<VisitorOptions, 'siteKey' | 'locale' | 'tokens'> {
  /** Without credentials. */
  readonly api: Api
  /** As the visitor. */
  readonly authorizedApi: Api
  onSite(site: PublicSite): void
  onOpened(session: VisitorSession): void
  onDescribed(visitor: Visitor): void
  /** Nobody: never was, or not any more. */
  onNobody(reason?: string): void
}

export function createVisitorSession(options: VisitorSessionOptions): VisitorCredentials {
  const { api, authorizedApi, siteKey } = options
  const tokens = forgiving(options.tokens)
  let token = tokens.get()
  let isOpen = false
  let page: Page | undefined
  let identity: string | undefined
  let opening: Promise<void> | null = null
  /** What was asked before the visitor was forgotten is not answered any more. */
  let lives = 0
  let untold: DescribeVisitor | null = null

  async function openSession(): Promise<void> {
    const life = lives
    const session = await api('POST /v2/visitors/session', {
      body: {
        siteKey,
        token: token ?? undefined,
        identity,
        page,
        locale: options.locale,
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      },
    })
    if (life !== lives) return
    token = session.token
    isOpen = true
    tokens.set(token)
    options.onSite(session.site)
    options.onOpened(session)
    // Not waited for: a description that does not get through must not hold up the message that it came with.
    if (untold !== null) describe(untold).catch(() => {})
  }

  /** Goes on with the kept session; false when there is none, or not any more. */
  async function resume(): Promise<boolean> {
    if (token === null) return false
    try {
      await openSession()
      return true
    } catch (cause) {
      if (!isUnauthenticated(cause)) throw cause
      lose()
      return false
    }
  }

  async function start(): Promise<void> {
    try {
      if (await resume()) return
      const params = { siteKey: siteKey ?? 'default' }
      options.onSite(await api('GET /v2/sites/:siteKey/public', { params }))
      options.onNobody()
    } catch (cause) {
      if (isPassing(cause)) throw cause
      // A site that is unknown, or does not allow this page: nothing to try again.
      options.onNobody(toFailure(cause).code)
    }
  }

  async function makeSession(): Promise<void> {
    await tokens.alone(async () => {
      // Another tab may have made one since this page was loaded: a second one would be a second visitor.
      token ??= tokens.get()
      if (!(await resume())) await openSession()
    })
  }

  function lose(): void {
    // What another tab has kept meanwhile is not ours to forget.
    if (tokens.get() === token) tokens.set(null)
    token = null
    isOpen = false
  }

  async function renew(refused: string | null, code: string): Promise<boolean> {
    if (token !== refused) return token !== null
    lose()
    options.onNobody(code)
    return false
  }

  async function describe(description: DescribeVisitor): Promise<void> {
    const attributes = { ...untold?.attributes, ...description.attributes }
    untold = { ...untold, ...description, attributes }
    if (!isOpen) return
    const telling = untold
    untold = null
    options.onDescribed(await authorizedApi('PATCH /v2/visitors/me', { body: telling }))
  }

  return {
    token: () => token,
    start,
    async open() {
      if (isOpen) return
      opening ??= makeSession().finally(() => (opening = null))
      await opening
    },
    renew,
    prepare: async (isRefused) => (isRefused ? renew(token, 'invalid_token') : token !== null),
    page: () => page,
    setPage(now) {
      page = fitPage(now)
    },
    describe,
    identify(proof) {
      identity = proof
      // A refused one is the page's mistake, and changes nothing.
      if (isOpen) openSession().catch(() => {})
    },
    forget() {
      lives += 1
      identity = undefined
      lose()
      untold = null
      options.onNobody()
    },
  }
}

/** Storage may be blocked, and says so by throwing: then a session lasts as long as the page. */
function forgiving(tokens: TokenStore): Required<TokenStore> {
  return {
    alone: (task) => tokens.alone?.(task) ?? task(),
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
