const FORWARDED_SLOTS = ['header-start', 'header-end', 'empty', 'above-composer', 'footer']

/** The slots to pass on to the panel: one that is passed on empty would still push out what the panel shows in its place. */
export function filledSlots({ children }: Element): string[] {
  return FORWARDED_SLOTS.filter((name) => [...children].some(({ slot }) => slot === name))
}
