import { describe, expect, it } from 'vitest'
import { completeSettings, mergeSettings } from './site-settings.ts'

describe('a site’s settings', () => {
  it('have an initial value wherever nobody chose one', () => {
    const settings = completeSettings({ appearance: { accent: '#ff0000' }, features: { sound: false } })
    expect(settings.appearance).toEqual({ ...completeSettings({}).appearance, accent: '#ff0000' })
    expect(settings.features).toEqual({ ...completeSettings({}).features, sound: false })
  })

  it('are changed field by field, and language by language', () => {
    const first = mergeSettings(
      {},
      { appearance: { theme: 'dark' }, texts: { es: { greeting: 'Hola' }, en: { greeting: 'Hi' } } },
    )
    const second = mergeSettings(first, {
      appearance: { position: 'start', theme: undefined },
      texts: { es: { teaser: '¿Ayudo?' }, en: null },
    })
    expect(second.appearance).toEqual({ theme: 'dark', position: 'start' })
    expect(second.texts).toEqual({ es: { greeting: 'Hola', teaser: '¿Ayudo?' } })
  })

  it('forget a text, and an answer that null is one of', () => {
    const before = mergeSettings({}, { texts: { es: { greeting: 'Hola', teaser: 'x' } }, retentionDays: 30 })
    const after = mergeSettings(before, { texts: { es: { greeting: null } }, retentionDays: null })
    expect(after).toMatchObject({ texts: { es: { teaser: 'x' } }, retentionDays: null })
    expect(after.texts?.['es']).not.toHaveProperty('greeting')
  })

  it('take a language called __proto__ for nothing but a language', () => {
    const change = JSON.parse('{"__proto__":{"greeting":"x"}}') as Record<string, { greeting: string }>
    const merged = mergeSettings({}, { texts: change })
    expect(({} as Record<string, unknown>)['greeting']).toBeUndefined()
    expect(Object.keys(completeSettings(merged).texts)).toEqual(['__proto__'])
  })
})
