import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { property, state } from 'lit/decorators.js'
import {
  NOTIFICATION_KINDS,
  type Calling,
  type NotificationKind,
  type Notifying,
  type QuietHours,
} from '#shared/notifying.ts'
import type { PersonalSettings } from '#shared/personal-settings.ts'
import { StoreController } from '../../controllers/selector.ts'
import type { PersonalStrings } from '../../i18n/personal.en.ts'
import { fill } from '../../i18n/plural.ts'
import { element } from '../../parts/element.ts'
import { icon } from '../../parts/icon/icon.ts'
import { reset } from '../../styles/reset.styles.ts'
import { play } from '../calling/sounds.ts'
import type { Permission, SystemNotifications } from '../calling/system-notifications.ts'
import type { PushDevices } from '../calling/push-device.ts'
import { consoleFallback, type ConsoleLocalization } from '../console-localization.ts'
import { toFormFailure } from '../form-failure.ts'
import { VOLUME } from '../personal/icon-paths.ts'
import { panelStyles } from '../personal-sheet/panel.styles.ts'
import '../push-settings/push-settings.ts'
import type { PersonalStore } from '../personal/personal-store.ts'
import { controls } from '../styles/controls.styles.ts'
import { switchStyles } from '../switch/switch.styles.ts'
import { switchButton } from '../switch/switch.ts'
import { notificationSettingsStyles } from './notification-settings.styles.ts'

/** When they are switched on for the first time. */
const USUAL_NIGHT = { from: '20:00', to: '08:00' } as const

/** How somebody is called: for what, how loud, when not; and whether this browser may. */
@element('chat-notification-settings')
export class ChatNotificationSettings extends LitElement {
  static override styles = [reset, controls, switchStyles, panelStyles, notificationSettingsStyles]

  readonly #settings = new StoreController<PersonalSettings, Notifying>(this, ({ notifying }) => notifying)

  @state() private problem = ''

