import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit'
import type { ChatId } from '#shared/ids.ts'
import { plural } from '../../i18n/plural.ts'
import type { ConsoleLocalization } from '../console-localization.ts'

const SECOND_MS = 1_000

export interface Reply {
  readonly chatId: ChatId
  readonly text: string
  /** The chat is to be closed with it. */
  readonly closes: boolean
}

interface Host extends ReactiveControllerHost {
  /** Out with it. */
  deliver(reply: Reply): void
  /** It is wanted back where it was written. */
  takeBack(): void
}

/**
 * Holds an answer for as long as the site lets one be taken back. The next one, or another chat, sends it at once; a page that is left
 * sends nothing: it is a draft again.
 */
export class HeldReply implements ReactiveController {
  readonly #host: Host
  #held: { readonly reply: Reply; readonly until: number } | null = null
  #timer: ReturnType<typeof setInterval> | undefined

  constructor(host: Host) {
    this.#host = host
    host.addController(this)
  }

  hostConnected(): void {
    addEventListener('pagehide', this.#handleLeave)
  }

  hostDisconnected(): void {
    removeEventListener('pagehide', this.#handleLeave)
    this.release()
  }

  readonly #handleLeave = (): void => this.#host.takeBack()

  hold(reply: Reply, seconds: number): void {
    this.release()
    if (seconds === 0) return this.#host.deliver(reply)
    this.#held = { reply, until: Date.now() + seconds * SECOND_MS }
    this.#timer = setInterval(() => this.#tick(), SECOND_MS)
    this.#host.requestUpdate()
    return undefined
  }

  /** Sends it now, if there is one. */
  readonly release = (): void => {
    const held = this.#take()
    if (held !== null) this.#host.deliver(held)
  }

  /** Takes it back. */
  undo(): Reply | null {
    return this.#take()
  }

  #take(): Reply | null {
    clearInterval(this.#timer)
    const reply = this.#held?.reply ?? null
    this.#held = null
    if (reply !== null) this.#host.requestUpdate()
    return reply
  }

  #tick(): void {
    if (this.#held !== null && Date.now() >= this.#held.until) this.release()
    else this.#host.requestUpdate()
  }

  render({ console: strings, locale }: ConsoleLocalization): TemplateResult | typeof nothing {
    if (this.#held === null) return nothing
    const left = Math.max(1, Math.ceil((this.#held.until - Date.now()) / SECOND_MS))
    return html`<div class="held">
      <p class="clipped" dir="auto">${this.#held.reply.text}</p>
      <span aria-hidden="true">${plural(locale, left, strings.goesIn)}</span>
      <button class="button" type="button" @click=${() => this.#host.takeBack()}>${strings.undo}</button>
      <button class="button" type="button" @click=${this.release}>${strings.sendNow}</button>
    </div>`
  }
}
