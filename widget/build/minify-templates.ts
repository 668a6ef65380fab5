import { parseSync, Visitor } from 'vite'
import type { Plugin } from 'vite'

interface Stretch {
  readonly start: number
  readonly end: number
  readonly isStyle: boolean
}

/** Of a template `css` the visitors' build takes the first piece, and would lose the rest in silence (`stand-ins/lit-css-tag.ts`). */
const NOTHING_IN_STYLES = 'put nothing into a style sheet; an element takes several'

/** Takes the indentation out of our templates and style sheets, which a minifier of JavaScript does not touch. */
export function minifyTemplates(): Plugin {
  return {
    name: 'minify-templates',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/widget\/.*\.ts$/.test(id) || !code.includes('`')) return null
      return { code: minify(code, stretchesOf(id, code)), map: null }
    },
  }
}

/** The literal text of every `html`, `svg` and `css` template, and of the launcher's sheet, which is plain text. */
function stretchesOf(id: string, code: string): readonly Stretch[] {
  const stretches: Stretch[] = []
  const add = (quasis: readonly { start: number; end: number }[], isStyle: boolean) => {
    stretches.push(...quasis.map(({ start, end }) => ({ start, end, isStyle })))
  }
  new Visitor({
    TaggedTemplateExpression({ tag, quasi }) {
      if (tag.type !== 'Identifier' || !['html', 'svg', 'css'].includes(tag.name)) return
      if (tag.name === 'css' && quasi.expressions.length > 0 && !isOfConsole(id))
        throw new Error(`${id}: ${NOTHING_IN_STYLES}`)
      add(quasi.quasis, tag.name === 'css')
    },
    VariableDeclarator({ init }) {
      if (id.endsWith('.styles.ts') && init?.type === 'TemplateLiteral') add(init.quasis, true)
    },
  }).visit(parseSync(id, code).program)
  return stretches.sort((a, b) => a.start - b.start)
}

function minify(code: string, stretches: readonly Stretch[]): string {
  let small = ''
  let end = 0
  for (const stretch of stretches) {
    const text = code.slice(stretch.start, stretch.end)
    small += code.slice(end, stretch.start) + (stretch.isStyle ? minifyStyle(text) : minifyMarkup(text))
    end = stretch.end
  }
  return small + code.slice(end)
}

/** White space between inline elements is a space that can be seen; how much of it there is cannot. */
function minifyMarkup(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/ (\/?>)/g, '$1')
}

function minifyStyle(text: string): string {
  return (
    text
      .replaceAll(/\/\*[^]*?\*\//g, '')
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/ ?([{};,/]) ?/g, '$1')
      .replaceAll(/\( | (?=\)|!important)/g, (space) => space.trim())
      // `0.5` is `.5`; not within a number such as `10.5`, or a name.
      .replaceAll(/(?<![\w.-])0(?=\.\d)/g, '')
      .replaceAll(/: /g, ':')
      .replaceAll(';}', '}')
  )
}

function isOfConsole(id: string): boolean {
  return id.includes('/widget/console/')
}
