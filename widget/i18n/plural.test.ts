import { describe, expect, it } from 'vitest'
import { es } from './es.ts'
import { fill, isolate, plural } from './plural.ts'

describe('plural', () => {
  it('picks the form for the number', () => {
    expect(plural('es', 1, es.newMessages)).toBe('1 mensaje nuevo')
    expect(plural('es', 2, es.newMessages)).toBe('2 mensajes nuevos')
  })

  it('says “other” where the language has a form that the text has not', () => {
    expect(plural('es', 1_000_000, es.unread)).toBe('1.000.000 mensajes sin leer')
  })

  it('writes the digits of the region', () => {
    expect(plural('ar-EG', 3, { few: '{count} رسائل', other: '{count} رسالة' })).toBe('٣ رسائل')
  })
})

describe('fill', () => {
  it('puts values in', () =>
    expect(fill('{name}, {time}', { name: 'Marta', time: '9:05' })).toBe('Marta, 9:05'))
  it('leaves what it does not know', () => expect(fill('{other}', { name: 'Marta' })).toBe('{other}'))
  it('does not fill values again', () => expect(fill('{a}', { a: '{b}', b: 'x' })).toBe('{b}'))
})

describe('isolate', () => {
  it('wraps a name in marks that are not seen', () => expect(isolate('דנה')).toBe('\u2068דנה\u2069'))
})
