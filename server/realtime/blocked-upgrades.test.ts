import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestGateway, type TestGateway } from './gateway.fixture.ts'

let gateway: TestGateway
beforeEach(async () => {
  gateway = await openTestGateway()
})
afterEach(() => gateway.close())

async function stay(...transports: ('polling' | 'websocket')[]): Promise<void> {
  for (const transport of transports) {
    const { token } = await gateway.visitor()
    await gateway.connect({ transports: [transport], auth: { token } })
  }
  gateway.time.advance(20_000)
}

describe('a proxy that lets no WebSocket through', () => {
  it('is told once, when three in a row have stayed with polling', async () => {
    await stay('polling', 'polling')
    expect(gateway.hints).toEqual([])
    await stay('polling', 'polling', 'polling')
    expect(gateway.hints).toEqual(['websocket_blocked'])
  })

  it('is not what one office is behind', async () => {
    await stay('websocket')
    await stay('polling', 'polling', 'polling')
    expect(gateway.hints).toEqual([])
  })

  it('is not told by who was only there for a moment', async () => {
    for (let come = 0; come < 4; come += 1) {
      const { token } = await gateway.visitor()
      const client = await gateway.connect({ transports: ['polling'], auth: { token } })
      const gone = new Promise((resolve) => {
        gateway.gateway.io.sockets.sockets.forEach((socket) => socket.once('disconnect', resolve))
      })
      client.disconnect()
      await gone
    }
    gateway.time.advance(20_000)
    expect(gateway.hints).toEqual([])
  })
})
