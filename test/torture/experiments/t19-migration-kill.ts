import { copyFileSync, rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { newestVersion } from '../../../server/storage/migrations.ts'
import type { Experiment, Setting } from '../experiment.ts'
import { signIn } from '../harness/cast.ts'
import { Faults, type Outcome } from '../harness/faults.ts'
import { inMs } from '../harness/numbers.ts'
import { makeOldData, readOldData } from '../harness/old-data.ts'
import { createServerProcess, type ServerProcess } from '../harness/server-process.ts'
import { makeTempFolder } from '../harness/temp-folder.ts'
import type { Death } from '../inside/die-in-migration.ts'
import type { MutantName } from '../inside/mutants.ts'

interface Killing {
  readonly messages: number
  /** Deaths in each migration, each after another share of its statements. */
  readonly inEach: number
  /** Of a start on the oldest data, from outside, at any moment. */
  readonly atRandom: number
  readonly mutant?: MutantName
}

async function run(setting: Setting, { messages, inEach, atRandom, mutant }: Killing): Promise<Outcome> {
  const { random } = setting
  const files = makeOldData(makeTempFolder(setting), messages)
  const { digest } = readOldData(files[1] ?? '')
  const faults = new Faults()
  const newest = newestVersion()
  const site: Site = { setting, files, digest, faults, mutant }
  const { wholeMs } = await updateOldest(site)
  for (let version = 2; version <= newest; version += 1) {
    for (let n = 1; n <= inEach; n += 1) {
      const dead = await dieInside(site, { version, share: random.next() })
      if (n === 1) await finish(site, dead)
      forget(dead)
    }
  }
  const reached = new Set<number>()
  for (let n = 1; n <= atRandom; n += 1) {
    reached.add(await killFromOutside(site, { afterMs: random.int(50, wholeMs), finishes: n % 5 === 0 }))
  }
  return {
    figures: `${messages.toLocaleString('en')} messages of the first release, ${newest - 1} migrations in ${inMs(wholeMs)}; ${(newest - 1) * inEach} deaths inside, ${atRandom} at random, which left versions ${[...reached].toSorted((a, b) => a - b).join(', ')}`,
    faults: faults.list(),
  }
}

interface Site {
  readonly setting: Setting
  /** Of every version. */
  readonly files: readonly string[]
  /** Of what is in each of them. */
  readonly digest: string
  readonly faults: Faults
  readonly mutant: MutantName | undefined
}

/** What was killed, and how. */
interface Dead {
  readonly server: ServerProcess
  readonly what: string
}

async function newServer({ setting, files, mutant }: Site, version: number) {
  const server = await createServerProcess(setting, { mutant })
  copyFileSync(files[version] ?? '', server.dataFile)
  return server
}

/** Undisturbed, to know how long it takes and that the data is found again afterwards. */
async function updateOldest(site: Site): Promise<{ wholeMs: number }> {
  const server = await newServer(site, 1)
  const wholeMs = await server.start()
  const commercial = await signIn(server.url)
  const { body } = await commercial.call('GET /v2/messages/search', { query: { keyword: 'antes 77777' } })
  const { hits = [] } = body as { hits?: unknown[] }
  site.faults.expect(hits.length === 1, 'lost', `${hits.length} hits for one message of the first release`)
  await server.kill()
  return { wholeMs }
}

/** It dies at this statement. */
async function dieInside(site: Site, { version, share }: Death): Promise<Dead> {
  const { faults } = site
  const server = await newServer(site, version - 1)
  const what = `version ${version}, after ${Math.round(share * 100)} % of it`
  const begun = server.start({ TORTURE_DEATH: JSON.stringify({ version, share }) })
  const survived = await begun.then(
    () => true,
    () => false,
  )
  faults.expect(!survived, 'answer', `${what}: it did not die`)
  const found = expectWhole(site, { server, what })
  faults.expect(found === version - 1, 'death', `${what}: the data says version ${found}`)
  return { server, what }
}

/** Returns the version that the killed one had reached. */
async function killFromOutside(
  site: Site,
  { afterMs, finishes }: { afterMs: number; finishes: boolean },
): Promise<number> {
  const server = await newServer(site, 1)
  const what = `killed after ${afterMs} ms`
  const starting = server.start().catch(() => undefined)
  await pause(afterMs)
  await server.kill()
  await starting
  const version = expectWhole(site, { server, what })
  if (finishes) await finish(site, { server, what })
  forget({ server })
  return version
}

/** Copies of copies: all of them together would fill the disk. */
function forget({ server }: Pick<Dead, 'server'>): void {
  rmSync(server.dataDir, { recursive: true, force: true })
}

/** Started again, it comes to the end. */
async function finish(site: Site, { server, what }: Dead): Promise<void> {
  const { faults, files } = site
  const started = await server.start().catch((cause: unknown) => String(cause))
  faults.expect(
    typeof started === 'number',
    'death',
    `${what}: started again, ${String(started).slice(0, 300)}`,
  )
  await server.kill()
  if (typeof started !== 'number') return
  const version = expectWhole(site, { server, what: `${what}, and finished` })
  faults.expect(version === files.length - 1, 'death', `${what}: came to version ${version}`)
}

/** Returns the version that the data are in. */
function expectWhole({ faults, digest }: Site, { server, what }: Dead): number {
  const now = readOldData(server.dataFile)
  faults.expect(now.integrity === 'ok', 'death', `${what}: ${now.integrity}`)
  faults.expect(now.digest === digest, 'lost', `${what}: ${now.digest} instead of ${digest}`)
  return now.version
}

export const migrationKill: Experiment = {
  id: 'T19',
  name: 'migration kill',
  pass: '100,000 messages of the first release, SIGKILL inside each migration and at 20 random moments: the old version or the new, all data equal, started again it comes to the end',
  run: (setting) => run(setting, { messages: 100_000, inEach: 2, atRandom: 20 }),
  controls: [
    {
      broken: 'a server that migrates a statement at a time',
      mustFind: 'death',
      run: (setting) =>
        run(setting, { messages: 1_000, inEach: 1, atRandom: 0, mutant: 'migrates a statement at a time' }),
    },
  ],
}
