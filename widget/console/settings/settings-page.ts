import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { property, state } from 'lit/decorators.js'
import type { Commercial } from '#shared/person.ts'
import type { Site } from '#shared/site.ts'
import type { ChatClient } from '../../core/chat-client.ts'
import { toFailure } from '../../core/api-error.ts'
import type { Load } from '../../core/state.ts'
import { fill } from '../../i18n/plural.ts'
import { settingsEn, type SettingsStrings } from '../../i18n/settings.en.ts'
import { avatarStyles } from '../../parts/avatar/avatar.styles.ts'
import { reset } from '../../styles/reset.styles.ts'
import { consoleFallback, type ConsoleLocalization } from '../console-localization.ts'
import { failureNotice } from '../notice/notice.ts'
import { noticeStyles } from '../notice/notice.styles.ts'
import { controls } from '../styles/controls.styles.ts'
import { fieldStyles } from './field.styles.ts'
import type { FormDrafts } from './form-drafts.ts'
import { itemStyles } from './item.styles.ts'
import { pageStyles } from './page.styles.ts'
import { refusalWords } from './site-form.ts'

/** A page of the settings that is a list of things, each with a form of its own. */
export abstract class SettingsPageElement extends LitElement {
  static override styles = [reset, controls, avatarStyles, noticeStyles, fieldStyles, pageStyles, itemStyles]

  @state() protected load: Load = { state: 'loading' }
  /** Something that could not be done, in a sentence. */
  @state() protected problem = ''
  /** What was just done, for whoever does not see it. */
  @state() protected done = ''
  /** The thing that is about to be removed, once that is confirmed. */
  @state() protected doubted = ''

  @property({ attribute: false }) client!: ChatClient
  @property({ attribute: false }) commercial!: Commercial
  @property({ attribute: false }) sites: readonly Site[] = []
  @property({ attribute: false }) drafts!: FormDrafts
  @property({ attribute: false }) l10n: ConsoleLocalization = consoleFallback
  @property({ attribute: false }) words: SettingsStrings = settingsEn
  /** Grows with every change of `drafts`. */
  @property({ type: Number }) changes = 0

  protected abstract readonly heading: string
  protected abstract readonly intro: string
  protected abstract read(): Promise<void>
  protected abstract renderList(): unknown

  override connectedCallback(): void {
    super.connectedCallback()
    void this.updateComplete.then(() => this.reload())
  }

  protected readonly reload = async (): Promise<void> => {
    try {
      await this.read()
      this.load = { state: 'ready' }
    } catch (error) {
      this.load = { state: 'failed', failure: toFailure(error) }
    }
  }

  override render() {
    return html`<div class="page">
      <h1 tabindex="-1">${this.heading}</h1>
      <p class="intro">${this.intro}</p>
      <p class="sr" role="status">${this.done}</p>
      <div role="alert">${this.problem === '' ? nothing : html`<p class="refusal">${this.problem}</p>`}</div>
      ${this.#renderBody()}
    </div>`
  }

  #renderBody() {
    const { load, words, l10n } = this
    if (load.state === 'failed') {
      return failureNotice({
        title: words.failed,
        failure: load.failure,
        l10n,
        retry: () => void this.reload(),
      })
    }
    return load.state === 'ready' ? this.renderList() : html`<p class="quiet">${words.loading}</p>`
  }

  /** Does something about the list and reads it again; what is wrong is said above it. */
  protected async act(doing: () => Promise<unknown>): Promise<void> {
    this.problem = ''
    this.doubted = ''
    try {
      await doing()
      this.done = this.words.saved
    } catch (error) {
      this.problem = toFailure(error).message || this.l10n.console.serverUnreachable
    }
    await this.reload()
  }

  protected async saveForm(key: string, saving: () => Promise<unknown>): Promise<void> {
    const isSaved = await this.drafts.save(key, saving, this.l10n.console.serverUnreachable)
    if (isSaved) {
      this.done = this.words.saved
      await this.reload()
    }
    await this.updateComplete
    const wrong = this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')
    if (isSaved) this.renderRoot.querySelector('h1')?.focus()
    else wrong?.focus()
  }

  /** What was wrong with a field of a form, in words. */
  protected errorOf(key: string, path: string): string | undefined {
    const issue = this.drafts
      .failureOf(key)
      ?.issues.find((one) => one.path === path || one.path.startsWith(`${path}.`))
    return issue && refusalWords(issue, '', this.words)
  }

  protected renderFormButtons(key: string, saving: () => Promise<unknown>): TemplateResult {
    const { words, drafts } = this
    const failure = drafts.failureOf(key)
    return html`<div role="alert">
        ${failure === null || failure.issues.length > 0 ? nothing : html`<p class="refusal">${failure.message}</p>`}
      </div>
      <div class="buttons">
        <button class="button" type="button" @click=${() => drafts.close(key)}>${words.cancel}</button>
        <button class="button primary" type="button" @click=${() => void this.saveForm(key, saving)}>
          ${drafts.isSaving(key) ? words.saving : words.save}
        </button>
      </div>`
  }

  /** A button that asks once more before it removes something. */
  protected renderRemoval(removal: {
    id: string
    name: string
    remove: () => Promise<unknown>
  }): TemplateResult {
    const { words } = this
    const { id, name, remove } = removal
    if (this.doubted !== id) {
      return html`<button
        class="button"
        type="button"
        aria-label="${words.remove}: ${name}"
        @click=${() => (this.doubted = id)}
      >
        ${words.remove}
      </button>`
    }
    return html`<span class="sure" role="group" aria-label=${fill(words.removeSure, { name })}>
      <span>${fill(words.removeSure, { name })}</span>
      <button class="button danger" type="button" @click=${() => void this.act(remove)}>
        ${words.remove}
      </button>
      <button class="button" type="button" @click=${() => (this.doubted = '')}>${words.cancel}</button>
    </span>`
  }

  /** Of which site something is, where there is more than one. */
  protected siteOptions(): readonly { value: string; label: string }[] {
    const all = { value: '', label: this.words.ofEverySite }
    return [all, ...this.sites.map(({ siteId, name }) => ({ value: siteId, label: name }))]
  }

  protected siteName(siteId: string | null): string {
    return this.sites.find((site) => site.siteId === siteId)?.name ?? this.words.ofEverySite
  }
}
