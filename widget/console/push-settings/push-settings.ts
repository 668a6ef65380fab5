import { css, html, LitElement, nothing, type PropertyValues } from 'lit'
import { property, state } from 'lit/decorators.js'
import type { PushDevice } from '#shared/push.ts'
import type { PersonalStrings } from '../../i18n/personal.en.ts'
import { fill } from '../../i18n/plural.ts'
import { element } from '../../parts/element.ts'
import { icon } from '../../parts/icon/icon.ts'
import { CLOSE } from '../../parts/icon/paths.ts'
import { reset } from '../../styles/reset.styles.ts'
import type { PushDevices, PushState } from '../calling/push-device.ts'
import { panelStyles } from '../personal-sheet/panel.styles.ts'
import { controls } from '../styles/controls.styles.ts'
import { switchStyles } from '../switch/switch.styles.ts'
import { switchButton } from '../switch/switch.ts'

/** Which browsers are told while no page of the console is open in them; whether this one is. */
@element('chat-push-settings')
export class ChatPushSettings extends LitElement {
  static override styles = [
    reset,
    controls,
    switchStyles,
    panelStyles,
    css`
      :host {
        gap: 0;
      }

      li {
        display: flex;
        gap: 8px;
        align-items: center;
        min-block-size: 36px;
      }

      li span {
        flex: 1;
      }
    `,
  ]

  @state() private pushState: PushState | null = null
  @state() private devices: readonly PushDevice[] = []
  @state() private isBusy = false
  @state() private said = ''

  @property({ attribute: false }) push: PushDevices | undefined
  @property({ attribute: false }) words!: PersonalStrings

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('push')) void this.#read()
  }

  override render() {
    const { words, pushState } = this
    if (pushState === null) return nothing
    return html`<div class="row">
        <span class="what"
          >${words.push}<br /><span class="hint"
            >${pushState === 'unsupported' ? words.pushUnsupported : words.pushHint}</span
          ></span
        >
        ${switchButton({
          label: words.push,
          isOn: pushState === 'on',
          isDisabled: pushState === 'unsupported' || this.isBusy,
          onChange: (isOn) => void this.#do((push) => (isOn ? push.turnOn() : push.turnOff())),
        })}
      </div>
      <p class="hint" role="status">${this.said}</p>
      ${this.devices.length === 0 ? nothing : this.#renderDevices()}`
  }

  #renderDevices() {
    const { words } = this
    return html`<ul aria-label=${words.pushDevices}>
        ${this.devices.map(
          ({ deviceId, label }) =>
            html`<li>
              <span><bdi>${label}</bdi></span>
              <button
                class="icon-button"
                type="button"
                title=${fill(words.pushForget, { device: label })}
                @click=${() => void this.#do((push) => push.forget(deviceId))}
              >
                ${icon(CLOSE)}<span class="sr">${fill(words.pushForget, { device: label })}</span>
              </button>
            </li>`,
        )}
      </ul>
      <div class="row">
        <button class="button" type="button" ?disabled=${this.isBusy} @click=${this.#handleTest}>
          ${words.pushTest}
        </button>
      </div>`
  }

  readonly #handleTest = (): void =>
    void this.#do(async (push) => {
      await push.test()
      this.said = this.words.pushTested
    })

  async #do(what: (push: PushDevices) => Promise<void>): Promise<void> {
    if (this.push === undefined || this.isBusy) return
    this.isBusy = true
    this.said = ''
    try {
      await what(this.push)
    } catch {
      this.said = this.words.pushFailed
    } finally {
      this.isBusy = false
    }
    await this.#read()
  }

  async #read(): Promise<void> {
    const { push } = this
    if (push === undefined) return
    this.pushState = await push.state().catch(() => 'unsupported' as const)
    // Without an answer the list stays as it was.
    this.devices = await push.list().catch(() => this.devices)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-push-settings': ChatPushSettings
  }
}
