import type { ChatId } from '#shared/ids.ts'
import type { Attachment } from '#shared/message.ts'
import type { ApiError } from './api-error.ts'
import type { UploadOptions } from './chat-client.ts'
import type { Core } from './core.ts'
import type { Lifetime } from './lifetime.ts'
import { postForm } from './post-form.ts'
import { takeTurns } from './turns.ts'
import type { UploadTools } from './upload-tools.ts'

type UploadCore = Pick<Core, 'environment' | 'http' | 'life' | 'retrier' | 'side' | 'start' | 'store'> &
  UploadTools

interface Wanted extends UploadOptions {
  /** Absent: the visitor's own, made if there is none. */
  readonly chatId: ChatId | undefined
  readonly file: File
}

/** Browsers hold six connections to a server: more files than these at once would keep messages waiting. */
const AT_ONCE = 2
const turns = new WeakMap<Lifetime, ReturnType<typeof takeTurns>>()

/**
 * Sends a file up, for as long as it takes: waits its turn, waits while the device is offline, begins again when the network fails.
 * Rejects with an `ApiError` for what another try would not change, and with the signal's reason when it was called off.
 */
export async function upload(core: UploadCore, wanted: Wanted): Promise<Attachment> {
  const { signal } = wanted
  signal?.throwIfAborted()
  checkSize(wanted.file, core)
  const life = core.life.child()
  signal?.addEventListener('abort', life.end, { once: true })
  const calledOff = new Promise<never>((_, reject) => {
    life.onEnd(() => reject(signal?.aborted === true ? signal.reason : new core.ApiError(0, 'network')))
  })
  try {
    return await Promise.race([calledOff, inTurn(core, life, wanted)])
  } finally {
    signal?.removeEventListener('abort', life.end)
    life.end()
  }
}

/** What the server would refuse anyway, told before anything is sent. */
function checkSize({ size }: File, core: UploadCore): void {
  if (size === 0) throw new core.ApiError(422, 'file_empty')
  const { site } = core.store.get()
  if (site !== null && size > site.limits.maxFileBytes) throw new core.ApiError(413, 'too_large')
}

async function inTurn(core: UploadCore, life: Lifetime, wanted: Wanted): Promise<Attachment> {
  const queue = turns.get(core.life) ?? takeTurns(AT_ONCE)
  turns.set(core.life, queue)
  const leave = await queue.enter()
  life.onEnd(leave)
  const outcome = await core.retrier.within(life).untilAnswered(
    () => attempt(core, life, wanted),
    (cause) => wanted.onWait?.(core.toFailure(cause)),
  )
  if (outcome instanceof core.ApiError) throw outcome
  return outcome
}

/** Returns what another try would not change: the retrier takes every network error for one that passes. */
async function attempt(core: UploadCore, life: Lifetime, wanted: Wanted): Promise<Attachment | ApiError> {
  await online(core, life)
  try {
    await core.start()
    const chatId = wanted.chatId ?? (await core.side.openChat())
    return await post(core, life, { ...wanted, chatId })
  } catch (cause) {
    if (!(cause instanceof core.ApiError)) throw cause
    if (cause.code === 'quota_exceeded' || !core.isPassing(cause)) return cause
    if (cause.status === 0 && !(await isReadable(wanted.file))) return new core.ApiError(0, 'file_unreadable')
    throw cause
  }
}

function post(
  core: UploadCore,
  life: Lifetime,
  { chatId, file, onProgress }: Wanted & { readonly chatId: ChatId },
): Promise<Attachment> {
  const form = new FormData()
  // Before the file: so the server can refuse without reading it.
  form.append('chatId', chatId)
  form.append('file', file, file.name)
  const report = (share: number) => onProgress?.({ sent: Math.round(file.size * share), total: file.size })
  const api = core.authorize(
    (_, call) =>
      postForm(core, { path: '/v2/files/upload', form, life, report, headers: call?.headers ?? {} }),
    () => core.side.credentials,
  )
  return api('POST /v2/files/upload')
}

/** A folder, or a file that was removed or changed since it was chosen, fails like a network does. */
async function isReadable(file: File): Promise<boolean> {
  try {
    await file.slice(0, 1).arrayBuffer()
    return true
  } catch {
    return false
  }
}

function online({ environment }: UploadCore, life: Lifetime): Promise<void> {
  const page = environment.page()
  if (page === null || page.navigator.onLine) return Promise.resolve()
  return new Promise((resolve) => {
    page.window.addEventListener('online', () => resolve(), { once: true })
    life.onEnd(() => resolve())
  })
}
