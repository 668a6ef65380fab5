import { html, LitElement, nothing } from 'lit'
import { property, query, state } from 'lit/decorators.js'
import type { FileStrings } from '../../i18n/files.en.ts'
import type { Localization } from '../../i18n/localization.ts'
import { reset } from '../../styles/reset.styles.ts'
import { element } from '../element.ts'
import { icon } from '../icon/icon.ts'
import { fire } from '../part-events.ts'
import { STOP, TRASH } from '../attachment/icon-paths.ts'
import { LevelMeter } from './level-meter.ts'
import { recordVoice, type Recording } from './record-voice.ts'
import { voiceRecorderStyles } from './voice-recorder.styles.ts'

/** Longer than this is a conversation. */
export const MOST_MINUTES = 5

const ENDINGS: Readonly<Record<string, string>> = { 'audio/mp4': 'm4a', 'audio/ogg': 'ogg' }

/**
 * Records a voice note from the moment it is there: shows for how long and how loud, until it is stopped, thrown away or full.
 *
 * @fires {PartEvent} chat-voice-end - With the note; without one when it was thrown away, or `problem` says why there is none.
 */
@element('chat-voice-recorder')
export class ChatVoiceRecorder extends LitElement {
  static override styles = [reset, voiceRecorderStyles]

  @property({ attribute: false }) l10n!: Localization
  @property({ attribute: false }) words!: FileStrings
  @state() private seconds = 0
  @state() private recording: Recording | undefined

  @query('canvas') private canvas!: HTMLCanvasElement | null
  @query('.stop') private stopButton!: HTMLElement | null

  #meter: LevelMeter | undefined
  #frame = 0
  #startedAt = 0
  #isOver = false

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#begin()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#end()
    this.recording?.discard()
  }

  /** What was said is the note. */
  async stop(): Promise<void> {
    const { recording } = this
    if (recording === undefined || this.#isOver) return
    this.#end()
    const sound = await recording.stop()
    const ending = ENDINGS[sound.type] ?? 'webm'
    const time = new Intl.DateTimeFormat(this.l10n.locale, { timeStyle: 'short' }).format()
    // No file may be called by a colon everywhere.
    const name = `${this.words.voiceNote} ${time.replaceAll(':', '.')}.${ending}`
    fire(this, 'chat-voice-end', { note: new File([sound], name, { type: sound.type }) })
  }

  override render() {
    const { words, recording, seconds } = this
    if (recording === undefined) return nothing
    const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
    return html`<div class="recorder" role="group" aria-label=${words.recording} @keydown=${this.#handleKey}>
      <button
        type="button"
        aria-label=${words.discardVoice}
        title=${words.discardVoice}
        @click=${this.#discard}
      >
        ${icon(TRASH)}
      </button>
      <span class="light"></span>
      <time role="timer" dir="ltr">${clock}</time>
      <canvas aria-hidden="true"></canvas>
      <button
        type="button"
        class="stop"
        aria-label=${words.stop}
        title=${words.stop}
        @click=${() => void this.stop()}
      >
        ${icon(STOP)}
      </button>
    </div>`
  }

  async #begin(): Promise<void> {
    try {
      const recording = await recordVoice()
      // Gone before the microphone was allowed.
      if (!this.isConnected) return recording.discard()
      this.recording = recording
      this.#meter = new LevelMeter(recording.stream)
      this.#startedAt = performance.now()
      this.#frame = requestAnimationFrame(this.#tick)
      await this.updateComplete
      this.stopButton?.focus()
    } catch (cause) {
      const name = cause instanceof DOMException ? cause.name : ''
      fire(this, 'chat-voice-end', { problem: name === 'NotFoundError' ? 'missing' : 'refused' })
    }
  }

  readonly #tick = (now: number): void => {
    this.#frame = requestAnimationFrame(this.#tick)
    const elapsed = now - this.#startedAt
    this.seconds = Math.max(0, Math.floor(elapsed / 1_000))
    if (this.canvas) this.#meter?.draw(this.canvas, now)
    // Closed with the panel: nobody is recorded who cannot see it.
    const isHidden = this.canvas?.getClientRects().length === 0
    if (isHidden || elapsed > MOST_MINUTES * 60_000) void this.stop()
  }

  readonly #discard = (): void => {
    this.#end()
    this.recording?.discard()
    fire(this, 'chat-voice-end', {})
  }

  readonly #handleKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    // It was for this, and not for the chat around it.
    event.preventDefault()
    event.stopPropagation()
    this.#discard()
  }

  #end(): void {
    this.#isOver = true
    cancelAnimationFrame(this.#frame)
    this.#meter?.close()
    this.#meter = undefined
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-voice-recorder': ChatVoiceRecorder
  }
}
