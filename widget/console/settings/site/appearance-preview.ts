import { css, html, LitElement, nothing, type PropertyValues } from 'lit'
import { property, query, state } from 'lit/decorators.js'
import type { Site } from '#shared/site.ts'
import { settingsEn, type SettingsStrings } from '../../../i18n/settings.en.ts'
import { element } from '../../../parts/element.ts'
import { icon } from '../../../parts/icon/icon.ts'
import { reset } from '../../../styles/reset.styles.ts'
import { consoleFallback, type ConsoleLocalization } from '../../console-localization.ts'
import { MONITOR, MOON, SMARTPHONE } from '../../icon-paths.ts'
import { createScriptPolicy } from '../../script-policy.ts'
import { createPreviewClient } from './preview-client.ts'

/** The element as the widget's own code defines it, in a page of its own. */
type PreviewedWidget = HTMLElement & {
  client: unknown
  open: boolean
  locale: string
  theme: string
  position: string
  launcher: string
  accent: string | undefined
}

const widgetOf = createScriptPolicy(
  'console-preview',
  (server) => new URL('/widget/chat-widget.js', server).href,
)

/**
 * The real widget, in a page of its own, with settings that are not saved yet. The page stands empty in the template, so that a console
 * under a strict policy may have it; the widget comes from the server as it does for visitors.
 */
@element('chat-appearance-preview')
export class ChatAppearancePreview extends LitElement {
  static override styles = [
    reset,
    css`
      :host {
        display: grid;
        grid-template-rows: auto minmax(0, 1fr);
        overflow: hidden;
        block-size: min(760px, calc(100vh - 60px));
        border: 1px solid var(--line);
        border-radius: 16px;
        background: var(--surface-2);
      }

      header {
        display: flex;
        gap: 10px;
        align-items: center;
        justify-content: space-between;
        padding: 9px 14px;
        border-block-end: 1px solid var(--line);
        background: var(--surface);
      }

      h2 {
        font-size: 14.5px;
        font-weight: 650;
      }

      .ways {
        display: flex;
        padding: 3px;
        border: 1px solid var(--line);
        border-radius: 11px;
        background: var(--surface-2);
      }

      .ways button {
        display: grid;
        place-items: center;
        inline-size: 36px;
        block-size: 28px;
        border-radius: 8px;
        color: var(--ink-2);
      }

      .ways [aria-pressed='true'] {
        background: var(--surface);
        color: var(--ink);
        box-shadow: var(--shadow-1);
      }

      .stage {
        display: grid;
        justify-items: center;
        min-block-size: 0;
      }

      iframe {
        inline-size: 100%;
        block-size: 100%;
        border: 0;
        background: #fff;
      }

      iframe.dark {
        background: #101512;
      }

      /* As wide as a page on which the panel stands in its corner. */
      .desktop iframe {
        inline-size: 133.34%;
        block-size: 133.34%;
        justify-self: start;
        scale: 0.75;
        transform-origin: 0 0;
      }

      :host(:dir(rtl)) .desktop iframe {
        transform-origin: 100% 0;
      }

      .stage {
        overflow: hidden;
      }

      .phone iframe {
        inline-size: min(360px, 100%);
        border-inline: 1px solid var(--line);
      }

      p {
        padding: 24px;
        color: var(--danger);
      }
    `,
  ]

  @query('iframe') private frame: HTMLIFrameElement | null | undefined
  @state() private isPhone = false
  @state() private isDark = false
  @state() private hasFailed = false

  #widget: PreviewedWidget | undefined
  #preview: ReturnType<typeof createPreviewClient> | undefined

  @property({ attribute: false }) site!: Site
  @property({ attribute: 'api-url' }) apiUrl = ''
  @property({ attribute: false }) l10n: ConsoleLocalization = consoleFallback
  @property({ attribute: false }) words: SettingsStrings = settingsEn

  override render() {
    const { words } = this
    if (this.hasFailed)
      return html`<header><h2>${words.preview}</h2></header>
        <p role="alert">${words.previewFailed}</p>`
    return html`<header>
        <h2>${words.preview}</h2>
        <div class="ways" role="group" aria-label=${words.preview}>
          ${this.#renderWay({ path: MONITOR, label: words.previewAs.desktop, isOn: !this.isPhone, press: () => (this.isPhone = false) })}
          ${this.#renderWay({ path: SMARTPHONE, label: words.previewAs.phone, isOn: this.isPhone, press: () => (this.isPhone = true) })}
          ${this.#renderWay({ path: MOON, label: words.previewDark, isOn: this.isDark, press: () => (this.isDark = !this.isDark) })}
        </div>
      </header>
      <div class="stage ${this.isPhone ? 'phone' : 'desktop'}">
        <iframe
          class=${this.isDark ? 'dark' : nothing}
          title=${words.previewTitle}
          srcdoc="<!doctype html><meta name='viewport' content='width=device-width'><body>"
          @load=${() => void this.#handleLoad()}
        ></iframe>
      </div>`
  }

  #renderWay({
    path,
    label,
    isOn,
    press,
  }: {
    path: string
    label: string
    isOn: boolean
    press: () => void
  }) {
    return html`<button
      type="button"
      aria-label=${label}
      title=${label}
      aria-pressed=${isOn ? 'true' : 'false'}
      @click=${press}
    >
      ${icon(path)}
    </button>`
  }

  async #handleLoad(): Promise<void> {
    const inside = this.frame?.contentDocument
    if (!inside) return
    try {
      await bringWidget(inside, this.apiUrl || location.origin)
    } catch {
      this.hasFailed = true
      return
    }
    const { site, l10n, words } = this
    this.#preview = createPreviewClient(site, l10n.locale, words)
    inside.documentElement.lang = l10n.locale
    inside.documentElement.dir = l10n.dir
    this.#widget = inside.createElement('chat-widget') as unknown as PreviewedWidget
    this.#widget.client = this.#preview.client
    this.#widget.open = true
    this.#dress()
    inside.body.append(this.#widget)
  }

  override updated(changed: PropertyValues): void {
    if (changed.has('site') || changed.has('isDark') || changed.has('l10n')) this.#dress()
  }

  /** What a page's tag says, and what the server would. */
  #dress(): void {
    const widget = this.#widget
    if (widget === undefined) return
    const { site, l10n } = this
    const { theme, position, launcher, accent } = site.appearance
    this.#preview?.show(site, l10n.locale)
    Object.assign(widget, { locale: l10n.locale, theme, position, launcher })
    widget.accent = accent !== null && /^#[\da-f]{6}$/i.test(accent) ? accent : '#145e43'
    widget.ownerDocument.documentElement.style.colorScheme = this.isDark ? 'dark' : 'light'
    widget.ownerDocument.body.style.background = this.isDark ? '#101512' : '#fff'
  }
}

function bringWidget(page: Document, server: string): Promise<unknown> {
  const script = page.createElement('script')
  const tried = new Promise((resolve, reject) => {
    script.addEventListener('load', resolve)
    script.addEventListener('error', reject)
  })
  script.type = 'module'
  script.src = widgetOf(server)
  page.head.append(script)
  return tried
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-appearance-preview': ChatAppearancePreview
  }
}
