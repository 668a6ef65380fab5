import { css, html, LitElement } from 'lit'
import { property, state } from 'lit/decorators.js'
import type { FileStrings } from '../../i18n/files.en.ts'
import { fill, isolate } from '../../i18n/plural.ts'
import { reset } from '../../styles/reset.styles.ts'
import { PAUSE, PLAY } from '../attachment/icon-paths.ts'
import { element } from '../element.ts'
import { icon } from '../icon/icon.ts'

/** Plays a sound that lies on this device: so that one hears what one is about to send. */
@element('chat-sound-button')
export class ChatSoundButton extends LitElement {
  static override styles = [
    reset,
    css`
      :host {
        display: block;
        flex: none;
      }

      button {
        display: grid;
        place-items: center;
        inline-size: 38px;
        block-size: 38px;
        border-radius: 10px;
        background: var(--accent-soft);
        color: var(--accent-ink);
        font-size: 16px;
      }

      .icon {
        fill: currentColor;
      }
    `,
  ]

  @property({ attribute: false }) file!: File
  @property({ attribute: false }) words!: FileStrings
  @state() private isPlaying = false

  #sound: HTMLAudioElement | undefined

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#sound?.pause()
    if (this.#sound) URL.revokeObjectURL(this.#sound.src)
    this.#sound = undefined
  }

  override render() {
    const { words, isPlaying } = this
    const label = isPlaying ? words.pause : fill(words.listen, { name: isolate(this.file.name) })
    return html`<button type="button" aria-label=${label} title=${label} @click=${this.#toggle}>
      ${icon(isPlaying ? PAUSE : PLAY)}
    </button>`
  }

  readonly #toggle = (): void => {
    this.#sound ??= this.#open()
    if (this.isPlaying) this.#sound.pause()
    else void this.#sound.play().catch(() => this.#note())
  }

  #open(): HTMLAudioElement {
    const sound = new Audio(URL.createObjectURL(this.file))
    for (const name of ['play', 'pause', 'ended', 'error']) sound.addEventListener(name, this.#note)
    return sound
  }

  readonly #note = (): void => {
    this.isPlaying = this.#sound?.paused === false
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-sound-button': ChatSoundButton
  }
}