  @property({ attribute: false }) store: PersonalStore | undefined
  @property({ attribute: false }) notifications: Pick<SystemNotifications, 'permission' | 'ask'> | undefined
  /** Absent: the console is a guest of this page, which has no worker of the console's. */
  @property({ attribute: false }) push: PushDevices | undefined
  @property({ attribute: false }) words!: PersonalStrings
  @property({ attribute: false }) l10n: ConsoleLocalization = consoleFallback

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('store')) this.#settings.watch(this.store?.settings)
  }

  override render() {
    const notifying = this.#settings.value
    if (notifying === undefined) return nothing
    return html`<p class="intro">${this.words.notificationsIntro}</p>
      <div role="alert">${this.problem === '' ? nothing : html`<p class="problem">${this.problem}</p>`}</div>
      ${this.#renderBrowser()} ${this.#renderKinds(notifying)} ${this.#renderQuiet(notifying)}`
  }

  #renderBrowser() {
    const permission: Permission = this.notifications?.permission() ?? 'unsupported'
    return html`<section class="card">
      <h3>${this.words.thisBrowser}</h3>
      <div class="row">
        <p class="what" role="status">${this.words.permissions[permission]}</p>
        ${
          permission === 'default'
            ? html`<button class="button primary" type="button" @click=${this.#handleAllow}>
                ${this.words.allow}
              </button>`
            : nothing
        }
      </div>
      ${
        this.push === undefined
          ? nothing
          : html`<chat-push-settings .push=${this.push} .words=${this.words}></chat-push-settings>`
      }
    </section>`
  }

  #renderKinds(notifying: Notifying) {
    const { words } = this
    return html`<section class="card">
      <table>
        <thead>
          <tr>
            <th scope="col">${words.whatFor}</th>
            <th scope="col">${words.shown}</th>
            <th scope="col">${words.heard}</th>
            <td></td>
          </tr>
        </thead>
        <tbody>
          ${NOTIFICATION_KINDS.map((kind) => this.#renderKind(kind, notifying))}
        </tbody>
      </table>
      <label class="row">
        <span class="what">${words.volume}</span>
        <input
          type="range"
          min="0"
          max="100"
          step="5"
          .value=${String(notifying.volume)}
          @change=${this.#handleVolume}
        />
      </label>
      <div class="row">
        <span class="what">${words.repeat}<br /><span class="hint">${words.repeatHint}</span></span>
        ${switchButton({
          label: words.repeat,
          isOn: notifying.isRepeated,
          onChange: (isRepeated) => this.#change({ isRepeated }),
        })}
      </div>
    </section>`
  }

  #renderKind(kind: NotificationKind, notifying: Notifying) {
    const { words } = this
    const calling = notifying.kinds[kind]
    const what = words.kinds[kind]
    const change = (changed: Partial<Calling>) =>
      this.#change({ kinds: { ...notifying.kinds, [kind]: { ...calling, ...changed } } })
    return html`<tr>
      <th scope="row">${what}</th>
      <td>
        ${switchButton({
          label: `${words.shown}: ${what}`,
          isOn: calling.isShown,
          onChange: (isShown) => change({ isShown }),
        })}
      </td>
      <td>
        ${switchButton({
          label: `${words.heard}: ${what}`,
          isOn: calling.isHeard,
          onChange: (isHeard) => change({ isHeard }),
        })}
      </td>
      <td>
        <button
          class="icon-button"
          type="button"
          title=${fill(words.hear, { what })}
          @click=${() => play(kind, notifying.volume)}
        >
          ${icon(VOLUME)}<span class="sr">${fill(words.hear, { what })}</span>
        </button>
      </td>
    </tr>`
  }

  #renderQuiet({ quietHours }: Notifying) {
    const { words } = this
    return html`<section class="card">
      <div class="row">
        <span class="what">${words.quietHours}<br /><span class="hint">${words.quietHoursHint}</span></span>
        ${switchButton({
          label: words.quietHours,
          isOn: quietHours !== null,
          onChange: (isOn) =>
            this.#change({ quietHours: isOn ? { ...USUAL_NIGHT, timeZone: ownTimeZone() } : null }),
        })}
      </div>
      ${quietHours === null ? nothing : this.#renderTimes(quietHours)}
    </section>`
  }

  #renderTimes(quietHours: QuietHours) {
    const { words } = this
    const field = (name: 'from' | 'to', label: string) =>
      html`<label
        >${label}
        <input
          type="time"
          required
          .value=${quietHours[name]}
          @change=${({ target }: Event) => {
            const { value } = target as HTMLInputElement
            // Emptied, it says nothing: the time that was set stays.
            if (value === '') this.requestUpdate()
            else this.#change({ quietHours: { ...quietHours, [name]: value, timeZone: ownTimeZone() } })
          }}
      /></label>`
    return html`<div class="times">${field('from', words.quietFrom)} ${field('to', words.quietTo)}</div>
      <p class="hint">${fill(words.quietZone, { zone: quietHours.timeZone.replaceAll('_', ' ') })}</p>`
  }

  readonly #handleAllow = async (): Promise<void> => {
    await this.notifications?.ask()
    this.requestUpdate()
  }

  readonly #handleVolume = ({ target }: Event): void => {
    const volume = Number((target as HTMLInputElement).value)
    this.#change({ volume })
    play('message', volume)
  }

  #change(change: Partial<Notifying>): void {
    const notifying = this.#settings.value
    if (notifying === undefined || this.store === undefined) return
    this.problem = ''
    this.store.change({ notifying: { ...notifying, ...change } }).catch((error: unknown) => {
      const reason = toFormFailure(error, this.l10n.console.serverUnreachable).message
      this.problem = fill(this.words.notSaved, { reason })
    })
  }
}

function ownTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-notification-settings': ChatNotificationSettings
  }
}
