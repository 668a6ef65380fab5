import type { IncomingMessage, Server } from 'node:http'

/** By then every body but an upload's has come in: none is larger than 64 KiB. */
const BODY_MS = 30_000

/**
 * Node has one time limit for all requests, and it has to be an upload's. Everything else that sends its body drop by drop is cut off
 * here; uploads have a watch of their own, which looks at how fast they come.
 */
export function limitSlowBodies(server: Server, { ms = BODY_MS }: { ms?: number } = {}): void {
  server.on('request', (request: IncomingMessage) => {
    if (request.complete || request.url?.startsWith('/v2/files/upload') === true) return
    const timer = setTimeout(() => {
      if (!request.complete) request.socket.destroy()
    }, ms)
    timer.unref()
    request.once('close', () => clearTimeout(timer))
  })
}
