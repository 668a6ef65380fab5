import { readFileSync } from 'node:fs'
import fs from 'node:fs'
import { registerHooks, syncBuiltinESMExports } from 'node:module'
import { fileURLToPath } from 'node:url'
import { mutants, type MutantName } from './mutants.ts'

const root = new URL('../../../', import.meta.url)

/** Makes this process load the broken text. Before anything of the product is loaded. */
export function mutate(name: MutantName): void {
  const changes = new Map<string, string>()
  for (const { file, find, instead } of mutants[name]) {
    const path = fileURLToPath(new URL(file, root))
    const text = changes.get(path) ?? readFileSync(path, 'utf8')
    if (!text.includes(find)) {
      throw new Error(`The mutant "${name}" no longer fits: ${file} does not say ${JSON.stringify(find)}`)
    }
    changes.set(
      path,
      text.replace(find, () => instead),
    )
  }
  registerHooks({
    load(url, context, next) {
      const loaded = next(url, context)
      const source = url.startsWith('file:') ? changes.get(fileURLToPath(url)) : undefined
      return source === undefined ? loaded : { ...loaded, source }
    },
  })
  replaceReading(changes)
}

/** Migrations are not loaded but read. */
function replaceReading(changes: ReadonlyMap<string, string>): void {
  const original = fs.readFileSync
  fs.readFileSync = ((path: unknown, ...rest: [never]) => {
    const changed = path instanceof URL ? changes.get(fileURLToPath(path)) : undefined
    return changed ?? original(path as string, ...rest)
  }) as typeof fs.readFileSync
  syncBuiltinESMExports()
}
