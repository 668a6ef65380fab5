import { html, nothing } from 'lit'
import type { Typist } from '../../core/state.ts'
import { formatList } from '../../i18n/format.ts'
import type { Localization } from '../../i18n/localization.ts'
import { fill } from '../../i18n/plural.ts'
import { avatar } from '../avatar/avatar.ts'

/**
 * Who is writing right now; `typing-indicator.styles.ts` dresses the three dots, the list the rest. For the eyes alone: announced, it
 * would interrupt at every pause.
 */
export function typingIndicator(typists: readonly Typist[], l10n: Localization) {
  const { strings } = l10n
  const names = typists.map(({ userName }) => userName || strings.visitor)
  const [name] = names
  if (name === undefined) return nothing
  const sentence =
    names.length === 1
      ? fill(strings.isTyping, { name })
      : fill(strings.areTyping, { names: formatList(l10n, names) })
  return html`<div class="group" aria-hidden="true">
    ${avatar({ name, size: 28 })}
    <div class="column">
      <div class="bubble tail typing" part="typing"><i></i><i></i><i></i></div>
      <p class="meta" dir="auto">${sentence}</p>
    </div>
  </div>`
}
