import type { ChatId } from '#shared/ids.ts'
import type { Attachment } from '#shared/message.ts'
import type { ChatClient } from '../core/chat-client.ts'
import type { ChatView, ClientState, Failure } from '../core/state.ts'
import type { Readable } from '../core/store.ts'
import { isAccepted } from './is-accepted.ts'
import type { UploadProgress } from '../parts/attachment/upload-progress.ts'
import { draftOf } from './draft-of.ts'
import { isSameTarget, isSendable, type FileTarget, type OutgoingFile } from './outgoing-file.ts'
import { previewOf } from './preview.ts'

/** In a tray at once; the server takes ten a minute of one person. */
export const MOST_FILES = 10

export interface FileRules {
  readonly maxFileBytes?: number | undefined
  /** As in `<input accept>`: then no others. */
  readonly accept?: string | undefined
  /** Makes a picture fit for sending; gives it back as it is where there is nothing to do. */
  readonly prepare?: (file: File) => Promise<File>
}

/** What became of files that somebody wanted to add. */
export interface Added {
  readonly count: number
  readonly duplicates: readonly File[]
  readonly tooMany: number
}

interface Surroundings {
  /** Whoever sends now: a page may get another client while a file waits. */
  readonly client: () => ChatClient | undefined
  readonly rules: (target: FileTarget) => Promise<FileRules>
}

/**
 * The files that are on their way, in all chats of a client: those that lie in a tray and those whose message is already in the thread.
 * They go up at once where there is a chat, and otherwise with the message that begins one. A message is handed to the client when its
 * file is there, in the order they were wanted.
 */
export class Outgoing implements Readable<readonly OutgoingFile[]> {
  readonly #around: Surroundings
  readonly #listeners = new Set<(files: readonly OutgoingFile[]) => void>()
  #files: readonly OutgoingFile[] = []
  readonly #aborts = new Map<string, AbortController>()
  #owner = ''

  constructor(around: Surroundings) {
    this.#around = around
  }

  readonly get = (): readonly OutgoingFile[] => this.#files

  readonly subscribe = (listener: (files: readonly OutgoingFile[]) => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Those that wait for their message, of one field. */
  inTray(target: FileTarget): readonly OutgoingFile[] {
    return this.#files.filter(
      ({ message, ...file }) => message === undefined && isSameTarget(file.target, target),
    )
  }

  add(files: readonly File[], target: FileTarget): Added {
    const held = this.inTray(target).map(({ file }) => file)
    const fresh = files.filter(
      (file, i) => ![...held, ...files.slice(0, i)].some((other) => isSame(file, other)),
    )
    const taken = fresh.slice(0, Math.max(0, MOST_FILES - held.length))
    const added = taken.map((file): OutgoingFile => ({
      id: newId(),
      file,
      target,
      progress: file.size === 0 ? failed({ code: 'file_empty', message: '' }) : { state: 'chosen' },
    }))
    this.#set([...this.#files, ...added])
    for (const { id, file } of added) void this.#show(id, file)
    if (this.chatOf(target)) for (const { id } of added) void this.#send(id)
    else for (const { id } of added) void this.#check(id)
    return {
      count: taken.length,
      duplicates: files.filter((file) => !fresh.includes(file)),
      tooMany: fresh.length - taken.length,
    }
  }

  /** Whether there is something to send with the next message. */
  hasSendable(target: FileTarget): boolean {
    return this.inTray(target).some(isSendable)
  }

