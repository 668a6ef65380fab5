import * as v from 'valibot'
import { Timestamp } from './text.ts'

/** What somebody did, or tried, that the people who run a team may have to look up later. */
export const AUDIT_ACTIONS = [
  'team_set_up',
  'signed_in',
  'signed_out',
  'session_ended',
  // A cookie that had been exchanged came back: a copy of it is in other hands.
  'session_reused',
  'other_sessions_ended',
  'password_changed',
  'invitation_made',
  'invitation_taken_back',
  'invitation_accepted',
  'person_added',
  'person_changed',
  'site_added',
  'site_changed',
  'site_key_rotated',
  'identity_key_added',
  'identity_key_removed',
  'visitor_changed',
  'visitor_exported',
  'visitor_erased',
  'visitor_merged',
  'conversation_saved',
  'conversations_exported',
  'webhook_added',
  'webhook_changed',
  'webhook_removed',
  'webhook_secret_rotated',
  // By the server itself: nobody answered for a day, or the address said that it is gone.
  'webhook_stopped',
] as const
export const AuditAction = v.picklist(AUDIT_ACTIONS)
export type AuditAction = v.InferOutput<typeof AuditAction>

/** Who, what, when, from which network, and how it ended. Never what was written, nor a name, an e-mail or a token. */
export const AuditEntry = v.object({
  auditId: v.number(),
  at: Timestamp,
  action: AuditAction,
  /** `done`, or the code of the refusal. */
  outcome: v.string(),
  /** Missing: nobody had signed in. */
  actorType: v.optional(v.picklist(['visitor', 'commercial'])),
  actorId: v.optional(v.string()),
  /** The id of whom or what it was about. */
  subjectId: v.optional(v.string()),
  /** `203.0.113.0/24`, or the /48 of an IPv6 address. */
  addressPrefix: v.optional(v.string()),
})
export type AuditEntry = v.InferOutput<typeof AuditEntry>

const MAX_PAGE = 200

export const AuditQuery = v.strictObject({
  /** Only entries before this one. */
  before: v.optional(
    v.pipe(v.string(), v.regex(/^[1-9]\d{0,14}$/, 'Expected the auditId of an entry'), v.transform(Number)),
  ),
  /** Only what this person or visitor did. */
  actorId: v.optional(v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/, 'Expected an id'))),
  action: v.optional(AuditAction),
  /** From this moment on. */
  from: v.optional(Timestamp),
  /** Before this moment. */
  to: v.optional(Timestamp),
  limit: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,3}$/, `Expected 1 to ${MAX_PAGE}`),
      v.transform(Number),
      v.minValue(1),
      v.maxValue(MAX_PAGE),
    ),
    '50',
  ),
})

/** Newest first. */
export const AuditLog = v.object({
  entries: v.array(AuditEntry),
  /** For `before`; null: there are no older ones. */
  nextBefore: v.nullable(v.number()),
})
