import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { property, state } from 'lit/decorators.js'
import type { Commercial } from '#shared/person.ts'
import type { Site } from '#shared/site.ts'
import { toFailure } from '../../core/api-error.ts'
import type { ChatClient } from '../../core/chat-client.ts'
import type { Load } from '../../core/state.ts'
import { loadSettingsWords } from '../../i18n/load-settings.ts'
import { settingsEn, type SettingsStrings } from '../../i18n/settings.en.ts'
import { element } from '../../parts/element.ts'
import { reset } from '../../styles/reset.styles.ts'
import { consoleFallback, type ConsoleLocalization } from '../console-localization.ts'
import type { Layout } from '../layout.ts'
import { failureNotice } from '../notice/notice.ts'
import { noticeStyles } from '../notice/notice.styles.ts'
import { ChatSectionEvent, pathOf, queryOf } from '../sections/section.ts'
import { controls } from '../styles/controls.styles.ts'
import { consoleSettingsStyles } from './console-settings.styles.ts'
import { given } from './given.ts'
import { fieldStyles } from './field.styles.ts'
import { FormDrafts } from './form-drafts.ts'
import './identity/identity-page.ts'
import { pagesFor, type SettingsPage, type SitePageName } from './pages.ts'
import { settingsNav } from './settings-nav.ts'
import { SiteEdits } from './site-edits.ts'
import './site-page.ts'
import { sitePages } from './site-pages.ts'
import './team/audit-page.ts'
import './team/macros-page.ts'
import './team/people-page.ts'
import './team/replies-page.ts'
import './webhooks/webhooks-page.ts'
import './you/profile-page.ts'

/** What can be set up, page by page: the list of pages beside the one that is open, or before it where there is no room. */
@element('chat-console-settings')
export class ChatConsoleSettings extends LitElement {
  static override styles = [reset, controls, noticeStyles, fieldStyles, consoleSettingsStyles]

  @state() private words: SettingsStrings | undefined
  @state() private sites: readonly Site[] = []
  @state() private load: Load = { state: 'loading' }
  @state() private changes = 0
  readonly #edits = new SiteEdits(() => this.#noteChange())
  readonly #drafts = new FormDrafts(() => this.#noteChange())

  @property() section = ''
  @property({ attribute: false }) client!: ChatClient
  @property({ attribute: false }) commercial!: Commercial
  @property({ attribute: false }) l10n: ConsoleLocalization = consoleFallback
  @property() layout: Layout = 'wide'
  @property({ attribute: 'api-url' }) apiUrl = ''

