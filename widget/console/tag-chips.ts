import { html, nothing, type TemplateResult } from 'lit'
import type { Chat } from '#shared/chat.ts'
import { fill } from '../i18n/plural.ts'
import type { ConsoleLocalization } from './console-localization.ts'

/** A chat's tags, as many as there is room for; the rest is counted. */
export function tagChips(
  { tags = [] }: Chat,
  room: number,
  { console: strings, locale }: ConsoleLocalization,
): TemplateResult | typeof nothing {
  if (tags.length === 0) return nothing
  const rest = tags.length - room
  const count = rest.toLocaleString(locale)
  return html`${tags
    .slice(0, room)
    .map((tag) => html`<span class="chip tag"><bdi class="clipped">${tag}</bdi></span>`)}
  ${
    rest <= 0
      ? nothing
      : html`<span class="chip" title=${tags.slice(room).join(', ')}
          ><span aria-hidden="true">+${count}</span
          ><span class="sr">${fill(strings.moreTags, { count })}</span></span
        >`
  }`
}
