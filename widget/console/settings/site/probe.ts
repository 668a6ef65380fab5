import type { SiteCheck } from '#shared/site-check.ts'
import type { ChatClient } from '../../../core/chat-client.ts'

/** What was found out about a site's installation. */
export interface Findings {
  readonly check: SiteCheck
  /** Of the server's clock from this device's, in milliseconds. */
  readonly clockOffset: number
  readonly hasWebsocket: boolean
}

const PATIENCE_MS = 8_000

/** Asks the server what it has seen, and tries from here what can be tried from here. */
export async function probe(client: ChatClient, siteId: string, apiUrl: string): Promise<Findings> {
  const websocket = reachesByWebsocket(apiUrl)
  const before = Date.now()
  const check = await client.call('GET /v2/sites/:siteId/check', { params: { siteId } })
  // The server read its clock somewhere between the asking and the answer.
  const clockOffset = Date.parse(check.now) - (before + Date.now()) / 2
  return { check, clockOffset, hasWebsocket: await websocket }
}

/** Whether a websocket opens and the server says its first word (`0`, Engine.IO's "open"); what only lets polling through does not. */
function reachesByWebsocket(apiUrl: string): Promise<boolean> {
  return new Promise((resolve) => {
    const address = `${apiUrl.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`
    let socket: WebSocket
    try {
      socket = new WebSocket(address)
    } catch {
      // A policy of the page that holds the console forbids it.
      resolve(false)
      return
    }
    const end = (isThere: boolean) => {
      clearTimeout(timer)
      socket.close()
      resolve(isThere)
    }
    const timer = setTimeout(() => end(false), PATIENCE_MS)
    socket.addEventListener('message', ({ data }) => end(String(data).startsWith('0')))
    socket.addEventListener('error', () => end(false))
    socket.addEventListener('close', () => end(false))
  })
}
