import { isComposing } from '../../parts/composing.ts'

type Key = Pick<
  KeyboardEvent,
  'key' | 'keyCode' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'isComposing'
>

/** Ctrl+Enter, or ⌘Enter: the answer is the last one, and the chat closes with it. */
export function sendsAndCloses(event: Key): boolean {
  const { key, ctrlKey, metaKey, shiftKey, altKey } = event
  return key === 'Enter' && ctrlKey !== metaKey && !shiftKey && !altKey && !isComposing(event)
}
