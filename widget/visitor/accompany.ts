import { callAttention } from './attention/attention.ts'
import type { AttentionWidget, Circumstances } from './attention/attention.ts'
import { followPages } from './follow-pages.ts'

/** What goes along with a visitor who has written; comes when there is one. Returns how to stop. */
export function accompany(
  widget: AttentionWidget & { page(): Promise<unknown> },
  now: Circumstances,
): () => void {
  const ends = [callAttention(widget, now), followPages(widget)]
  return () => {
    for (const end of ends) end()
  }
}
