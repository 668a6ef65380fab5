import { describe, expect, it } from 'vitest'
import { createWorld, type OpenStorage } from './world.ts'

const device = (endpoint: string) => ({ endpoint, p256dh: 'p', auth: 'a', label: endpoint })

export function testPushDevices(open: OpenStorage): void {
  describe('browsers that are told', () => {
    it('are each person’s, oldest first, and at most twenty', async () => {
      const { storage, clock, ana, ben } = await team(open)
      for (let index = 1; index <= 21; index += 1) {
        await storage.keepPushDevice(ana, device(`https://push.example/${index}`))
        clock.move(1)
      }
      const labels = (await storage.pushDevices(ana.userId)).map(({ label }) => label)
      expect([labels.length, labels[0]]).toEqual([20, 'https://push.example/2'])
      expect(await storage.pushDevices(ben.userId)).toEqual([])
    })

    it('change hands with their endpoint, and keep their id', async () => {
      const { storage, ana, ben } = await team(open)
      const before = await storage.keepPushDevice(ana, device('https://push.example/1'))
      const after = await storage.keepPushDevice(ben, { ...device('https://push.example/1'), label: 'Ben' })
      expect(after).toEqual({ ...before, label: 'Ben' })
      expect([await storage.pushDevices(ana.userId), await storage.pushDevices(ben.userId)]).toEqual([
        [],
        [after],
      ])
    })

    it('end with the session that they were added in', async () => {
      const { storage, ana } = await team(open)
      await storage.keepPushDevice(ana, device('https://push.example/1'))
      await storage.endConsoleSession(ana.sessionId)
      expect(await storage.pushDevices(ana.userId)).toEqual([])
    })

    it('are forgotten by their owner, or when their service knows them no more', async () => {
      const { storage, ana, ben } = await team(open)
      const one = await storage.keepPushDevice(ana, device('https://push.example/1'))
      const other = await storage.keepPushDevice(ana, device('https://push.example/2'))
      await storage.forgetPushDevice(ben, one.deviceId)
      await storage.dropPushEndpoint(other.endpoint)
      expect(await storage.pushDevices(ana.userId)).toEqual([one])
      await storage.forgetPushDevice(ana, one.deviceId)
      expect(await storage.pushDevices(ana.userId)).toEqual([])
    })
  })
}

async function team(open: OpenStorage) {
  const world = await createWorld(open)
  const signIn = async (name: string) => {
    const person = await world.commercial(name)
    const { sessionId } = await world.storage.createConsoleSession(person.userId, name, {
      expiresAt: world.clock.now() + 1_000_000,
    })
    return { ...person, sessionId }
  }
  const [ana, ben] = [await signIn('Ana'), await signIn('Ben')]
  return { storage: world.storage, clock: world.clock, ana, ben }
}
