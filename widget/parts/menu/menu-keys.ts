/** Where a key leads in a list of choices; null: nowhere. Arrows go round, a letter finds the next choice that begins with it. */
export function nextIndex(
  key: string,
  { current, labels }: { current: number; labels: readonly string[] },
): number | null {
  const count = labels.length
  if (count === 0) return null
  if (key === 'ArrowDown') return (current + 1) % count
  if (key === 'ArrowUp') return (current - 1 + count) % count
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  return key.length === 1 ? beginningWith(key, { current, labels }) : null
}

function beginningWith(
  letter: string,
  { current, labels }: { current: number; labels: readonly string[] },
): number | null {
  const order = labels.map((_, step) => (current + 1 + step) % labels.length)
  const wanted = letter.toLocaleLowerCase()
  return order.find((index) => labels[index]?.toLocaleLowerCase().startsWith(wanted)) ?? null
}
