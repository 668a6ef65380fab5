import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import { hueOf, initialsOf } from './initials.ts'

export interface Face {
  readonly name: string
  /** Address of a picture. */
  readonly image?: string | undefined
  /** Pixels. */
  readonly size: number
}

/**
 * A face: a picture, or initials on a colour that the name decides; `avatar.styles.ts` dresses it. Decoration: the name stands beside
 * it in words.
 */
export function avatar({ name, image, size }: Face): TemplateResult {
  // Through the object model: a `style` attribute would need a style-src of the page.
  return html`<span
    class="avatar"
    part="avatar"
    aria-hidden="true"
    .style=${`--hue:${hueOf(name)};--size:${size}px`}
    >${initialsOf(name)}${
      image
        ? html`<img
            src=${image}
            alt=""
            referrerpolicy="no-referrer"
            @load=${showOrHide}
            @error=${showOrHide}
          />`
        : nothing
    }</span
  >`
}

/** The initials are below the picture: they stand in for one that does not load. */
function showOrHide({ type, target }: Event): void {
  const picture = target as HTMLImageElement
  picture.hidden = type === 'error'
}
