import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

const CSS = /css`([^`]*)`/g
const COMMENT = /\/\*.*?\*\//gs
const RULE = /[^{}]*\{([^{}]*)\}/g
/** What names a side of the screen, and would stay there when an Arabic page turns round. */
const PHYSICAL =
  /(?:^|[;\s])((?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)[\w-]*|border-(?:top|bottom)-(?:left|right)-radius|left|right|float|clear|(?:text-align)\s*:\s*(?:left|right))\s*[:;]/

function styleSheets(): readonly (readonly [file: string, css: string])[] {
  const files = globSync('widget/**/*.{ts,css}', { cwd: root }).filter(
    (file) => !/\.(test|fixture)\.ts$/.test(file),
  )
  return files.flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8')
    const sheets = file.endsWith('.css') ? [text] : [...text.matchAll(CSS)].map(([, css = '']) => css)
    return sheets.map((css) => [file, css.replaceAll(COMMENT, '')] as const)
  })
}

/** Declarations that mirror nothing, each with its file. Code and addresses run from left to right in every language: `direction: ltr`. */
function physicalIn(file: string, css: string): readonly string[] {
  return [...css.matchAll(RULE)]
    .map(([, body = '']) => body)
    .filter((body) => !/direction:\s*ltr/.test(body))
    .flatMap((body) => {
      const [, found] = PHYSICAL.exec(body) ?? []
      return found === undefined ? [] : [`${file}: ${found}`]
    })
}

describe('the style sheets of the elements', () => {
  it('name sides by the direction of writing, never by the screen', () => {
    const sheets = styleSheets()
    expect(sheets.length).toBeGreaterThan(50)
    expect(sheets.flatMap(([file, css]) => physicalIn(file, css))).toEqual([])
  })

  it.each(['margin-left: 4px;', 'left: 0;', 'text-align: right;', 'border-top-left-radius: 4px;'])(
    'would be caught with `%s`',
    (declaration) => {
      expect(physicalIn('planted', `.a { color: red; ${declaration} }`)).toHaveLength(1)
    },
  )
})
