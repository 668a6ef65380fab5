import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Experiment, Setting } from '../experiment.ts'
import { newVisitorWithChat } from '../harness/cast.ts'
import { Faults, type Outcome } from '../harness/faults.ts'
import { say } from '../harness/say.ts'
import { startServer } from '../harness/server-process.ts'
import { makeTempFolder } from '../harness/temp-folder.ts'
import type { MutantName } from '../inside/mutants.ts'

const MESSAGES = 200

async function run(setting: Setting, mutant?: MutantName): Promise<Outcome> {
  const trace = join(makeTempFolder(setting), 'trace')
  const calls = 'trace=fsync,fdatasync,read,recvfrom,recvmsg,write,writev,sendto,sendmsg'
  // -D: the server stays our child, and can be killed like any other.
  const under = ['strace', '-D', '-f', '-s', '40', '-e', calls, '-o', trace]
  const server = await startServer(setting, { mutant, under })
  const visitor = await newVisitorWithChat(server.url)
  for (let n = 1; n <= MESSAGES; n += 1) await say(visitor, { chatId: visitor.chatId, content: `m ${n}` })
  await server.stop()
  const { answers, synced } = readTrace(readFileSync(trace, 'latin1'))
  const faults = new Faults()
  faults.expect(answers === MESSAGES, 'answer', `${answers} answers seen in the trace`)
  faults.expect(
    synced === answers,
    'lost',
    `${answers - synced} of ${answers} answers 201 left without an fsync before them`,
  )
  return { figures: `fsync between request and 201: ${synced} of ${answers}`, faults: faults.list() }
}

/** One request at a time: each begins with its reading, and counts if a sync ended before its 201 was written. */
function readTrace(trace: string): { answers: number; synced: number } {
  let [answers, synced] = [0, 0]
  let isAsked = false
  let isSynced = false
  for (const line of trace.split('\n')) {
    if (line.includes('"POST /v2/messages')) [isAsked, isSynced] = [true, false]
    if (/\bf(data)?sync(\(| resumed).*= 0/.test(line)) isSynced = true
    if (!isAsked || !line.includes('"HTTP/1.1 201')) continue
    answers += 1
    if (isSynced) synced += 1
    isAsked = false
  }
  return { answers, synced }
}

function missing(): string | null {
  try {
    execFileSync('strace', ['-o', '/dev/null', 'true'])
    return null
  } catch {
    return 'needs strace, and the right to use it'
  }
}

export const durableAck: Experiment = {
  id: 'T04',
  name: 'durable-ack',
  pass: 'system calls: an fsync has ended between each of 200 requests and its 201',
  missing,
  run: (setting) => run(setting),
  controls: [
    {
      broken: 'a server with `synchronous=NORMAL`',
      mustFind: 'lost',
      run: (setting) => run(setting, 'does not wait for the disk'),
    },
  ],
}
