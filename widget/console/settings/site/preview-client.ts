import { accentTokens } from '#shared/accent.ts'
import type { Chat } from '#shared/chat.ts'
import type { ChatId, CommercialId, MessageId } from '#shared/ids.ts'
import type { Visitor } from '#shared/person.ts'
import type { PublicSite, Site } from '#shared/site.ts'
import { ApiError } from '../../../core/api-error.ts'
import type { ChatClient } from '../../../core/chat-client.ts'
import { emptyState, type ClientState, type SentMessage } from '../../../core/state.ts'
import { createStore } from '../../../core/store.ts'
import type { SettingsStrings } from '../../../i18n/settings.en.ts'

const CHAT_ID = 'preview' as ChatId

/** A visitor's client without a server: the widget shows what it would show, and what is written in it stays in the preview. */
export function createPreviewClient(site: Site, locale: string, words: SettingsStrings) {
  const store = createStore<ClientState>({
    ...emptyState('visitor'),
    connection: { state: 'online' },
    site: publicOf(site, locale),
    ...chatWith(sampleThread(words), site),
  })
  const nothing = () => {}
  const later = () => Promise.resolve()
  const never = () => Promise.reject(new ApiError(403, 'forbidden'))
  const client = {
    state: store,
    start: later,
    close: nothing,
    watch: nothing,
    unwatch: nothing,
    reload: nothing,
    loadOlder: later,
    send({ content }: { content: string }) {
      const thread = store.get().chats.get(CHAT_ID)?.thread ?? []
      const message = said(content, thread.length + 1, true)
      store.update((state) => ({ ...state, ...chatWith([...(thread as SentMessage[]), message], site) }))
      return message.messageId
    },
    restore: nothing,
    upload: never,
    retry: nothing,
    discard: () => '',
    edit: never,
    remove: never,
    markAsRead: nothing,
    setTyping: nothing,
    connectNow: nothing,
    call: never,
    visitor: { describe: later, identify: nothing, setPage: nothing, openSession: later, forget: nothing },
  }
  return {
    // A visitor's: nobody asks it for what a commercial does.
    client: client as unknown as ChatClient,
    show(changed: Site, language: string): void {
      store.update((state) => ({ ...state, site: publicOf(changed, language) }))
    },
  }
}

/** What a visitor's page would be told of the site once it is saved; the team and its speed are made up for the picture. */
function publicOf(site: Site, locale: string): PublicSite {
  const { accent, position, theme, launcher, showTeam } = site.appearance
  const { presenceBoard: presence, ...features } = site.features
  const isColour = accent !== null && /^#[\da-f]{6}$/i.test(accent)
  return {
    name: site.name,
    appearance: { ...(isColour && accentTokens(accent.toLowerCase())), position, theme, launcher },
    locale: site.locale,
    texts: site.texts[locale] ?? site.texts[site.locale] ?? {},
    preChat: null,
    teasers: [],
    // What would be kept of the preview would be kept of the console.
    features: { ...features, drafts: false, presence, sound: false, files: false },
    limits: site.limits,
    online: true,
    team: showTeam ? [{ commercialId: 'preview' as CommercialId, name: site.name }] : [],
    expectedReplyMinutes: 2,
  }
}

function sampleThread(words: SettingsStrings): SentMessage[] {
  return [said(words.sampleVisitor, 1, true), said(words.sampleTeam, 2, false)]
}

function said(content: string, seq: number, isVisitor: boolean): SentMessage {
  return {
    messageId: `preview-${seq}` as MessageId,
    chatId: CHAT_ID,
    seq,
    senderId: isVisitor ? 'visitor' : 'team',
    senderType: isVisitor ? 'visitor' : 'commercial',
    senderName: isVisitor ? '' : 'Marta',
    content,
    type: 'text',
    isInternal: false,
    isFirstResponse: false,
    sentAt: new Date().toISOString(),
    delivery: 'sent',
  }
}

function chatWith(thread: readonly SentMessage[], { siteId }: Site): Pick<ClientState, 'session' | 'chats'> {
  const now = new Date().toISOString()
  const visitor: Visitor = {
    visitorId: 'visitor' as Visitor['visitorId'],
    siteId,
    attributes: {},
    isVerified: false,
    createdAt: now,
  }
  const chat: Chat = {
    chatId: CHAT_ID,
    siteId,
    visitor,
    status: 'IN_PROGRESS',
    assignee: null,
    tags: [],
    createdAt: now,
    updatedAt: now,
    lastMessage: thread.at(-1) ?? null,
    lastSeq: thread.length,
    unreadCount: 0,
    readSeq: thread.length,
    otherReadSeq: thread.length,
  }
  const view = {
    chatId: CHAT_ID,
    chat,
    thread,
    history: { state: 'ready' },
    hasOlder: false,
    older: { state: 'idle' },
    typists: [],
    dividerSeq: null,
  } as const
  return { session: { state: 'visitor', visitor }, chats: new Map([[CHAT_ID, view]]) }
}
