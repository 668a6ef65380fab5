type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'isComposing'>

/** Ctrl+Enter, or ⌘Enter: the answer is the last one, and the chat closes with it. */
export function sendsAndCloses({ key, ctrlKey, metaKey, shiftKey, altKey, isComposing }: Key): boolean {
  return key === 'Enter' && ctrlKey !== metaKey && !shiftKey && !altKey && !isComposing
}
