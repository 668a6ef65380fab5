import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import type { Link } from './find-links.ts'
import { isEmojiOnly } from './is-emoji-only.ts'
import type { Inline } from './parse-line.ts'
import { parseText } from './parse-text.ts'
import type { Block } from './parse-text.ts'

/**
 * What a person wrote, with its links, its emphasis and its lists, as nodes; a few emoji alone are marked, to be shown large. Comes on demand: `message-text.ts` shows the plain text
 * until it is here.
 */
export function formatText(text: string): unknown {
  return isEmojiOnly(text) ? html`<span class="emoji">${text}</span>` : parseText(text).map(block)
}

function block(it: Block): unknown {
  if (it.kind === 'lines') return it.lines.map((line, i) => [i === 0 ? '' : '\n', line.map(inline)])
  const items = it.items.map((item) => html`<li>${item.map(inline)}</li>`)
  return it.kind === 'list'
    ? html`<ul>
        ${items}
      </ul>`
    : html`<ol start=${it.first}>
        ${items}
      </ol>`
}

function inline(it: Inline): unknown {
  if (typeof it === 'string') return it
  if (it.kind === 'code') return html`<code>${it.text}</code>`
  if (it.kind === 'link') return link(it)
  const content = it.content.map(inline)
  return it.kind === 'bold' || it.content.some(hasNoItalics)
    ? html`<b>${content}</b>`
    : html`<i>${content}</i>`
}

/** Chinese, Japanese and Korean have no italics: slanted, their signs look broken. Weight stresses them. */
function hasNoItalics(it: Inline): boolean {
  if (typeof it === 'string') return /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u.test(it)
  return 'content' in it ? it.content.some(hasNoItalics) : hasNoItalics(it.text)
}

// The address is isolated and has its own direction, so that neither an Arabic sentence nor a stranger's control character turns it round.
function link({ text, href, host }: Link): TemplateResult {
  const target = href.startsWith('http') ? '_blank' : nothing
  return html`<a
    href=${href}
    target=${target}
    rel="noopener noreferrer nofollow ugc"
    data-host=${host ?? nothing}
    ><bdi dir="ltr">${text}</bdi></a
  >`
}
