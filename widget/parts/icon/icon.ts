import { html } from 'lit'
import type { TemplateResult } from 'lit'

/** An icon from its outline (`paths.ts`), the size of the text round it. Decoration: whoever shows it says what it means in words. */
export function icon(path: string): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>`
}
