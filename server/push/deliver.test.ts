import { expect, it } from 'vitest'
import { createKeys } from '../auth/keys.ts'
import { createDeliver } from './deliver.ts'
import { createTestBrowser, openPushService } from './push-service.fixture.ts'
import { createVapid } from './vapid.ts'

it('F09: never reaches a host of its own network, whatever the address says', async () => {
  const service = await openPushService()
  const { push: key } = await createKeys()
  const vapid = createVapid({ key, subject: 'https://chat.example', clock: Date })
  const deliver = createDeliver(vapid, { allowPrivate: false })
  const push = {
    recipient: createTestBrowser(),
    text: 'hola',
    ttl: 60,
    urgency: 'normal',
    topic: undefined,
  } as const
  const { port } = new URL(service.origin)
  // A name that means this machine, as the name of a rebinding attacker would.
  const delivered = await deliver({ ...push, endpoint: `https://localhost:${port}/x` })
  expect([delivered.kind, service.received]).toEqual(['later', []])
  service.close()
})
