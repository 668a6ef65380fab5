import type { ChatStatus } from '#shared/chat.ts'
import type { ChatId, CommercialId, FileId, MessageId, SiteId, UserId, VisitorId } from '#shared/ids.ts'
import type { MessageType, SenderType } from '#shared/message.ts'
import type { Attributes, Page, Role } from '#shared/person.ts'
import type { SiteSettings } from '#shared/site-settings.ts'
import type { Audience } from './identity.ts'

/**
 * What the store holds: the whole truth, notes included. Nothing of this leaves the server but through `views.ts`.
 * Times are milliseconds since 1970.
 */
export interface MessageRecord {
  readonly messageId: MessageId
  readonly chatId: ChatId
  /** Place in the commercials' numbering, which counts notes. */
  readonly seq: number
  /** Place in the visitor's numbering; null for a note. */
  readonly publicSeq: number | null
  readonly senderId: UserId
  readonly senderType: SenderType
  readonly senderName: string
  readonly content: string
  readonly type: MessageType
  readonly isInternal: boolean
  readonly isFirstResponse: boolean
  readonly sentAt: number
  readonly clientMessageId: string | null
  /** Whom a note names. */
  readonly mentions: readonly CommercialId[]
  /** Gone once deleted. */
  readonly attachment: AttachmentRecord | null
  readonly editedAt: number | null
  readonly deletedAt: number | null
}

/** What was uploaded, as the server found it. */
export interface AttachmentRecord {
  readonly fileId: FileId
  readonly fileName: string
  /** Bytes. */
  readonly fileSize: number
  readonly mimeType: string
  /** Pixels, of pictures. */
  readonly width: number | null
  readonly height: number | null
}

/** An upload, and where it stands. */
export interface FileRecord extends AttachmentRecord {
  /** Under which name the file store has it: random, and told to nobody. */
  readonly storageKey: string
  /** null once its chat is gone. */
  readonly chatId: ChatId | null
  readonly uploaderSide: Audience
  /** `loose`: not on a message yet. `lost`: its message is gone, so that nobody may see it again. */
  readonly state: 'loose' | 'attached' | 'lost'
  /** Whether it is on a note. */
  readonly isInternal: boolean
}

export interface VisitorRecord {
  readonly visitorId: VisitorId
  readonly siteId: SiteId
  readonly name: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly attributes: Attributes
  readonly topic: string | null
  readonly consent: { readonly version: string; readonly at: number } | null
  /** What the site's own server vouched for. It is in the fields above too, where it comes before what anybody said. */
  readonly verified: VouchedIdentity | null
  readonly locale: string | null
  readonly timeZone: string | null
  readonly page: Page | null
  readonly createdAt: number
  readonly seenAt: number
  readonly blockedAt: number | null
  readonly erasedAt: number | null
}

/** Who a customer is, in the word of the site's own server. */
export interface VouchedIdentity {
  /** The customer's own id with the site. */
  readonly userId: string
  readonly name?: string | undefined
  readonly email?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** A step of a visitor's way through the site. */
export type TrailRecord = { readonly at: number } & (
  | {
      readonly kind: 'page'
      readonly url: string
      readonly title?: string | undefined
      readonly referrer?: string | undefined
    }
  | { readonly kind: 'event'; readonly name: string; readonly props: Attributes }
)

export interface IdentityKeyRecord {
  readonly kid: string
  readonly algorithm: 'HS256' | 'ES256'
  /** The shared secret as it was shown, or the public key in PEM. Null: sealed with a key that this server does not have. */
  readonly key: string | null
  readonly createdAt: number
}

export interface RatingRecord {
  readonly score: number
  readonly comment: string | null
  readonly ratedAt: number
}

export interface TeammateRecord {
  readonly commercialId: CommercialId
  readonly name: string
}

/** A place in a chat, in both numberings. */
export interface Position {
  readonly seq: number
  readonly publicSeq: number
}

export interface ChatRecord {
  readonly chatId: ChatId
  readonly siteId: SiteId
  readonly visitor: VisitorRecord
  readonly status: ChatStatus
  readonly assignee: TeammateRecord | null
  readonly tags: readonly string[]
  readonly createdAt: number
  readonly updatedAt: number
  /** As `updatedAt`, had there never been a note. */
  readonly publicUpdatedAt: number
  readonly lastSeq: number
  readonly lastPublicSeq: number
  readonly lastMessage: MessageRecord | null
  readonly lastPublicMessage: MessageRecord | null
  /** The newest edit or deletion; of public messages alone. */
  readonly lastChangeAt: number | null
  readonly lastPublicChangeAt: number | null
  readonly firstResponseAt: number | null
  readonly waitingSince: number | null
  readonly closedAt: number | null
  readonly rating: RatingRecord | null
  /** Internal: the visitor is not told that they were put off. */
  readonly snoozedUntil: number | null
  /** How far the visitor, and whoever of the team is furthest, have read. */
  readonly visitorRead: Position
  readonly teamRead: Position
  readonly unread: UnreadRecord
}

/** Unread counts stop at `MAX_UNREAD`. */
export interface UnreadRecord {
  readonly visitor: number
  /** Each commercial who has read here at all, or marked it as unread, and how far. */
  readonly commercials: ReadonlyMap<CommercialId, OwnUnreadRecord>
  /** What every other commercial has not read. */
  readonly otherCommercials: number
}

interface OwnUnreadRecord {
  readonly seq: number
  readonly count: number
  /** They want to come back to it, however far they have read. */
  readonly isMarked: boolean
}

export interface CommercialRecord {
  readonly commercialId: CommercialId
  readonly name: string
  readonly email: string
  readonly role: Role
  /** For an admin: every site. */
  readonly siteIds: readonly SiteId[]
}

export interface SiteRecord {
  readonly siteId: SiteId
  /** The public name in `data-site`. */
  readonly siteKey: string
  readonly name: string
  /** Exact origins; a port may be `*`. */
  readonly origins: readonly string[]
  readonly locale: string
  /** Of all of it: another one after every change. */
  readonly revision: string
  readonly settings: SiteSettings
}
