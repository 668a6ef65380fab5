import { LitElement, html } from 'lit'
import { property, state } from 'lit/decorators.js'
import { reset } from '../../styles/reset.styles.ts'
import { element } from '../element.ts'
import { avatarStyles } from './avatar.styles.ts'
import { hueOf, initialsOf } from './initials.ts'

/**
 * A face: a picture, or initials on a colour that the name decides. Decoration: the name stands beside it in words.
 *
 * @cssprop --avatar-size - Its width and height, where `size` says none.
 * @csspart avatar - The tile.
 */
@element('chat-avatar')
export class ChatAvatar extends LitElement {
  static override styles = [reset, avatarStyles]

  @property() name = ''
  /** Pixels. */
  @property({ type: Number }) size: number | undefined
  /** Address of a picture; initials stand in for one that does not load. */
  @property() image: string | undefined

  @state() private failedImage: string | undefined

  override willUpdate(): void {
    // Through the object model: a `style` attribute would need a style-src of the page.
    this.style.setProperty('--avatar-hue', String(hueOf(this.name)))
    if (this.size !== undefined) this.style.setProperty('--avatar-size', `${this.size}px`)
  }

  override render() {
    const image = this.image === this.failedImage ? undefined : this.image
    return html`<span part="avatar" class="tile" aria-hidden="true">
      ${
        image === undefined
          ? initialsOf(this.name)
          : html`<img
              src=${image}
              alt=""
              referrerpolicy="no-referrer"
              @error=${() => {
                this.failedImage = image
              }}
            />`
      }
    </span>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-avatar': ChatAvatar
  }
}
