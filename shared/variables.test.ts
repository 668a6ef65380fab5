import { describe, expect, it } from 'vitest'
import { fillVariables, firstName, unknownVariables } from './variables.ts'

describe('the variables of a reply', () => {
  it.each([
    ['Hola {{visitor.name}}, soy {{ commercial.name }}.', 'Hola Núria, soy Marta.'],
    ['Hola {{visitor.email}}, dime.', 'Hola, dime.'],
    ['Hola {{visitor.email|amigo}}, dime.', 'Hola amigo, dime.'],
    ['{{visitor.email}} dime', 'dime'],
    ['{{visitor.nme}} y {{}} y {{ {x} }}', '{{visitor.nme}} y {{}} y {{ {x} }}'],
    ['sin nada', 'sin nada'],
  ])('turn %j into %j', (text, filled) => {
    expect(fillVariables(text, { 'visitor.name': 'Núria', 'commercial.name': 'Marta' })).toBe(filled)
  })

  it('put a value in as it is, whatever it looks like', () => {
    const values = { 'visitor.name': '{{site.name}} $& $1', 'site.name': 'Olmo' }
    expect(fillVariables('Hola {{visitor.name}}', values)).toBe('Hola {{site.name}} $& $1')
  })

  it('are named when they do not exist', () => {
    expect(unknownVariables('{{visitor.name}} {{visitor.nme|x}} {{ __proto__ }}')).toEqual([
      'visitor.nme',
      '__proto__',
    ])
  })

  it('know a first name', () => {
    expect(['Núria Pons', ' Núria ', ''].map(firstName)).toEqual(['Núria', 'Núria', ''])
  })
})
