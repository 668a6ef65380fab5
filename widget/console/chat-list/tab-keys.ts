/** Where a key leads among tabs; null: nowhere. Left and right follow the direction of writing. */
export function nextTab(
  key: string,
  { current, count, dir }: { current: number; count: number; dir: 'ltr' | 'rtl' },
): number | null {
  const forward = dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  const back = dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft'
  if (key === forward) return (current + 1) % count
  if (key === back) return (current - 1 + count) % count
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}
