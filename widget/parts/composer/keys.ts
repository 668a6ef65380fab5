import { isComposing } from '../composing.ts'

type Key = Pick<
  KeyboardEvent,
  'key' | 'keyCode' | 'isComposing' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'
>

/** Whether this key sends the message: Enter, but not the one that confirms a word in an input method. */
export function sendsMessage(event: Key): boolean {
  if (isComposing(event)) return false
  return event.key === 'Enter' && !event.shiftKey && !event.altKey && !event.ctrlKey && !event.metaKey
}

/** Whether a page could take this key for a shortcut of its own. Combinations (Ctrl+K), Escape, Tab and F-keys are not typing. */
export function isPageShortcut({ key, ctrlKey, metaKey, altKey }: Key): boolean {
  // AltGr, which types @ and € on many keyboards, reports Ctrl and Alt together.
  if ((ctrlKey || metaKey || altKey) && !(ctrlKey && altKey)) return false
  return !/^(Escape|Tab|F\d+)$/.test(key)
}
