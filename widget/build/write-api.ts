import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const MANIFEST = new URL('../api/custom-elements.json', import.meta.url)
const DOCS = new URL('../../docs/', import.meta.url)
const EDITORS = new URL('../api/', import.meta.url)

interface Named {
  readonly name: string
  readonly description?: string
  readonly default?: string
}

interface Member extends Named {
  readonly kind: 'field' | 'method'
  readonly static?: boolean
  readonly attribute?: string
  readonly type?: { readonly text: string }
  readonly return?: { readonly type?: { readonly text: string } }
  readonly parameters?: readonly (Named & {
    readonly type?: { readonly text: string }
    readonly optional?: boolean
  })[]
}

/** One element of the manifest (schema 1.0.0, github.com/webcomponents/custom-elements-manifest). */
interface Element extends Named {
  readonly tagName: string
  readonly members: readonly Member[]
  readonly attributes: readonly (Named & { readonly type?: { readonly text: string } })[]
  readonly events: readonly Named[]
  readonly cssProperties: readonly Named[]
  readonly cssParts: readonly Named[]
  readonly slots?: readonly Named[]
}

function elements(): readonly Element[] {
  const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8')) as {
    readonly modules: readonly { readonly declarations: readonly Element[] }[]
  }
  return manifest.modules.flatMap(({ declarations }) => declarations)
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

const cell = (text = '') => text.replaceAll(/\s*\n\s*/g, ' ').replaceAll('|', '\\|')
const code = (text = '') => (text === '' ? '' : `\`${cell(text)}\``)

function described(things: readonly Named[]): string {
  return table(
    ['name', 'default', 'what it is'],
    things.map(({ name, default: value, description }) => [code(name), code(value), cell(description)]),
  )
}

/** Every table of the docs that is made from the manifest, by the name between its markers. */
function tables(): Record<string, string> {
  const [widget] = elements().filter(({ tagName }) => tagName === 'chat-widget')
  if (widget === undefined) throw new Error('The manifest has no chat-widget')
  const own = widget.members.filter((member) => member.static !== true)
  const signature = ({ name, parameters = [] }: Member) =>
    `${name}(${parameters.map((parameter) => parameter.name + (parameter.optional ? '?' : '')).join(', ')})`
  return {
    attributes: table(
      ['attribute', 'type', 'default', 'what it is'],
      widget.attributes.map(({ name, type, default: value, description }) => [
        code(name),
        code(type?.text),
        code(value),
        cell(description),
      ]),
    ),
    methods: table(
      ['method', 'returns', 'what it does'],
      own
        .filter(({ kind, name }) => kind === 'method' && name !== 'perform')
        .map((method) => [
          code(signature(method)),
          code(method.return?.type?.text),
          cell(method.description),
        ]),
    ),
    fields: table(
      ['property', 'type', 'what it is'],
      own
        .filter(
          ({ kind, attribute, name }) => kind === 'field' && attribute === undefined && name !== 'client',
        )
        .map(({ name, type, description }) => [code(name), code(type?.text), cell(description)]),
    ),
    events: table(
      ['event', 'what has happened'],
      widget.events.map(({ name, description }) => [code(name), cell(description)]),
    ),
    properties: described(widget.cssProperties),
    parts: table(
      ['part', 'what it is'],
      widget.cssParts.map(({ name, description }) => [code(name), cell(description)]),
    ),
    slots: table(
      ['slot', 'where it is'],
      (widget.slots ?? []).map(({ name, description }) => [code(name), cell(description)]),
    ),
  }
}

/** What an editor offers while somebody writes HTML (code.visualstudio.com/docs/languages/html#_html-custom-data). */
function htmlData() {
  const tags = elements().map(({ tagName, description, attributes }) => ({
    name: tagName,
    description,
    attributes: attributes.map(({ name, description: text, type }) => ({
      name,
      description: text,
      ...(/^'[^|]+'( \| '[^|]+')+$/.test(type?.text ?? '') && {
        values: type?.text.split(' | ').map((value) => ({ name: value.slice(1, -1) })),
      }),
    })),
  }))
  return { version: 1.1, tags }
}

function cssData() {
  const properties = elements().flatMap(({ cssProperties }) =>
    cssProperties.map(({ name, description }) => ({ name, description })),
  )
  return {
    version: 1.1,
    properties: [...new Map(properties.map((property) => [property.name, property])).values()],
  }
}

/** The docs with their tables as the manifest has them now. */
export function withTables(text: string): string {
  let filled = text
  for (const [name, content] of Object.entries(tables())) {
    const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
    const from = filled.indexOf(begin)
    const to = filled.indexOf(end)
    if (from >= 0 && to > from)
      filled = `${filled.slice(0, from + begin.length)}\n${content}\n${filled.slice(to)}`
  }
  return filled
}

export const DOCUMENTS = ['embedding.md', 'theming.md', 'javascript-api.md'] as const

export function documentPath(name: (typeof DOCUMENTS)[number]): URL {
  return new URL(name, DOCS)
}

/** The files for editors, by name. */
export function editorFiles(): Record<string, string> {
  return {
    'html-custom-data.json': `${JSON.stringify(htmlData(), null, 2)}\n`,
    'css-custom-data.json': `${JSON.stringify(cssData(), null, 2)}\n`,
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const name of DOCUMENTS) {
    const path = documentPath(name)
    writeFileSync(path, withTables(readFileSync(path, 'utf8')))
  }
  for (const [name, content] of Object.entries(editorFiles())) writeFileSync(new URL(name, EDITORS), content)
}
