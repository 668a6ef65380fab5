import * as v from 'valibot'
import { CommercialId, SiteId, VisitorId } from './ids.ts'
import {
  MAX_ATTRIBUTE_LENGTH,
  MAX_ATTRIBUTE_NAME_LENGTH,
  MAX_ATTRIBUTES,
  MAX_PAGE_TITLE_LENGTH,
  MAX_PASSWORD_LENGTH,
  MAX_URL_LENGTH,
  MIN_PASSWORD_LENGTH,
} from './limits.ts'
import { CleanText, Email, line, Locale, recordOf, Timestamp, TimeZoneName } from './text.ts'

export const Role = v.picklist(['commercial', 'admin'])
export type Role = v.InferOutput<typeof Role>

export const PresenceStatus = v.picklist(['online', 'away', 'offline'])
export type PresenceStatus = v.InferOutput<typeof PresenceStatus>

/** A person who answers, as colleagues see them. */
export const Commercial = v.object({
  commercialId: CommercialId,
  name: v.string(),
  email: v.string(),
  role: Role,
  siteIds: v.array(SiteId),
  avatarUrl: v.optional(v.string()),
  status: v.optional(PresenceStatus),
})
export type Commercial = v.InferOutput<typeof Commercial>

/** A person who answers, as visitors see them: no e-mail, nothing internal. */
export const Teammate = v.object({
  commercialId: CommercialId,
  name: v.string(),
  avatarUrl: v.optional(v.string()),
})
export type Teammate = v.InferOutput<typeof Teammate>

export const Page = v.object({
  url: v.pipe(CleanText, v.maxLength(MAX_URL_LENGTH), v.regex(/^https?:\/\//i, 'An http or https address')),
  title: v.optional(v.pipe(CleanText, v.maxLength(MAX_PAGE_TITLE_LENGTH))),
})
export type Page = v.InferOutput<typeof Page>

export const Attributes = v.pipe(
  recordOf(
    v.pipe(CleanText, v.minLength(1), v.maxLength(MAX_ATTRIBUTE_NAME_LENGTH)),
    v.nullable(v.union([v.pipe(CleanText, v.maxLength(MAX_ATTRIBUTE_LENGTH)), v.number(), v.boolean()])),
  ),
  v.check(
    (attributes) => Object.keys(attributes).length <= MAX_ATTRIBUTES,
    `At most ${MAX_ATTRIBUTES} attributes`,
  ),
)
export type Attributes = v.InferOutput<typeof Attributes>

/** A person on the site. */
export const Visitor = v.object({
  visitorId: VisitorId,
  siteId: SiteId,
  /** Absent until the visitor or the page says one; whoever shows it chooses the word for "Visitor". */
  name: v.optional(v.string()),
  email: v.optional(v.string()),
  phone: v.optional(v.string()),
  attributes: Attributes,
  /** What they chose before the first message. */
  topic: v.optional(v.string()),
  /** Which words they agreed to, and when. */
  consent: v.optional(v.object({ version: v.string(), at: Timestamp })),
  /** Whether the site's own server vouched for who this is. What a page says unsigned is shown as unverified. */
  isVerified: v.boolean(),
  /** What it vouched for; whatever else is known of them, somebody merely said. */
  verified: v.optional(
    v.object({
      userId: v.string(),
      name: v.optional(v.string()),
      email: v.optional(v.string()),
      attributes: v.optional(Attributes),
    }),
  ),
  locale: v.optional(v.string()),
  timeZone: v.optional(v.string()),
  page: v.optional(Page),
  createdAt: Timestamp,
  /** Commercials only, as are the next two. */
  lastSeenAt: v.optional(Timestamp),
  blockedAt: v.optional(Timestamp),
  /** Since when nothing is known of them any more. */
  erasedAt: v.optional(Timestamp),
})
export type Visitor = v.InferOutput<typeof Visitor>

export const OpenVisitorSession = v.object({
  siteKey: v.optional(v.pipe(v.string(), v.maxLength(100))),
  /** A token kept from before; a bad one is refused, never replaced in silence. */
  token: v.optional(v.pipe(v.string(), v.maxLength(200))),
  identity: v.optional(v.pipe(v.string(), v.maxLength(8_000))),
  page: v.optional(Page),
  locale: v.optional(Locale),
  timeZone: v.optional(TimeZoneName),
})
export type OpenVisitorSession = v.InferOutput<typeof OpenVisitorSession>

/** What a visitor may say about themself. `null` forgets a value. */
export const DescribeVisitor = v.object({
  name: v.optional(v.nullable(line(120))),
  email: v.optional(v.nullable(Email)),
  phone: v.optional(v.nullable(line(40))),
  attributes: v.optional(Attributes),
  topic: v.optional(v.nullable(line(80))),
  /** The version of the words that were agreed to; null takes it back. */
  consent: v.optional(v.nullable(v.object({ version: line(40) }))),
})
export type DescribeVisitor = v.InferOutput<typeof DescribeVisitor>

export const Password = v.pipe(v.string(), v.minLength(MIN_PASSWORD_LENGTH), v.maxLength(MAX_PASSWORD_LENGTH))

// A login states no minimum: a short guess is a wrong password, not a malformed request.
export const Login = v.object({
  email: v.pipe(v.string(), v.maxLength(254)),
  password: v.pipe(v.string(), v.maxLength(MAX_PASSWORD_LENGTH)),
})
export const SetUp = v.object({
  setupToken: v.pipe(v.string(), v.maxLength(200)),
  name: line(120),
  email: Email,
  password: Password,
})
export const CreateCommercial = v.object({
  name: line(120),
  email: Email,
  password: Password,
  role: v.optional(Role, 'commercial'),
  /** Absent: the default site. */
  siteIds: v.optional(v.pipe(v.array(SiteId), v.maxLength(100))),
})

/** What an admin changes about a person; absent: as it was. */
export const ChangeCommercial = v.object({
  name: v.optional(line(120)),
  role: v.optional(Role),
  siteIds: v.optional(v.pipe(v.array(SiteId), v.maxLength(100))),
  /** Somebody who left, or (`false`) came back. */
  isDisabled: v.optional(v.boolean()),
})
export const CommercialsQuery = v.object({ left: v.optional(v.picklist(['true'])) })
export const ChangeSelf = v.object({ name: line(120) })
export const ChangePassword = v.object({
  currentPassword: v.pipe(v.string(), v.maxLength(MAX_PASSWORD_LENGTH)),
  newPassword: Password,
})

export const AccessToken = v.object({
  accessToken: v.string(),
  /** Seconds. */
  expiresIn: v.number(),
})
export const LoggedIn = v.object({ ...AccessToken.entries, commercial: Commercial })
export type LoggedIn = v.InferOutput<typeof LoggedIn>
