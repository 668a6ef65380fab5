import type { ChangeSettings, SiteSettings, Texts } from '#shared/site-settings.ts'

const initial: SiteSettings = {
  appearance: { accent: null, position: 'end', theme: 'host', launcher: 'corner', showTeam: true },
  texts: {},
  officeHours: null,
  preChat: null,
  teasers: [],
  features: {
    files: true,
    sound: true,
    undoSendSeconds: 0,
    presenceBoard: false,
    rating: true,
    transcript: true,
    drafts: true,
  },
  limits: { maxFileBytes: 20 * 1024 * 1024, maxImageEdge: null },
  routing: { mode: 'manual', maxChats: null, targetMinutes: 5 },
  retentionDays: null,
  autoReturnMinutes: null,
}

/**
 * What is stored is only what an admin has said: settings that come with a later release have their initial value on every site,
 * and an initial value that changes does so wherever nobody chose another.
 */
export function completeSettings(said: ChangeSettings): SiteSettings {
  return {
    appearance: overlay(initial.appearance, said.appearance),
    texts: mergeTexts({}, said.texts),
    officeHours: said.officeHours === undefined ? initial.officeHours : said.officeHours,
    preChat: said.preChat === undefined ? initial.preChat : said.preChat,
    teasers: said.teasers ?? initial.teasers,
    features: overlay(initial.features, said.features),
    limits: overlay(initial.limits, said.limits),
    routing: overlay(initial.routing, said.routing),
    retentionDays: said.retentionDays === undefined ? initial.retentionDays : said.retentionDays,
    autoReturnMinutes:
      said.autoReturnMinutes === undefined ? initial.autoReturnMinutes : said.autoReturnMinutes,
  }
}

/** What was said, and then this. Sections and languages are merged; everything else is replaced. */
export function mergeSettings(said: ChangeSettings, change: ChangeSettings): ChangeSettings {
  return {
    ...said,
    ...withoutAbsent(change),
    appearance: { ...said.appearance, ...withoutAbsent(change.appearance ?? {}) },
    features: { ...said.features, ...withoutAbsent(change.features ?? {}) },
    limits: { ...said.limits, ...withoutAbsent(change.limits ?? {}) },
    routing: { ...said.routing, ...withoutAbsent(change.routing ?? {}) },
    texts: mergeTexts(mergeTexts({}, said.texts), change.texts),
  }
}

function overlay<Section extends object>(
  base: Section,
  said: { readonly [Key in keyof Section]?: Section[Key] | undefined } = {},
): Section {
  return { ...base, ...withoutAbsent(said) }
}

function mergeTexts(texts: SiteSettings['texts'], change: ChangeSettings['texts']): SiteSettings['texts'] {
  const merged = new Map(Object.entries(texts))
  for (const [locale, words] of Object.entries(change ?? {})) {
    if (words === null) merged.delete(locale)
    else merged.set(locale, withoutNull({ ...merged.get(locale), ...words }))
  }
  return Object.fromEntries(merged)
}

function withoutNull(words: Record<string, string | null | undefined>): Texts {
  return Object.fromEntries(Object.entries(words).filter(([, text]) => text !== null && text !== undefined))
}

/** A field that was not said must not erase what is there. */
function withoutAbsent<Said extends object>(said: Said): Said {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Said
}
