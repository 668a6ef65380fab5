import { LitElement, css, html } from 'lit'
import { property } from 'lit/decorators.js'
import type { PublicSite } from '#shared/site.ts'
import type { VisitorStrings } from '../../i18n/visitor.en.ts'
import { avatarStyles } from '../../parts/avatar/avatar.styles.ts'
import { avatar } from '../../parts/avatar/avatar.ts'
import { element } from '../../parts/element.ts'
import { icon } from '../../parts/icon/icon.ts'
import { CLOSE } from '../../parts/icon/paths.ts'
import { fire } from '../../parts/part-events.ts'
import { reset } from '../../styles/reset.styles.ts'
import type { TeaserRule } from './teaser-rules.ts'

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
        inset-inline-end: var(--offset-x);
        z-index: var(--chat-z, 2147483000);
        inline-size: min(286px, 100vw - 2 * var(--offset-x));
        animation: rise var(--medium) var(--ease);
      }

      :host([position='start']) {
        inset-inline: var(--offset-x) auto;
      }

      .body {
        display: flex;
        gap: 11px;
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

  @property({ attribute: false }) rule!: TeaserRule
  @property({ attribute: false }) site!: PublicSite
  @property({ attribute: false }) words!: VisitorStrings
  @property({ reflect: true }) position: 'start' | 'end' = 'end'

  override render() {
    const { name, team } = this.site
    const [mate] = team
    return html`
      <div role="status">
        <button type="button" class="body" @click=${() => fire(this, 'chat-resume', {})}>
          ${avatar({ name: mate?.name ?? name, image: mate?.avatarUrl, size: 38 })}
          <span>
            <b><bdi>${mate === undefined ? name : `${mate.name} · ${name}`}</bdi></b>
            <span class="text" dir="auto">${this.rule.text}</span>
          </span>
        </button>
      </div>
      <button
        type="button"
        class="decline"
        aria-label=${this.words.dismiss}
        @click=${() => fire(this, 'chat-minimize', {})}
      >
        ${icon(CLOSE)}
      </button>
    `
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-teaser': ChatTeaser
  }
}
