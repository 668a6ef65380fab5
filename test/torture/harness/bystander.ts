import type { Setting } from '../experiment.ts'
import { isSettled, newVisitorWithChat, openVisitorScreen } from './cast.ts'
import type { Faults } from './faults.ts'
import type { Screen } from './screen.ts'
import type { ServerProcess } from './server-process.ts'
import { timeToSend } from './time-to-send.ts'
import { until } from './until.ts'

/** A visitor who has nothing to do with any attack, on one connection from beginning to end. */
export interface Bystander {
  readonly screen: Screen
  /** Writes, and sees it sent; how often the connection was lost is a fault too. */
  expectServed(faults: Faults): Promise<void>
}

const PATIENCE_MS = 20_000

export async function createBystander(setting: Setting, server: ServerProcess): Promise<Bystander> {
  const visitor = await newVisitorWithChat(server.url)
  const screen = await openVisitorScreen(setting, visitor, { name: 'the bystander', url: server.url })
  await until('the bystander is connected', () => isSettled(screen))
  let losses = 0
  screen.client.state.subscribe(({ connection }) => {
    if (connection.state === 'reconnecting') losses += 1
  })
  return {
    screen,
    async expectServed(faults) {
      const late = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE_MS, null).unref())
      const served = await Promise.race([timeToSend(screen, `still here ${crypto.randomUUID()}`), late])
      faults.expect(served !== null, 'stuck', 'somebody else’s chat stands still')
      faults.expect(losses === 0, 'death', `somebody else lost their connection ${losses} times`)
    },
  }
}
