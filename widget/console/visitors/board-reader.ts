import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { SiteId } from '#shared/ids.ts'
import type { Visitor } from '#shared/person.ts'
import type { VisitorList } from '#shared/visitor.ts'
import type { ChatClient } from '../../core/chat-client.ts'
import { toFailure } from '../../core/api-error.ts'
import type { ClientState, Load } from '../../core/state.ts'

export type BoardVisitor = VisitorList['visitors'][number]

/** A burst of comings and goings is one question. */
const REREAD_MS = 400
const PAGE = '100'

export interface BoardQuery {
  /** Only who is there now; otherwise everybody who ever was. */
  readonly isNow: boolean
  readonly siteId: SiteId | null
}

/** Who is on the sites: read by pages, read again as people come and go, and told at once which page they turned to. */
export class BoardReader implements ReactiveController {
  visitors: readonly BoardVisitor[] = []
  load: Load = { state: 'idle' }
  hasMore = false
  readonly #host: ReactiveControllerHost
  #client: ChatClient | undefined
  #query: BoardQuery = { isNow: true, siteId: null }
  #cursor: string | null = null
  /** Counts the readings begun: only the newest one's answer is shown. */
  #reading = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  /** As it was when last looked at. */
  #seen: Pick<ClientState, 'desk' | 'inbox'> = { inbox: null }
  #stop: (() => void) | undefined

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  hostConnected(): void {
    this.#follow()
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer)
    this.#stop?.()
    this.#stop = undefined
  }

  show(client: ChatClient, query: BoardQuery): void {
    this.#client = client
    this.#query = query
    this.visitors = []
    this.#follow()
    void this.read()
  }

  #follow(): void {
    this.#stop?.()
    if (this.#client !== undefined) this.#seen = this.#client.state.get()
    this.#stop = this.#client?.state.subscribe((state) => this.#hear(state))
  }

  #hear(state: ClientState): void {
    const before = this.#seen
    this.#seen = state
    const told = state.desk?.heardVisitor
    if (told !== undefined && told !== before.desk?.heardVisitor) this.#change(told)
    const chat = state.inbox?.heard
    const isAboutSomebody = this.visitors.some(({ visitorId }) => visitorId === chat?.visitor.visitorId)
    const hasChatChanged = chat !== before.inbox?.heard && isAboutSomebody
    if (state.desk?.present === before.desk?.present && !hasChatChanged) return
    this.#timer ??= setTimeout(() => void this.read(), REREAD_MS)
  }

  /** What a page turned to, or said, changes without asking. */
  #change(told: Visitor): void {
    const at = this.visitors.findIndex(({ visitorId }) => visitorId === told.visitorId)
    const held = this.visitors[at]
    if (held === undefined) return
    this.visitors = this.visitors.with(at, { ...held, ...told })
    this.#host.requestUpdate()
  }

  /** As many again as were held. */
  readonly read = async (): Promise<void> => {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#cursor = null
    await this.#ask((visitors) => visitors)
  }

  readonly readMore = (): Promise<void> => this.#ask((visitors) => [...this.visitors, ...visitors])

  async #ask(place: (visitors: readonly BoardVisitor[]) => readonly BoardVisitor[]): Promise<void> {
    if (this.#client === undefined) return
    this.#reading += 1
    const asked = this.#reading
    if (this.visitors.length === 0) this.#show({ state: 'loading' })
    const { isNow, siteId } = this.#query
    const query = {
      limit: PAGE,
      ...(isNow && { online: 'true' as const }),
      ...(siteId !== null && { siteId }),
      ...(this.#cursor !== null && { cursor: this.#cursor }),
    }
    try {
      const { visitors, nextCursor } = await this.#client.call('GET /v2/visitors', { query })
      if (asked !== this.#reading) return
      this.visitors = place(visitors)
      this.#cursor = nextCursor
      this.hasMore = nextCursor !== null
      this.#show({ state: 'ready' })
    } catch (cause) {
      if (asked === this.#reading) this.#show({ state: 'failed', failure: toFailure(cause) })
    }
  }

  #show(load: Load): void {
    this.load = load
    this.#host.requestUpdate()
  }
}
