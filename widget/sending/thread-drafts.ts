import type { Readable } from '../core/store.ts'
import type { ClientState, DraftMessage, Thread } from '../core/state.ts'
import type { OutgoingAttachment, UploadProgress } from '../parts/attachment/upload-progress.ts'
import { draftOf } from './draft-of.ts'
import type { OutgoingFile } from './outgoing-file.ts'

interface Context {
  readonly state: ClientState
  readonly reason: (failed: Extract<UploadProgress, { state: 'failed' }>) => string
}

interface Host {
  readonly outgoing: () => Readable<readonly OutgoingFile[]> | undefined
  readonly cancel: (id: string) => void
}

interface Kept {
  readonly facts: readonly unknown[]
  readonly draft: DraftMessage
}

/**
 * Messages whose files are on their way, after those of the thread. A file that comes further changes no message: what shows it watches
 * it, and a long thread is not laid out anew ten times a second.
 */
export class ThreadDrafts {
  readonly #host: Host
  readonly #kept = new Map<string, Kept>()
  #last:
    | { readonly thread: Thread; readonly drafts: readonly DraftMessage[]; readonly all: Thread }
    | undefined

  constructor(host: Host) {
    this.#host = host
  }

  after(thread: Thread, files: readonly OutgoingFile[], context: Context): Thread {
    for (const id of this.#kept.keys()) if (!files.some((file) => file.id === id)) this.#kept.delete(id)
    if (files.length === 0) return thread
    const shown = new Set(thread.map(({ clientMessageId }) => clientMessageId))
    const drafts = files.filter(({ id }) => !shown.has(id)).map((file) => this.#draft(file, context))
    const last = this.#last
    if (last?.thread === thread && isSame(last.drafts, drafts)) return last.all
    const all = drafts.length === 0 ? thread : [...thread, ...drafts]
    this.#last = { thread, drafts, all }
    return all
  }

  #draft(file: OutgoingFile, { state, reason }: Context): DraftMessage {
    const { id, preview, message, progress } = file
    const failure = progress.state === 'failed' ? progress : undefined
    const facts = [preview, message, failure]
    const kept = this.#kept.get(id)
    if (kept && isSame(kept.facts, facts)) return kept.draft
    const plain = draftOf(file, state)
    const draft: DraftMessage = failure
      ? { ...plain, failure: { ...failure.failure, message: reason(failure) } }
      : { ...plain, attachment: this.#watched(plain, progress) }
    this.#kept.set(id, { facts, draft })
    return draft
  }

  #watched({ attachment, clientMessageId: id }: DraftMessage, initial: UploadProgress) {
    const { outgoing, cancel } = this.#host
    const get = () =>
      outgoing()
        ?.get()
        .find((file) => file.id === id)?.progress ?? initial
    const subscribe = (listener: (progress: UploadProgress) => void) =>
      outgoing()?.subscribe(() => listener(get())) ?? (() => {})
    return {
      ...attachment,
      outgoing: { progress: { get, subscribe }, cancel: () => cancel(id) },
    } as OutgoingAttachment
  }
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i])
}
