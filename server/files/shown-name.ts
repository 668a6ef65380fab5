import { MAX_FILE_NAME_LENGTH } from '#shared/limits.ts'
import { extensionOf } from './detect-type.ts'
import type { FileType } from './file-types.ts'

// Controls, and the marks that turn the direction of what follows: "gpj.exe" must not look like "exe.jpg".
const INVISIBLE = /[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/gu
/** Slashes of other scripts and widths. */
const LOOKS_LIKE_SLASH = /[\u2044\u2215\u29F8\uFF0F\uFF3C]/g
/** Names that Windows takes for its devices. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/**
 * A file's name as people see it: the sender's, without path, without what cannot be seen, with an ending that is true. Nothing on
 * disk is ever found by it.
 */
export function shownName(given: string, { extensions }: FileType): string {
  const [usual = 'bin'] = extensions
  const clean = tidy(given)
  const name = clean === '' ? 'file' : clean
  const ending = extensions.includes(extensionOf(name)) ? name.slice(name.lastIndexOf('.')) : `.${usual}`
  const stem = name.endsWith(ending) ? name.slice(0, -ending.length) : name
  return `${cut(stem, MAX_FILE_NAME_LENGTH - ending.length)}${ending}`
}

function tidy(given: string): string {
  const base = given.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const visible = base.replaceAll(INVISIBLE, '').replaceAll(LOOKS_LIKE_SLASH, '_')
  // A dot in front hides a file, one behind is lost on Windows.
  const trimmed = visible.replace(/^[\s.]+/, '').replace(/[\s.]+$/, '')
  return DEVICE.test(trimmed) ? `_${trimmed}` : trimmed
}

/** Between two characters as people count them, so that no emoji is cut in half. */
function cut(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text
  let end = 0
  for (const { index, segment } of graphemes.segment(text)) {
    if (index + segment.length > maxLength) break
    end = index + segment.length
  }
  return text.slice(0, end)
}
