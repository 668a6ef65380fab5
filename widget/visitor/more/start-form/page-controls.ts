/** A field that a page has put among those of the form. */
export type PageControl = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/** The named fields in a slot, but for boxes that are not ticked, and what its page has disabled; as a form would send them. */
export function filledIn(slot: HTMLSlotElement | null): readonly PageControl[] {
  const placed = slot?.assignedElements({ flatten: true }) ?? []
  const controls = placed.flatMap((element) => [element, ...element.querySelectorAll('*')])
  return controls.filter(isControl).filter((control) => control.name !== '' && counts(control))
}

function isControl(element: Element): element is PageControl {
  return (
    element instanceof HTMLInputElement ||
    element instanceof HTMLSelectElement ||
    element instanceof HTMLTextAreaElement
  )
}

/** One that must be filled in counts even while it is not. */
function counts(control: PageControl): boolean {
  if (control.disabled) return false
  if (control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type))
    return control.checked || control.required
  return control.value !== '' || control.required
}
