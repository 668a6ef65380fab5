import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/**
 * Every set of words in `widget/i18n` (`console.de.ts`: the console’s in German; `de.ts`: the talk’s) is there in every language, whole, and
 * says the same of the same values. A new set is held to that by lying in the folder.
 */
const LANGUAGES = ['en', 'es', 'fr', 'de', 'pt', 'it', 'ca', 'ar', 'zh', 'ja'] as const
const FOLDER = new URL('../../widget/i18n/', import.meta.url)
const DICTIONARY = new RegExp(String.raw`^(?:(\w+)\.)?(?:${LANGUAGES.join('|')})\.ts$`)

/** Words and signs can be those of English, too: “conversations” is French, and “{from} – {to}” is everybody’s. Sentences never are. */
const LONGEST_SHARED_WORD = 16

type Texts = Readonly<Record<string, unknown>>

const kinds = [
  ...new Set(
    readdirSync(FOLDER).flatMap((file) => {
      const found = DICTIONARY.exec(file)
      return found === null ? [] : [found[1] ?? 'talk']
    }),
  ),
]
const languages = LANGUAGES.filter((language) => language !== 'en')

async function wordsOf(kind: string, language: string): Promise<Texts> {
  const file = kind === 'talk' ? `${language}.ts` : `${kind}.${language}.ts`
  const exported = Object.values((await import(new URL(file, FOLDER).href)) as Record<string, Texts>)
  return exported[0] ?? {}
}

function isSentence(text: string): boolean {
  return text.replaceAll(/\{\w+\}/g, '').trim().length > LONGEST_SHARED_WORD
}

/** Every text by where it stands; a text that depends on a number under its most general form. */
function texts(of: Texts, path = ''): [string, string][] {
  return Object.entries(of).flatMap(([key, text]): [string, string][] => {
    if (typeof text !== 'object' || text === null) return [[path + key, String(text)]]
    const inner = text as Texts
    return 'other' in inner ? [[path + key, String(inner['other'])]] : texts(inner, `${path}${key}.`)
  })
}

/** The forms of every text that depends on a number, by where it stands. */
function forms(of: Texts, path = ''): [string, Texts][] {
  return Object.entries(of).flatMap(([key, text]): [string, Texts][] => {
    if (typeof text !== 'object' || text === null) return []
    const inner = text as Texts
    return 'other' in inner ? [[path + key, inner]] : forms(inner, `${path}${key}.`)
  })
}

/** By key: in which order a language has its texts says nothing. */
const holes = (of: Texts) =>
  Object.fromEntries(texts(of).map(([key, text]) => [key, (text.match(/\{\w+\}/g) ?? []).toSorted()]))

it('finds the sets of words', () => {
  expect(kinds).toEqual(expect.arrayContaining(['talk', 'visitor', 'console', 'settings', 'invitation']))
})

describe.each(kinds)('the words of %s', (kind) => {
  it.each(languages)('are whole, and say the same of the same values: %s', async (language) => {
    expect(holes(await wordsOf(kind, language))).toEqual(holes(await wordsOf(kind, 'en')))
  })

  it.each(languages)('are words of the language, none empty and none still English: %s', async (language) => {
    const english = new Map(texts(await wordsOf(kind, 'en')))
    const odd = texts(await wordsOf(kind, language)).filter(
      ([key, text]) => text.trim() === '' || (text === english.get(key) && isSentence(text)),
    )
    expect(odd).toEqual([])
  })

  it.each(LANGUAGES)('have the forms that a number asks for, and no other: %s', async (language) => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions()
    const known = new Set<string>([...pluralCategories, 'other'])
    const odd = forms(await wordsOf(kind, language)).filter(([, text]) =>
      Object.keys(text).some((form) => !known.has(form)),
    )
    expect(odd).toEqual([])
  })
})