  #noteChange(): void {
    this.changes += 1
  }

  override connectedCallback(): void {
    super.connectedCallback()
    addEventListener('beforeunload', this.#handleLeave)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('beforeunload', this.#handleLeave)
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('l10n')) void this.#speak()
    if (changed.has('client')) void this.#read()
    const before = changed.get('section')
    if (before !== undefined && pathOf(before)[1] !== pathOf(this.section)[1]) void this.#focusPage()
  }

  async #speak(): Promise<void> {
    const { locale } = this.l10n
    const words = await loadSettingsWords(locale).catch(() => settingsEn)
    if (locale === this.l10n.locale) this.words = words
  }

  async #read(): Promise<void> {
    this.load = { state: 'loading' }
    try {
      this.#take((await this.client.call('GET /v2/sites')).sites)
      this.load = { state: 'ready' }
    } catch (error) {
      this.load = { state: 'failed', failure: toFailure(error) }
    }
  }

  #take(sites: readonly Site[]): void {
    this.sites = sites
    for (const site of sites) this.#edits.follow(site)
  }

  /** From the list to the page: what was pressed may be gone, and a screen reader wants to know where it is. */
  async #focusPage(): Promise<void> {
    await this.updateComplete
    const page = this.renderRoot.querySelector('.main > :last-child')
    if (!(page instanceof LitElement)) return
    await page.updateComplete
    page.renderRoot.querySelector<HTMLElement>('h1')?.focus()
  }

  get #pages(): readonly SettingsPage[] {
    return pagesFor(this.commercial.role)
  }

  /** None on a phone that shows the list. */
  get #page(): SettingsPage | undefined {
    const name = pathOf(this.section)[1]
    const named = this.#pages.find((page) => page.name === name)
    return named ?? (this.layout === 'phone' ? undefined : this.#pages[0])
  }

  get #site(): Site | undefined {
    const wanted = queryOf(this.section).get('site')
    return this.sites.find(({ siteId }) => siteId === wanted) ?? this.sites[0]
  }

  readonly #handleLeave = (event: BeforeUnloadEvent): void => {
    if (this.#edits.hasUnsaved || this.#drafts.hasUnsaved) event.preventDefault()
  }

  #goTo(page: SettingsPage['name'] | null, siteId = this.#site?.siteId): void {
    const isOther = siteId !== undefined && siteId !== this.sites[0]?.siteId
    const query = isOther ? `?${new URLSearchParams({ site: siteId }).toString()}` : ''
    this.dispatchEvent(new ChatSectionEvent(`settings${page === null ? '' : `/${page}`}${query}`))
  }

  override render() {
    const { words } = this
    if (words === undefined) return nothing
    const page = this.#page
    return html`<section
      class="settings ${this.layout} ${page === undefined ? 'list' : 'open'}"
      aria-label=${words.title}
    >
      ${settingsNav({
        pages: this.#pages,
        current: page?.name,
        sites: this.commercial.role === 'admin' ? this.sites : [],
        site: this.#site,
        isUnsaved: (name) => this.#isUnsaved(name),
        words,
        goTo: (name, siteId) => this.#goTo(name, siteId),
        addSite: (name) => this.#addSite(name),
      })}
      <div class="main">${page === undefined ? nothing : this.#renderPage(page, words)}</div>
    </section>`
  }

  async #addSite(name: string): Promise<string | null> {
    try {
      const site = await this.client.call('POST /v2/sites', { body: { name, locale: this.l10n.locale } })
      this.sites = [...this.sites, site]
      this.#goTo('installation', site.siteId)
      return null
    } catch (error) {
      return toFailure(error).message || this.l10n.console.serverUnreachable
    }
  }

  #renderPage(page: SettingsPage, words: SettingsStrings) {
    const { load } = this
    if (load.state === 'failed') {
      const retry = () => void this.#read()
      return failureNotice({ title: words.failed, failure: load.failure, l10n: this.l10n, retry })
    }
    if (load.state !== 'ready') return html`<p role="status" class="quiet">${words.loading}</p>`
    return html`${
      this.layout === 'phone'
        ? html`<button class="back button" type="button" @click=${() => this.#goTo(null)}>
            ${words.back}
          </button>`
        : nothing
    }
    ${page.name in sitePages ? this.#renderSitePage(page, words) : this.#renderOther(page, words)}`
  }

  #renderSitePage(page: SettingsPage, words: SettingsStrings) {
    const site = this.#site
    if (site === undefined) return nothing
    const name = page.name as SitePageName
    return html`<chat-site-page
      .name=${name}
      .edit=${this.#edits.of(site, name, sitePages[name].keys)}
      .client=${this.client}
      .apiUrl=${this.apiUrl}
      .l10n=${this.l10n}
      .words=${words}
      .changes=${this.changes}
    ></chat-site-page>`
  }

  #isUnsaved(page: string): boolean {
    const prefixes: Readonly<Record<string, string>> = {
      people: 'person ',
      replies: 'reply ',
      macros: 'macro ',
      webhooks: 'webhook ',
      profile: 'profile ',
    }
    const prefix = prefixes[page]
    if (prefix !== undefined) return this.#drafts.isUnsaved(prefix)
    return this.#site !== undefined && this.#edits.isUnsaved(this.#site.siteId, page)
  }

  #renderOther({ name }: SettingsPage, words: SettingsStrings) {
    const { client, commercial, sites, l10n, changes } = this
    const drafts = this.#drafts
    const shared = { client, commercial, sites, drafts, l10n, words, changes }
    if (name === 'people') return html`<chat-people-page ${given(shared)}></chat-people-page>`
    if (name === 'replies') return html`<chat-replies-page ${given(shared)}></chat-replies-page>`
    if (name === 'macros') return html`<chat-macros-page ${given(shared)}></chat-macros-page>`
    if (name === 'webhooks') return html`<chat-webhooks-page ${given(shared)}></chat-webhooks-page>`
    if (name === 'audit') return html`<chat-audit-page ${given(shared)}></chat-audit-page>`
    if (name === 'profile') return html`<chat-profile-page ${given(shared)}></chat-profile-page>`
    const site = this.#site
    return site === undefined
      ? nothing
      : html`<chat-identity-page ${given({ ...shared, site })}></chat-identity-page>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-console-settings': ChatConsoleSettings
  }
}
