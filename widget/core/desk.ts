import type { ServerToClientEvents } from '#shared/events.ts'
import type { ChatId } from '#shared/ids.ts'
import type { Draft } from '#shared/draft.ts'
import type { Teammate, Visitor } from '#shared/person.ts'
import type { Site } from '#shared/site.ts'
import type { Webhook } from '#shared/webhook.ts'
import type { Core } from './core.ts'

/** What the team knows besides its chats and its people. */
export interface Desk {
  readonly sites: readonly Site[]
  /** Visitors who have a connection now. */
  readonly present: ReadonlySet<string>
  /** Who of the team looks at which chat now, oneself included. */
  readonly viewers: ReadonlyMap<ChatId, readonly Teammate[]>
  /** What another of one's own devices has begun to write, or (null) thrown away, since this one listens. */
  readonly drafts: ReadonlyMap<ChatId, Draft | null>
  /** Notes that name one and have not been seen. */
  readonly unseenMentions: number
  /** The visitor of whom something was told last. */
  readonly heardVisitor?: Visitor
  /** The webhook that the server gave up last, told to admins. */
  readonly stoppedWebhook?: Webhook
}

export const emptyDesk: Desk = {
  sites: [],
  present: new Set(),
  viewers: new Map(),
  drafts: new Map(),
  unseenMentions: 0,
}

export interface DeskReader {
  /** Says which device keeps a draft, so that it does not listen to its own echo. One page is one device. */
  readonly deviceId: string
  /** What was told while nobody listened. */
  refresh(): void
  /** The chat that this window shows, and no other; null: none. Told again after every absence. */
  look(chatId: ChatId | null): void
  clear(): void
  readonly events: Partial<ServerToClientEvents>
}

export function createDeskReader({
  api,
  environment,
  life,
  retrier,
  socket,
  store,
}: Pick<Core, 'api' | 'environment' | 'life' | 'retrier' | 'socket' | 'store'>): DeskReader {
  let deviceId = ''
  let lookingAt: ChatId | null = null

  function show(change: (desk: Desk) => Partial<Desk>): void {
    store.update((state) => {
      const desk = state.desk ?? emptyDesk
      return { ...state, desk: { ...desk, ...change(desk) } }
    })
  }

  async function read(ask: () => Promise<Partial<Desk>>): Promise<void> {
    try {
      const answer = await retrier.untilAnswered(ask)
      if (!life.isOver()) show(() => answer)
    } catch {
      // Refused: the session has ended, which shows in its own place.
    }
  }

  function tellWhere(): void {
    if (lookingAt !== null) socket.tell('viewing:start', { chatId: lookingAt })
  }

  return {
    get deviceId() {
      deviceId ||= environment.newId()
      return deviceId
    },
    refresh() {
      tellWhere()
      void read(async () => ({ sites: (await api('GET /v2/sites')).sites }))
      void read(async () => {
        const { chats } = await api('GET /v2/viewers')
        return { viewers: new Map(chats.map(({ chatId, viewers }) => [chatId, viewers])) }
      })
      void read(async () => {
        const query = { unseen: 'true', limit: '1' } as const
        return { unseenMentions: (await api('GET /v2/mentions', { query })).unseenCount }
      })
    },
    look(chatId) {
      if (chatId === lookingAt) return
      if (chatId === null && lookingAt !== null) socket.tell('viewing:stop', { chatId: lookingAt })
      lookingAt = chatId
      tellWhere()
    },
    clear() {
      lookingAt = null
      show(() => emptyDesk)
    },
    events: {
      'webhook:stopped': (webhook) => show(() => ({ stoppedWebhook: webhook })),
      'visitor:updated': (visitor) => show(() => ({ heardVisitor: visitor })),
      'visitor:removed'({ visitorId }) {
        show(({ present }) => ({ present: new Set([...present].filter((id) => id !== visitorId)) }))
      },
      'site:updated'(site) {
        show(({ sites }) => {
          const others = sites.filter(({ siteId }) => siteId !== site.siteId)
          return { sites: [...others, site].toSorted((a, b) => (a.siteId < b.siteId ? -1 : 1)) }
        })
      },
      'presence:state'({ present }) {
        const visitors = present.filter(
          ({ userType, status }) => userType === 'visitor' && status === 'online',
        )
        show(() => ({ present: new Set(visitors.map(({ userId }) => userId)) }))
      },
      'chat:viewers'({ chatId, viewers }) {
        show((desk) => ({ viewers: withEntry(desk.viewers, chatId, viewers.length === 0 ? null : viewers) }))
      },
      'draft:changed'({ chatId, draft, deviceId: from }) {
        if (from === deviceId) return
        show((desk) => ({ drafts: new Map(desk.drafts).set(chatId, draft) }))
      },
      'mention:new': () => show(({ unseenMentions }) => ({ unseenMentions: unseenMentions + 1 })),
      'mentions:seen': ({ unseenCount }) => show(() => ({ unseenMentions: unseenCount })),
      'presence:changed'(presence) {
        if (!('userId' in presence) || presence.userType !== 'visitor') return
        show(({ present }) => {
          const changed = new Set(present)
          if (presence.status === 'online') changed.add(presence.userId)
          else changed.delete(presence.userId)
          return { present: changed }
        })
      },
    },
  }
}

function withEntry<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key, value: Value | null): Map<Key, Value> {
  const changed = new Map(map)
  if (value === null) changed.delete(key)
  else changed.set(key, value)
  return changed
}
