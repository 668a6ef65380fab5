const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('')

/** The region code of each time zone; made when it is first asked for. */
let regions: ReadonlyMap<string, string> | undefined

/** The country that a time zone lies in, by its name in the reader's language; null where this browser cannot tell. */
export function countryOf(timeZone: string, locale: string): string | null {
  regions ??= readRegions()
  const region = regions.get(timeZone)
  return region === undefined ? null : (new Intl.DisplayNames(locale, { type: 'region' }).of(region) ?? null)
}

function readRegions(): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const first of LETTERS) {
    for (const second of LETTERS) {
      const region = first + second
      for (const zone of zonesOf(region)) if (!found.has(zone)) found.set(zone, region)
    }
  }
  return found
}

/** Not in every browser yet, and not in TypeScript's library. */
interface ZonedLocale extends Intl.Locale {
  getTimeZones?(): readonly string[] | undefined
}

function zonesOf(region: string): readonly string[] {
  try {
    const locale: ZonedLocale = new Intl.Locale(`und-${region}`)
    return locale.getTimeZones?.() ?? []
  } catch {
    return []
  }
}
