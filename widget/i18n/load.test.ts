import { describe, expect, it } from 'vitest'
import { OPEN_CHAT } from '../visitor/launcher/label.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { loadVisitorWords } from './load-visitor.ts'
import { loadLocalization } from './load.ts'
import { fill, plural } from './plural.ts'
import { visitorEn } from './visitor.en.ts'

const LANGUAGES = Object.keys(OPEN_CHAT) as (keyof typeof OPEN_CHAT)[]

describe('loadLocalization', () => {
  it('keeps the region of the tag', async () => {
    expect(await loadLocalization('es-MX')).toEqual({ locale: 'es-MX', dir: 'ltr', strings: es })
    expect(await loadLocalization('ar-EG')).toMatchObject({ locale: 'ar-EG', dir: 'rtl' })
  })

  it('understands tags as pages write them', async () => {
    expect((await loadLocalization('es_ES')).locale).toBe('es-ES')
    expect((await loadLocalization('zh-Hant-TW')).strings.send).toBe('发送')
  })

  it('speaks English, with English dates, where the language is missing', async () => {
    expect(await loadLocalization('eu-ES')).toEqual({ locale: 'en', dir: 'ltr', strings: en })
    expect(await loadVisitorWords('eu-ES')).toBe(visitorEn)
  })

  it('speaks English when the tag is none', async () => {
    expect((await loadLocalization('¿qué?')).locale).toBe('en')
  })

  it('does not take what every object has for a language', async () => {
    expect((await loadLocalization('constructor')).locale).toBe('en')
  })
})

describe.each(LANGUAGES)('the words in %s', (language) => {
  it('have a form for every number that is not the one for many', async () => {
    const { strings } = await loadLocalization(language)
    for (const count of [0, 1, 2, 3, 11, 100, 1_000_000]) {
      const said = plural(language, count, strings.unread)
      expect(said).not.toMatch(/[{}]/)
      if (count > 2) expect(said).toContain(new Intl.NumberFormat(language).format(count))
    }
  })

  it('name the launcher as the script tag does', async () => {
    const { strings } = await loadLocalization(language)
    expect(strings.openChat).toBe(OPEN_CHAT[language])
  })

  it('leave nothing to fill', async () => {
    const { strings } = await loadLocalization(language)
    expect(fill(strings.wrote, { name: 'Marta', time: '9:05' })).not.toMatch(/[{}]/)
  })
})
