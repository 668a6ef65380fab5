import { expect } from '@open-wc/testing'
import fc from 'fast-check'
import { parseLine } from './parse-line.ts'
import type { Inline } from './parse-line.ts'
import { parseText } from './parse-text.ts'

/** `<bold>…</bold>`: the line as it was understood. */
function shown(line: string): string {
  return parseLine(line).map(tagged).join('')
}

function tagged(item: Inline): string {
  if (typeof item === 'string') return item
  const content = 'content' in item ? item.content.map(tagged).join('') : item.text
  return `<${item.kind}>${content}</${item.kind}>`
}

/** What can be read of a line. */
function words(items: readonly Inline[]): string {
  return items.map(wordsOf).join('')
}

function wordsOf(item: Inline): string {
  if (typeof item === 'string') return item
  return 'content' in item ? words(item.content) : item.text
}

describe('parseLine', () => {
  it('understands bold, italic and code', () => {
    expect(shown('es *muy* **importante** y _urgente_')).to.equal(
      'es <bold>muy</bold> <bold>importante</bold> y <italic>urgente</italic>',
    )
    expect(shown('pon `a *b* _c_` aquí')).to.equal('pon <code>a *b* _c_</code> aquí')
    expect(shown('*_las dos_*')).to.equal('<bold><italic>las dos</italic></bold>')
    expect(shown('(*nota*), «_cita_».')).to.equal('(<bold>nota</bold>), «<italic>cita</italic>».')
  })

  it('stresses words of languages that write no spaces', () => {
    expect(shown('这是*重点*内容')).to.equal('这是<bold>重点</bold>内容')
  })

  it('leaves alone what is no formatting', () => {
    const others = [
      '2*3*4', '2 * 3 * 4', 'snake_case_names', '__init__', 'f*** ****', '*_*', '^_^', '5* y 4*', '*sola', '_ _', '**',
      'Precio* sin IVA*', 'a`b`c', 'it`s, don`t', '```x```', '* a *', '_a', '1_000_000', '/opt/a_b_c',
    ] // prettier-ignore
    for (const line of others) expect(shown(line), line).to.equal(line)
  })

  it('formats nothing inside links, and links nothing inside code', () => {
    expect(shown('https://a.es/b_c_d/*e*')).to.equal('<link>https://a.es/b_c_d/*e</link>*')
    expect(shown('*https://a.es/x_y*')).to.equal('<bold><link>https://a.es/x_y</link></bold>')
    expect(shown('_hola@olmo.es_')).to.equal('<italic><link>hola@olmo.es</link></italic>')
    expect(shown('`https://a.es`')).to.equal('<code>https://a.es</code>')
  })

  it('closes what was opened last, and lets the rest be text', () => {
    expect(shown('*a _b* c_')).to.equal('<bold>a _b</bold> c_')
    expect(shown('*a *b*')).to.equal('<bold>a *b</bold>')
  })

  it('E10: is quick with hostile text', () => {
    for (const piece of [
      '*',
      '_',
      '`',
      '*a ',
      ' *a*',
      '_*',
      '**a _b ',
      '`a',
      ' `a`',
      'a* ',
      '*_**',
      'a@b.c ',
    ]) {
      const line = piece.repeat(8_000 / piece.length)
      expect(words(parseLine(line)).length, piece).to.be.at.most(8_000)
    }
  })

  it('loses nothing but marks', () => {
    const pieces = fc.constantFrom(
      '*',
      '**',
      '_',
      '`',
      ' ',
      'a',
      'é',
      '重',
      '🙂',
      'x@y.es',
      'https://a.es/_b',
      '.',
      '5',
      '\u202e',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const line = parts.join('')
        const left = words(parseLine(line))
        // What is gone are marks, and what stays is in its order.
        expect(left.replaceAll(/[*_`]/g, '')).to.equal(line.replaceAll(/[*_`]/g, ''))
        expect(isWithin(left, line)).to.equal(true)
      }),
      { numRuns: 2_000 },
    )
  })
})

/** Whether `part` is what remains of `whole` when characters are left out of it. */
function isWithin(part: string, whole: string): boolean {
  let at = 0
  for (const character of whole) if (part.startsWith(character, at)) at += character.length
  return at === part.length
}

describe('parseText', () => {
  const kinds = (text: string) =>
    parseText(text).map((block) =>
      block.kind === 'lines'
        ? block.lines.map(words).join('|')
        : `${block.kind}: ${block.items.map(words).join('|')}`,
    )

  it('knows lists of two items and more', () => {
    expect(kinds('Hay:\n- roble\n- *nogal*\nNada más')).to.deep.equal([
      'Hay:',
      'list: roble|nogal',
      'Nada más',
    ])
    expect(kinds('3. medir\n4. cortar')).to.deep.equal(['numbered: medir|cortar'])
    expect(parseText('3. medir\n4. cortar')[0]).to.include({ first: 3 })
  })

  it('takes one line, or numbers that do not follow, for what they are', () => {
    for (const text of ['- hola', '2024. Fue un año', '1. uno\n3. tres', '-5\n-6', '1.5\n2.5', '- a\n* b']) {
      expect(kinds(text), text).to.deep.equal([text.replaceAll('\n', '|')])
    }
  })

  it('keeps line breaks, empty lines and spaces', () => {
    expect(kinds('a\n\n  b \n')).to.deep.equal(['a||  b |'])
  })
})
