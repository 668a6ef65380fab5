import type { CannedReply } from '#shared/canned-reply.ts'
import type { Chat } from '#shared/chat.ts'
import type { Draft } from '#shared/draft.ts'
import type { EndpointName, EndpointResult } from '#shared/endpoints.ts'
import type { ChatId, CommercialId, MessageId, ReplyId, SiteId, VisitorId } from '#shared/ids.ts'
import type { Message } from '#shared/message.ts'
import type { Commercial, Visitor } from '#shared/person.ts'
import type { Site } from '#shared/site.ts'
import { ApiError } from '../core/api-error.ts'
import type { Api } from '../core/api.ts'
import type { ChatClient } from '../core/chat-client.ts'
import { emptyState, type ChatView, type ClientState, type SentMessage } from '../core/state.ts'
import { createStore, type Store } from '../core/store.ts'

/** What was asked of a client: the method, then what it was given. */
export type Asked = readonly [method: string, ...args: unknown[]]

export interface FakeClient {
  readonly client: ChatClient
  readonly store: Store<ClientState>
  readonly asked: Asked[]
  /** The next promise of this method rejects with this. */
  refuse(method: string, error: unknown): void
  /** From here on this endpoint answers so; an endpoint without an answer refuses. */
  answer<Name extends EndpointName>(name: Name, result: EndpointResult<Name>): void
  /** What the server has of a draft, of whatever chat. */
  keeps(draft: Draft): void
  /** Changes the state as an event from the server would. */
  set(change: Partial<ClientState>): void
}

const SITE = 'site-1' as SiteId
const SOME_TIME = '2026-11-25T09:42:00.000Z'

export const marta = commercial('marta', { name: 'Marta Olmo', status: 'online' })
export const joan = commercial('joan', { name: 'Joan Olmo', status: 'away' })

/** A client of a commercial over a real store: it remembers what it was asked, and answers at once. */
export function fakeClient(state: Partial<ClientState> = {}): FakeClient {
  const store = createStore<ClientState>({
    ...emptyState('commercial'),
    session: { state: 'commercial', commercial: marta },
    connection: { state: 'online' },
    team: [marta, joan],
    ...state,
  })
  const asked: Asked[] = []
  const refusals = new Map<string, unknown>()
  const note =
    (method: string) =>
    (...args: unknown[]): void =>
      void asked.push([method, ...args])
  const answer =
    (method: string) =>
    async (...args: unknown[]): Promise<void> => {
      asked.push([method, ...args])
      if (!refusals.has(method)) return
      const refusal = refusals.get(method)
      refusals.delete(method)
      throw refusal
    }
  const answers = new Map<string, unknown>()
  let kept: Draft | null = null
  const call = (async (name: EndpointName, ...given: unknown[]) => {
    asked.push([name, ...given])
    if (!answers.has(name)) throw new ApiError(404, 'not_found')
    return answers.get(name)
  }) as Api
  const client = {
    state: store,
    start: answer('start'),
    close: note('close'),
    watch: note('watch'),
    unwatch: note('unwatch'),
    reload: note('reload'),
    loadOlder: answer('loadOlder'),
    send(message) {
      asked.push(['send', message])
      return 'draft-1'
    },
    restore: note('restore'),
    retry: note('retry'),
    discard(chatId, clientMessageId) {
      asked.push(['discard', chatId, clientMessageId])
      return (
        store
          .get()
          .chats.get(chatId)
          ?.thread.find((m) => m.clientMessageId === clientMessageId)?.content ?? ''
      )
    },
    upload: () => Promise.reject(new Error('The console sends no files yet')),
    edit: (...given) => answer('edit')(...given).then(() => message('edited')),
    remove: (...given) => answer('remove')(...given).then(() => message('removed')),
    markAsRead: note('markAsRead'),
    setTyping: note('setTyping'),
    connectNow: note('connectNow'),
    call,
    visitor: {
      describe: answer('describe'),
      identify: note('identify'),
      setPage: note('setPage'),
      openSession: answer('openSession'),
      forget: note('forget'),
    },
    commercial: {
      signIn: answer('signIn'),
      setUp: answer('setUp'),
      lookAtInvitation: (token) => call('POST /v2/auth/invitation', { body: { invitationToken: token } }),
      acceptInvitation: answer('acceptInvitation'),
      signOut: answer('signOut'),
      showList: note('showList'),
      loadMore: answer('loadMore'),
      assign: answer('assign'),
      closeChat: answer('closeChat'),
      reopenChat: answer('reopenChat'),
      setTags: answer('setTags'),
      snooze: answer('snooze'),
      applyMacro: answer('applyMacro'),
      markUnread: answer('markUnread'),
      setPresence: answer('setPresence'),
      look: note('look'),
      keepDraft: answer('keepDraft'),
      keptDraft: (...given) => answer('keptDraft')(...given).then(() => kept),
    },
  } satisfies ChatClient
  return {
    client,
    store,
    asked,
    answer: (name, result) => void answers.set(name, result),
    refuse: (method, error) => void refusals.set(method, error),
    keeps: (draft) => void (kept = draft),
    set: (change) => store.update((before) => ({ ...before, ...change })),
  }
}

