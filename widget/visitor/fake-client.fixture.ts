import type { Chat } from '#shared/chat.ts'
import type { EndpointName } from '#shared/endpoints.ts'
import type { ChatId, SiteId } from '#shared/ids.ts'
import type { Visitor } from '#shared/person.ts'
import type { PublicSite } from '#shared/site.ts'
import type { Api } from '../core/api.ts'
import type { ChatClient } from '../core/chat-client.ts'
import { emptyState } from '../core/state.ts'
import type { ChatView, ClientState } from '../core/state.ts'
import { createStore } from '../core/store.ts'

export const CHAT_ID = 'c' as ChatId

export const site: PublicSite = {
  name: 'Olmo & Hijas',
  appearance: { position: 'end', theme: 'host', launcher: 'corner' },
  locale: 'es',
  texts: {},
  preChat: null,
  teasers: [],
  features: {
    files: false,
    sound: true,
    undoSendSeconds: 0,
    rating: true,
    transcript: true,
    drafts: true,
    presence: false,
  },
  limits: { maxFileBytes: 20 * 1024 * 1024, maxImageEdge: null },
  online: true,
  team: [],
  expectedReplyMinutes: 2,
}

/** A client by hand: a state to set, and what was asked of it. */
export function createFakeClient(initial: Partial<ClientState> = {}) {
  const store = createStore<ClientState>({ ...emptyState('visitor'), site, ...initial })
  const asked: unknown[][] = []
  const note =
    <Answer>(name: string, answer: Answer) =>
    (...args: unknown[]): Answer => {
      asked.push([name, ...args])
      return answer
    }
  const later = Promise.resolve()
  const never = () => Promise.reject(new Error('Not asked of visitors'))
  /** What the server would say; an `Error` is a refusal. */
  const answers: Partial<Record<EndpointName, unknown>> = {}
  const call: Api = async (name, ...args) => {
    asked.push([name, ...args])
    if (answers[name] instanceof Error) throw answers[name]
    return answers[name] as never
  }
  const refused = new Set<string>()
  const client: ChatClient = {
    state: store,
    start: note('start', later),
    close: note('close', undefined),
    watch: note('watch', undefined),
    unwatch: note('unwatch', undefined),
    reload: note('reload', undefined),
    loadOlder: note('loadOlder', later),
    send: note('send', 'k1'),
    restore: note('restore', undefined),
    retry: note('retry', undefined),
    discard: note('discard', 'the text'),
    upload: never,
    edit: never,
    remove: never,
    markAsRead: note('markAsRead', undefined),
    setTyping: note('setTyping', undefined),
    connectNow: note('connectNow', undefined),
    call,
    visitor: {
      async describe(description) {
        asked.push(['describe', description])
        if (refused.has('describe')) throw new Error('Refused')
      },
      identify: note('identify', undefined),
      setPage: note('setPage', undefined),
      openSession: note('openSession', later),
      forget: note('forget', undefined),
    },
    commercial: {
      signIn: never,
      setUp: never,
      lookAtInvitation: never,
      acceptInvitation: never,
      signOut: never,
      showList: note('showList', undefined),
      loadMore: never,
      assign: never,
      closeChat: never,
      reopenChat: never,
      setTags: never,
      snooze: never,
      applyMacro: never,
      markUnread: never,
      setPresence: never,
      look: note('look', undefined),
      keepDraft: never,
      keptDraft: never,
    },
  }
  const set = (change: Partial<ClientState>) => store.update((state) => ({ ...state, ...change }))
  const refuse = (method: 'describe') => refused.add(method)
  return { client, asked, answers, refuse, set }
}

export function chatView(change: Partial<ChatView> = {}, chatChange: Partial<Chat> = {}): ChatView {
  return {
    chatId: CHAT_ID,
    chat: { ...chat, ...chatChange },
    thread: [],
    history: { state: 'ready' },
    hasOlder: false,
    older: { state: 'idle' },
    typists: [],
    dividerSeq: null,
    ...change,
  }
}

/** The chats of a state that has this one. */
export function only(view: ChatView): ClientState['chats'] {
  return new Map([[view.chatId, view]])
}

const chat: Chat = {
  chatId: CHAT_ID,
  siteId: 's' as SiteId,
  visitor: { visitorId: 'v' as Visitor['visitorId'] } as Visitor,
  status: 'IN_PROGRESS',
  assignee: null,
  tags: [],
  createdAt: '2026-03-12T09:00:00.000Z',
  updatedAt: '2026-03-12T09:00:00.000Z',
  lastMessage: null,
  lastSeq: 0,
  unreadCount: 0,
  readSeq: 0,
  otherReadSeq: 0,
}
