import type { ReactiveElement } from 'lit'

/** Asks where to go on when an element drew away what had the focus in it: left alone, the next Tab would begin at the top of the page. */
export function keepFocus(host: ReactiveElement, goOn: (lost: Element) => void): void {
  let focused: Element | null | undefined
  host.addController({
    hostUpdate() {
      focused = host.shadowRoot?.activeElement
    },
    hostUpdated() {
      // Gone, or no longer to be seen: either way it has no box.
      if (focused?.getClientRects().length === 0) goOn(focused)
    },
  })
}
