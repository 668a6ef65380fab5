import * as v from 'valibot'
import { SiteId } from './ids.ts'
import { Teammate } from './person.ts'
import { Appearance, ChangeSettings, Features, SiteLimits, SiteSettings, Texts } from './site-settings.ts'
import { line, Locale, Timestamp } from './text.ts'

const SiteKey = v.pipe(
  v.string(),
  v.regex(/^[a-z\d](?:[a-z\d-]{0,38}[a-z\d])?$/, 'Small letters, digits and hyphens, at most 40'),
)

/**
 * A browser's `Origin`, letter for letter, since that is how it is compared; a port may be `*`. The default port is never said in
 * one, so a list that says it would match nothing.
 */
const Origin = v.pipe(
  v.string(),
  v.maxLength(300),
  v.regex(
    /^https?:\/\/(?:[a-z\d_](?:[a-z\d_-]*[a-z\d_])?(?:\.[a-z\d_](?:[a-z\d_-]*[a-z\d_])?)*|\[[\da-f:]+\])(?::(?:\*|[1-9]\d{0,4}))?$/,
    'An origin such as https://shop.example.com, in small letters and without a path',
  ),
  v.check((origin) => !/^(http:.*[^:]:80|https:.*[^:]:443)$/.test(origin), 'Leave the default port out'),
)
const Origins = v.pipe(v.array(Origin), v.maxLength(100))

/** For whom signed tokens vouch. The secret itself is shown once, when the key is made. */
export const IdentityKey = v.object({
  kid: v.string(),
  algorithm: v.picklist(['HS256', 'ES256']),
  createdAt: Timestamp,
  /** Its secret is sealed with a key that the server does not have: what it signs is refused. */
  isLost: v.optional(v.literal(true)),
})
export type IdentityKey = v.InferOutput<typeof IdentityKey>

export const AddIdentityKey = v.pipe(
  v.object({
    algorithm: v.optional(v.picklist(['HS256', 'ES256']), 'HS256'),
    /** For ES256: the public part in PEM (SPKI). The site's server keeps the private one to itself. */
    publicKey: v.optional(v.pipe(v.string(), v.maxLength(2_000))),
  }),
  v.forward(
    v.partialCheck(
      [['algorithm'], ['publicKey']],
      ({ algorithm, publicKey }) => (algorithm === 'ES256') === (publicKey !== undefined),
      'ES256 takes a public key, and HS256 takes none',
    ),
    ['publicKey'],
  ),
)
export type AddIdentityKey = v.InferOutput<typeof AddIdentityKey>

export const AddedIdentityKey = v.object({
  ...IdentityKey.entries,
  /** HS256 only, and never shown again. It signs as it stands, letter for letter: it is not to be decoded. */
  secret: v.optional(v.string()),
})

/** A site as those who answer it see it. */
export const Site = v.object({
  siteId: SiteId,
  /** The public name in `data-site`. */
  siteKey: v.string(),
  name: v.string(),
  /** Whose pages may talk to us. */
  origins: v.array(v.string()),
  /** The language of whoever speaks none that the site has words in. */
  locale: v.string(),
  /** Of all this together: another one after every change. */
  revision: v.string(),
  ...SiteSettings.entries,
  /** To an admin who reads one site. */
  identityKeys: v.optional(v.array(IdentityKey)),
})
export type Site = v.InferOutput<typeof Site>

export const CreateSite = v.object({
  name: line(120),
  /** Absent: a random one. */
  siteKey: v.optional(SiteKey),
  /** Absent: this machine only, which is enough to try it. */
  origins: v.optional(Origins),
  locale: v.optional(Locale, 'es'),
  ...ChangeSettings.entries,
})
export type CreateSite = v.InferOutput<typeof CreateSite>

/** Says only what changes. */
export const UpdateSite = v.object({
  name: v.optional(line(120)),
  siteKey: v.optional(SiteKey),
  origins: v.optional(Origins),
  locale: v.optional(Locale),
  /** What the change was made on. Refused with `site_changed` when somebody has changed it since. */
  revision: v.optional(v.pipe(v.string(), v.maxLength(100))),
  ...ChangeSettings.entries,
})
export type UpdateSite = v.InferOutput<typeof UpdateSite>

const { position, theme, launcher } = Appearance.entries
const { presenceBoard: _, ...visitorFeatures } = Features.entries

/** What a visitor's page may know of a site before anybody says a word, in one language. */
export const PublicSite = v.object({
  name: v.string(),
  appearance: v.object({
    /** Absent: the product's own colours. Otherwise all four, each legible where it is used. */
    accent: v.optional(v.string()),
    /** On the accent. */
    onAccent: v.optional(v.string()),
    /** The accent as text on a light surface, and on a dark one. */
    accentInk: v.optional(v.string()),
    accentInkDark: v.optional(v.string()),
    position,
    theme,
    launcher,
  }),
  locale: v.string(),
  texts: Texts,
  preChat: v.nullable(
    v.object({
      fields: v.array(
        v.object({
          key: v.picklist(['name', 'email', 'phone', 'topic']),
          isRequired: v.boolean(),
          label: v.optional(v.string()),
          options: v.optional(v.array(v.string())),
        }),
      ),
      consent: v.nullable(
        v.object({ version: v.string(), text: v.string(), privacyUrl: v.optional(v.string()) }),
      ),
    }),
  ),
  teasers: v.array(
    v.object({
      text: v.string(),
      url: v.optional(v.string()),
      delaySeconds: v.number(),
      scrollPercent: v.number(),
      exitIntent: v.boolean(),
      once: v.boolean(),
    }),
  ),
  features: v.object({
    ...visitorFeatures,
    /** Whether pages are told before anybody writes. */
    presence: v.boolean(),
  }),
  limits: SiteLimits,
  /** Whether somebody is there to answer now: present, and within office hours. */
  online: v.boolean(),
  /** Those who are there first; none where the site shows no faces. */
  team: v.array(Teammate),
  /** The median of the last seven days, rounded up; absent while fewer than five chats were answered. */
  expectedReplyMinutes: v.optional(v.number()),
  /** When closed: when office hours begin again. */
  nextOpening: v.optional(Timestamp),
})
export type PublicSite = v.InferOutput<typeof PublicSite>

export const PublicSiteQuery = v.object({
  /** The visitor's language; absent: the site's own. */
  locale: v.optional(Locale),
})
