import * as v from 'valibot'
import { MAX_FILE_BYTES, MAX_IMAGE_EDGE, MAX_PRE_CHAT_FIELDS, MIN_IMAGE_EDGE } from './limits.ts'
import { OfficeHours } from './office-hours.ts'
import { CleanText, line, Locale, recordOf } from './text.ts'

const HttpAddress = v.pipe(
  CleanText,
  v.maxLength(2_000),
  v.regex(/^https?:\/\/[^\s]+$/i, 'An http or https address'),
)

function whole(min: number, max: number) {
  return v.pipe(v.number(), v.safeInteger(), v.minValue(min), v.maxValue(max))
}

/** Clean text that may have more lines than one. */
function paragraph(maxLength: number) {
  return v.pipe(CleanText, v.trim(), v.minLength(1), v.maxLength(maxLength))
}

/** Words by language tag. Whoever has none of theirs gets those of the site's own language. */
function perLanguage<Words extends v.GenericSchema>(words: Words) {
  return v.pipe(
    recordOf(Locale, words),
    v.check((record) => Object.keys(record).length <= 20, 'At most 20 languages'),
  )
}

export const Appearance = v.object({
  /** The brand's colour; null: the product's own. What is legible on it is worked out by the server. */
  accent: v.nullable(
    v.pipe(v.string(), v.regex(/^#[\da-f]{6}$/i, 'A colour such as #145e43'), v.toLowerCase()),
  ),
  /** A side of the page that follows its direction. */
  position: v.picklist(['end', 'start']),
  /** `host`: as the page around it. */
  theme: v.picklist(['auto', 'light', 'dark', 'host']),
  launcher: v.picklist(['corner', 'none']),
  /** Faces and names of who answers, in the header. */
  showTeam: v.boolean(),
})

const words = {
  greeting: paragraph(500),
  placeholder: line(120),
  teaser: line(200),
  offlineTitle: line(120),
  offlineBody: paragraph(1_000),
}
export const Texts = v.partial(v.object(words))
export type Texts = v.InferOutput<typeof Texts>

const PreChatField = v.pipe(
  v.object({
    key: v.picklist(['name', 'email', 'phone', 'topic']),
    isRequired: v.optional(v.boolean(), false),
    /** Absent: the widget's own word for the key. */
    label: v.optional(perLanguage(line(80))),
    /** What a topic may be. */
    options: v.optional(v.pipe(v.array(line(80)), v.minLength(1), v.maxLength(20))),
  }),
  v.forward(
    v.partialCheck(
      [['key'], ['options']],
      ({ key, options }) => (key === 'topic') === (options !== undefined),
      'A topic has options, and nothing else does',
    ),
    ['options'],
  ),
)

/** What is asked before the first message. */
export const PreChat = v.object({
  fields: v.pipe(
    v.array(PreChatField),
    v.maxLength(MAX_PRE_CHAT_FIELDS),
    v.check((fields) => new Set(fields.map(({ key }) => key)).size === fields.length, 'Each field once'),
  ),
  /** The line to agree to. Its version is stored with whoever agrees, so change it whenever the words change. */
  consent: v.optional(
    v.nullable(
      v.object({
        version: line(40),
        text: perLanguage(paragraph(500)),
        privacyUrl: v.optional(HttpAddress),
      }),
    ),
    null,
  ),
})

/** When the closed widget speaks first. Every condition that is given must hold. */
const Teaser = v.object({
  /** Absent: the site's own `teaser` text. */
  text: v.optional(perLanguage(line(200))),
  /** A path or an address in which `*` is anything; absent: every page. */
  url: v.optional(
    v.pipe(CleanText, v.maxLength(300), v.regex(/^(\/|\*|https?:\/\/)/i, 'A path, an address or *')),
  ),
  delaySeconds: v.optional(whole(0, 3_600), 0),
  scrollPercent: v.optional(whole(0, 100), 0),
  exitIntent: v.optional(v.boolean(), false),
  /** Not again for this visitor, even if they did nothing with it. */
  once: v.optional(v.boolean(), true),
})

export const Features = v.object({
  files: v.boolean(),
  sound: v.boolean(),
  /** How long a sent message can be taken back; 0: not at all. */
  undoSendSeconds: whole(0, 10),
  /** Whether commercials see who is on the site before anybody writes. */
  presenceBoard: v.boolean(),
  rating: v.boolean(),
  transcript: v.boolean(),
  /** Whether the browser keeps unsent text across pages. */
  drafts: v.boolean(),
})

export const SiteLimits = v.object({
  maxFileBytes: whole(1_024, MAX_FILE_BYTES),
  /** Pixels: pictures that are larger on a side are made smaller in the browser before they are sent; null: sent as they are. */
  maxImageEdge: v.nullable(whole(MIN_IMAGE_EDGE, MAX_IMAGE_EDGE)),
})

/** Who gets a chat that nobody has, among those online. */
export const Routing = v.object({
  /** `manual`: whoever takes it. `roundRobin`: one after the other. `leastBusy`: who has fewest. */
  mode: v.picklist(['manual', 'roundRobin', 'leastBusy']),
  /** Open chats beyond which nobody is given more; null: without limit. Whoever takes one by hand is not stopped. */
  maxChats: v.nullable(whole(1, 100)),
  /** Minutes within which a visitor should have an answer: what the console measures waiting against. */
  targetMinutes: whole(1, 1_440),
})
export type Routing = v.InferOutput<typeof Routing>

/** Everything that an admin decides about a site, beyond its name and where it lives. */
export const SiteSettings = v.object({
  appearance: Appearance,
  texts: perLanguage(Texts),
  /** null: always open. */
  officeHours: v.nullable(OfficeHours),
  /** null: nothing is asked. */
  preChat: v.nullable(PreChat),
  teasers: v.pipe(v.array(Teaser), v.maxLength(10)),
  features: Features,
  limits: SiteLimits,
  routing: Routing,
  /** Days without a sign of a visitor after which they are erased, chats and all, unless one is open; null: kept. */
  retentionDays: v.nullable(whole(1, 3_650)),
  /** Minutes without an answer after which a chat goes back to the queue; null: never. */
  autoReturnMinutes: v.nullable(whole(1, 1_440)),
})
export type SiteSettings = v.InferOutput<typeof SiteSettings>

const ForgettableTexts = {
  greeting: v.nullable(words.greeting),
  placeholder: v.nullable(words.placeholder),
  teaser: v.nullable(words.teaser),
  offlineTitle: v.nullable(words.offlineTitle),
  offlineBody: v.nullable(words.offlineBody),
}

/** Says only what changes: sections and languages are merged, everything else is replaced. null forgets a text or a language. */
export const ChangeSettings = v.object({
  appearance: v.optional(v.partial(Appearance)),
  texts: v.optional(perLanguage(v.nullable(v.partial(v.object(ForgettableTexts))))),
  officeHours: v.optional(SiteSettings.entries.officeHours),
  preChat: v.optional(SiteSettings.entries.preChat),
  teasers: v.optional(SiteSettings.entries.teasers),
  features: v.optional(v.partial(Features)),
  limits: v.optional(v.partial(SiteLimits)),
  routing: v.optional(v.partial(Routing)),
  retentionDays: v.optional(SiteSettings.entries.retentionDays),
  autoReturnMinutes: v.optional(SiteSettings.entries.autoReturnMinutes),
})
export type ChangeSettings = v.InferOutput<typeof ChangeSettings>