  /**
   * Sends what lies in the tray. The text goes with the first file that is there already, and else ahead of them: no text waits for a
   * file. What has failed stays where it is. Returns the keys of the messages, if there was anything to send.
   */
  submit(text: string, target: FileTarget): readonly string[] | undefined {
    const wanted = this.inTray(target).filter(isSendable)
    const [first] = wanted
    if (first === undefined) return undefined
    const isTogether = text !== '' && first.progress.state === 'ready'
    const ahead =
      text === '' || isTogether
        ? undefined
        : this.#around
            .client()
            ?.send({ ...this.#address(target), content: text, isInternal: target.isInternal })
    const sentAt = new Date().toISOString()
    for (const { id } of wanted) {
      this.#change(id, { message: { content: isTogether && id === first.id ? text : '', sentAt } })
    }
    // The text makes the chat; two at once would each make one.
    if (text === '' || this.chatOf(target)) for (const { id } of wanted) void this.#send(id)
    this.#handOver()
    return [...(ahead === undefined ? [] : [ahead]), ...wanted.map(({ id }) => id)]
  }

  /** What a message carried that was given up: it is there already, and can go with the next. */
  takeBack(attachment: Attachment, target: FileTarget): void {
    const { fileName, mimeType } = attachment
    const file = new File([], fileName, { type: mimeType })
    this.#set([...this.#files, { id: newId(), file, target, attachment, progress: { state: 'ready' } }])
  }

  /** Calls it off and forgets it; returns what its message said. */
  cancel(id: string): string {
    const file = this.#find(id)
    this.#forget(id)
    this.#handOver()
    return file?.message?.content ?? ''
  }

  retry(id: string): void {
    const file = this.#find(id)
    if (file?.progress.state !== 'failed') return
    if (file.attachment) this.#change(id, { progress: { state: 'ready' } })
    else void this.#send(id)
  }

  /** To be called whenever the client's state is another. */
  follow(): void {
    const state = this.#around.client()?.state.get()
    if (state === undefined) return
    const owner = ownerOf(state)
    // Whoever sits here next has nothing to do with these.
    if (this.#owner !== '' && owner !== this.#owner) for (const { id } of this.#files) this.#forget(id)
    this.#owner = owner
    for (const file of this.#files) this.#settle(file)
  }

  /** To be called when the device loses its network, or has it again. */
  noticeNetwork(): void {
    for (const { id, progress } of this.#files) {
      if (progress.state === 'underway') this.#change(id, { progress: underway(progress.sent) })
    }
  }

  /** The chat that a file goes to, where there is one already. */
  chatOf({ chatId }: FileTarget): ChatView | undefined {
    const chats = this.#around.client()?.state.get().chats ?? new Map<ChatId, ChatView>()
    if (chatId === undefined) return [...chats.values()].findLast((view) => view.chat !== null)
    return chats.get(chatId)
  }

  #address(target: FileTarget): { readonly chatId?: ChatId } {
    const chatId = target.chatId ?? this.chatOf(target)?.chatId
    return chatId === undefined ? {} : { chatId }
  }

  #set(files: readonly OutgoingFile[]): void {
    this.#files = files
    for (const listener of this.#listeners) listener(files)
  }

  #find(id: string): OutgoingFile | undefined {
    return this.#files.find((file) => file.id === id)
  }

  #change(id: string, change: Partial<OutgoingFile>): void {
    this.#set(this.#files.map((file) => (file.id === id ? { ...file, ...change } : file)))
  }

  async #show(id: string, file: File): Promise<void> {
    const preview = await previewOf(file)
    if (preview === undefined) return
    if (this.#find(id)) this.#change(id, { preview })
    else URL.revokeObjectURL(preview.url)
  }

  /** What the server would refuse is said before anything is sent. Says whether it may go. */
  async #check(id: string): Promise<FileRules | undefined> {
    const file = this.#find(id)
    if (file === undefined || isRefused(file.progress)) return undefined
    const rules = await this.#around.rules(file.target)
    if (rules.accept && !isAccepted(file.file, rules.accept)) {
      this.#change(id, { progress: failed({ code: 'file_type_not_allowed', message: '' }) })
      return undefined
    }
    if (!willChange(file.file, rules) && isTooLarge(file.file, rules)) {
      this.#change(id, { progress: failed(TOO_LARGE, rules.maxFileBytes) })
      return undefined
    }
    return rules
  }

