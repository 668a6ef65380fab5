import { describe, expect, it } from 'vitest'
import { consoleEn } from './console.en.ts'
import { personalEn } from './personal.en.ts'
import { statsEn } from './stats.en.ts'

const LANGUAGES = ['es', 'fr', 'de', 'pt', 'it', 'ca', 'ar', 'zh', 'ja'] as const
const PARTS = { console: consoleEn, personal: personalEn, stats: statsEn }

type Texts = Readonly<Record<string, unknown>>

async function wordsOf(part: string, language: string): Promise<Texts> {
  const module = (await import(`./${part}.${language}.ts`)) as Record<string, Texts>
  return Object.values(module)[0] ?? {}
}

/** Every text by where it stands; a text that depends on a number under its most general form. */
function texts(of: Texts, path = ''): [string, string][] {
  return Object.entries(of).flatMap(([key, text]): [string, string][] => {
    if (typeof text !== 'object' || text === null) return [[path + key, String(text)]]
    const forms = text as Texts
    return 'other' in forms ? [[path + key, String(forms['other'])]] : texts(forms, `${path}${key}.`)
  })
}

/** The forms that a language asks for, of every text that depends on a number. */
function forms(of: Texts): Texts[] {
  return Object.values(of).flatMap((text): Texts[] => {
    if (typeof text !== 'object' || text === null) return []
    const inner = text as Texts
    return 'other' in inner ? [inner] : forms(inner)
  })
}

/** By key: in which order a language has its texts says nothing. */
const holes = (of: Texts) =>
  Object.fromEntries(texts(of).map(([key, text]) => [key, (text.match(/\{\w+\}/g) ?? []).toSorted()]))

describe.each(LANGUAGES)('the console’s words in %s', (language) => {
  it.each(Object.entries(PARTS))('say the same of the same values: %s', async (part, english) => {
    expect(holes(await wordsOf(part, language))).toEqual(holes(english))
  })

  it.each(Object.keys(PARTS))('are words everywhere: %s', async (part) => {
    const empty = texts(await wordsOf(part, language)).filter(([, text]) => text.trim() === '')
    expect(empty).toEqual([])
  })

  it('know no form that the language has not', async () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions()
    const known = new Set<string>([...pluralCategories, 'other'])
    const odd = forms(await wordsOf('console', language)).flatMap((text) =>
      Object.keys(text).filter((form) => !known.has(form)),
    )
    expect(odd).toEqual([])
  })
})
