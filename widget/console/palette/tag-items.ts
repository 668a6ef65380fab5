import type { Chat } from '#shared/chat.ts'
import { MAX_TAG_LENGTH, MAX_TAGS } from '#shared/limits.ts'
import { fill } from '../../i18n/plural.ts'
import type { ConsoleLocalization } from '../console-localization.ts'
import { TAG } from '../icon-paths.ts'
import { plainWord } from '../plain-word.ts'
import type { PaletteItem } from './command.ts'

/** The chat's tags first, to take off; then those in use, to put on; and what was written, if no tag is spelled so yet. */
export function tagItems(
  { tags: own = [] }: Chat,
  query: string,
  { tags, l10n }: { readonly tags: readonly string[]; readonly l10n: ConsoleLocalization },
): PaletteItem[] {
  const written = spelled(query)
  const known = [...new Set([...own, ...tags])]
  const items = known
    .filter((tag) => plainWord(tag).includes(plainWord(written)))
    // A chat that is full takes none more.
    .filter((tag) => own.includes(tag) || own.length < MAX_TAGS)
    .map((tag) => toItem(tag, own, tag))
  const isNew = written !== '' && !known.includes(written) && written.length <= MAX_TAG_LENGTH
  if (!isNew || own.length >= MAX_TAGS) return items
  return [...items, toItem(written, own, fill(l10n.console.newTag, { tag: written }))]
}

/** As the server spells it: one tag is not two for a capital or a space. */
function spelled(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/g, ' ').trim().toLowerCase()
}

function toItem(tag: string, own: readonly string[], label: string): PaletteItem {
  const isOn = own.includes(tag)
  const after = isOn ? own.filter((other) => other !== tag) : [...own, tag]
  return {
    id: `tag-${tag}`,
    icon: TAG,
    label,
    isOn,
    command: { kind: 'act', action: { kind: 'tag', tags: after } },
  }
}
