import { describe, expect, it } from 'vitest'
import type { HostPage, OpenSocket } from './environment.ts'
import { createLifetime } from './lifetime.ts'
import { createLine } from './line.ts'
import { createTestEnvironment, settled } from './model/test-environment.ts'
import type { Connection } from './state.ts'

type Listener = (...payload: unknown[]) => void

/** The library's socket as far as a line uses it, with the network in the test's hands. */
function createNetwork() {
  const listeners: { event: string; listener: Listener }[] = []
  const transports: string[][] = []
  const on = (event: string, listener: Listener) => void listeners.push({ event, listener })
  const tell = (event: string, ...payload: unknown[]) => {
    for (const held of listeners) if (held.event === event) held.listener(...payload)
  }
  const socket = {
    connected: false,
    io: { on, opts: { transports: ['websocket', 'polling'] } },
    on,
    onAny: (listener: Listener) => on('any', listener),
    connect: () => void transports.push([...socket.io.opts.transports]),
    disconnect: () => drop(),
  }
  function drop(): void {
    const wasConnected = socket.connected
    socket.connected = false
    if (wasConnected) tell('disconnect')
  }
  return {
    openSocket: (() => socket) as unknown as OpenSocket,
    tell,
    drop,
    answer() {
      socket.connected = true
      tell('connect')
    },
    /** By the door, which lets in so many a second: the last transport tried says so. */
    turnAway: () => tell('connect_error', Object.assign(new Error('xhr poll error'), { description: 503 })),
    refuse: (code?: string) =>
      tell('connect_error', Object.assign(new Error('refused'), code && { data: { code } })),
    /** Each try to connect, with the order of its transports. */
    tries: transports,
    listenerCount: (event: string) => listeners.filter((held) => held.event === event).length,
  }
}

function createPage() {
  const page = {
    window: new EventTarget(),
    document: Object.assign(new EventTarget(), { visibilityState: 'visible' }),
    navigator: { onLine: true },
  }
  return page satisfies HostPage
}

function arrange({
  prepare = async () => true,
}: { prepare?: (isRefused: boolean) => Promise<boolean> } = {}) {
  const network = createNetwork()
  const page = createPage()
  const environment = createTestEnvironment({ openSocket: network.openSocket, page })
  const life = createLifetime(environment)
  const shown: Connection[] = []
  const prepared: boolean[] = []
  let token = 'token'
  const line = createLine({
    apiUrl: 'http://model',
    life,
    environment,
    credentials: () => ({
      token: () => token,
      prepare: (isRefused) => {
        prepared.push(isRefused)
        return prepare(isRefused)
      },
    }),
    events: () => ({ 'message:new': () => {} }),
    onOnline() {},
    onLost() {},
    show: (connection) => void shown.push(connection),
  })
  const open = async () => {
    line.open()
    await settled()
  }
  const changeToken = (next: string) => void (token = next)
  return {
    ...network,
    page,
    environment,
    life,
    line,
    open,
    prepared,
    changeToken,
    now: () => shown.at(-1),
    shown,
  }
}

