import type { DraftMessage } from '../core/state.ts'
import type { Journal } from '../core/tabs/tab-ports.ts'

const DATABASE = 'sobremesa'
const UNSENT = 'unsent'
/** A database that does not answer within this (another page keeps it from being opened, a disk hangs) is done without. */
const PATIENCE_MS = 1_000

interface Kept {
  /** Which server and site it is for: all pages of an origin share the database. */
  readonly name: string
  readonly draft: DraftMessage
}

/** The page's own IndexedDB, opened when there is something to keep or to look for. */
export function createOutboxJournal(name: string): Journal {
  let database: Promise<IDBDatabase> | undefined
  let isPatient = true

  async function open(): Promise<IDBDatabase> {
    const request = indexedDB.open(DATABASE, 1)
    request.addEventListener('upgradeneeded', () =>
      request.result.createObjectStore(UNSENT, { keyPath: ['name', 'draft.clientMessageId'] }),
    )
    const opened = await done(request, 'success', () => request.result)
    const forget = () => (database = undefined)
    opened.addEventListener('close', forget)
    opened.addEventListener('versionchange', () => {
      // Somebody deletes it, or has a newer one: an open connection would keep them waiting.
      opened.close()
      forget()
    })
    return opened
  }

  async function within<Result>(
    mode: IDBTransactionMode,
    act: (store: IDBObjectStore) => IDBRequest<Result>,
  ): Promise<Result> {
    database ??= open()
    // On disk, not only on its way there: a battery may come out.
    const transaction = (await database).transaction(UNSENT, mode, { durability: 'strict' })
    const request = act(transaction.objectStore(UNSENT))
    // Now: left to itself, a page that is closed in this moment takes it back.
    transaction.commit()
    return done(transaction, 'complete', () => request.result)
  }

  /** Undefined where nothing can be kept; waited for no longer than a visitor would. */
  async function attempt<Result>(
    mode: IDBTransactionMode,
    act: (store: IDBObjectStore) => IDBRequest<Result>,
  ): Promise<Result | undefined> {
    const trying = within(mode, act).catch(() => {
      database = undefined
      return undefined
    })
    if (!isPatient) return undefined
    return Promise.race([
      trying,
      new Promise<undefined>((resolve) => {
        setTimeout(() => resolve(undefined), PATIENCE_MS)
      }),
    ])
  }

  async function read(): Promise<readonly DraftMessage[]> {
    // Looking alone would leave an empty database behind, at somebody who has written nothing.
    if (!isMarked(name)) return []
    const kept = (await attempt<unknown[]>('readonly', (store) => store.getAll(rangeOf(name)))) ?? []
    return kept.filter(isKept).map(({ draft }) => draft)
  }

  return {
    async keep(draft) {
      const began = performance.now()
      const written = await attempt('readwrite', (store) => store.put({ name, draft } satisfies Kept))
      if (written !== undefined) return markUnsent(name)
      isPatient = performance.now() - began < PATIENCE_MS
    },
    async drop(clientMessageId) {
      await attempt('readwrite', (store) => store.delete([name, clientMessageId]))
      if ((await read()).length === 0) unmark(name)
    },
    async clear() {
      await attempt('readwrite', (store) => store.delete(rangeOf(name)))
      unmark(name)
    },
    read,
  }
}

/** An array sorts after every text. */
function rangeOf(name: string): IDBKeyRange {
  return IDBKeyRange.bound([name], [name, []])
}

function done<Result>(target: EventTarget, success: string, result: () => Result): Promise<Result> {
  return new Promise((resolve, reject) => {
    target.addEventListener(success, () => resolve(result()))
    for (const failure of ['error', 'abort', 'blocked']) {
      target.addEventListener(failure, (event) => {
        // A failed request is nobody else's business.
        event.stopPropagation()
        reject(new Error(failure))
      })
    }
  })
}

/** What is on the disk may be of another version, or of nobody's making. */
function isKept(value: unknown): value is Kept {
  const { draft } = (value ?? {}) as { readonly draft?: Partial<DraftMessage> }
  const texts = [draft?.clientMessageId, draft?.content, draft?.sentAt, draft?.senderId]
  return (
    texts.every((text) => typeof text === 'string') &&
    (draft?.delivery === 'sending' || draft?.delivery === 'failed')
  )
}

/**
 * The key under which the token is kept also says that somebody has written: empty, while the server has not given them a token. By it a
 * page knows at its next visit, without opening a database, that there is something to send.
 */
function markUnsent(name: string): void {
  try {
    if (localStorage.getItem(name) === null) localStorage.setItem(name, '')
  } catch {
    // Blocked: then it is sent when the chat is opened.
  }
}

function isMarked(name: string): boolean {
  try {
    return localStorage.getItem(name) !== null
  } catch {
    return true
  }
}

function unmark(name: string): void {
  try {
    if (localStorage.getItem(name) === '') localStorage.removeItem(name)
  } catch {
    // Nothing was marked.
  }
}
