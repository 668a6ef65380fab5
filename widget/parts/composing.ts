/** What browsers report for a key that an input method is still working on. */
const KEY_IN_PROCESS = 229

/**
 * Whether a key belongs to an input method (Japanese, Chinese, Korean…): the Enter that confirms a word, the Escape that takes it back.
 * Safari ends the composition before it tells of that key: only the old key code gives it away.
 */
export function isComposing(event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean {
  return event.isComposing || event.keyCode === KEY_IN_PROCESS
}
