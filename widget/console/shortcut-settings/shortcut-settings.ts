import { css, html, LitElement, nothing, type PropertyValues } from 'lit'
import { property, state } from 'lit/decorators.js'
import type { PersonalSettings } from '#shared/personal-settings.ts'
import { StoreController } from '../../controllers/selector.ts'
import type { PersonalStrings } from '../../i18n/personal.en.ts'
import { fill } from '../../i18n/plural.ts'
import { element } from '../../parts/element.ts'
import { reset } from '../../styles/reset.styles.ts'
import { consoleFallback, type ConsoleLocalization } from '../console-localization.ts'
import { toFormFailure } from '../form-failure.ts'
import { panelStyles } from '../personal-sheet/panel.styles.ts'
import type { PersonalStore } from '../personal/personal-store.ts'
import {
  comboOf,
  isAllowed,
  keyFor,
  nameOf,
  shown,
  SHORTCUT_NAMES,
  SHORTCUTS,
  type ChosenKeys,
  type ShortcutName,
} from '../shortcuts/shortcuts.ts'
import { controls } from '../styles/controls.styles.ts'
import { switchStyles } from '../switch/switch.styles.ts'
import { switchButton } from '../switch/switch.ts'

/** Single keys are wanted, or not. */
export class ChatSingleKeysEvent extends Event {
  static readonly type = 'chat-single-keys'
  readonly isOn: boolean

  constructor(isOn: boolean) {
    super(ChatSingleKeysEvent.type)
    this.isOn = isOn
  }
}

/**
 * All keys of the console, and others in their place for whoever wants that.
 *
 * @fires {ChatSingleKeysEvent} chat-single-keys
 */
@element('chat-shortcut-settings')
export class ChatShortcutSettings extends LitElement {
  static override styles = [
    reset,
    controls,
    switchStyles,
    panelStyles,
    css`
      li {
        display: flex;
        gap: 4px 12px;
        align-items: center;
        min-block-size: 36px;
      }

      li .what {
        flex: 1;
      }

      .key {
        min-inline-size: 44px;
        min-block-size: 28px;
        padding: 3px 9px;
        border: 1px solid var(--line-strong);
        border-block-end-width: 2px;
        border-radius: 8px;
        background: var(--surface);
        color: var(--ink);
        font-size: 12.5px;
        font-weight: 560;
        text-align: center;
      }

      .key:hover {
        background: var(--surface-2);
      }

      .key.waiting {
        border-color: var(--saffron-line);
        background: var(--saffron-soft);
        color: var(--saffron-ink);
      }

      .off .list {
        color: var(--ink-3);
      }
    `,
  ]

  readonly #chosen = new StoreController<PersonalSettings, ChosenKeys>(this, ({ shortcuts }) => shortcuts)

  /** The next key is for this one. */
  @state() private waitingFor: ShortcutName | null = null
  @state() private said = ''

