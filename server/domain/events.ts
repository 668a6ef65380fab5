import type { ChatId, CommercialId, SiteId, VisitorId } from '#shared/ids.ts'
import type { DraftRecord } from './desk-storage.ts'
import type { CommercialIdentity, Identity } from './identity.ts'
import type { ChatRecord, CommercialRecord, MessageRecord, SiteRecord, VisitorRecord } from './records.ts'
import type { ReadMove } from './storage.ts'
import type { WebhookRecord } from './webhook-storage.ts'

/** What can happen. Each is told after its commit, never before; who hears it is `realtime/broadcast.ts`. */
export interface DomainEvents {
  MessageSent: { readonly message: MessageRecord; readonly chat: ChatRecord }
  MessageChanged: { readonly message: MessageRecord; readonly chat: ChatRecord }
  MessagesRead: { readonly chat: ChatRecord; readonly reader: Identity; readonly move: ReadMove }
  /** `isByTeam`: a commercial speaks to somebody who has no open chat, and does not know of this one. */
  ChatOpened: { readonly chat: ChatRecord; readonly isByTeam: boolean }
  ChatStatusChanged: { readonly chat: ChatRecord; readonly at: number }
  ChatAssigned: { readonly chat: ChatRecord; readonly at: number }
  /** A note names people. Follows its `MessageSent`. */
  CommercialsMentioned: {
    readonly message: MessageRecord
    readonly chat: ChatRecord
    readonly mentioned: readonly CommercialId[]
  }
  /** `chatId` undefined: in any chat. */
  MentionsSeen: {
    readonly by: CommercialIdentity
    readonly chatId: ChatId | undefined
    readonly unseenCount: number
  }
  /** null: there is none any more. */
  DraftChanged: {
    readonly by: CommercialIdentity
    readonly chat: Pick<ChatRecord, 'chatId' | 'siteId'>
    readonly draft: DraftRecord | null
    readonly deviceId: string | undefined
  }
  /** For whoever marked it, and nobody else. */
  UnreadMarked: { readonly by: CommercialIdentity; readonly chat: ChatRecord }
  /** Something of the chat changed that its row in an inbox shows. Follows every event above but `ChatOpened`. */
  ChatChanged: { readonly chat: ChatRecord }
  /** Something is known of a visitor that was not, or is not any more. */
  VisitorChanged: { readonly visitor: VisitorRecord }
  /** Known by another id from now on; their chats are told by `ChatChanged`. */
  VisitorMerged: Removed & { readonly into: VisitorId }
  /** An open chat that its visitor does not know of: until now it was somebody else’s. */
  ChatRevealed: { readonly chat: ChatRecord }
  /** Nothing is known of them any more, nor what was said in these chats. */
  VisitorErased: Removed & { readonly chats: readonly ChatRecord[] }
  /** Somebody of the team has another name, role or other sites, or left. */
  CommercialChanged: { readonly commercial: CommercialRecord }
  SiteCreated: { readonly site: SiteRecord }
  SiteChanged: { readonly site: SiteRecord }
  /** It is told nothing any more, until somebody enables it again. */
  WebhookStopped: { readonly webhook: WebhookRecord }
  SessionEnded: { readonly sessionId: string; readonly code: 'invalid_token' | 'token_expired' }
}

interface Removed {
  readonly visitorId: VisitorId
  readonly siteId: SiteId
  readonly at: number
}

type Name = keyof DomainEvents
type Subscriber = <N extends Name>(name: N, event: DomainEvents[N]) => void

export interface EventBus {
  emit<N extends Name>(name: N, event: DomainEvents[N]): void
  /** Hears everything; returns how to stop. */
  onAny(subscriber: Subscriber): () => void
}

/** Synchronous and in this process. A subscriber that throws is reported and stops nobody. */
export function createEventBus(report: (cause: unknown) => void): EventBus {
  const subscribers = new Set<Subscriber>()
  return {
    emit(name, event) {
      for (const subscriber of subscribers) {
        try {
          subscriber(name, event)
        } catch (cause) {
          report(cause)
        }
      }
    },
    onAny(subscriber) {
      subscribers.add(subscriber)
      return () => void subscribers.delete(subscriber)
    },
  }
}
