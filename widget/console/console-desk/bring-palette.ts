/** Out of the way of what is on screen, so that the first key after Ctrl+K is already for the palette. */
export function bringPaletteSoon(): void {
  const later: (task: () => void) => void = globalThis.requestIdleCallback ?? setTimeout
  later(() => void load())
}

/**
 * Whether it is there. What is typed while it is on its way must not end up in an answer, which Enter would send. Then the focus is where
 * it was: there the palette gives it back to when it is left.
 */
export async function bringPalette(): Promise<boolean> {
  const focused = focusedIn(document)
  focused?.blur()
  const isThere = await load()
  if (focusedIn(document) === undefined) focused?.focus({ preventScroll: true })
  return isThere
}

async function load(): Promise<boolean> {
  try {
    await import('../palette/palette.ts')
    return true
  } catch {
    // Without a network the next opening tries again.
    return false
  }
}

/** What has the focus, however deep; undefined: nothing but the page. */
function focusedIn({ activeElement }: Document | ShadowRoot): HTMLElement | undefined {
  if (activeElement?.shadowRoot?.activeElement) return focusedIn(activeElement.shadowRoot)
  return activeElement instanceof HTMLElement && activeElement !== document.body ? activeElement : undefined
}
