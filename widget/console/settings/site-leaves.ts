import type { Site, UpdateSite } from '#shared/site.ts'

/** What the settings change of a site. */
export type EditableKey = Exclude<keyof Site & keyof UpdateSite, 'revision'>

const SECTIONS: readonly EditableKey[] = ['appearance', 'features', 'limits', 'routing']

/**
 * The smallest things of a site that two people can change without being in each other's way, by their paths: `routing.mode`,
 * `texts.es.greeting`, `officeHours`. Values as JSON, to be compared.
 */
export function leavesOf(site: Site, keys: readonly EditableKey[]): ReadonlyMap<string, string> {
  return new Map(
    keys.flatMap((key) => pathsOf(site, key).map(([path, value]) => [path, JSON.stringify(value)])),
  )
}

function pathsOf(site: Site, key: EditableKey): (readonly [string, unknown])[] {
  if (key === 'texts') {
    return Object.entries(site.texts).flatMap(([language, texts]) =>
      Object.entries(texts).map(([name, text]) => [`texts.${language}.${name}`, text] as const),
    )
  }
  if (!SECTIONS.includes(key)) return [[key, tidy(key, site[key])]]
  return Object.entries(site[key] as object).map(([name, value]) => [`${key}.${name}`, value] as const)
}

/** The paths at which they are not the same. */
export function differing(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly string[] {
  const paths = new Set([...before.keys(), ...after.keys()])
  return [...paths].filter((path) => before.get(path) !== after.get(path))
}

/** A change that makes these paths what they are in this site. A text that is not there any more is forgotten. */
export function toChange(paths: readonly string[], site: Site): UpdateSite {
  const change: Record<string, unknown> = {}
  for (const path of paths) {
    const [key = '', ...rest] = path.split('.')
    const value = rest.reduce<unknown>(
      (held, name) => (held as Record<string, unknown> | undefined)?.[name],
      at(site, key),
    )
    put(change, [key, ...rest], value ?? null)
  }
  return change
}

function at(site: Site, key: string): unknown {
  return tidy(key, (site as unknown as Record<string, unknown>)[key])
}

/** Lists that are written line by line: an empty line is none of them. */
function tidy(key: string, value: unknown): unknown {
  if (key === 'origins') return written(value as Site['origins'])
  if (key !== 'preChat' || value === null) return value
  const preChat = value as NonNullable<Site['preChat']>
  const fields = preChat.fields.map((field) =>
    field.options === undefined ? field : { ...field, options: written(field.options) },
  )
  return { ...preChat, fields }
}

function written(lines: readonly string[]): string[] {
  return lines.map((line) => line.trim()).filter((line) => line !== '')
}

function put(into: Record<string, unknown>, [name = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    into[name] = value
    return
  }
  const held = (into[name] ??= {}) as Record<string, unknown>
  put(held, rest, value)
}
