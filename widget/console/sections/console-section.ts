import { css, html, LitElement, nothing, type PropertyValues } from 'lit'
import { property, state } from 'lit/decorators.js'
import type { Commercial } from '#shared/person.ts'
import type { ChatClient } from '../../core/chat-client.ts'
import { element } from '../../parts/element.ts'
import { reset } from '../../styles/reset.styles.ts'
import { consoleFallback, type ConsoleLocalization } from '../console-localization.ts'
import type { Layout } from '../layout.ts'
import { failureNotice } from '../notice/notice.ts'
import { noticeStyles } from '../notice/notice.styles.ts'
import { controls } from '../styles/controls.styles.ts'
import { nameOf } from './section.ts'

const bring = {
  visitors: () => import('../visitors/visitors-page.ts'),
  stats: () => import('../stats/stats-page.ts'),
  settings: () => import('../settings/console-settings.ts'),
}

/** The place of a section: brings its code when it is first wanted, and says so when that does not arrive. */
@element('chat-console-section')
export class ChatConsoleSection extends LitElement {
  static override styles = [
    reset,
    controls,
    noticeStyles,
    css`
      :host {
        display: grid;
        grid-template: minmax(0, 1fr) / minmax(0, 1fr);
        background: var(--canvas);
      }
    `,
  ]

  @state() private isThere = false
  @state() private hasFailed = false

  @property() section = ''
  @property({ attribute: false }) client!: ChatClient
  @property({ attribute: false }) commercial!: Commercial
  @property({ attribute: false }) l10n: ConsoleLocalization = consoleFallback
  @property() layout: Layout = 'wide'
  @property({ attribute: 'api-url' }) apiUrl = ''

  override willUpdate(changed: PropertyValues<this>): void {
    const before = nameOf(changed.get('section') ?? '')
    if (changed.has('section') && nameOf(this.section) !== before) void this.#bring()
  }

  async #bring(): Promise<void> {
    const name = nameOf(this.section)
    this.isThere = false
    this.hasFailed = false
    if (name === null) return
    try {
      await bring[name]()
      if (name === nameOf(this.section)) this.isThere = true
    } catch {
      // Without a network the next press tries again.
      this.hasFailed = name === nameOf(this.section)
    }
  }

  override render() {
    if (this.hasFailed) {
      return failureNotice({
        title: this.l10n.console.sectionFailed,
        failure: { code: 'network', message: '' },
        l10n: this.l10n,
        retry: () => void this.#bring(),
      })
    }
    if (!this.isThere) return nothing
    if (nameOf(this.section) === 'visitors') {
      return html`<chat-visitors-page
        .client=${this.client}
        .commercial=${this.commercial}
        .l10n=${this.l10n}
      ></chat-visitors-page>`
    }
    if (nameOf(this.section) === 'stats') {
      return html`<chat-stats-page
        .section=${this.section}
        .client=${this.client}
        .commercial=${this.commercial}
        .l10n=${this.l10n}
      ></chat-stats-page>`
    }
    return html`<chat-console-settings
      .section=${this.section}
      .client=${this.client}
      .commercial=${this.commercial}
      .l10n=${this.l10n}
      .layout=${this.layout}
      .apiUrl=${this.apiUrl}
    ></chat-console-settings>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-console-section': ChatConsoleSection
  }
}
