/** Out of the way of what is on screen, so that the first key after Ctrl+K is already for the palette. */
export function bringPaletteSoon(): void {
  const later: (task: () => void) => void = globalThis.requestIdleCallback ?? setTimeout
  later(() => void load())
}

/** Whether it is there. What is typed while it is on its way must not end up in an answer, which Enter would send. */
export function bringPalette(): Promise<boolean> {
  blurInside(document)
  return load()
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

function blurInside({ activeElement }: Document | ShadowRoot): void {
  if (activeElement?.shadowRoot) blurInside(activeElement.shadowRoot)
  else if (activeElement instanceof HTMLElement) activeElement.blur()
}
