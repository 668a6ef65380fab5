import { html } from 'lit'
import type { TemplateResult } from 'lit'

/** Those of some slots that are filled: one that is passed on empty would still push out what stands in its place. */
export function filledSlots({ children }: Element, names: string): string[] {
  return names.split(' ').filter((name) => [...children].some(({ slot }) => slot === name))
}

export function forward(name: string): TemplateResult {
  return html`<slot name=${name} slot=${name}></slot>`
}
