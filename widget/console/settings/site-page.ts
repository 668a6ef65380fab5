import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { property, state } from 'lit/decorators.js'
import type { ChatClient } from '../../core/chat-client.ts'
import { settingsEn, type SettingsStrings } from '../../i18n/settings.en.ts'
import { element } from '../../parts/element.ts'
import { icon } from '../../parts/icon/icon.ts'
import { CHECK } from '../../parts/icon/paths.ts'
import { reset } from '../../styles/reset.styles.ts'
import { consoleFallback, type ConsoleLocalization } from '../console-localization.ts'
import { controls } from '../styles/controls.styles.ts'
import { fieldStyles } from './field.styles.ts'
import { pageStyles } from './page.styles.ts'
import type { SitePageName } from './pages.ts'
import type { SiteEdit } from './site-edit.ts'
import { refusalWords, type SiteForm } from './site-form.ts'
import { sitePages } from './site-pages.ts'

/** A page of what is set up for a site: its fields, and the bar that saves them, which is there as long as something is not saved. */
@element('chat-site-page')
export class ChatSitePage extends LitElement {
  static override styles = [reset, controls, fieldStyles, pageStyles]

  @state() private choice = ''

  @property() name: SitePageName = 'routing'
  @property({ attribute: false }) edit!: SiteEdit
  @property({ attribute: false }) client!: ChatClient
  @property({ attribute: 'api-url' }) apiUrl = ''
  @property({ attribute: false }) l10n: ConsoleLocalization = consoleFallback
  @property({ attribute: false }) words: SettingsStrings = settingsEn
  /** Grows with every change of `edit`. */
  @property({ type: Number }) changes = 0

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('name')) this.choice = ''
  }

  override render() {
    const { intro, render } = sitePages[this.name]
    const { words } = this
    return html`<div class="page" @submit=${(event: Event) => event.preventDefault()}>
      <h1 tabindex="-1">${words.pages[this.name]}</h1>
      <p class="intro">${words[intro]}</p>
      ${render(this.#form)} ${this.#renderBar()}
    </div>`
  }

  get #form(): SiteForm {
    const { edit, words } = this
    return {
      site: edit.draft,
      set: (change) => edit.set(change),
      errorOf(path) {
        const issue = edit.issueOf(path)
        return issue && refusalWords(issue, valueAt(edit.draft, issue.path), words)
      },
      client: this.client,
      apiUrl: this.apiUrl,
      l10n: this.l10n,
      words,
      choice: this.choice,
      choose: (choice) => {
        this.choice = choice
      },
    }
  }

  #renderBar() {
    const { edit, words } = this
    const said = edit.isSaved ? words.saved : ''
    return html`<p class="sr" role="status">${edit.isSaving ? words.saving : said}</p>
      <div role="alert">${this.#renderRefusal()}</div>
      ${edit.isDirty || edit.isSaving ? this.#renderButtons() : nothing}
      ${edit.isSaved && !edit.isDirty ? html`<p class="saved" aria-hidden="true">${icon(CHECK)}${words.saved}</p>` : nothing}`
  }

  #renderRefusal() {
    const { edit, words } = this
    if (edit.conflict !== null) {
      return html`<div class="refusal warm">
        <p>${words.conflict}</p>
        <button class="button" type="button" @click=${() => edit.discard()}>${words.takeTheirs}</button>
        <button
          class="button"
          type="button"
          @click=${() => {
            edit.keepMine()
            void this.#save()
          }}
        >
          ${words.keepMine}
        </button>
      </div>`
    }
    if (edit.failure === null) return nothing
    const text = edit.failure.issues.length > 0 ? words.notAccepted : edit.failure.message
    return html`<p class="refusal">${text}</p>`
  }

  #renderButtons() {
    const { edit, words } = this
    return html`<div class="bar">
      <span>${words.unsaved}</span>
      <button class="button" type="button" @click=${() => edit.discard()}>${words.discard}</button>
      <button
        class="button primary"
        type="button"
        aria-disabled=${edit.isSaving ? 'true' : nothing}
        @click=${() => void this.#save()}
      >
        ${edit.isSaving ? words.saving : words.save}
      </button>
    </div>`
  }

  async #save(): Promise<void> {
    const site = await this.edit.save(this.client, this.l10n.console.serverUnreachable)
    await this.updateComplete
    if (site === null) this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
    // The button that was pressed has gone.
    else this.renderRoot.querySelector('h1')?.focus()
  }
}

function valueAt(site: object, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((held, name) => (held as Record<string, unknown> | null | undefined)?.[name], site)
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-site-page': ChatSitePage
  }
}
