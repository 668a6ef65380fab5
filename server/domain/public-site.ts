import type { SiteSettings, Texts } from '#shared/site-settings.ts'
import type { PublicSite } from '#shared/site.ts'
import { accentTokens } from '#shared/accent.ts'
import type { Clock } from './clock.ts'
import { openingAt } from './office-hours.ts'
import type { Presence } from './presence.ts'
import type { CommercialRecord, SiteRecord } from './records.ts'
import type { ReplyTimes } from './reply-times.ts'
import type { PeopleStorage } from './storage.ts'
import { toTeammate, toTime } from './views.ts'

/** Faces in a panel's header: those who are there first, and no more than fit. */
const FACES = 3

interface Deps {
  readonly storage: Pick<PeopleStorage, 'commercialsOf'>
  readonly presence: Presence
  readonly replyTimes: ReplyTimes
  readonly clock: Clock
}

/** What anybody may know of a site before saying a word: an allow-list, in the language that they asked for. */
export async function toPublicSite(
  deps: Deps,
  site: SiteRecord,
  locale: string = site.locale,
): Promise<PublicSite> {
  const { appearance, officeHours, features, limits } = site.settings
  const { accent, position, theme, launcher, showTeam } = appearance
  const { files, sound, undoSendSeconds, rating, transcript, drafts, presenceBoard } = features
  const expectedReplyMinutes = await deps.replyTimes.expectedMinutes(site.siteId)
  const { isOpen, nextOpening } = openingAt(officeHours, deps.clock.now())
  return {
    name: site.name,
    appearance: { ...(accent !== null && accentTokens(accent)), position, theme, launcher },
    locale: site.locale,
    texts: textsIn(site, locale),
    preChat: preChatIn(site, locale),
    teasers: teasersIn(site, locale),
    features: { files, sound, undoSendSeconds, rating, transcript, drafts, presence: presenceBoard },
    limits: { maxFileBytes: limits.maxFileBytes, maxImageEdge: limits.maxImageEdge },
    online: isOpen && deps.presence.isOnline(site.siteId),
    team: showTeam ? await faces(deps, site) : [],
    ...(expectedReplyMinutes !== undefined && { expectedReplyMinutes }),
    ...(nextOpening !== null && { nextOpening: toTime(nextOpening) }),
  }
}

async function faces({ storage, presence }: Deps, { siteId }: SiteRecord): Promise<PublicSite['team']> {
  const isHere = ({ commercialId }: CommercialRecord) => presence.statusOf(commercialId) === 'online'
  const team = await storage.commercialsOf([siteId])
  const here = team.filter(isHere)
  const away = team.filter((person) => !isHere(person))
  return [...here, ...away].slice(0, FACES).map(toTeammate)
}

function textsIn({ settings, locale: own }: SiteRecord, locale: string): Texts {
  const { greeting, placeholder, teaser, offlineTitle, offlineBody } =
    inLanguage(settings.texts, locale, own) ?? {}
  return {
    ...(greeting !== undefined && { greeting }),
    ...(placeholder !== undefined && { placeholder }),
    ...(teaser !== undefined && { teaser }),
    ...(offlineTitle !== undefined && { offlineTitle }),
    ...(offlineBody !== undefined && { offlineBody }),
  }
}

function preChatIn(
  { settings: { preChat }, locale: own }: SiteRecord,
  locale: string,
): PublicSite['preChat'] {
  if (preChat === null) return null
  return {
    fields: preChat.fields.map(({ key, isRequired, label, options }) => {
      const words = inLanguage(label ?? {}, locale, own)
      return {
        key,
        isRequired,
        ...(words !== undefined && { label: words }),
        ...(options !== undefined && { options: [...options] }),
      }
    }),
    consent: consentIn(preChat.consent, locale, own),
  }
}

type Consent = NonNullable<SiteSettings['preChat']>['consent']

function consentIn(
  consent: Consent,
  locale: string,
  own: string,
): NonNullable<PublicSite['preChat']>['consent'] {
  if (consent === null) return null
  // Whoever wrote it in no language of ours wrote it once: to show none would be to ask for consent to nothing.
  const text = inLanguage(consent.text, locale, own) ?? Object.values(consent.text)[0]
  if (text === undefined) return null
  const { version, privacyUrl } = consent
  return { version, text, ...(privacyUrl !== undefined && { privacyUrl }) }
}

/** A teaser with nothing to say in this language is none. */
function teasersIn(site: SiteRecord, locale: string): PublicSite['teasers'] {
  const common = textsIn(site, locale).teaser
  return site.settings.teasers.flatMap(({ text, url, delaySeconds, scrollPercent, exitIntent, once }) => {
    const words = inLanguage(text ?? {}, locale, site.locale) ?? common
    if (words === undefined) return []
    const rule = { delaySeconds, scrollPercent, exitIntent, once }
    return [{ text: words, ...(url !== undefined && { url }), ...rule }]
  })
}

/** The words for a language tag: its own, else its language's, else the site's. */
function inLanguage<Words>(
  record: Readonly<Record<string, Words>>,
  locale: string,
  own: string,
): Words | undefined {
  const byTag = new Map(Object.entries(record).map(([tag, words]) => [canonical(tag), words]))
  for (const tag of [locale, languageOf(locale), own, languageOf(own)]) {
    const words = byTag.get(canonical(tag))
    if (words !== undefined) return words
  }
  return undefined
}

function canonical(tag: string): string {
  return tag.toLowerCase().replaceAll('_', '-')
}

function languageOf(tag: string): string {
  return tag.split(/[-_]/)[0] ?? tag
}
