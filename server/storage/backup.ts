import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { checkIsOurs } from './data-file.ts'

/** Rows by table, of the tables that people would miss. */
export type RowCounts = Readonly<Record<(typeof COUNTED)[number], number>>

const COUNTED = ['messages', 'chats', 'visitors', 'commercials'] as const
const EVERYTHING = 0x7fffffff

/**
 * Copies the data of a server that may go on writing meanwhile, as of one moment. The copy is checked before it gets its name: under
 * that name there is a whole one, or nothing. Refuses a name that is taken.
 */
export async function backUp(dataFile: string, target: string): Promise<RowCounts> {
  if (!existsSync(dataFile))
    throw new Error(`There is no ${dataFile} to back up. DATA_DIR says where the data is.`)
  if (existsSync(target))
    throw new Error(`${target} exists already. Choose another name; nothing is overwritten.`)
  checkIsOurs(dataFile)
  const draft = `${target}.part`
  rmSync(draft, { force: true })
  const before = await copy(dataFile, draft)
  try {
    const counts = checkCopy(draft)
    for (const table of COUNTED) {
      if (table === 'messages' && counts[table] < before[table])
        throw new Error(
          `The copy has ${counts[table]} messages, and there were ${before[table]} when it began.`,
        )
    }
    syncToDisk(draft)
    renameSync(draft, target)
    syncToDisk(dirname(resolve(target)))
    return counts
  } finally {
    rmSync(draft, { force: true })
  }
}

/** In one step, and so in one read: pages that another process changes between two steps would begin it anew, for ever. */
async function copy(dataFile: string, draft: string): Promise<RowCounts> {
  const database = new Database(dataFile, { readonly: true })
  try {
    const before = countRows(database)
    await database.backup(draft, { progress: () => EVERYTHING })
    return before
  } finally {
    database.close()
  }
}

/** Refuses what is damaged, and leaves one file without a log beside it. */
export function checkCopy(path: string): RowCounts {
  const database = new Database(path)
  try {
    database.pragma('journal_mode = DELETE')
    const found = String(database.pragma('integrity_check', { simple: true }))
    if (found !== 'ok') throw new Error(`${path} is damaged (${found}).`)
    return countRows(database)
  } finally {
    database.close()
  }
}

function countRows(database: Database.Database): RowCounts {
  const counts = COUNTED.map((table) => [
    table,
    Number(database.prepare(`SELECT COUNT(*) FROM ${table}`).pluck().get()),
  ])
  return Object.fromEntries(counts) as RowCounts
}

/** A file, or a folder: there it makes names last. */
export function syncToDisk(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
