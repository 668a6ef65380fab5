import { mkdirSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { join, resolve } from 'node:path'
import { readSealingKeys } from './auth/keys.ts'
import { ConfigError, readConfig } from './config.ts'
import { backUp, type RowCounts } from './storage/backup.ts'
import { restore } from './storage/restore.ts'
import { countLostSecrets } from './storage/sealed-secrets.ts'
import { createSeals } from './storage/seals.ts'

class UsageError extends Error {}

const usage = `npm run backup -- FILE    copies the data to FILE, of a running server too
npm run restore -- FILE   puts the data of FILE in the place of the present, of a stopped server only`

const bringKey =
  'Put the secrets.json or the SECRET_KEY of that time in place before the server starts, or make new keys in the settings.'

const [command, file, ...rest] = process.argv.slice(2)
try {
  if (file === undefined || file.startsWith('-') || rest.length > 0) throw new UsageError(usage)
  await run(command, resolve(file))
} catch (cause) {
  const isKnown = cause instanceof Error
  console.error(isKnown ? cause.message : cause)
  process.exit(cause instanceof UsageError || cause instanceof ConfigError ? 2 : 1)
}

async function run(command: string | undefined, path: string): Promise<void> {
  const { dataDir, secretKeys } = readConfig(process.env)
  const dataFile = join(dataDir, 'chat.db')
  if (command === 'backup') {
    // The server that goes on working beside it comes first.
    setPriority(constants.priority.PRIORITY_LOW)
    console.log(`${path} is a whole copy: ${said(await backUp(dataFile, path))}.`)
  } else if (command === 'restore') {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    const { counts, aside } = restore(path, dataFile, new Date())
    console.log(`${dataFile} is now as in ${path}: ${said(counts)}.`)
    if (aside !== null) console.log(`What was there before is kept: ${aside}`)
    const seals = createSeals([...secretKeys, ...(await readSealingKeys(dataDir))])
    const lost = countLostSecrets(dataFile, seals)
    if (lost > 0) console.log(`${lost} secrets in it are sealed with a key that is not here. ${bringKey}`)
  } else throw new UsageError(usage)
}

function said(counts: RowCounts): string {
  return Object.entries(counts)
    .map(([table, count]) => `${count} ${table}`)
    .join(', ')
}
