import type { Page } from '#shared/person.ts'
import type { ChatClient } from '../chat-client.ts'
import type { Cancel } from '../environment.ts'
import type { ClientState, DraftMessage } from '../state.ts'
import { createErrands, type Doer, type Errands } from './errands.ts'
import { followOn, type Following } from './following.ts'
import { goOnFrom } from './go-on-from.ts'
import type { KeptDrafts } from './kept-drafts.ts'
import { createLeadership, type Leadership } from './leadership.ts'
import { createLeading, type Leading } from './leading.ts'
import type { OwnDrafts } from './own-drafts.ts'
import { watchPageLife } from './page-life.ts'
import { perform } from './perform.ts'
import type { TabMessage } from './tab-message.ts'
import type { Channel, ShareOptions } from './tab-ports.ts'
import { unsentOf } from './unsent.ts'

/** Longer than this neither a leader nor a word from one: somebody holds the lock who does not answer. */
const UNDECIDED_MS = 1_000

type Role =
  /** Not decided yet: with the client that the page began with. */
  | { readonly is: 'alone'; readonly client: ChatClient }
  | { readonly is: 'leading'; readonly client: ChatClient; readonly leading: Leading }
  | Following
  /** Left or frozen, or between two leaders: this is how things stood. */
  | { readonly is: 'away'; readonly state: ClientState }

interface TabOptions extends ShareOptions {
  readonly drafts: OwnDrafts
  readonly kept: KeptDrafts
  readonly onForgotten: () => void
  /** `leader` stands for whoever says so; null when nobody does for certain. */
  readonly show: (state: ClientState, as: { leader: object | null; rings: boolean }) => void
}

/** One tab among the others: leads them, follows one of them, or is about to find out. */
export class Tab {
  /** Resolves once that is found out for the first time. */
  readonly decided: Promise<void>
  /** What is asked of the client is done by whoever leads, now or once somebody does. */
  readonly errands: Errands
  readonly #options: TabOptions
  readonly #leadership: Leadership
  readonly #forgetPage: () => void
  readonly #hadToken: boolean
  #role: Role
  /** Null while the page is left. */
  #channel: Channel | null = null
  #lastTerm = 0
  #patience = UNDECIDED_MS
  /** Whether somebody else than who is followed says that they lead. */
  #isInDoubt = false
  #page: Page | undefined
  #unsubscribe: () => void
  #decide: () => void = () => {}
  #cancelImpatience: Cancel = () => {}

