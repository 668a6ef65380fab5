import { css, html, LitElement, nothing } from 'lit'
import { property, query, state } from 'lit/decorators.js'
import { MAX_TITLE_LENGTH } from '#shared/limits.ts'
import type { View } from '#shared/view.ts'
import type { Commercial } from '#shared/person.ts'
import { fill } from '../../i18n/plural.ts'
import { element } from '../../parts/element.ts'
import { icon } from '../../parts/icon/icon.ts'
import { reset } from '../../styles/reset.styles.ts'
import { consoleFallback, type ConsoleLocalization } from '../console-localization.ts'
import { toFormFailure } from '../form-failure.ts'
import { TRASH } from '../icon-paths.ts'
import { Modal } from '../modal.ts'
import type { ListPlace } from '../route.ts'
import { controls } from '../styles/controls.styles.ts'
import { dialogStyles } from '../styles/dialog.styles.ts'
import { NUMBERED_VIEWS } from './view-key.ts'
import type { Views } from './views.ts'

/**
 * Keeps what is on screen under a name; renames, shares and drops what was kept.
 *
 * @fires close - it is not on screen any more
 */
@element('chat-view-dialog')
export class ChatViewDialog extends LitElement {
  static override styles = [
    reset,
    controls,
    dialogStyles,
    css`
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto auto;
        gap: 8px;
        align-items: center;
        padding-block: 4px;
      }

      li .key {
        color: var(--ink-3);
        font-size: 12px;
        white-space: nowrap;
      }

      li > .clipped {
        padding-inline-start: 12px;
      }

      .none {
        color: var(--ink-2);
      }
    `,
  ]

  readonly #modal = new Modal(this)

  @query('#name') private field: HTMLInputElement | undefined
  @query('#sharing') private sharing: HTMLInputElement | null | undefined
  @state() private problem = ''
  @state() private isBusy = false

  @property({ attribute: false }) views: Views | undefined
  @property({ attribute: false }) list: readonly View[] = []
  @property({ attribute: false }) place: ListPlace = { list: 'mine', filter: {} }
  @property({ attribute: false }) commercial: Commercial | undefined
  @property({ attribute: false }) l10n: ConsoleLocalization = consoleFallback

  async #try(doing: Promise<void> | undefined): Promise<boolean> {
    this.problem = ''
    this.isBusy = true
    try {
      await doing
      return true
    } catch (error) {
      this.problem = toFormFailure(error, this.l10n.console.serverUnreachable).message
      return false
    } finally {
      this.isBusy = false
    }
  }

  readonly #handleKeep = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    const name = this.field?.value.trim() ?? ''
    if (name === '' || this.isBusy) return
    const isKept = await this.#try(this.views?.keep(name, this.place, this.sharing?.checked ?? false))
    if (isKept) this.#modal.leave()
  }

  #rename(view: View, field: HTMLInputElement): void {
    const name = field.value.trim()
    if (name === '') field.value = view.name
    else if (name !== view.name) void this.#try(this.views?.change(view, { name }))
  }

  override render() {
    const strings = this.l10n.console
    return html`<dialog aria-labelledby="title">
      <form @submit=${this.#handleKeep}>
        <h2 id="title">${strings.views}</h2>
        <div class="field">
          <label for="name">${strings.viewName}</label>
          <input id="name" required maxlength=${MAX_TITLE_LENGTH} autocomplete="off" autofocus />
        </div>
        ${
          this.commercial?.role === 'admin'
            ? html`<label class="check"><input id="sharing" type="checkbox" />${strings.shareView}</label>`
            : nothing
        }
        <div class="answers">
          <button class="button" type="button" @click=${this.#modal.leave}>${strings.cancel}</button>
          <button class="button primary" ?disabled=${this.isBusy}>${strings.keepThisView}</button>
        </div>
      </form>
      <p class="problem" role="alert">${this.problem}</p>
      <h3>${strings.keptViews}</h3>
      ${
        this.list.length === 0
          ? html`<p class="none">${strings.noViews}</p>`
          : html`<ul>
              ${this.list.map((view, index) => this.#renderView(view, index))}
            </ul>`
      }
    </dialog>`
  }

  #renderView(view: View, index: number) {
    const strings = this.l10n.console
    const mayChange = !view.isShared || this.commercial?.role === 'admin'
    const key = html`<span class="key"
      >${view.isShared ? `${strings.sharedView} ` : nothing}${index < NUMBERED_VIEWS ? `Alt+${index + 1}` : nothing}</span
    >`
    if (!mayChange) return html`<li><span class="clipped">${view.name}</span>${key}</li>`
    const drop = fill(strings.dropView, { name: view.name })
    return html`<li>
      <div class="field">
        <input
          aria-label=${strings.viewName}
          maxlength=${MAX_TITLE_LENGTH}
          .value=${view.name}
          @change=${(event: Event) => this.#rename(view, event.currentTarget as HTMLInputElement)}
        />
      </div>
      ${key}
      <button
        class="icon-button"
        type="button"
        aria-label=${drop}
        title=${drop}
        @click=${() => void this.#try(this.views?.drop(view))}
      >
        ${icon(TRASH)}
      </button>
    </li>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-view-dialog': ChatViewDialog
  }
}
