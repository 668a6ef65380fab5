type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>

/** Where a key leads in the list; null: it is not the list's. J and K as in every inbox; with a modifier a key is the browser's. */
export function rowKey(
  { key, ctrlKey, metaKey, altKey }: Key,
  { current, count }: { current: number; count: number },
): number | null {
  if (ctrlKey || metaKey || altKey || count === 0 || current === -1) return null
  if (key === 'ArrowDown' || key === 'j' || key === 'J') return Math.min(count - 1, current + 1)
  if (key === 'ArrowUp' || key === 'k' || key === 'K') return Math.max(0, current - 1)
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}
