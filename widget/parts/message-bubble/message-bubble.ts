import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import { findLinks } from './find-links.ts'

/** How a bubble stands in its group. */
export interface Bubble {
  readonly text: string
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
    <span class="text" dir="auto">${isDeleted ? text : messageText(text)}</span>
  </div>`
}

/** What a person wrote, as text and nothing else; addresses in it can be followed. */
export function messageText(text: string): unknown {
  return findLinks(text).map((stretch) =>
    stretch.href === undefined ? stretch.text : link(stretch.text, stretch.href),
  )
}

// The address is isolated, so that one inside an Arabic sentence still reads from left to right.
function link(text: string, href: string): TemplateResult {
  const target = href.startsWith('mailto:') ? nothing : '_blank'
  return html`<a href=${href} target=${target} rel="noopener noreferrer nofollow ugc"><bdi>${text}</bdi></a>`
}
