import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import type { Setting } from '../experiment.ts'

export type Direction = 'up' | 'down'

/** What the network between clients and the server does. Each holds for connections that are open and for those to come. */
interface Weather {
  /** Whoever calls is turned away at once. */
  isDown: boolean
  /** Bytes of these directions vanish; the connection looks open to both ends. */
  swallow: readonly Direction[]
  /** Nothing is taken from the server any more: its buffers fill. */
  isStalled: boolean
  /** Before each chunk is handed on, order kept; milliseconds. */
  delay: (direction: Direction) => number
  /** Bytes a second, each way; Infinity: no limit. */
  bytesPerSecond: number
  /** As old proxies do: the request to change to WebSocket goes through without its `Upgrade`. */
  stripsUpgrade: boolean
  /** As filters do that know HTTP alone: the change to WebSocket is let through, and nothing after it. */
  mutesWebSocket: boolean
  /** Cut a connection on which nothing has moved for so long; milliseconds. */
  idleCutMs: number
}

export interface FaultProxy {
  readonly url: string
  readonly weather: Weather
  /** Ends every connection that is open, with a reset. */
  cut(): void
  readonly open: () => number
  /** Of its ends that the server sees. */
  readonly ports: () => readonly number[]
}

const calm: Weather = {
  isDown: false,
  swallow: [],
  isStalled: false,
  delay: () => 0,
  bytesPerSecond: Infinity,
  stripsUpgrade: false,
  mutesWebSocket: false,
  idleCutMs: Infinity,
}

/** A network that goes wrong on command, between clients and one server. It knows TCP and, for `Upgrade`, one header. */
export async function startFaultProxy(
  { defer }: Pick<Setting, 'defer'>,
  targetPort: number,
): Promise<FaultProxy> {
  const weather = { ...calm }
  const open = new Set<{ end(): void; readonly port: number }>()
  const server = createServer((client) => {
    if (weather.isDown) return void client.resetAndDestroy()
    const upstream = connect(targetPort, '127.0.0.1')
    const pair = joinSockets(client, upstream, weather)
    open.add(pair)
    pair.onEnd(() => open.delete(pair))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  function cut(): void {
    for (const pair of open) pair.end()
  }
  defer(() => {
    cut()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    weather,
    cut,
    open: () => open.size,
    ports: () => [...open].map(({ port }) => port),
  }
}

function joinSockets(client: Socket, upstream: Socket, weather: Weather) {
  const onEnds: (() => void)[] = []
  let isOver = false
  let isMuted = false
  let idle: NodeJS.Timeout | undefined

  function end(): void {
    if (isOver) return
    isOver = true
    clearTimeout(idle)
    client.resetAndDestroy()
    upstream.resetAndDestroy()
    for (const told of onEnds) told()
  }

  function moved(): void {
    clearTimeout(idle)
    if (Number.isFinite(weather.idleCutMs) && !isOver) idle = setTimeout(end, weather.idleCutMs)
  }

  forward('up', client, upstream)
  forward('down', upstream, client)
  moved()

  function forward(direction: Direction, from: Socket, to: Socket): void {
    let previous = Promise.resolve()
    let freeAt = 0
    from.setNoDelay(true)
    from.on('data', (chunk: Buffer) => {
      if (direction === 'down' && weather.isStalled) stall(from)
      if (isMuted || weather.swallow.includes(direction)) return
      moved()
      isMuted = weather.mutesWebSocket && chunk.toString('latin1', 0, 12) === 'HTTP/1.1 101'
      const passed = direction === 'up' && weather.stripsUpgrade ? withoutUpgrade(chunk) : chunk
      const now = performance.now()
      freeAt = Math.max(freeAt, now) + (passed.length / weather.bytesPerSecond) * 1_000
      const ms = Math.max(freeAt - now, weather.delay(direction))
      if (ms === 0) previous = previous.then(() => write(to, passed))
      else {
        const later = new Promise((resolve) => setTimeout(resolve, ms))
        previous = Promise.all([previous, later]).then(() => write(to, passed))
      }
    })
    // What was said before goodbye arrives before it.
    from.on('end', () => {
      if (weather.swallow.includes(direction)) return
      void previous.then(() => to.end())
    })
    from.on('error', end)
    from.on('close', () => {
      // A blackhole passes no goodbye on either.
      if (!weather.swallow.includes(direction))
        void previous.then(() => (to.writableEnded ? undefined : end()))
    })
  }

  function stall(from: Socket): void {
    from.pause()
    const look = setInterval(() => {
      if (weather.isStalled && !isOver) return
      clearInterval(look)
      from.resume()
    }, 20)
  }

  function write(to: Socket, chunk: Buffer): void {
    if (!isOver && to.writable) to.write(chunk)
  }

  return {
    end,
    onEnd: (told: () => void) => void onEnds.push(told),
    get port() {
      return upstream.localPort ?? 0
    },
  }
}

function withoutUpgrade(chunk: Buffer): Buffer {
  const text = chunk.toString('latin1')
  if (!text.startsWith('GET /socket.io/')) return chunk
  return Buffer.from(text.replace(/^(Upgrade|Connection): .*\r\n/gim, ''), 'latin1')
}
