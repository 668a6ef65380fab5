import type { ThreadMessage, Typist } from '../../core/state.ts'

/** What a person in a chat is called; who has no name yet has an empty one. */
type Named = ThreadMessage | Typist

/**
 * Gives a nameless visitor the name that the rest of the console has for them. Remembers the last answer: the same list with the same
 * name is the same list, and nothing that shows it has to render again.
 */
export function createVisitorNamer(): <Item extends Named>(
  items: readonly Item[],
  name: string,
) => readonly Item[] {
  const answers = new WeakMap<readonly Named[], { readonly name: string; readonly named: readonly Named[] }>()
  return <Item extends Named>(items: readonly Item[], name: string): readonly Item[] => {
    const held = answers.get(items)
    if (held?.name === name) return held.named as readonly Item[]
    const named = items.some(isNameless)
      ? items.map((item) => (isNameless(item) ? withName(item, name) : item))
      : items
    answers.set(items, { name, named })
    return named
  }
}

function isNameless(item: Named): boolean {
  return 'senderType' in item
    ? item.senderType === 'visitor' && item.senderName === ''
    : item.userType === 'visitor' && item.userName === ''
}

function withName<Item extends Named>(item: Item, name: string): Item {
  return 'senderType' in item ? { ...item, senderName: name } : { ...item, userName: name }
}
