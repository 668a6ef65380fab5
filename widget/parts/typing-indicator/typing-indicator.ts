import { LitElement, html, nothing } from 'lit'
import { property } from 'lit/decorators.js'
import type { Typist } from '../../core/state.ts'
import { formatList } from '../../i18n/format.ts'
import type { Localization } from '../../i18n/localization.ts'
import { fill } from '../../i18n/plural.ts'
import { reset } from '../../styles/reset.styles.ts'
import { avatar } from '../avatar/avatar.ts'
import { avatarStyles } from '../avatar/avatar.styles.ts'
import { element } from '../element.ts'
import { typingIndicatorStyles } from './typing-indicator.styles.ts'

/**
 * Who is writing right now. For the eyes alone: announced, it would interrupt at every pause.
 *
 * @csspart typing - The bubble with the three dots.
 */
@element('chat-typing-indicator')
export class ChatTypingIndicator extends LitElement {
  static override styles = [reset, avatarStyles, typingIndicatorStyles]

  @property({ attribute: false }) typists: readonly Typist[] = []
  /** Required: what is said, and how times and numbers are written. */
  @property({ attribute: false }) l10n!: Localization

  override render() {
    const [first] = this.typists
    if (first === undefined) return nothing
    return html`<div class="group" aria-hidden="true">
      ${avatar({ name: this.#nameOf(first), size: 28 })}
      <div>
        <div class="bubble" part="typing"><i></i><i></i><i></i></div>
        <p class="meta" dir="auto">${this.#sentence()}</p>
      </div>
    </div>`
  }

  #sentence(): string {
    const { strings } = this.l10n
    const names = this.typists.map((typist) => this.#nameOf(typist))
    return names.length === 1
      ? fill(strings.isTyping, { name: names[0] ?? '' })
      : fill(strings.areTyping, { names: formatList(this.l10n, names) })
  }

  #nameOf(typist: Typist): string {
    return typist.userName === '' ? this.l10n.strings.visitor : typist.userName
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-typing-indicator': ChatTypingIndicator
  }
}
