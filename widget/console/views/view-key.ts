type Key = Pick<KeyboardEvent, 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'isComposing'>

/** How many views have a key. */
export const NUMBERED_VIEWS = 9

/**
 * Which view Alt and a digit calls for, from 0; null: none. By the key's place: with Alt held, a Mac's keyboard makes another character of
 * it.
 */
export function viewKey({ code, altKey, ctrlKey, metaKey, shiftKey, isComposing }: Key): number | null {
  // AltGr, which writes `|` and `@` on many keyboards, tells of Ctrl and Alt.
  if (!altKey || ctrlKey || metaKey || shiftKey || isComposing) return null
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1]
  return digit === undefined ? null : Number(digit) - 1
}
