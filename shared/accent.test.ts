import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accentTokens, contrast } from './accent.ts'

const LIGHT = '#f6fcf7'
const DARK = '#16241e'

describe('a brand’s colour', () => {
  it.each([
    ['#ff5a5f', DARK, '#db3642'],
    ['#ffcc00', DARK, '#9e6d00'],
    ['#1da1f2', DARK, '#0078c6'],
    ['#7c3aed', LIGHT, '#7c3aed'],
    ['#145e43', LIGHT, '#145e43'],
    ['#000000', LIGHT, '#000000'],
    ['#ffffff', DARK, '#747474'],
  ])('%s stays as it is, with text %s on it, and is %s as text', (accent, onAccent, accentInk) => {
    expect(accentTokens(accent)).toMatchObject({ accent, onAccent, accentInk })
  })

  it('on which nothing is legible is darkened a little', () => {
    expect(accentTokens('#808080').accent).toBe('#717171')
  })

  it('is legible wherever it is used, whichever it is', () => {
    const colour = fc
      .integer({ min: 0, max: 0xffffff })
      .map((value) => `#${value.toString(16).padStart(6, '0')}`)
    fc.assert(
      fc.property(colour, (brand) => {
        const { accent, onAccent, accentInk, accentInkDark } = accentTokens(brand)
        expect(contrast(accent, onAccent)).toBeGreaterThanOrEqual(4.5)
        expect(contrast(accentInk, '#ffffff')).toBeGreaterThanOrEqual(4.5)
        expect(contrast(accentInkDark, '#151d1a')).toBeGreaterThanOrEqual(4.5)
      }),
      { numRuns: 500 },
    )
  })

  it('has the contrast that WCAG 2 defines', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  })
})
