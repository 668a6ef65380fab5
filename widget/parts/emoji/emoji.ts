import { loadEmojiWords } from '../../i18n/load-emoji.ts'
import type { Localization } from '../../i18n/localization.ts'
import { fire } from '../part-events.ts'
import './emoji-picker.ts'

/** Where a text is written, with the button that brings the emoji. */
interface Place {
  readonly l10n: Localization
  readonly field: HTMLTextAreaElement | null
  readonly renderRoot: HTMLElement | DocumentFragment
}

/** Opens the picker above the field, or closes the one that is open. */
export async function toggleEmoji(place: Place, button: HTMLElement): Promise<void> {
  const { renderRoot, l10n } = place
  const open = renderRoot.querySelector('chat-emoji-picker')
  if (open) return fire(open, 'chat-emoji-close', {})
  const words = await loadEmojiWords(l10n.locale)
  // Pressed twice while they came.
  if (renderRoot.querySelector('chat-emoji-picker')) return
  const picker = Object.assign(document.createElement('chat-emoji-picker'), { l10n, words })
  const close = () => {
    picker.remove()
    button.ariaExpanded = 'false'
  }
  picker.addEventListener('chat-emoji-close', () => {
    const isInside = picker.matches(':focus-within')
    close()
    if (isInside) place.field?.focus()
  })
  picker.addEventListener('chat-emoji', ({ emoji }) => {
    close()
    if (place.field) insert(place.field, emoji)
  })
  picker.part.value = 'emoji-picker'
  renderRoot.append(picker)
  button.ariaExpanded = 'true'
  await picker.updateComplete
  picker.focus()
}

/** At the caret, or instead of what is selected, as if it had been typed. */
function insert(field: HTMLTextAreaElement, emoji: string): void {
  field.focus()
  field.setRangeText(emoji, field.selectionStart, field.selectionEnd, 'end')
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, data: emoji }))
}
