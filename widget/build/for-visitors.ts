import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

/** Modules that a visitor's bundle would carry for nothing, by the end of their path, and the file that stands in for each. */
const STAND_INS: Readonly<Record<string, string>> = {
  '/socket.io-parser/build/esm/index.js': 'socket.io-parser.ts',
  '/engine.io-parser/build/esm/encodePacket.browser.js': 'engine.io-encode.ts',
  '/engine.io-parser/build/esm/decodePacket.browser.js': 'engine.io-decode.ts',
  '/engine.io-client/build/esm/contrib/parseuri.js': 'engine.io-parseuri.ts',
  '/lit/decorators.js': 'lit-decorators.ts',
  '/@lit/reactive-element/css-tag.js': 'lit-css-tag.ts',
}

const SOURCES: Readonly<Record<string, string>> = {
  // WebSocket, and polling where that is blocked; the library's list has a third, which our server does not speak.
  '/engine.io-client/build/esm/transports/index.js': `
    import { XHR } from './polling-xhr.js'
    import { WS } from './websocket.js'
    export const transports = { websocket: WS, polling: XHR }`,
  // It looks for style sheets that come with a chunk; none does.
  'vite/preload-helper.js': 'export const __vitePreload = (load) => load()',
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
  }
}

function endingLike(id: string, table: Readonly<Record<string, string>>): string | undefined {
  return Object.entries(table).find(([ending]) => id.endsWith(ending))?.[1]
}
