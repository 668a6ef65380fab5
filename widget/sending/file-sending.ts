import { html, nothing, render } from 'lit'
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit'
import type { ChatClient } from '../core/chat-client.ts'
import type { ChatView, Thread } from '../core/state.ts'
import type { FileStrings } from '../i18n/files.en.ts'
import { loadFileWords } from '../i18n/load-files.ts'
import type { Localization } from '../i18n/localization.ts'
import { fill, isolate, plural } from '../i18n/plural.ts'
import { CAMERA, CLIP } from '../parts/attachment/icon-paths.ts'
import { whyFailed } from '../parts/attachment/why-failed.ts'
import type { ChatComposer } from '../parts/composer/composer.ts'
// Shows what is on its way; the words for both are the same.
import '../parts/attachment/chat-attachment.ts'
import '../parts/file-tray/file-tray.ts'
import { icon } from '../parts/icon/icon.ts'
import { fire, type PartEvent } from '../parts/part-events.ts'
import { choosePhoto, chooseFiles } from './choose-files.ts'
import { FileDropController } from './file-drop.ts'
import { MOST_FILES, type Outgoing } from './outgoing.ts'
import type { FileTarget, OutgoingFile } from './outgoing-file.ts'
import type { Taken } from './take-files.ts'
import { ThreadDrafts } from './thread-drafts.ts'
import { VoiceNotes } from './voice-notes.ts'

/** What holds a thread and a field to write in. */
export interface FileHost extends ReactiveControllerHost, HTMLElement {
  readonly client: ChatClient | undefined
  readonly l10n: Localization
  readonly composer: ChatComposer | null | undefined
  readonly renderRoot: HTMLElement | DocumentFragment
}

export interface Sending {
  readonly outgoing: () => Outgoing | undefined
  /** Where a file that is added now would go. */
  readonly target: () => FileTarget
  /** Whether files may be sent here and now. */
  readonly isOffered: () => boolean
  /** Of one file, where that is known. */
  readonly maxBytes: () => number | undefined
  /** Kinds that the page takes, as in `<input accept>`; all that the site does without it. */
  readonly accept?: () => string | undefined
  /** How the host dresses its buttons, and where in the composer they stand. */
  readonly button: { readonly className: string; readonly slot: 'tools' | 'actions' }
}

/**
 * Sending files from where one writes: chosen, dropped or pasted, they lie in a tray until the next message takes them along. The host
 * puts the templates where it wants them, gives what is sent to `submit` first, and shows `thread` instead of its own.
 */
export class FileSending implements ReactiveController {
  readonly #host: FileHost
  readonly #sending: Sending
  readonly #drafts: ThreadDrafts
  readonly #voice: VoiceNotes
  #words: FileStrings | undefined
  #locale = ''
  #notices: readonly string[] = []
  /** A phone has no room for all the buttons beside a text. */
  #isWriting = false
  /** For screen readers. */
  #said = ''
  #heard: readonly OutgoingFile[] = []
  #followed: Outgoing | undefined
  #unsubscribe: (() => void) | undefined

