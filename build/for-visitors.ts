import type { Plugin } from 'vite'

/** What a visitor's bundle would carry for nothing, by the end of its path, and what stands in for it. */
const REPLACEMENTS: Readonly<Record<string, string>> = {
  '/widget/core/commercial-side.ts': `
    export function createCommercialSide() {
      throw new Error('This is the client of visitors.')
    }`,
  // WebSocket, and polling where that is blocked; the library lists three more that no server of ours speaks or no browser needs.
  '/engine.io-client/build/esm/transports/index.js': `
    import { XHR } from './polling-xhr.js'
    import { WS } from './websocket.js'
    export const transports = { websocket: WS, polling: XHR }`,
  // It looks for style sheets that come with a chunk; none does.
  'vite/preload-helper.js': 'export const __vitePreload = (load) => load()',
}

/** Leaves out of the widget what only the console or Node uses. */
export function forVisitors(): Plugin {
  return {
    name: 'for-visitors',
    enforce: 'pre',
    load: (id) => Object.entries(REPLACEMENTS).find(([path]) => id.endsWith(path))?.[1] ?? null,
  }
}
