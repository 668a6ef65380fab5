import { html } from 'lit'
import type { Excerpt } from '#shared/search.ts'

/** A piece of a message with what was found marked in it. Text nodes all of it: a message is never markup. */
export function excerptTemplate({ text, highlights }: Excerpt) {
  const parts: unknown[] = []
  let from = 0
  for (const { start, end } of highlights) {
    parts.push(text.slice(from, start), html`<mark>${text.slice(start, end)}</mark>`)
    from = end
  }
  parts.push(text.slice(from))
  return html`<span class="excerpt" dir="auto">${parts}</span>`
}
