import type { ChatClient } from '../chat-client.ts'
import type { ChatView, ClientState, DraftMessage } from '../state.ts'
import type { KeptDrafts } from './kept-drafts.ts'
import type { OwnDrafts } from './own-drafts.ts'
import { perform } from './perform.ts'
import { changesBetween } from './state-changes.ts'
import type { Refused, TabMessage } from './tab-message.ts'
import type { TabPorts } from './tab-ports.ts'
import { unsentOf } from './unsent.ts'

/** The tab that has the one client of them all: does what the others ask, and tells them how things stand. */
export interface Leading {
  readonly client: ChatClient
  perform(method: string, args: readonly unknown[]): Promise<unknown>
  hear(message: TabMessage): void
  /** Leads no longer; its client goes on until it is closed. */
  end(): void
}

interface LeadingOptions {
  readonly client: ChatClient
  readonly term: number
  /** What its client may not know of yet. */
  readonly drafts: Pick<OwnDrafts, 'all' | 'has'>
  readonly kept: KeptDrafts
  readonly ports: Pick<TabPorts, 'journal'>
  /** Its id is that under which a visitor's messages stand until their chat is known. */
  readonly newChat: ChatView
  readonly post: (message: TabMessage) => void
}

export function createLeading(options: LeadingOptions): Leading {
  const { client, term, kept, post } = options
  const inherited = options.drafts.all()
  let told = client.state.get()
  let revision = 0
  let isFullWanted = true
  let isTelling = false
  let isOver = false

  /** Once a turn, however much has changed in it. */
  function tellSoon(): void {
    if (isTelling) return
    isTelling = true
    queueMicrotask(() => {
      isTelling = false
      if (!isOver) tell()
    })
  }

  function tell(): void {
    const state = client.state.get()
    const head = { term, revision: revision + (state === told ? 0 : 1) }
    if (isFullWanted) post({ kind: 'state', ...head, state })
    else if (state !== told) post({ kind: 'changes', ...head, changes: changesBetween(told, state) })
    isFullWanted = false
    told = state
    revision = head.revision
  }

  const unsubscribe = client.state.subscribe((state) => {
    kept.follow(state)
    tellSoon()
  })

  /** What was written before goes out before what is written now. */
  async function restore(): Promise<void> {
    const known = new Set(inherited.map(({ clientMessageId }) => clientMessageId))
    const found = (await options.ports.journal.read()).filter(
      ({ clientMessageId }) => !known.has(clientMessageId),
    )
    // Whose they are has to be known first: the last visitor of a shared computer may have left something unsent.
    if (found.length > 0) await client.start()
    if (isOver) return
    const isOwn = ownerOf(client.state.get())
    for (const draft of found) if (!isOwn(draft)) kept.drop(draft.clientMessageId)
    const all = [...found.filter(isOwn), ...inherited]
    for (const draft of all.sort(bySentAt)) take(draft)
  }

  function take(draft: DraftMessage): void {
    const isKnown = unsentOf(client.state.get()).some(
      ({ clientMessageId }) => clientMessageId === draft.clientMessageId,
    )
    if (!isKnown) client.restore({ ...draft, chatId: options.newChat.chatId })
  }

  async function doAsAsked(method: string, args: readonly unknown[]): Promise<unknown> {
    if (method !== 'restore') return perform(client, method, args)
    const drafts = args as readonly DraftMessage[]
    await isReady
    await Promise.all(drafts.map(kept.keep))
    // Another leads by now, and is asked as well.
    if (isOver) return undefined
    for (const draft of drafts) {
      // Sent by now, or forgotten.
      if (options.drafts.has(draft.clientMessageId)) take(draft)
      else kept.drop(draft.clientMessageId)
    }
    return undefined
  }

  async function answer(id: string, doing: Promise<unknown>): Promise<void> {
    try {
      const value = await doing
      if (!isOver) post({ kind: 'answer', id, value })
    } catch (cause) {
      if (!isOver) post({ kind: 'refusal', id, refusal: refusedOf(cause) })
    }
  }

  kept.follow(told)
  const isReady = restore()
  tellSoon()

  return {
    client,
    perform: doAsAsked,
    hear(message) {
      if (message.kind === 'hello') {
        isFullWanted = true
        tellSoon()
      }
      if (message.kind !== 'call') return
      post({ kind: 'heard', id: message.id })
      void answer(message.id, doAsAsked(message.method, message.args))
    },
    end() {
      isOver = true
      unsubscribe()
      kept.letGo()
    },
  }
}

function bySentAt(a: DraftMessage, b: DraftMessage): number {
  return Date.parse(a.sentAt) - Date.parse(b.sentAt)
}

/** Written as nobody yet, or by whoever is the visitor now. */
function ownerOf({ session }: ClientState): (draft: DraftMessage) => boolean {
  const visitorId = session.state === 'visitor' ? session.visitor.visitorId : ''
  return ({ senderId }) => senderId === '' || senderId === visitorId
}

function refusedOf(cause: unknown): Refused {
  const { message, ...rest } = cause as Error
  return { status: 0, code: 'internal_error', body: {}, retryAfterMs: 0, ...rest, message }
}
