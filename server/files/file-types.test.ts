import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { compoundTypes, textTypes, typesByContent, zipTypes } from './file-types.ts'

const page = readFileSync(new URL('../../docs/files.md', import.meta.url), 'utf8')

it('the page for owners lists what may be sent: every ending, and no other', () => {
  const [, table = ''] = /endings[^\n]*\n[^\n]*\n((?:\|[^\n]*\n)+)/.exec(page) ?? []
  const listed = table
    .trim()
    .split('\n')
    .flatMap((row) => row.split('|')[2]?.split(',') ?? [])
    .map((ending) => ending.trim())
  const types = [...Object.values(typesByContent), ...zipTypes, ...compoundTypes, ...textTypes]
  const allowed = types.flatMap(({ extensions }) => extensions)
  expect([...new Set(listed)].toSorted()).toEqual([...new Set(allowed)].toSorted())
})