  constructor(options: TabOptions) {
    const { client, name, parts, ports } = options
    const { environment, locks } = ports
    this.#options = options
    this.#hadToken = options.hasToken()
    this.#role = { is: 'alone', client }
    this.decided = new Promise((resolve) => {
      this.#decide = resolve
    })
    this.#leadership = createLeadership({
      locks,
      name,
      onLead: () => this.#lead(),
      onLost: () => {
        this.#stepDown()
        // Two that cannot hear each other would take it from each other for ever.
        this.#patience *= 2
        this.#stand()
      },
    })
    this.errands = createErrands({
      createError: parts.createError,
      environment,
      doer: () => this.#doer(),
      post: this.post,
      onSilence: this.#leadership.seize,
    })
    this.#unsubscribe = client.state.subscribe(this.refresh)
    this.#forgetPage = watchPageLife(environment, { onLeave: this.#leave, onReturn: this.begin })
  }

  /** Among the others from now on, for the first time or again. */
  readonly begin = (): void => {
    if (this.#channel !== null) return
    const { locks, openChannel } = this.#options.ports
    // Without locks each leads: what one asks of its leader is not for all of them to do.
    this.#channel = locks === null ? deafChannel : openChannel()
    this.#channel.onMessage(this.#hear)
    this.#stand()
  }

  readonly start = async (): Promise<void> => {
    if ('client' in this.#role) await this.#role.client.start()
  }

  readonly close = (): void => {
    this.#forgetPage()
    this.#leave()
  }

  readonly post = (message: TabMessage): void => this.#channel?.post(message)

  /** Shows things as they stand. */
  readonly refresh = (): void => {
    const role = this.#role
    const leader = role.is === 'following' ? role.leader : null
    const asLeader = role.is === 'leading' ? role.leading : leader
    this.#options.show(this.#state(), { leader: asLeader, rings: role.is !== 'following' })
  }

  readonly setPage = (page: Page): void => {
    this.#page = page
    this.errands.ask('visitor.setPage', [page]).catch(() => {})
  }

  /** All that is unsent, each time: whoever hears of one has to have heard of those before it. */
  deliver(): void {
    const drafts = this.#options.drafts.all()
    const isDecided = this.#role.is === 'leading' || this.#role.is === 'following'
    if (isDecided) this.errands.ask('restore', drafts).catch(() => {})
    else this.callOut()
  }

  /** To all, for whoever leads then, and to be held by the others meanwhile. */
  callOut(): void {
    this.post({ kind: 'call', id: '', method: 'restore', args: this.#options.drafts.all() })
  }

  #state(): ClientState {
    return 'client' in this.#role ? this.#role.client.state.get() : this.#role.state
  }

  #doer(): Doer {
    const role = this.#role
    if (role.is === 'following') return 'leader'
    if (role.is === 'away') return 'nobody'
    if (role.is === 'leading') return role.leading.perform
    return (method, args) => perform(role.client, method, args)
  }

  #stand(): void {
    this.post({ kind: 'hello' })
    this.#cancelImpatience()
    this.#cancelImpatience = this.#options.ports.environment.after(this.#patience, () => {
      if (this.#role.is === 'alone' || this.#role.is === 'away') this.#leadership.seize()
    })
    this.#leadership.campaign()
  }

  #lead(): void {
    // The first client looked for a token when there was none: another tab's first message has made a session since.
    if (this.#role.is === 'alone' && !this.#hadToken && this.#options.hasToken()) this.#stepDown()
    const client = 'client' in this.#role ? this.#role.client : this.#succeed(this.#role.state)
    const { environment } = this.#options.ports
    // Two may begin within the same millisecond, and not know of each other.
    this.#lastTerm = Math.max(environment.now(), this.#lastTerm + 1) + environment.random()
    const leading = createLeading({ ...this.#options, client, term: this.#lastTerm, post: this.post })
    this.#changeTo({ is: 'leading', client, leading })
    void client.start()
  }

  /** A client in the place of another tab's. */
  #succeed(state: ClientState): ChatClient {
    for (const draft of unsentOf(state)) this.#options.drafts.add(draft)
    const client = this.#options.create(goOnFrom(state), this.#options.ports.environment)
    this.#unsubscribe = client.state.subscribe(this.refresh)
    if (this.#page !== undefined) client.visitor.setPage(this.#page)
    return client
  }

  #follow(message: TabMessage): void {
    if ('term' in message && this.#doubt(message.term)) return
    if (message.kind === 'state') this.#followState(message)
    if (this.#role.is !== 'following') return
    const next = followOn(this.#role, message)
    if (next === null) this.post({ kind: 'hello' })
    if (next === null || next === this.#role) return
    this.#role = next
    this.refresh()
  }

  /**
   * An earlier leader that is late, or a later one whose clock is behind? Only one that lives answers: until then nothing more is believed
   * of it.
   */
  #doubt(term: number): boolean {
    const role = this.#role
    if (role.is !== 'following' || term >= role.term || this.#isInDoubt) return false
    this.#isInDoubt = true
    this.post({ kind: 'hello' })
    return true
  }

  #followState({ term, revision, state }: Extract<TabMessage, { kind: 'state' }>): void {
    const role = this.#role
    this.#isInDoubt = false
    this.#lastTerm = term
    if (role.is === 'following' && term === role.term) {
      if (revision <= role.revision) return
      this.#role = { ...role, revision, state }
      return this.refresh()
    }
    this.#patience = UNDECIDED_MS
    this.#stepDown()
    this.#changeTo({ is: 'following', term, revision, state, leader: {} })
    if (this.#options.drafts.all().length > 0) this.deliver()
  }

  #changeTo(role: Role): void {
    this.#role = role
    this.#cancelImpatience()
    this.refresh()
    this.#decide()
    this.errands.askAgain()
  }

  /** What it knows stays on screen; what it has not sent is for whoever leads next. */
  #stepDown(): void {
    const role = this.#role
    const state = this.#state()
    this.#role = { is: 'away', state }
    if (!('client' in role)) return
    for (const draft of unsentOf(state)) this.#options.drafts.add(draft)
    if (role.is === 'leading') role.leading.end()
    this.#unsubscribe()
    role.client.close()
  }

  readonly #leave = (): void => {
    if (this.#channel === null) return
    this.#cancelImpatience()
    this.#stepDown()
    this.errands.askAgain()
    this.#leadership.resign()
    this.#channel.close()
    this.#channel = null
  }

  readonly #hear = (message: TabMessage): void => {
    if (message.kind === 'stopped') this.#options.onStopped()
    if (message.kind === 'forgotten') {
      this.#options.drafts.clear()
      this.#options.onForgotten()
      this.refresh()
    }
    if (message.kind === 'call' && message.method === 'restore') {
      for (const draft of message.args as readonly DraftMessage[]) this.#options.drafts.add(draft)
      this.refresh()
    }
    if (this.#role.is === 'leading') return this.#role.leading.hear(message)
    this.errands.hear(message)
    this.#follow(message)
  }
}

const deafChannel: Channel = { post() {}, onMessage() {}, close() {} }
