import { html, nothing } from 'lit'
import type { ReactiveControllerHost, TemplateResult } from 'lit'
import type { FileStrings } from '../i18n/files.en.ts'
import type { Localization } from '../i18n/localization.ts'
import { MICROPHONE } from '../parts/attachment/icon-paths.ts'
import { icon } from '../parts/icon/icon.ts'
import type { PartEvent, PartEvents } from '../parts/part-events.ts'
import type { ChatVoiceRecorder } from '../parts/voice-recorder/voice-recorder.ts'

interface Host extends ReactiveControllerHost {
  readonly l10n: Localization
}

interface Heard {
  readonly onNote: (note: File) => void
  readonly onProblem: (problem: PartEvents['chat-voice-end']['problem']) => void
}

/** Held longer than this the button records until it is let go; a shorter press begins, and another one ends. */
const HOLD_MS = 500

/** A button that records, and the recorder while it does. Nothing is asked of anybody before it is pressed. */
export class VoiceNotes {
  readonly #host: Host
  readonly #heard: Heard
  #recorder: ChatVoiceRecorder | undefined

  constructor(host: Host, heard: Heard) {
    this.#host = host
    this.#heard = heard
  }

  /** None where a browser cannot record, or may not: on a page without https. */
  button(words: FileStrings, className: string): TemplateResult | typeof nothing {
    if (typeof MediaRecorder === 'undefined' || !('mediaDevices' in navigator)) return nothing
    return html`<button
      slot="actions"
      type="button"
      class=${className}
      aria-label=${words.record}
      title=${words.record}
      aria-pressed=${this.#recorder ? 'true' : 'false'}
      @pointerdown=${(event: PointerEvent) => this.#handlePress(event, words)}
      @click=${(event: MouseEvent) => this.#handleClick(event, words)}
    >
      ${icon(MICROPHONE)}
    </button>`
  }

  /** While there is one. */
  get recorder(): HTMLElement | undefined {
    return this.#recorder
  }

  #handlePress({ timeStamp, button }: PointerEvent, words: FileStrings): void {
    if (button !== 0) return
    if (this.#recorder) return void this.#recorder.stop()
    const begunAt = timeStamp
    void this.#start(words)
    addEventListener(
      'pointerup',
      (event) => {
        if (event.timeStamp - begunAt > HOLD_MS) void this.#recorder?.stop()
      },
      { once: true },
    )
  }

  /** By the keyboard, or whatever else presses buttons: a pointer has been heard already. */
  #handleClick({ detail }: MouseEvent, words: FileStrings): void {
    if (detail !== 0) return
    if (this.#recorder) void this.#recorder.stop()
    else void this.#start(words)
  }

  async #start(words: FileStrings): Promise<void> {
    try {
      await import('../parts/voice-recorder/voice-recorder.ts')
    } catch {
      // No network, maybe: the next press asks again.
      return
    }
    // Pressed twice while it came.
    if (this.#recorder) return
    this.#recorder = Object.assign(document.createElement('chat-voice-recorder'), {
      words,
      l10n: this.#host.l10n,
    })
    this.#recorder.addEventListener('chat-voice-end', this.#handleEnd)
    this.#host.requestUpdate()
  }

  readonly #handleEnd = ({ note, problem }: PartEvent<'chat-voice-end'>): void => {
    this.#recorder = undefined
    if (note) this.#heard.onNote(note)
    else this.#heard.onProblem(problem)
    this.#host.requestUpdate()
  }
}
