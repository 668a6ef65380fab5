import { LitElement, css, html, nothing } from 'lit'
import { property, state } from 'lit/decorators.js'
import type { PublicSite } from '#shared/site.ts'
import type { VisitorStrings } from '../../i18n/visitor.en.ts'
import { avatarStyles } from '../../parts/avatar/avatar.styles.ts'
import { avatar } from '../../parts/avatar/avatar.ts'
import { element } from '../../parts/element.ts'
import { icon } from '../../parts/icon/icon.ts'
import { CLOSE } from '../../parts/icon/paths.ts'
import { fire } from '../../parts/part-events.ts'
import { reset } from '../../styles/reset.styles.ts'

/** A live region is heard of only when it has been in the page for a moment before it is filled. */
const HEARD_AFTER_MS = 150

/**
 * A few words above the launcher, signed by somebody of the team. It takes no focus.
 *
 * @fires {PartEvent} chat-resume - It was taken up.
 * @fires {PartEvent} chat-minimize - It was declined.
 */
@element('chat-teaser')
export class ChatTeaser extends LitElement {
  static override styles = [
    reset,
    avatarStyles,
    css`
      :host {
        position: fixed;
        inset-block-end: calc(var(--offset-y) + 60px + 14px + env(safe-area-inset-bottom, 0px));
        inset-inline-end: calc(var(--offset-x) + env(safe-area-inset-right, 0px));
        z-index: var(--chat-z, 2147483000);
        inline-size: min(286px, 100vw - 2 * var(--offset-x));
      }

      :host([position='start']) {
        inset-inline: calc(var(--offset-x) + env(safe-area-inset-left, 0px)) auto;
      }

      .body {
        inline-size: 100%;
        padding: 13px 15px 14px;
        border: 1px solid var(--line);
        border-radius: 18px;
        border-end-end-radius: calc(var(--corner) * 1.5);
        background: var(--surface);
        color: var(--ink);
        box-shadow: var(--shadow-2);
        font-size: 14.5px;
        line-height: 1.4;
        animation: rise var(--medium) var(--ease);
      }

      .said {
        display: flex;
        gap: 11px;
        text-align: start;
      }

      .body:hover {
        background: var(--surface-2);
      }

      b {
        display: block;
        margin-block-end: 1px;
        font-size: 13px;
        font-weight: 650;
      }

      .text {
        display: -webkit-box;
        overflow: hidden;
        overflow-wrap: anywhere;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 4;
      }

      .decline {
        position: absolute;
        inset-block-start: -11px;
        inset-inline-end: -9px;
        display: grid;
        place-items: center;
        inline-size: 28px;
        block-size: 28px;
        border: 1px solid var(--line);
        border-radius: 9px;
        background: var(--surface);
        color: var(--ink-2);
        font-size: 12px;
      }

      /* As large as a finger needs, whatever is seen of it. */
      .decline::after {
        content: '';
        position: absolute;
        inset: calc((26px - var(--target, 28px)) / 2);
      }

      .decline:hover {
        color: var(--ink);
      }

      @keyframes rise {
        from {
          opacity: 0;
          translate: 0 8px;
        }
      }
    `,
  ]

  @property({ attribute: false }) text = ''
  @property({ attribute: false }) site!: PublicSite
  @property({ attribute: false }) words!: VisitorStrings
  /** Of what is said; where it stands follows the page, as the launcher does. */
  @property({ attribute: false }) direction: 'ltr' | 'rtl' = 'ltr'
  @property({ reflect: true }) position: 'start' | 'end' = 'end'

  @state() private isSaid = false

  override firstUpdated(): void {
    setTimeout(() => (this.isSaid = true), HEARD_AFTER_MS)
  }

  override render() {
    return html`<div role="status">${this.isSaid ? this.#words() : nothing}</div>
      ${this.isSaid ? this.#decline() : nothing}`
  }

  #words() {
    const { name, team } = this.site
    const [mate] = team
    return html`<button type="button" class="body" @click=${() => fire(this, 'chat-resume', {})}>
      <span class="said" dir=${this.direction}>
        ${avatar({ name: mate?.name ?? name, image: mate?.avatarUrl, size: 38 })}
        <span>
          <b><bdi>${mate === undefined ? name : `${mate.name} · ${name}`}</bdi></b>
          <span class="text" dir="auto">${this.text}</span>
        </span>
      </span>
    </button>`
  }

  #decline() {
    return html`<button
      type="button"
      class="decline"
      aria-label=${this.words.dismiss}
      @click=${() => fire(this, 'chat-minimize', {})}
    >
      ${icon(CLOSE)}
    </button>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-teaser': ChatTeaser
  }
}
