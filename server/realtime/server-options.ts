import type { ServerOptions } from 'socket.io'
import { MAX_BODY_BYTES } from '#shared/limits.ts'
import { originOf, type Origins } from '../auth/origins.ts'

interface Deps {
  readonly origins: Origins
  readonly report: (cause: unknown) => void
}

/** How Socket.IO is set up. Its connection state recovery stays off: it passes by the middleware, and so by any revocation. */
export function serverOptions({ origins, report }: Deps): Partial<ServerOptions> {
  return {
    path: '/socket.io/',
    transports: ['websocket', 'polling'],
    serveClient: false,
    maxHttpBufferSize: MAX_BODY_BYTES,
    // A peer that vanished without a word is noticed within 18 s.
    pingInterval: 10_000,
    pingTimeout: 8_000,
    connectTimeout: 10_000,
    perMessageDeflate: false,
    httpCompression: false,
    // Decides who may connect; `cors` below only lets an allowed page read the answers of polling, and stops nobody.
    allowRequest(request, decide) {
      origins.mayConnect(originOf(request.headers)).then(
        (isAllowed) => decide(isAllowed ? null : 'origin_not_allowed', isAllowed),
        (cause: unknown) => {
          report(cause)
          decide('not_ready', false)
        },
      )
    },
    cors: {
      credentials: true,
      origin(origin, decide) {
        if (origin === undefined) return decide(null, false)
        origins.isListed(origin).then(
          (isListed) => decide(null, isListed),
          (cause: unknown) => {
            report(cause)
            decide(null, false)
          },
        )
      },
    },
  }
}
