import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { DOCUMENTS, documentPath, editorFiles, withTables } from '../../widget/build/write-api.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const advice = 'The code has changed and its description has not: npm run api'

describe('what is said of the elements', () => {
  it('is what their code says, in the manifest', () => {
    const folder = mkdtempSync(join(tmpdir(), 'manifest-'))
    const cem = join(ROOT, 'node_modules/.bin/cem')
    const outdir = relative(ROOT, folder)
    const { status } = spawnSync(
      cem,
      ['analyze', '--config', 'widget/build/cem.config.js', '--outdir', outdir],
      {
        cwd: ROOT,
        encoding: 'utf8',
      },
    )
    expect(status).toBe(0)
    expect(JSON.parse(readFileSync(join(folder, 'custom-elements.json'), 'utf8')), advice).toEqual(
      JSON.parse(read('widget/api/custom-elements.json')),
    )
    rmSync(folder, { recursive: true })
  })

  it.each(DOCUMENTS)('is in the tables of %s', (name) => {
    const text = readFileSync(documentPath(name), 'utf8')
    expect(withTables(text), advice).toBe(text)
  })

  it.each(Object.entries(editorFiles()))('is told to editors in %s', (name, content) => {
    expect(read(`widget/api/${name}`), advice).toBe(content)
  })

  it('says something of everything that a page may use', () => {
    const undescribed = read('widget/api/custom-elements.json').matchAll(/\{\s*"name": "([\w-]+)"\s*\}/g)
    expect([...undescribed].map(([, name = '']) => name)).toEqual([])
  })

  it('names every event that the widget tells, and no other', () => {
    const source = read('widget/visitor/widget-events.ts')
    const told = [...source.matchAll(/^ {2}'(chat-[\w-]+)':/gm)].map(([, name = '']) => name)
    const documented = [...read('docs/javascript-api.md').matchAll(/^\| `(chat-[\w-]+)`/gm)].map(
      ([, name = '']) => name,
    )
    expect(documented.toSorted()).toEqual(told.toSorted())
  })

  it('names every setting of the script tag, and no other', () => {
    const source = read('widget/visitor/script-settings.ts')
    const understood = new Set([...source.matchAll(/said\['(\w+)'\]/g)].map(([, name]) => `data-${name}`))
    const documented = [...read('docs/embedding.md').matchAll(/^\| `(data-\w+)`/gm)].map(
      ([, name = '']) => name,
    )
    expect(documented.toSorted()).toEqual([...understood].toSorted())
  })
})
