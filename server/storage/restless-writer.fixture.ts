/**
 * A process of its own for `crash.test.ts`: opens the store at the path it is given and writes until somebody ends it, eight
 * messages at a time. Each line that it prints is a message that was acknowledged.
 */
import { writeSync } from 'node:fs'
import { systemClock } from '../domain/clock.ts'
import type { VisitorIdentity } from '../domain/identity.ts'
import { testSeals } from './seals.fixture.ts'
import { openSqliteStorage } from './sqlite.ts'

const STDOUT = 1
const [path = ''] = process.argv.slice(2)
const storage = openSqliteStorage({
  path,
  seals: testSeals,
  clock: systemClock,
  report: (cause) => console.error(cause),
})

const site =
  (await storage.site()) ??
  (await storage.createSite({ siteKey: 'shop', name: 'Shop', origins: [], locale: 'es' }))
const run = `run-${process.pid}-${Date.now()}`
const session = await storage.createVisitorSession(site.siteId, run, {}, Date.now() + 60_000)
const visitor: VisitorIdentity = {
  role: 'visitor',
  userId: session.visitor.visitorId,
  siteId: site.siteId,
  sessionId: session.sessionId,
  name: '',
}
const { chat } = await storage.openChat(visitor, null)

for (let round = 0; ; round += 1) {
  const sending = Array.from({ length: 8 }, async (_, index) => {
    const content = `${run}-${round}-${index}`
    const { message } = await storage.appendMessage(visitor, {
      chatId: chat.chatId,
      content,
      type: 'text',
      isInternal: false,
      clientMessageId: content,
      seenSeq: undefined,
    })
    // Straight to the pipe: what waited in a buffer would be lost with the process, and prove nothing.
    writeSync(STDOUT, `${chat.chatId} ${message.messageId} ${content}\n`)
  })
  await Promise.all(sending)
}
