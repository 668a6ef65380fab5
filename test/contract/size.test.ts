import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { budgets } from '../size/budgets.ts'
import type { Budget } from '../size/budgets.ts'
import {
  builtFiles,
  chunkName,
  FORMAT_CHUNK,
  LAUNCHER_CHUNK,
  measure,
  SOCKET_CHUNK,
  UPLOAD_CHUNK,
  weigh,
} from '../size/measure.ts'
import type { BuildReport } from '../size/measure.ts'

/** Forms and menu, the first words, the page's calls, what calls back, files of messages and sending them; what two of them share. */
const ON_DEMAND =
  'more teaser host-calls accompany close-on-back bind-launcher load-visitor preferences share-tabs unsent page-window chat-attachment emoji panel-files voice-recorder shrink'.split(
    ' ',
  )

describe('the weight of the widget', () => {
  let built: BuildReport
  let weights: Record<Budget, number>

  beforeAll(() => {
    built = builtFiles()
    weights = measure(built)
    console.table(
      Object.fromEntries(
        Object.entries(weights).map(([name, bytes]) => [name, { bytes, budget: budgets[name as Budget] }]),
      ),
    )
  })

  it.each(Object.keys(budgets) as Budget[])('stays within the budget of %s', (name) => {
    const over = weights[name] - budgets[name]
    const advice = `${name} is ${over} bytes heavier than its budget of ${budgets[name]}. Look for what came in by an import (a library, a validator, something of the console's); if it is worth it to every visitor, raise the number in test/size/budgets.ts and say why.`
    expect(weights[name], advice).toBeLessThanOrEqual(budgets[name])
  })

  it('comes in the files that are known, and no more', () => {
    const advice = 'A new file is a new request. If that is meant, name it here.'
    expect(built.panelFiles.map(chunkName), advice).toEqual(['panel', 'base'])
    const languages = Object.keys(built.languageFiles)
    expect(languages.toSorted(), advice).toEqual('ar ca de en es fr it ja pt zh'.split(' '))
    const further = languages.flatMap((language) => [
      `visitor.${language}.js`,
      `files.${language}.js`,
      `emoji.${language}.js`,
    ])
    expect(built.lazyFiles.map(chunkName).toSorted(), advice).toEqual(
      [SOCKET_CHUNK, LAUNCHER_CHUNK, UPLOAD_CHUNK, FORMAT_CHUNK, ...ON_DEMAND, ...further].toSorted(),
    )
  })

  it.each([
    ['README.md', 'en'],
    ['README.es.md', 'es'],
  ])('is what %s says that a page pays', (file, language) => {
    const text = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')
    // Names with hashes in it make the tag some bytes heavier or lighter with every build.
    const said = [weights.loader - 50, weights.loader + 50].map((bytes) =>
      new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(bytes / 1_000),
    )
    expect(said).toContain(/\*\*([\d.,]+) KB\*\*/.exec(text)?.[1])
  })

  it('stands in for another vendor’s tag in a kilobyte', () => {
    expect(built.compatFiles).toHaveLength(4)
    for (const file of built.compatFiles) expect([file, weigh(file) <= 1_024]).toEqual([file, true])
  })
})
