import { existsSync, globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { experiments } from '../torture/experiments.ts'

const root = new URL('../../', import.meta.url)
const page = new URL('docs/security.md', root)
const text = readFileSync(page, 'utf8')
/** What is met of ASVS: a test's name, and the file that it leads to. */
const requirements = [
  ...text.slice(text.indexOf('## OWASP ASVS')).matchAll(/\[([^\]]+)\]\((\.\.\/[^)]+\.ts)\)/g),
].map(([, name = '', path = '']) => [name, path] as const)

const COUNTS = { A: 10, B: 7, C: 15, D: 11, E: 10, F: 10, G: 10, H: 7 }
const catalogue = Object.entries(COUNTS).flatMap(([letter, count]) =>
  Array.from({ length: count }, (_, index) => `${letter}${String(index + 1).padStart(2, '0')}`),
)

const testFiles = globSync('{server,shared,widget,test}/**/*.test.ts', { cwd: root }).map(
  (path) => [path, readFileSync(new URL(path, root), 'utf8')] as const,
)
/** A title begins with the ids of what it holds, and a colon: so `vitest -t A05` runs all of it. */
const titlesWithIds = /['"`]((?:[A-H]\d\d)(?:, [A-H]\d\d)*): /g
const tried = new Map<string, Set<string>>()
for (const [path, source] of testFiles) {
  for (const [, ids = ''] of source.matchAll(titlesWithIds)) {
    for (const id of ids.split(', ')) tried.set(id, (tried.get(id) ?? new Set()).add(path))
  }
}

describe('the catalogue of attacks', () => {
  it.each(catalogue)('%s is tried by tests that bear its name, in the files that its row leads to', (id) => {
    const row = text.split('\n').find((line) => line.startsWith(`| ${id} |`)) ?? ''
    const led = [...row.matchAll(/\]\(\.\.\/([^)]+)\)/g)].map(([, path = '']) => path)
    expect(led.length).toBeGreaterThan(0)
    expect(led.toSorted()).toEqual([...(tried.get(id) ?? [])].toSorted())
  })

  it('has a row for every id that a test bears', () => {
    expect([...tried.keys()].filter((id) => !catalogue.includes(id))).toEqual([])
  })

  it.each(requirements)('«%s» is a test in %s', (name, path) => {
    expect(existsSync(new URL(path, page))).toBe(true)
    expect(readFileSync(new URL(path, page), 'utf8')).toContain(name)
  })

  it('names only experiments that there are', () => {
    const ids: readonly string[] = experiments.map(({ id }) => id)
    expect([...new Set(text.match(/\bT\d\d\b/g))].filter((id) => !ids.includes(id))).toEqual([])
  })
})

const FORBIDDEN = [
  ['innerHTML', /\.(?:inner|outer)HTML\b|insertAdjacentHTML/],
  ['unsafe directives', /\bunsafe(?:HTML|SVG|Static|MathML)\b/],
  ['code of text', /\beval\(|new Function\(|document\.write/],
] as const
const browserSources = globSync('{widget,shared,demo}/**/*.ts', { cwd: root })
  .filter((path) => !/\.(?:test|fixture)\.ts$/.test(path))
  .map((path) => [path, readFileSync(new URL(path, root), 'utf8')] as const)

describe('what runs in a browser', () => {
  it.each(FORBIDDEN)('E03: makes no markup and no code of text: %s', (_, pattern) => {
    expect(browserSources.length).toBeGreaterThan(100)
    const found = browserSources.filter(([, source]) => pattern.test(source)).map(([path]) => path)
    expect(found).toEqual([])
  })

  // Channels, threads and workers have no origin to name, which is why no lint rule asks for one; windows have.
  it('D07: says nothing to other windows', () => {
    const speaking = /(?:window|self|parent|opener|top|source|contentWindow)\??\.postMessage\(/i
    expect(browserSources.filter(([, source]) => speaking.test(source)).map(([path]) => path)).toEqual([])
    expect('frame.contentWindow?.postMessage(secret)').toMatch(speaking)
  })

  it('D07: listens to no window', () => {
    const listening = browserSources.filter(([, source]) =>
      /(?:window|self|globalThis)\s*\.\s*(?:onmessage|addEventListener\(\s*'message')/.test(source),
    )
    // A worker hears its own pages, which no other origin reaches.
    expect(listening.map(([path]) => path).filter((path) => !path.includes('/worker/'))).toEqual([])
  })
})
