import type { ChatId } from '#shared/ids.ts'
import type { ChatClient, CommercialOptions } from '../../core/chat-client.ts'
import {
  emptyState,
  type ChatView,
  type ClientState,
  type DraftMessage,
  type Thread,
} from '../../core/state.ts'
import type { Drafts } from '../drafts.ts'
import { NOTHING_KEPT, openWorkStore, type Kept, type KeptDesk, type WorkStore } from './work-store.ts'

/** Chats of the list, chats that were looked at, messages of each: what is kept is for going on, not an archive. */
const MAX_LISTED = 100
const MAX_VIEWS = 30
const MAX_MESSAGES = 100
const SETTLE_MS = 1_000

/**
 * Keeps the work on this device, so that the console's own page opens without a network with the last list and the chats that were
 * looked at, and sends what was written before it was closed.
 */
export class KeptWork {
  readonly #store: WorkStore
  #kept: Kept = NOTHING_KEPT
  /** As they are kept, last looked at last. */
  readonly #views = new Map<ChatId, ChatView>()
  /** Threads that are kept already; without holding on to what is kept of them no more. */
  readonly #keptThreads = new WeakSet<Thread>()
  #chats: ClientState['chats'] | undefined
  readonly #unsent = new Map<string, DraftMessage>()
  #client: ChatClient | undefined
  #drafts: Drafts | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #keptDesk: Pick<ClientState, 'inbox' | 'team' | 'session'> | undefined
  /** The server has said, since this page was opened, who is here. */
  #isConfirmed = false

  constructor(name: string) {
    this.#store = openWorkStore(name)
  }

  async read(): Promise<void> {
    this.#kept = await this.#store.read()
    for (const view of this.#kept.views) this.#views.set(view.chatId, view)
  }

  /** What a client goes on from. */
  options(): Pick<CommercialOptions, 'held' | 'keptView'> {
    const { desk } = this.#kept
    const keptView = (chatId: ChatId) => this.#views.get(chatId)
    return desk === null ? { keptView } : { keptView, held: toState(desk) }
  }

  /** Keeps what this client knows from now on; returns how to stop. */
  begin(client: ChatClient, drafts: Drafts): () => void {
    this.#client = client
    this.#drafts = drafts
    const stop = client.state.subscribe((state) => this.#follow(state))
    const leave = () => this.#save()
    addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', leave)
    return () => {
      stop()
      removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', leave)
      this.#save()
      this.#client = undefined
    }
  }

  /** Somebody is here: what they had left unsent goes out, and what they were writing stands there again. Of another nothing is shown. */
  arrive(ownerId: string): void {
    const { writing, desk } = this.#kept
    // Said again to whoever has to sign in first.
    this.#kept = { ...NOTHING_KEPT, writing }
    const isOthers = [writing?.ownerId, desk?.commercial.commercialId].some(
      (id) => id !== undefined && id !== ownerId,
    )
    if (isOthers) return this.#forget()
    for (const { chatId, mode, text } of writing?.texts ?? []) this.#drafts?.write(chatId, mode, text)
    for (const draft of writing?.unsent ?? []) {
      if (this.#unsent.has(draft.clientMessageId)) continue
      this.#unsent.set(draft.clientMessageId, draft)
      this.#client?.restore(draft)
    }
  }

  /** Nobody is here any more. Whoever signed out takes everything along; a session that was over before this page is asked for again. */
  leave(): void {
    clearTimeout(this.#timer)
    if (this.#isConfirmed) return this.#forget()
    this.#views.clear()
    this.#store.keepDesk(null)
  }

  #forget(): void {
    this.#kept = NOTHING_KEPT
    this.#views.clear()
    this.#unsent.clear()
    this.#store.clear()
  }

  #follow(state: ClientState): void {
    if (state.session.state !== 'commercial') return
    this.#isConfirmed ||= state.connection.state === 'online'
    if (this.#followUnsent(state)) this.#save()
    else this.#timer ??= setTimeout(() => this.#save(), SETTLE_MS)
  }

  /** Whether something was written, or got through: that is kept in the same moment. */
  #followUnsent({ chats }: ClientState): boolean {
    if (chats === this.#chats) return false
    this.#chats = chats
    const before = this.#unsent.size
    let isNew = false
    for (const { chatId, thread } of chats.values()) {
      const drafts = thread.filter((message) => message.delivery !== 'sent')
      const held = new Set(drafts.map(({ clientMessageId }) => clientMessageId))
      for (const [id, draft] of this.#unsent) {
        if (draft.chatId === chatId && !held.has(id)) this.#unsent.delete(id)
      }
      for (const draft of drafts) {
        isNew ||= !this.#unsent.has(draft.clientMessageId)
        this.#unsent.set(draft.clientMessageId, draft)
      }
    }
    return isNew || this.#unsent.size !== before
  }

  #save(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const state = this.#client?.state.get()
    if (state?.session.state !== 'commercial') return
    this.#saveDesk(state)
    for (const view of state.chats.values()) this.#saveView(view)
    const ownerId = state.session.commercial.commercialId
    const unsent = [...this.#unsent.values()]
    const texts = this.#drafts?.texts() ?? []
    const isNothing = unsent.length === 0 && texts.length === 0
    this.#store.keepWriting(isNothing ? null : { ownerId, unsent, texts })
  }

  #saveDesk({ session, inbox, team }: ClientState): void {
    const before = this.#keptDesk
    const isSame = before?.inbox === inbox && before.team === team && before.session === session
    if (isSame || session.state !== 'commercial' || inbox === null) return
    this.#keptDesk = { session, inbox, team }
    const { heard: _, ...kept } = inbox
    const chats = inbox.chats.slice(0, MAX_LISTED)
    this.#store.keepDesk({ commercial: session.commercial, team, inbox: { ...kept, chats } })
  }

  #saveView(view: ChatView): void {
    const { chatId, thread } = view
    if (chatId === '' || view.history.state !== 'ready' || this.#keptThreads.has(thread)) return
    this.#keptThreads.add(thread)
    const newest = thread.filter(({ delivery }) => delivery === 'sent').slice(-MAX_MESSAGES)
    const kept = { ...view, thread: newest, typists: [], dividerSeq: null, hasOlder: false }
    this.#views.delete(chatId)
    this.#views.set(chatId, kept)
    this.#store.keepView(kept)
    const [oldest] = this.#views.keys()
    if (this.#views.size <= MAX_VIEWS || oldest === undefined) return
    this.#views.delete(oldest)
    this.#store.dropView(oldest)
  }
}

function toState({ commercial, inbox, team }: KeptDesk): ClientState {
  const ready = { state: 'ready' } as const
  const idle = { state: 'idle' } as const
  return {
    ...emptyState('commercial'),
    session: { state: 'commercial', commercial },
    connection: { state: 'connecting' },
    // The rest of a list is the server's to give.
    inbox: { ...inbox, load: ready, more: idle, hasMore: false },
    team,
  }
}