describe('a line', () => {
  it('is idle until somebody wants it, then connecting, then online', async () => {
    const { open, answer, shown, tries } = arrange()
    expect(tries).toEqual([])
    await open()
    answer()
    expect(shown).toEqual([{ state: 'connecting' }, { state: 'online' }])
  })

  it('says when it will try again, and never tries for the last time', async () => {
    const { open, answer, drop, refuse, environment, now, tries } = arrange()
    await open()
    answer()
    await environment.advance(6_000)
    drop()
    expect(now()).toEqual({ state: 'reconnecting', retryAt: environment.now() + 500 })
    for (let lost = 0; lost < 40; lost += 1) {
      await environment.advance(20_000)
      refuse()
    }
    expect(tries.length).toBeGreaterThan(40)
    expect(now()).toEqual({ state: 'reconnecting', retryAt: environment.now() + 20_000 })
  })

  it('does not race a server that takes it and drops it at once', async () => {
    const { open, answer, drop, environment, now } = arrange()
    await open()
    const waits: number[] = []
    for (let taken = 0; taken < 4; taken += 1) {
      answer()
      drop()
      const connection = now()
      const retryAt = connection?.state === 'reconnecting' ? (connection.retryAt ?? 0) : 0
      const wait = retryAt - environment.now()
      waits.push(wait)
      await environment.advance(wait)
    }
    expect(waits).toEqual([500, 1_000, 2_000, 4_000])
  })

  it('asks again soon, however often it was turned away by a server that lives', async () => {
    const { open, turnAway, environment, now } = arrange()
    await open()
    for (let turned = 0; turned < 6; turned += 1) {
      turnAway()
      expect(now()).toEqual({ state: 'reconnecting', retryAt: environment.now() + 2_000 })
      await environment.advance(2_000)
    }
  })

  it('hears each event once after any number of drops', async () => {
    const { open, answer, drop, environment, listenerCount } = arrange()
    await open()
    for (let drops = 0; drops < 5; drops += 1) {
      answer()
      drop()
      await environment.advance(30_000)
    }
    for (const event of ['connect', 'disconnect', 'message:new', 'ping']) expect(listenerCount(event)).toBe(1)
  })

  it('gets another token before it tries again, when the last was refused', async () => {
    for (const code of ['invalid_token', 'token_expired']) {
      const { open, refuse, environment, prepared } = arrange()
      await open()
      refuse(code)
      await environment.advance(1_000)
      expect(prepared).toEqual([false, true])
    }
  })

  it('holds what was said of an old token against no other', async () => {
    const { open, answer, tell, line, prepared, changeToken } = arrange()
    await open()
    answer()
    // Signed out, and somebody else has come since.
    tell('session:expired', { code: 'invalid_token' })
    line.close()
    changeToken('of the next')
    await open()
    expect(prepared).toEqual([false, false])
  })

  it('gets another token after the server has ended the session', async () => {
    const { open, answer, tell, drop, environment, prepared } = arrange()
    await open()
    answer()
    tell('session:expired', { code: 'token_expired' })
    drop()
    await environment.advance(1_000)
    expect(prepared).toEqual([false, true])
  })

  it('stops when there is nobody to connect as', async () => {
    const { open, refuse, environment, now, tries } = arrange({ prepare: async (isRefused) => !isRefused })
    await open()
    refuse('invalid_token')
    await environment.advance(60_000)
    expect(tries).toHaveLength(1)
    expect(now()).toEqual({ state: 'idle' })
  })

  it('backs off while a token cannot be had, and asks for a new one all the same', async () => {
    let isDown = true
    const { open, refuse, environment, prepared, tries } = arrange({
      prepare: async (isRefused) => {
        if (isRefused && isDown) throw new Error('503')
        return true
      },
    })
    await open()
    refuse('token_expired')
    await environment.advance(3_000)
    isDown = false
    await environment.advance(10_000)
    expect(new Set(prepared.slice(1))).toEqual(new Set([true]))
    expect(tries).toHaveLength(2)
  })

  it('turns to the other transport when nothing comes of the first', async () => {
    const { open, environment, tries } = arrange()
    await open()
    await environment.advance(9_000)
    expect(tries).toEqual([
      ['websocket', 'polling'],
      ['polling', 'websocket'],
    ])
  })

  it('begins anew after 20 seconds without a sign of life, unless the page is hidden', async () => {
    const { open, answer, tell, environment, page, tries } = arrange()
    await open()
    answer()
    for (let pings = 0; pings < 5; pings += 1) {
      await environment.advance(10_000)
      tell('ping')
    }
    expect(tries).toHaveLength(1)
    page.document.visibilityState = 'hidden'
    await environment.advance(60_000)
    expect(tries).toHaveLength(1)
    page.document.visibilityState = 'visible'
    await environment.advance(20_000)
    expect(tries).toHaveLength(2)
  })

  it('trusts a line that has been silent for 15 seconds no more after waking up', async () => {
    const { open, answer, line, environment, tries } = arrange()
    await open()
    answer()
    await environment.advance(14_000)
    line.wake()
    await settled()
    expect(tries).toHaveLength(1)
    await environment.advance(2_000)
    line.wake()
    await settled()
    expect(tries).toHaveLength(2)
  })

  it('does not wait when it is woken or told to hurry', async () => {
    for (const how of ['wake', 'connectNow'] as const) {
      const { open, refuse, line, tries } = arrange()
      await open()
      refuse()
      line[how]()
      await settled()
      expect(tries).toHaveLength(2)
    }
  })

  it('is offline while the device says so, and comes back', async () => {
    const { open, answer, line, page, now } = arrange()
    await open()
    answer()
    page.navigator.onLine = false
    line.goOffline()
    expect(now()).toEqual({ state: 'offline' })
    page.navigator.onLine = true
    line.wake()
    await settled()
    answer()
    expect(now()).toEqual({ state: 'online' })
  })

  it('comes back to a restarting server when it said, a little later than that', async () => {
    const { open, answer, tell, drop, environment, now } = arrange()
    await open()
    answer()
    tell('server:restart', { inMs: 3_000 })
    drop()
    expect(now()).toEqual({ state: 'reconnecting', retryAt: environment.now() + 3_500 })
  })

  it('leaves nothing running when it is closed', async () => {
    const { open, answer, drop, refuse, life, environment, now } = arrange()
    await open()
    answer()
    life.end()
    drop()
    refuse()
    expect(environment.timers()).toBe(0)
    expect(now()).toEqual({ state: 'idle' })
  })
})