  async #send(id: string): Promise<void> {
    if (this.#aborts.has(id)) return
    const abort = new AbortController()
    this.#aborts.set(id, abort)
    const { signal } = abort
    try {
      const rules = await this.#check(id)
      if (rules !== undefined && !signal.aborted) await this.#upload(id, rules, signal)
    } finally {
      this.#aborts.delete(id)
    }
    this.#handOver()
  }

  async #upload(id: string, rules: FileRules, signal: AbortSignal): Promise<void> {
    const client = this.#around.client()
    const held = this.#find(id)
    if (client === undefined || held === undefined) return
    const { file, target } = held
    const progress = (progress: UploadProgress) => this.#change(id, { progress })
    try {
      progress(underway(0))
      const prepared = (await rules.prepare?.(file)) ?? file
      signal.throwIfAborted()
      if (isTooLarge(prepared, rules)) return progress(failed(TOO_LARGE, rules.maxFileBytes))
      const attachment = await client.upload(this.#address(target).chatId, prepared, {
        signal,
        onProgress: ({ sent, total }) => progress(underway((sent / total) * file.size)),
        onWait: () => progress(underway(0, true)),
      })
      this.#change(id, { attachment, progress: { state: 'ready' } })
    } catch (cause) {
      if (!signal.aborted) progress(failed(failureOf(cause), rules.maxFileBytes))
    }
  }

  /** In order: a file that is there already waits for one that was wanted before it. */
  #handOver(): void {
    const held = new Set<string>()
    for (const file of this.#files) {
      const { id, message, attachment, target, progress } = file
      const name = target.chatId ?? ''
      if (message === undefined || file.isHandedOver || progress.state === 'failed' || held.has(name))
        continue
      if (attachment === undefined) {
        held.add(name)
        continue
      }
      const client = this.#around.client()
      if (client === undefined) return
      this.#change(id, { isHandedOver: true })
      const { chatId } = this.#address(target)
      if (chatId) client.restore({ ...draftOf(file, client.state.get()), attachment, chatId })
      else client.send({ content: message.content, attachment })
    }
  }

  #settle({ id, target, message, isHandedOver, progress }: OutgoingFile): void {
    const view = this.chatOf(target)
    if (isHandedOver) {
      const shown = view?.thread.some(({ clientMessageId }) => clientMessageId === id)
      // Nobody looks at a chat that is not held.
      if (shown || view === undefined) this.#forget(id)
    } else if (message !== undefined && progress.state === 'chosen' && view) void this.#send(id)
  }

  #forget(id: string): void {
    this.#aborts.get(id)?.abort()
    this.#aborts.delete(id)
    const url = this.#find(id)?.preview?.url
    // What is drawn already stays drawn.
    if (url !== undefined) URL.revokeObjectURL(url)
    if (this.#find(id)) this.#set(this.#files.filter((file) => file.id !== id))
  }
}

function isSame(a: File, b: File): boolean {
  return a === b || (a.name === b.name && a.size === b.size && a.lastModified === b.lastModified)
}

function isRefused(progress: UploadProgress): boolean {
  return progress.state === 'failed' && progress.failure.code === 'file_empty'
}

function ownerOf({ session }: ClientState): string {
  if (session.state === 'visitor') return session.visitor.visitorId
  return session.state === 'commercial' ? session.commercial.commercialId : ''
}

/** Of an `ApiError`, which is another class in each bundle. */
function failureOf(cause: unknown): Failure {
  const { code = 'internal_error', message = '' } = cause as Partial<Failure>
  return { code, message }
}

/** Not `randomUUID`, which plain http pages do not have. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

const TOO_LARGE = { code: 'too_large', message: '' }

function willChange({ type }: File, { prepare }: FileRules): boolean {
  return prepare !== undefined && type.startsWith('image/')
}

function isTooLarge({ size }: File, { maxFileBytes = Infinity }: FileRules): boolean {
  return size > maxFileBytes
}

function underway(sent: number, isWaiting = !navigator.onLine): UploadProgress {
  return { state: 'underway', sent, isWaiting }
}

function failed(failure: Failure, maxBytes?: number): UploadProgress {
  return { state: 'failed', failure, maxBytes }
}
