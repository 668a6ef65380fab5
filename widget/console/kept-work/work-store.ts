import type { ChatId } from '#shared/ids.ts'
import type { Commercial } from '#shared/person.ts'
import type { ChatView, DraftMessage, Inbox } from '../../core/state.ts'
import type { EditorMode } from '../drafts.ts'

/** What one was writing, and had not sent. */
export interface KeptText {
  readonly chatId: ChatId
  readonly mode: EditorMode
  readonly text: string
}

/** The work as it was last seen on this device. */
export interface KeptDesk {
  readonly commercial: Commercial
  readonly inbox: Inbox
  readonly team: readonly Commercial[]
}

/** What waits to be sent, and whose it is. */
export interface KeptWriting {
  readonly ownerId: string
  readonly unsent: readonly DraftMessage[]
  readonly texts: readonly KeptText[]
}

export interface Kept {
  readonly desk: KeptDesk | null
  readonly writing: KeptWriting | null
  readonly views: readonly ChatView[]
}

const DATABASE = 'sobremesa-console'
const STORE = 'work'
/** Of what is kept: another one's is nobody's. */
const VERSION = 1
/** A database that does not answer within this is done without. */
const PATIENCE_MS = 600

export const NOTHING_KEPT: Kept = { desk: null, writing: null, views: [] }

/** A server's work on this device: the desk, what is being written, and the chats that were looked at. */
export interface WorkStore {
  read(): Promise<Kept>
  keepDesk(desk: KeptDesk | null): void
  keepWriting(writing: KeptWriting | null): void
  keepView(view: ChatView): void
  dropView(chatId: ChatId): void
  /** Everything, as when somebody signs out. */
  clear(): void
}

/** `name`: of the server. Whatever cannot be kept is done without, in silence: nothing here is the only copy. */
export function openWorkStore(name: string): WorkStore {
  let database: Promise<IDBDatabase> | undefined

  async function within<Result>(
    mode: IDBTransactionMode,
    act: (store: IDBObjectStore) => IDBRequest<Result>,
  ): Promise<Result> {
    database ??= open()
    const transaction = (await database).transaction(STORE, mode)
    const request = act(transaction.objectStore(STORE))
    return settled(transaction, request)
  }

  function write<Result>(act: (store: IDBObjectStore) => IDBRequest<Result>): void {
    within('readwrite', act).catch(() => {
      database = undefined
    })
  }

  const keyOf = (part: string) => [name, part]
  const put = (part: string, value: unknown) => write((store) => store.put(value, keyOf(part)))
  const remove = (part: string) => write((store) => store.delete(keyOf(part)))

  return {
    async read() {
      const reading = within<unknown[]>('readonly', (store) => store.getAll(rangeOf(name)))
      const late = new Promise<unknown[]>((resolve) => {
        setTimeout(() => resolve([]), PATIENCE_MS)
      })
      return toKept(await Promise.race([reading.catch(() => []), late]))
    },
    keepDesk: (desk) => (desk === null ? remove('desk') : put('desk', { kind: 'desk', desk })),
    keepWriting: (writing) =>
      writing === null ? remove('writing') : put('writing', { kind: 'writing', writing }),
    keepView: (view) => put(`view ${view.chatId}`, { kind: 'view', view }),
    dropView: (chatId) => remove(`view ${chatId}`),
    clear: () => write((store) => store.delete(rangeOf(name))),
  }
}

/** An array sorts after every text. */
function rangeOf(name: string): IDBKeyRange {
  return IDBKeyRange.bound([name], [name, []])
}

interface Record {
  readonly kind?: unknown
  readonly desk?: KeptDesk
  readonly writing?: KeptWriting
  readonly view?: ChatView
}

function toKept(values: readonly unknown[]): Kept {
  const records = values as readonly Record[]
  return {
    desk: records.find(({ kind }) => kind === 'desk')?.desk ?? null,
    writing: records.find(({ kind }) => kind === 'writing')?.writing ?? null,
    views: records.flatMap(({ kind, view }) => (kind === 'view' && view !== undefined ? [view] : [])),
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, VERSION)
    request.addEventListener('upgradeneeded', () => {
      const { result } = request
      for (const old of result.objectStoreNames) result.deleteObjectStore(old)
      result.createObjectStore(STORE)
    })
    request.addEventListener('success', () => {
      // A newer release wants another one: an open connection would keep it waiting.
      request.result.addEventListener('versionchange', () => request.result.close())
      resolve(request.result)
    })
    for (const failure of ['error', 'blocked'])
      request.addEventListener(failure, () => reject(new Error(failure)))
  })
}

function settled<Result>(transaction: IDBTransaction, request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve(request.result))
    for (const failure of ['error', 'abort'])
      transaction.addEventListener(failure, () => reject(new Error(failure)))
  })
}
