import * as v from 'valibot'

/**
 * Ids are UUIDv7 strings: opaque, time-ordered, 74 random bits. They arrive as plain short strings: an id of the wrong shape
 * names nothing, and is answered like any other id that names nothing.
 */
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(100))

export const ChatId = v.pipe(id, v.brand('ChatId'))
export type ChatId = v.InferOutput<typeof ChatId>
export const MessageId = v.pipe(id, v.brand('MessageId'))
export type MessageId = v.InferOutput<typeof MessageId>
export const SiteId = v.pipe(id, v.brand('SiteId'))
export type SiteId = v.InferOutput<typeof SiteId>
export const VisitorId = v.pipe(id, v.brand('VisitorId'))
export type VisitorId = v.InferOutput<typeof VisitorId>
export const CommercialId = v.pipe(id, v.brand('CommercialId'))
export type CommercialId = v.InferOutput<typeof CommercialId>
export const FileId = v.pipe(id, v.brand('FileId'))
export type FileId = v.InferOutput<typeof FileId>
export const ReplyId = v.pipe(id, v.brand('ReplyId'))
export type ReplyId = v.InferOutput<typeof ReplyId>
export const MacroId = v.pipe(id, v.brand('MacroId'))
export type MacroId = v.InferOutput<typeof MacroId>
export const ViewId = v.pipe(id, v.brand('ViewId'))
export type ViewId = v.InferOutput<typeof ViewId>
export const PushDeviceId = v.pipe(id, v.brand('PushDeviceId'))
export type PushDeviceId = v.InferOutput<typeof PushDeviceId>
export const InvitationId = v.pipe(id, v.brand('InvitationId'))
export type InvitationId = v.InferOutput<typeof InvitationId>
export const WebhookId = v.pipe(id, v.brand('WebhookId'))
export type WebhookId = v.InferOutput<typeof WebhookId>
export const DeliveryId = v.pipe(id, v.brand('DeliveryId'))
export type DeliveryId = v.InferOutput<typeof DeliveryId>
/** Either of those who write in a chat. */
export type UserId = VisitorId | CommercialId
