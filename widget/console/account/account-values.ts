/** What the fields of a form hold, by name. Read from the fields themselves: a password manager fills them without a word. */
export function valuesOf(root: ParentNode): Partial<Record<string, string>> {
  const inputs = [...root.querySelectorAll('input')]
  return Object.fromEntries(inputs.map(({ name, value }) => [name, value]))
}

/** Moves to the first field that is to blame, else to the one named. */
export function focusFirstError(root: ParentNode, otherwise?: string): void {
  const field =
    root.querySelector<HTMLInputElement>('[aria-invalid="true"]') ??
    (otherwise === undefined ? null : root.querySelector<HTMLInputElement>(otherwise))
  field?.focus()
  field?.select()
}
