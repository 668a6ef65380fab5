import type { TemplateResult, nothing } from 'lit'

/**
 * Something to choose from while one writes. The focus stays in the field: the keys that a picker understands are its own while it is
 * open, all others go on writing.
 */
export interface FieldPicker {
  /** The text or the caret has changed. */
  look(field: HTMLTextAreaElement): void
  close(): void
  /** Whether the key was the picker's. */
  handleKey(event: KeyboardEvent): boolean
  render(): TemplateResult | typeof nothing
  /** While what there is to choose from is being asked for. */
  readonly reading?: Promise<void> | undefined
}

/** Says to whoever does not see it which option is marked. The list is in a scope round the field's, as the platform asks. */
export function describeField(field: HTMLTextAreaElement, root: ParentNode): void {
  const list = root.querySelector('[role="listbox"]')
  field.ariaAutoComplete = list === null ? null : 'list'
  field.ariaControlsElements = list === null ? null : [list]
  const marked = list?.querySelector('[aria-selected="true"]') ?? null
  field.ariaActiveDescendantElement = marked
  marked?.scrollIntoView({ block: 'nearest' })
}

/** Puts a text in the place of what called for it, as if it had been typed. */
export function insertInto(
  field: HTMLTextAreaElement,
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): void {
  field.setRangeText(text, start, end, 'end')
  field.dispatchEvent(
    new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertReplacementText' }),
  )
  field.focus()
}

/** Calls a picker as if its sign had been typed at the caret. */
export function typeSign(field: HTMLTextAreaElement, sign: '/' | '@'): void {
  field.focus()
  const isApart = /(?:^|\s)$/.test(field.value.slice(0, field.selectionStart))
  field.setRangeText(isApart ? sign : ` ${sign}`, field.selectionStart, field.selectionEnd, 'end')
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText' }))
}
