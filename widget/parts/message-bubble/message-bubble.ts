import { html } from 'lit'
import type { TemplateResult } from 'lit'

/** How a bubble stands in its group. */
export interface Bubble {
  /** As it is shown: see `message-text.ts`. */
  readonly text: unknown
  readonly side: 'in' | 'out'
  /** The last of its group has the tight corner. */
  readonly hasTail: boolean
  readonly hasFailed?: boolean
  readonly isDeleted?: boolean
}

/**
 * One message as a bubble; `message-bubble.styles.ts` dresses it. Not an element: a list holds thousands. The text
 * has a direction of its own; the bubble's corners follow the interface.
 */
export function messageBubble({ text, side, hasTail, hasFailed, isDeleted }: Bubble): TemplateResult {
  const classes = ['bubble', side, hasTail && 'tail', hasFailed && 'failed', isDeleted && 'deleted']
  return html`<div class=${classes.filter(Boolean).join(' ')} part="bubble bubble-${side}">
    <div class="text" dir="auto">${text}</div>
  </div>`
}
