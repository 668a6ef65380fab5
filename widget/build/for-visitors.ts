import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

/** Modules that a visitor's bundle would carry for nothing, by the end of their path, and the file that stands in for each. */
const STAND_INS: Readonly<Record<string, string>> = {
  '/socket.io-parser/build/esm/index.js': 'socket.io-parser.ts',
  '/socket.io-client/build/esm/manager.js': 'socket.io-manager.ts',
  '/lit/decorators.js': 'lit-decorators.ts',
  '/@lit/reactive-element/css-tag.js': 'lit-css-tag.ts',
}

const SOURCES: Readonly<Record<string, string>> = {
  // `io()` finds managers again by address, for pages that ask for one twice; `core` keeps its own.
  '/socket.io-client/build/esm/index.js': `
    import { Connection } from './manager.js'
    import { Socket } from './socket.js'
    export class Manager extends Connection {
      socket(nsp, options) { return new Socket(this, nsp, options) }
    }`,
  // It looks for style sheets that come with a chunk; none does.
  'vite/preload-helper.js': 'export const __vitePreload = (load) => load()',
}

/** TypeScript's helpers, which the compiler hands in by itself: no load to stand in for, only what came of it. */
const HELPERS: Readonly<Record<string, string>> = {
  // For the decorators that we use: none of them makes another class.
  '/helpers/esm/decorate.js': `
    export default (decorators, target, key) => {
      for (const decorate of decorators) {
        const made = decorate(target, key)
        if (made) Object.defineProperty(target, key, made)
      }
      return target
    }`,
}

/** Leaves out of the widget what only older browsers, Node and bytes need. */
export function forVisitors(): Plugin {
  return {
    name: 'for-visitors',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (importer === undefined || importer.includes('/stand-ins/')) return null
      const found = await this.resolve(source, importer, { ...options, skipSelf: true })
      const standIn = found && endingLike(found.id, STAND_INS)
      return standIn ? fileURLToPath(new URL(`stand-ins/${standIn}`, import.meta.url)) : found
    },
    load: (id) => endingLike(id, SOURCES) ?? null,
    transform(_, id) {
      const code = endingLike(id, HELPERS)
      return code === undefined ? null : { code, map: null }
    },
  }
}

function endingLike(id: string, table: Readonly<Record<string, string>>): string | undefined {
  return Object.entries(table).find(([ending]) => id.endsWith(ending))?.[1]
}
