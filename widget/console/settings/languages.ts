/** The languages that the widget speaks by itself: those that one may well want to write in. */
export const LANGUAGES = ['es', 'en', 'fr', 'de', 'pt', 'it', 'ca', 'ar', 'zh', 'ja'] as const

/** A language's name in another language, or its tag where that has none. */
export function languageName(locale: string, tag: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}

/** For a choice of time zones: one's own first. */
export function timeZones(chosen: string): readonly string[] {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  return [...new Set([chosen, own, ...Intl.supportedValuesOf('timeZone')])]
}