/** The state with these chats in a list that has been read. */
export function inboxOf(chats: readonly Chat[], change: Partial<NonNullable<ClientState['inbox']>> = {}) {
  return {
    list: 'mine',
    filter: {},
    chats,
    counts: { mine: chats.length, unassigned: 3, all: 18, closed: 12, snoozed: 0 },
    load: { state: 'ready' },
    hasMore: false,
    more: { state: 'idle' },
    ...change,
  } as const
}

export function viewOf(chat: Chat, change: Partial<ChatView> = {}): ChatView {
  return {
    chatId: chat.chatId,
    chat,
    thread: [],
    history: { state: 'ready' },
    hasOlder: false,
    older: { state: 'idle' },
    typists: [],
    dividerSeq: null,
    ...change,
  }
}

export function viewsOf(...views: ChatView[]): ClientState['chats'] {
  return new Map(views.map((view) => [view.chatId, view]))
}

export function commercial(id: string, change: Partial<Commercial> = {}): Commercial {
  return {
    commercialId: id as CommercialId,
    name: id,
    email: `${id}@olmoehijas.es`,
    role: 'commercial',
    siteIds: [SITE],
    ...change,
  }
}

export function site(id: string, change: Partial<Site> = {}): Site {
  return {
    siteId: id as SiteId,
    revision: 'r1',
    siteKey: id,
    name: 'Olmo & Hijas',
    origins: [],
    locale: 'es',
    appearance: { accent: null, position: 'end', theme: 'host', launcher: 'corner', showTeam: true },
    texts: {},
    officeHours: null,
    preChat: null,
    teasers: [],
    features: {
      files: true,
      sound: true,
      undoSendSeconds: 0,
      presenceBoard: true,
      rating: true,
      transcript: true,
      drafts: true,
    },
    limits: { maxFileBytes: 20_971_520, maxImageEdge: null },
    routing: { mode: 'manual', maxChats: null, targetMinutes: 5 },
    retentionDays: null,
    autoReturnMinutes: null,
    ...change,
  }
}

export function visitor(id: string, change: Partial<Visitor> = {}): Visitor {
  return {
    visitorId: id as VisitorId,
    siteId: SITE,
    attributes: {},
    isVerified: false,
    createdAt: SOME_TIME,
    ...change,
  }
}

export function chat(id: string, change: Partial<Chat> = {}): Chat {
  return {
    chatId: id as ChatId,
    siteId: SITE,
    visitor: visitor(`visitor-of-${id}`),
    status: 'IN_PROGRESS',
    assignee: null,
    tags: [],
    createdAt: SOME_TIME,
    updatedAt: SOME_TIME,
    lastMessage: message(`${id}-last`, { chatId: id as ChatId }),
    lastSeq: 1,
    unreadCount: 0,
    readSeq: 1,
    otherReadSeq: 0,
    ...change,
  }
}

export function message(id: string, change: Partial<Message> = {}): Message {
  return {
    messageId: id as MessageId,
    chatId: 'chat-1' as ChatId,
    seq: 1,
    senderId: 'visitor-1',
    senderType: 'visitor',
    senderName: '',
    content: 'Hola',
    type: 'text',
    isInternal: false,
    isFirstResponse: false,
    sentAt: SOME_TIME,
    ...change,
  }
}

export function sent(id: string, change: Partial<Message> = {}): SentMessage {
  return { ...message(id, change), delivery: 'sent' }
}

export function cannedReply(shortcut: string, change: Partial<CannedReply> = {}): CannedReply {
  return {
    replyId: shortcut as ReplyId,
    shortcut,
    title: shortcut,
    content: shortcut,
    siteId: null,
    isShared: true,
    ownerId: marta.commercialId,
    updatedAt: SOME_TIME,
    ...change,
  }
}
