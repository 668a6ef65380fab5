import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { experiments } from '../torture/experiments.ts'

const page = new URL('../../docs/reliability.md', import.meta.url)
const text = readFileSync(page, 'utf8')
/** A test's name, and the file that it leads to. */
const named = [...text.matchAll(/\[([^\]]+)\]\((\.\.\/[^)]+\.ts)\)/g)].map(
  ([, name = '', path = '']) => [name, path] as const,
)
const ids = experiments.map(({ id }) => id)

describe('what is said to be proven', () => {
  it('is tested in many places', () => {
    expect(named.length).toBeGreaterThan(40)
  })

  it.each(named)('«%s» is a test in %s', (name, path) => {
    const file = new URL(path, page)
    expect(existsSync(file)).toBe(true)
    expect(readFileSync(file, 'utf8')).toContain(name)
  })

  it('names only experiments that there are', () => {
    const told = new Set(text.match(/\bT\d\d\b/g))
    expect([...told].filter((id) => !ids.includes(id as never))).toEqual([])
  })

  it('leaves out no experiment', () => {
    const promises = text.slice(0, text.indexOf('`npm run torture`'))
    expect(ids.filter((id) => !promises.includes(id))).toEqual([])
  })
})