  @property({ attribute: false }) store: PersonalStore | undefined
  @property({ attribute: false }) hasSingleKeys = true
  @property({ attribute: false }) words!: PersonalStrings
  @property({ attribute: false }) l10n: ConsoleLocalization = consoleFallback

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('store')) this.#chosen.watch(this.store?.settings)
  }

  override render() {
    const chosen = this.#chosen.value
    if (chosen === undefined) return nothing
    const { words } = this
    const of = (place: string) => SHORTCUT_NAMES.filter((name) => SHORTCUTS[name].place === place)
    return html`<p class="intro">${words.keysIntro}</p>
      <p class="hint" role="status">${this.said}</p>
      <section class="card ${this.hasSingleKeys ? '' : 'off'}">
        <h3>${words.keysInList}</h3>
        <div class="row">
          <span class="what"
            >${this.l10n.console.singleKeys}<br /><span class="hint">${words.singleKeysHint}</span></span
          >
          ${switchButton({
            label: this.l10n.console.singleKeys,
            isOn: this.hasSingleKeys,
            onChange: (isOn) => this.dispatchEvent(new ChatSingleKeysEvent(isOn)),
          })}
        </div>
        <ul class="list">
          ${this.#renderFixed(words.keyOpen, '⏎')} ${of('list').map((name) => this.#renderKey(name, chosen))}
        </ul>
      </section>
      <section class="card">
        <h3>${words.keysEverywhere}</h3>
        <ul>
          ${of('everywhere').map((name) => this.#renderKey(name, chosen))}
          ${this.#renderFixed(words.keyBack, 'Esc')}
        </ul>
      </section>
      ${
        Object.keys(chosen).length === 0
          ? nothing
          : html`<div class="row">
              <button class="button" type="button" @click=${() => this.#keep({}, words.keysReset)}>
                ${words.resetKeys}
              </button>
            </div>`
      }`
  }

  #renderFixed(what: string, key: string) {
    return html`<li><span class="what">${what}</span><kbd class="key">${key}</kbd></li>`
  }

  #renderKey(name: ShortcutName, chosen: ChosenKeys) {
    const { words } = this
    const what = this.#whatOf(name)
    const combo = keyFor(name, chosen)
    const isWaiting = this.waitingFor === name
    const key = combo === '' ? words.noKey : shown(combo)
    return html`<li>
      <span class="what">${what}</span>
      <button
        class="key ${isWaiting ? 'waiting' : ''}"
        type="button"
        aria-label=${fill(isWaiting ? words.pressKeyFor : words.changeKey, { what, key })}
        @click=${() => this.#wait(name)}
        @keydown=${(event: KeyboardEvent) => this.#handleKey(event, name)}
        @blur=${this.#stopWaiting}
      >
        ${isWaiting ? words.pressKey : key}
      </button>
    </li>`
  }

  #whatOf(name: ShortcutName): string {
    const digit = /^view(\d)$/.exec(name)?.[1]
    if (digit !== undefined) return fill(this.words.keyView, { number: digit })
    return this.words.keyNames[name as keyof PersonalStrings['keyNames']]
  }

  #wait(name: ShortcutName): void {
    this.waitingFor = name
    this.said = fill(this.words.pressKeyFor, { what: this.#whatOf(name) })
  }

  readonly #stopWaiting = (): void => {
    this.waitingFor = null
  }

  #handleKey(event: KeyboardEvent, name: ShortcutName): void {
    if (this.waitingFor !== name) return
    const combo = comboOf(event)
    if (combo === null) return
    // Away from it as from any field.
    if (combo === 'Tab' || combo === 'Shift+Tab') return this.#stopWaiting()
    event.preventDefault()
    event.stopPropagation()
    this.waitingFor = null
    if (combo === 'Escape') this.said = ''
    else if (combo === 'Backspace' || combo === 'Delete') this.#choose(name, '')
    else if (isAllowed(combo, SHORTCUTS[name].place)) this.#choose(name, combo)
    else this.said = fill(this.words.keyNotAllowed, { key: shown(combo) })
  }

  #choose(name: ShortcutName, combo: string): void {
    const { words } = this
    const chosen = this.#chosen.value ?? {}
    const taken = combo === '' ? null : nameOf(combo, chosen)
    if (taken !== null && taken !== name) {
      this.said = fill(words.keyTaken, { key: shown(combo), what: this.#whatOf(taken) })
      return
    }
    const { [name]: _, ...others } = chosen
    const isUsual = SHORTCUTS[name].usual === combo
    this.#keep(isUsual ? others : { ...others, [name]: combo }, '')
  }

  #keep(shortcuts: Record<string, string>, words: string): void {
    this.said = words
    this.store?.change({ shortcuts }).catch((error: unknown) => {
      const reason = toFormFailure(error, this.l10n.console.serverUnreachable).message
      this.said = fill(this.words.notSaved, { reason })
    })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-shortcut-settings': ChatShortcutSettings
  }
  interface HTMLElementEventMap {
    'chat-single-keys': ChatSingleKeysEvent
  }
}
