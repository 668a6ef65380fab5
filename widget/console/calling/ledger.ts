import type { ChatId } from '#shared/ids.ts'

const DATABASE = 'sobremesa-calls'
const CALLS = 'calls'
/** What is older than this is forgotten at the next opening: nobody is called for it again. */
const KEPT_MS = 7 * 24 * 60 * 60_000

interface Entry {
  readonly seq: number
  /** Milliseconds. */
  readonly at: number
}

export interface Claim {
  readonly chatId: ChatId
  readonly seq: number
  /** Milliseconds. */
  readonly now: number
  /** A repetition: only if the last call is this long ago. */
  readonly afterMs?: number
}

/**
 * Which messages this browser has called for. All tabs and the service worker ask here before they make themselves heard, and one
 * transaction gives each message to one of them, whoever may die meanwhile.
 */
export interface Ledger {
  /** Whether it is this caller's to tell. */
  claim(claim: Claim): Promise<boolean>
}

/** `owner`: on a shared computer, what somebody was called for says nothing of the next. */
export function openLedger(owner: string): Ledger {
  // Where nothing can be kept, a tab is alone.
  const own = new Map<ChatId, Entry>()
  let database: Promise<IDBDatabase> | undefined

  return {
    async claim(claim) {
      database ??= open(claim.now)
      try {
        return await claimIn(await database, [owner, claim.chatId], claim)
      } catch {
        database = undefined
        const isFree = isClaimable(own.get(claim.chatId), claim)
        if (isFree) own.set(claim.chatId, { seq: claim.seq, at: claim.now })
        return isFree
      }
    },
  }
}

function isClaimable(entry: Entry | undefined, { seq, now, afterMs }: Claim): boolean {
  if (entry === undefined || entry.seq < seq) return true
  return afterMs !== undefined && entry.seq === seq && now - entry.at >= afterMs
}

function claimIn(database: IDBDatabase, key: IDBValidKey, claim: Claim): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(CALLS, 'readwrite')
    const calls = transaction.objectStore(CALLS)
    const asked = calls.get(key) as IDBRequest<Entry | undefined>
    let isFree = false
    asked.addEventListener('success', () => {
      isFree = isClaimable(asked.result, claim)
      if (isFree) calls.put({ seq: claim.seq, at: claim.now } satisfies Entry, key)
    })
    transaction.addEventListener('complete', () => resolve(isFree))
    for (const failure of ['error', 'abort']) {
      transaction.addEventListener(failure, () => reject(new Error(failure)))
    }
  })
}

function open(now: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1)
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore(CALLS))
    request.addEventListener('success', () => {
      const database = request.result
      database.addEventListener('versionchange', () => database.close())
      forgetOld(database, now)
      resolve(database)
    })
    request.addEventListener('error', () => reject(new Error('error')))
  })
}

function forgetOld(database: IDBDatabase, now: number): void {
  const calls = database.transaction(CALLS, 'readwrite').objectStore(CALLS)
  const walking = calls.openCursor()
  walking.addEventListener('success', () => {
    const cursor = walking.result
    if (cursor === null) return
    if (now - (cursor.value as Entry).at > KEPT_MS) cursor.delete()
    cursor.continue()
  })
}
