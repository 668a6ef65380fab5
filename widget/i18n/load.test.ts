import { describe, expect, it } from 'vitest'
import { en } from './en.ts'
import { es } from './es.ts'
import { loadLocalization } from './load.ts'

describe('loadLocalization', () => {
  it('keeps the region of the tag', async () => {
    expect(await loadLocalization('es-MX')).toEqual({ locale: 'es-MX', dir: 'ltr', strings: es })
  })

  it('understands tags as pages write them', async () => {
    expect((await loadLocalization('es_ES')).locale).toBe('es-ES')
  })

  it('speaks English, with English dates, where the language is missing', async () => {
    expect(await loadLocalization('ar-EG')).toEqual({ locale: 'en', dir: 'ltr', strings: en })
  })

  it('speaks English when the tag is none', async () => {
    expect((await loadLocalization('¿qué?')).locale).toBe('en')
  })
})

describe('the dictionaries', () => {
  it('have the same places to fill', () => {
    const places = (text: unknown) =>
      JSON.stringify(text)
        .match(/\{\w+\}/g)
        ?.toSorted() ?? []
    for (const key of Object.keys(en) as (keyof typeof en)[]) {
      expect([key, ...places(es[key])]).toEqual([key, ...places(en[key])])
    }
  })
})
