import { createReadStream, existsSync } from 'node:fs'
import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename, extname, join } from 'node:path'
import type { Peer } from './peer.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
}
const ARTICLE = Array.from(
  { length: 60 },
  (_, index) =>
    `<section><h2>Capítulo ${index + 1}</h2><p>${'La mesa se recoge y nadie se levanta. '.repeat(12)}</p></section>`,
).join('')

/** A page of sixty sections, the same one with nothing in it, with our tag, and with the peer's. */
export interface HostSite {
  readonly url: string
  close(): void
}

export async function startHostSite(productUrl: string, peer: Peer | undefined): Promise<HostSite> {
  const tags: Readonly<Record<string, string>> = {
    '/bare': '',
    '/ours': `<script src="${productUrl}/widget.js" data-site="default" async></script>`,
    '/peer': `<link rel="stylesheet" href="/peer/style.css"><script type="module">
import { createChat } from '/peer/chat.bundle.es.js'
createChat({ webhookUrl: '/webhook', initialMessages: ['Hola'] })</script>`,
  }
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://host').pathname
    const tag = tags[path]
    if (tag !== undefined) sendPage(response, tag)
    else if (path.startsWith('/peer/') && peer !== undefined)
      sendFile(response, join(peer.folder, basename(path)))
    else response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":[]}')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

function sendPage(response: ServerResponse, tag: string): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
  response.end(
    `<!doctype html><html lang="es"><head><meta charset="utf-8"><title>Una tienda</title><link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width">${tag}</head><body><h1>Una tienda</h1>${ARTICLE}</body></html>`,
  )
}

/** Uncompressed: the peer's weight is not what is measured here. */
function sendFile(response: ServerResponse, path: string): void {
  if (!existsSync(path)) return void response.writeHead(404).end()
  response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' })
  createReadStream(path).pipe(response)
}
