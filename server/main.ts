import { flushCompileCache } from 'node:module'
import { createServer, type ChatServer } from './compose.ts'
import { ConfigError, readConfig, type Config } from './config.ts'
import { createLog } from './observe/log.ts'
import { welcomeBox } from './welcome-box.ts'

/** SIGTERM must have ended the process by now, whatever it is waiting for. */
const STOP_WITHIN_MS = 10_000

const config = readConfigOrExit()
// Whatever nobody caught leaves the process in a state that nobody has thought of: it ends, and whoever supervises it starts another.
process.on('uncaughtException', (cause) => {
  createLog(config.logLevel).error('crashed', cause)
  process.exit(1)
})
const server = await startOrExit(config)
// Before anybody is told that it runs: who reads that may want to stop it at once.
process.once('SIGTERM', stop)
process.once('SIGINT', stop)
console.log(
  welcomeBox({
    url: server.url(),
    dataDir: config.dataDir,
    setupToken: server.started.setupToken,
    siteKey: server.started.site.siteKey,
  }),
)
// Now, not at the end: after a crash it starts as quickly.
flushCompileCache()

function readConfigOrExit(): Config {
  try {
    return readConfig(process.env)
  } catch (cause) {
    if (!(cause instanceof ConfigError)) throw cause
    console.error(cause.message)
    process.exit(1)
  }
}

async function startOrExit(config: Config): Promise<ChatServer> {
  try {
    const server = await createServer(config)
    await server.listen()
    return server
  } catch (cause) {
    console.error(sentenceFor(cause, config))
    process.exit(1)
  }
}

/** What can be wrong with a machine is said in one sentence; anything else is a bug, and shows where. */
function sentenceFor(cause: unknown, { host, port, dataDir }: Config): string {
  const { code, message, stack } = cause as NodeJS.ErrnoException
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken. Stop what listens there, or choose another: PORT=3001 npm start`
  if (code === 'EADDRNOTAVAIL') return `This machine has no address ${host}. HOST says where to listen.`
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return `${dataDir} cannot be written to (${code}). DATA_DIR says where to keep the data.`
  if (code === 'ENOSPC') return `The disk of ${dataDir} is full.`
  return code === undefined ? (stack ?? message) : message
}

function stop(): void {
  // A second signal means now.
  process.once('SIGTERM', () => process.exit(1))
  process.once('SIGINT', () => process.exit(1))
  setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref()
  server.close().then(
    () => process.exit(0),
    (cause: unknown) => {
      console.error(cause)
      process.exit(1)
    },
  )
}
