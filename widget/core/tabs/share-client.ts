import type { ChatClient, VisitorActions } from '../chat-client.ts'
import type { ClientState } from '../state.ts'
import { createDivider } from './divider.ts'
import { createKeptDrafts } from './kept-drafts.ts'
import { createOwnDrafts } from './own-drafts.ts'
import { Tab } from './tab.ts'
import type { ShareOptions } from './tab-ports.ts'
import { createUploads } from './uploads.ts'
import { ownView, unsentOf } from './unsent.ts'

export interface SharedClient {
  /** In the place of the page's own from now on. */
  readonly client: ChatClient
  /** Resolves once it is known whether this page leads: before that a connection may turn out to be one too many. */
  readonly decided: Promise<void>
  /** Tells the other pages that there shall be no chat any more. */
  stopOthers(): void
}

/** One client for all tabs of a browser, whichever of them has it: what is written in one is seen in all, and told to the server by one. */
export function shareClient(options: ShareOptions): SharedClient {
  const { newChat, parts, ports } = options
  const own = options.client
  const { environment, journal } = ports
  const store = parts.createStore(own.state.get())
  const drafts = createOwnDrafts(newChat)
  const divider = createDivider(ownView(own.state.get())?.dividerSeq ?? null)
  const kept = createKeptDrafts(journal)
  const tab = new Tab({ ...options, drafts, kept, show, onForgotten: () => uploads.end() })
  const uploads = createUploads(options, store.get)
  let writing: Promise<unknown> = Promise.resolve()
  let lastSentAt = 0

  function show(state: ClientState, { leader, rings }: { leader: object | null; rings: boolean }): void {
    if (leader !== null) drafts.settle(state, leader)
    store.update(() => ({ ...divider.over(drafts.over(state)), rings }))
  }

  const tell =
    (method: string) =>
    (...args: readonly unknown[]): void =>
      void tab.errands.ask(method, args).catch(() => {})
  const ask =
    (method: string) =>
    (...args: readonly unknown[]): Promise<never> =>
      tab.errands.ask(method, args) as Promise<never>

  function send({ content, attachment }: Parameters<ChatClient['send']>[0]): string {
    // Read again in another page, they are put in order by this.
    lastSentAt = Math.max(lastSentAt + 1, environment.now())
    const state = store.get()
    const { chatId } = ownView(state) ?? newChat
    const draft = {
      ...parts.createDraft(state, { chatId, content, ...(attachment && { attachment }) }),
      sentAt: new Date(lastSentAt).toISOString(),
    }
    const { clientMessageId } = draft
    drafts.add(draft)
    tab.refresh()
    // At once, and to all: this page may be closed in the next moment.
    tab.callOut()
    writing = Promise.all([writing, kept.keep(draft)]).then(() => {
      if (drafts.has(clientMessageId)) tab.deliver()
      else kept.drop(clientMessageId)
    })
    return clientMessageId
  }

  const client: Omit<ChatClient, 'visitor' | 'commercial'> = {
    state: store,
    start: tab.start,
    close() {
      uploads.end()
      tab.close()
    },
    watch() {
      divider.watch()
      tab.refresh()
    },
    unwatch() {
      divider.unwatch()
      tab.refresh()
    },
    reload: tell('reload'),
    loadOlder: ask('loadOlder'),
    send,
    upload: uploads.upload,
    restore(draft) {
      drafts.add(draft)
      tab.deliver()
    },
    retry: tell('retry'),
    discard(chatId, clientMessageId) {
      const draft = unsentOf(store.get()).find((unsent) => unsent.clientMessageId === clientMessageId)
      if (draft?.delivery !== 'failed') return ''
      drafts.remove(clientMessageId)
      kept.drop(clientMessageId)
      tell('discard')(chatId, clientMessageId)
      return draft.content
    },
    edit: ask('edit'),
    remove: ask('remove'),
    markAsRead: tell('markAsRead'),
    setTyping: tell('setTyping'),
    connectNow: tell('connectNow'),
    call: ask('call'),
  }
  const visitor = Object.fromEntries(
    Object.keys(own.visitor).map((name) => [name, ask(`visitor.${name}`)]),
  ) as unknown as VisitorActions
  const actions: VisitorActions = {
    ...visitor,
    setPage: tab.setPage,
    forget() {
      drafts.clear()
      uploads.end()
      void kept.clear()
      tab.post({ kind: 'forgotten' })
      tell('visitor.forget')()
    },
  }
  tab.begin()
  return {
    client: { ...client, visitor: actions } as ChatClient,
    decided: tab.decided,
    stopOthers: () => tab.post({ kind: 'stopped' }),
  }
}
