import { fuzzedConnections, playConnection } from '../../attacks/fuzz/frames.ts'
import type { Experiment, Setting } from '../experiment.ts'
import { createBystander } from '../harness/bystander.ts'
import { newVisitorWithChat } from '../harness/cast.ts'
import { Faults, type Outcome } from '../harness/faults.ts'
import { inMiB } from '../harness/numbers.ts'
import { startServer, type ServerProcess } from '../harness/server-process.ts'
import { comesTrue } from '../harness/until.ts'
import type { MutantName } from '../inside/mutants.ts'

const AT_ONCE = 50
const RSS_BYTES = 20 * 1024 * 1024
/** By then the allocator holds what the like of these need at the most, and what comes is growth. The heap has grown by nothing. */
const WARM_UP = 0.6

async function run(
  setting: Setting,
  { connections, mutant }: { connections: number; mutant?: MutantName },
): Promise<Outcome> {
  const server = await startServer(setting, { mutant })
  const faults = new Faults()
  const bystander = await createBystander(setting, server)
  const seed = setting.random.int(0, 2 ** 31 - 1)
  let frames = 0
  let warm = Infinity
  let done = 0
  for (; done < connections && server.isRunning(); done += AT_ONCE) {
    const { token, chatId } = await newVisitorWithChat(server.url)
    const batch = fuzzedConnections({ seed: seed + done, count: AT_ONCE, token, chatId })
    await Promise.all(batch.map((one) => playConnection(server.url, one)))
    frames += batch.reduce((sum, one) => sum + one.frames.length, 0)
    if (warm === Infinity && done >= connections * WARM_UP) warm = await rssOf(server)
  }
  if (!server.isRunning()) {
    faults.add('death', `after ${done} connections: ${server.output().slice(-300)}`)
    return { figures: `${done} connections`, faults: faults.list() }
  }
  await bystander.expectServed(faults)
  const isBack = await comesTrue(async () => (await rssOf(server)) - warm <= RSS_BYTES, 15_000)
  const grown = (await rssOf(server)) - warm
  faults.expect(isBack, 'limit', `RSS is ${inMiB(grown)} above what it was`)
  faults.expect(server.output() === '' || !server.output().includes('"error"'), 'answer', server.output())
  return {
    figures: `${done} connections, ${frames} frames, 0 deaths, RSS ${inMiB(grown)} more than after the first 60 %`,
    faults: faults.list(),
  }
}

async function rssOf(server: ServerProcess): Promise<number> {
  return (await server.ask({ collect: true })).rss
}

export const frameFuzz: Experiment = {
  id: 'T25',
  name: 'frame fuzz',
  pass: '10,000 connections of broken, hostile and nearly right frames: 0 deaths, nothing in the log, RSS ≤ 20 MiB more in the last 4,000; a bystander’s connection never breaks',
  run: (setting) => run(setting, { connections: 10_000 }),
  controls: [
    {
      broken: 'a server that lets its handlers throw',
      mustFind: 'death',
      run: (setting) => run(setting, { connections: 2_000, mutant: 'lets its handlers throw' }),
    },
  ],
}
