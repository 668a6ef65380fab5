import { html, nothing } from 'lit'
import type { LitElement, ReactiveController, TemplateResult } from 'lit'
import type { ClientState } from '../../core/state.ts'
import type { Localization } from '../../i18n/localization.ts'
import type { ChatComposer } from '../../parts/composer/composer.ts'
import { readDraft, writeDraft } from './kept-draft.ts'
import { unsentStyles } from './unsent.styles.ts'

interface Host extends LitElement {
  readonly draftKey: string
  readonly composer: ChatComposer | null
  readonly state: ClientState | undefined
  readonly l10n: Localization
  /** Gives a text to the client. */
  send(text: string): void
}

/**
 * What has been written and not been sent. Kept from page to page and from tab to tab where the site allows it; and where the site
 * lets visitors think again, held back for some seconds after it was sent. What is held is kept as a draft too: closing the page is
 * thinking again, and nothing is lost by it.
 */
export class Unsent implements ReactiveController {
  readonly #host: Host
  #held = ''
  #timer: ReturnType<typeof setTimeout> | undefined
  #isVisitor: boolean

  constructor(host: Host) {
    this.#host = host
    this.#isVisitor = host.state?.session.state === 'visitor'
    const root = host.renderRoot as ShadowRoot
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, unsentStyles.styleSheet ?? []].flat()
    host.addController(this)
    const kept = readDraft(host.draftKey)
    // Somebody may have been faster than this code.
    if (this.#written === '') this.#write(kept)
    else this.keep()
    if (host.isConnected) this.hostConnected()
  }

  hostConnected(): void {
    // What was held before goes first, whatever it is that goes now.
    this.#host.renderRoot.addEventListener('chat-submit', this.#release, true)
    window.addEventListener('storage', this.#handleStorage)
    window.addEventListener('focus', this.#handleReturn)
    window.addEventListener('pagehide', this.#handlePageHide)
  }

  hostDisconnected(): void {
    this.#host.renderRoot.removeEventListener('chat-submit', this.#release, true)
    window.removeEventListener('storage', this.#handleStorage)
    window.removeEventListener('focus', this.#handleReturn)
    window.removeEventListener('pagehide', this.#handlePageHide)
  }

  hostUpdated(): void {
    const wasVisitor = this.#isVisitor
    const session = this.#host.state?.session
    this.#isVisitor = session?.state === 'visitor'
    // Logged out, not thrown out: whoever sits here next must not find what the last person was writing.
    if (wasVisitor && session?.state === 'signed-out' && session.reason === undefined) this.#forget()
  }

  /** Keeps what is written now. Says whether it is kept. */
  keep(): boolean {
    if (this.#host.state?.site?.features.drafts !== true) return false
    return writeDraft(this.#host.draftKey, joined(this.#held, this.#written))
  }

  /** Sends a text, or holds it back while it may be taken back. What was held before goes first. */
  submit(text: string): void {
    this.#release()
    const seconds = this.#host.state?.site?.features.undoSendSeconds ?? 0
    if (seconds === 0) return this.#host.send(text)
    this.#held = text
    this.keep()
    this.#timer = setTimeout(() => this.#release(), seconds * 1_000)
    return this.#host.requestUpdate()
  }

  /** What is shown above the composer. */
  bar(): TemplateResult {
    const { strings } = this.#host.l10n
    const held = html`<span>${strings.sending} <bdi>${this.#held}</bdi></span>
      <button type="button" class="link" @click=${() => this.#takeBack()}>${strings.undo}</button>`
    return html`<div class="held" role="status">${this.#held === '' ? nothing : held}</div>`
  }

  get #written(): string {
    return this.#host.composer?.value ?? ''
  }

  get #isBeingWritten(): boolean {
    return document.hasFocus() && this.#host.composer?.matches(':focus-within') === true
  }

  #write(text: string): void {
    if (this.#host.composer !== null) this.#host.composer.value = text
  }

  readonly #release = (): void => {
    const text = this.#letGo()
    if (text === '') return
    this.#host.send(text)
    this.keep()
  }

  /** Before what has been written since. */
  #takeBack(): void {
    this.#write(joined(this.#letGo(), this.#written))
    this.keep()
    this.#host.composer?.focus()
  }

  #letGo(): string {
    clearTimeout(this.#timer)
    const text = this.#held
    this.#held = ''
    this.#host.requestUpdate()
    return text
  }

  #forget(): void {
    this.#letGo()
    this.#write('')
    writeDraft(this.#host.draftKey, '')
  }

  /**
   * Another tab writes: this one follows, unless it has something else, or somebody is writing in it. Word from other tabs comes late:
   * what was sent there long ago would get between the keys that are pressed here.
   */
  readonly #handleStorage = ({ key, oldValue, newValue }: StorageEvent): void => {
    if (key !== this.#host.draftKey || this.#held !== '' || this.#isBeingWritten) return
    if (this.#written === (oldValue ?? '')) this.#write(newValue ?? '')
  }

  readonly #handleReturn = (): void => {
    if (this.#held === '' && this.#written === '') this.#write(readDraft(this.#host.draftKey))
  }

  /** What cannot be kept is sent rather than lost. */
  readonly #handlePageHide = (): void => {
    if (this.#held !== '' && !this.keep()) this.#release()
  }
}

function joined(before: string, after: string): string {
  return before === '' || after === '' ? before + after : `${before}\n${after}`
}