  constructor(host: FileHost, sending: Sending) {
    this.#host = host
    this.#sending = sending
    this.#drafts = new ThreadDrafts({ outgoing: () => this.#followed, cancel: (id) => this.#giveUp(id) })
    const drop = new FileDropController(host, {
      isOffered: () => this.#isOffered,
      isNote: () => sending.target().isInternal,
      maxBytes: sending.maxBytes,
      words: () => this.#words,
      onTaken: (taken) => this.add(taken),
    })
    this.#voice = new VoiceNotes(host, {
      onNote: (note) => this.add({ files: [note], folders: 0 }),
      onProblem: (problem) => this.#notice(problem),
    })
    host.addController(drop)
    host.addController(this)
  }

  hostConnected(): void {
    addEventListener('offline', this.#noticeNetwork)
    addEventListener('online', this.#noticeNetwork)
    // Before the host, who knows nothing of messages that the client does not have yet.
    this.#host.renderRoot.addEventListener('chat-retry', this.#handleRetry, true)
    this.#host.renderRoot.addEventListener('chat-discard', this.#handleDiscard, true)
    this.#host.renderRoot.addEventListener('chat-draft', this.#handleDraft, true)
    this.#watch()
  }

  hostDisconnected(): void {
    removeEventListener('offline', this.#noticeNetwork)
    removeEventListener('online', this.#noticeNetwork)
    this.#unsubscribe?.()
    this.#followed = undefined
  }

  hostUpdated(): void {
    this.#watch()
    this.#followed?.follow()
    const { composer, l10n } = this.#host
    if (composer) this.#fit(composer)
    if (l10n.locale !== this.#locale) void this.#speak(l10n.locale)
  }

  #fit(composer: ChatComposer): void {
    const hasFiles = this.#followed?.hasSendable(this.#sending.target()) === true
    if (composer.hasFiles !== hasFiles) composer.requestUpdate()
    composer.hasFiles = hasFiles
    if (this.#sending.button.slot === 'tools') render(this.tools(), composer)
  }

  /** Buttons for the composer. Those before the text are put there from here: the panel carries nothing for them. */
  tools(): TemplateResult | typeof nothing {
    const words = this.#words
    if (words === undefined || !this.#sending.isOffered()) return nothing
    const button = (label: string, path: string, choose: typeof chooseFiles) =>
      html`<button
        slot=${this.#sending.button.slot}
        type="button"
        class=${this.#sending.button.className}
        aria-label=${label}
        title=${label}
        @click=${() => choose((files) => this.add({ files, folders: 0 }), this.#sending.accept?.())}
      >
        ${icon(path)}
      </button>`
    return html`${button(words.attach, CLIP, chooseFiles)}
    ${isHandheld() && !this.#isWriting ? button(words.photo, CAMERA, choosePhoto) : nothing}
    ${isHandheld() && this.#isWriting ? nothing : this.#voice.button(words, this.#sending.button.className)}`
  }

  /** What will go with the next message, for above the field. */
  tray(): TemplateResult | typeof nothing {
    const words = this.#words
    if (words === undefined || this.#followed === undefined) return nothing
    return html`${this.#voice.recorder ?? nothing}<chat-file-tray
        .files=${this.#inTray()}
        .notices=${this.#notices}
        .words=${words}
        .l10n=${this.#host.l10n}
        @chat-file-remove=${(event: PartEvent<'chat-file-remove'>) => this.#remove(event.id)}
        @chat-file-retry=${(event: PartEvent<'chat-file-retry'>) => this.#followed?.retry(event.id)}
      ></chat-file-tray>
      <div class="sr" role="status">${this.#said}</div>`
  }

  /** A thread with the messages whose files are still on their way. */
  thread(thread: Thread): Thread {
    const state = this.#host.client?.state.get()
    const words = this.#words
    if (state === undefined || words === undefined) return thread
    const { locale } = this.#host.l10n
    return this.#drafts.after(thread, this.#wanted(), {
      state,
      reason: (failed) => whyFailed(failed, words, locale),
    })
  }

  /** The same for a whole view. */
  over(view: ChatView | undefined): ChatView | undefined {
    const thread = view && this.thread(view.thread)
    return view?.thread === thread ? view : view && { ...view, thread: thread ?? [] }
  }

  /** Those that are on their way from here. */
  get outgoing(): Outgoing | undefined {
    return this.#followed
  }

  /** If there are files to send, the text goes with them; returns the keys of the messages then. */
  submit(text: string): readonly string[] | undefined {
    this.#notices = []
    return this.#followed?.submit(text, this.#sending.target())
  }

  /** A message that was not sent is given up: its file lies in the tray again, as its text does in the field. */
  keepFileOf(clientMessageId: string): void {
    const target = this.#sending.target()
    const message = this.#followed
      ?.chatOf(target)
      ?.thread.find((held) => held.clientMessageId === clientMessageId)
    if (message?.delivery !== 'failed' || message.attachment === undefined) return
    this.#followed?.takeBack(message.attachment, { ...target, isInternal: message.isInternal })
  }

  add({ files, folders }: Taken): void {
    const words = this.#words
    const outgoing = this.#followed
    if (words === undefined || outgoing === undefined) return
    const { locale } = this.#host.l10n
    this.#said = ''
    const { count, duplicates, tooMany } = outgoing.add(files, this.#sending.target())
    this.#notices = [
      ...(folders > 0 ? [words.folder] : []),
      ...duplicates.map(({ name }) => fill(words.alreadyThere, { name: isolate(name) })),
      ...(tooMany > 0 ? [plural(locale, MOST_FILES, words.tooMany)] : []),
    ]
    const added = count > 0 ? plural(locale, count, words.added) : ''
    this.#said = [added, ...this.#notices, this.#said].filter(Boolean).join(' ')
    this.#host.requestUpdate()
    this.#host.composer?.focus()
  }

  #notice(problem: 'refused' | 'missing' | undefined): void {
    const words = this.#words
    const sentence = problem && words?.[problem === 'missing' ? 'micMissing' : 'micRefused']
    this.#notices = sentence ? [sentence] : []
    this.#said = sentence ?? ''
    this.#host.requestUpdate()
    this.#host.composer?.focus()
  }

  get #isOffered(): boolean {
    const isShown = (this.#host.composer?.getClientRects().length ?? 0) > 0
    return this.#words !== undefined && isShown && this.#sending.isOffered()
  }

  /** Those whose chat is still to come have no other place to be seen in. */
  #inTray(): readonly OutgoingFile[] {
    const target = this.#sending.target()
    const inTray = this.#followed?.inTray(target) ?? []
    return this.#followed?.chatOf(target) ? inTray : [...this.#wanted(), ...inTray]
  }

  #wanted(): readonly OutgoingFile[] {
    const { chatId } = this.#sending.target()
    const files = this.#followed?.get() ?? []
    return files.filter(({ message, target }) => message !== undefined && target.chatId === chatId)
  }

  #watch(): void {
    const outgoing = this.#sending.outgoing()
    if (outgoing === this.#followed) return
    this.#unsubscribe?.()
    this.#followed = outgoing
    this.#heard = outgoing?.get() ?? []
    this.#unsubscribe = outgoing?.subscribe((files) => {
      this.#tell(files)
      this.#host.requestUpdate()
    })
    this.#host.requestUpdate()
  }

  /** What became of files since this was last called. */
  #tell(files: readonly OutgoingFile[]): void {
    const before = this.#heard
    this.#heard = files
    for (const { id, isHandedOver, file } of before) {
      const now = files.find((other) => other.id === id)
      if (now === undefined && isHandedOver) this.#say('fileSent', file.name)
    }
    for (const { id, progress, file } of files) {
      if (progress.state !== 'failed' || before.find((held) => held.id === id)?.progress === progress)
        continue
      const reason = this.#words && whyFailed(progress, this.#words, this.#host.l10n.locale)
      this.#say('fileNotSent', file.name, reason)
    }
  }

  #say(key: 'fileSent' | 'fileNotSent', name: string, reason = ''): void {
    if (this.#words) this.#said = fill(this.#words[key], { name: isolate(name), reason })
  }

  #remove(id: string): void {
    this.#notices = []
    this.#giveUp(id)
    if (this.#inTray().length === 0) this.#host.composer?.focus()
  }

  /** What was written with it comes back to where one writes. */
  #giveUp(id: string): void {
    const text = this.#followed?.cancel(id) ?? ''
    const { composer } = this.#host
    if (text === '' || !composer) return
    composer.value = composer.value === '' ? text : `${text}\n${composer.value}`
    fire(composer, 'chat-draft', { text: composer.value })
  }

  #isOwn(id: string): boolean {
    return this.#wanted().some((file) => file.id === id && !file.isHandedOver)
  }

  readonly #handleRetry = (event: Event): void => {
    const { clientMessageId } = event as PartEvent<'chat-retry'>
    if (!this.#isOwn(clientMessageId)) return
    event.stopPropagation()
    this.#followed?.retry(clientMessageId)
  }

  readonly #handleDiscard = (event: Event): void => {
    const { clientMessageId } = event as PartEvent<'chat-discard'>
    if (!this.#isOwn(clientMessageId)) return this.keepFileOf(clientMessageId)
    event.stopPropagation()
    this.#giveUp(clientMessageId)
    this.#host.composer?.focus()
  }

  readonly #handleDraft = (event: Event): void => {
    const isWriting = (event as PartEvent<'chat-draft'>).text !== ''
    if (isWriting === this.#isWriting) return
    this.#isWriting = isWriting
    this.#host.requestUpdate()
  }

  readonly #noticeNetwork = (): void => this.#followed?.noticeNetwork()

  async #speak(locale: string): Promise<void> {
    this.#locale = locale
    // Without words there is no button; the next language, or page, asks again.
    this.#words = await loadFileWords(locale).catch(() => undefined)
    this.#host.requestUpdate()
  }
}

function isHandheld(): boolean {
  return matchMedia('(pointer: coarse)').matches
}
