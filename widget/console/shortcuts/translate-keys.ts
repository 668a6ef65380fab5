import {
  comboOf,
  keyFor,
  nameOf,
  SHORTCUTS,
  SHORTCUT_NAMES,
  type ChosenKeys,
  type ShortcutName,
} from './shortcuts.ts'

interface TranslatorOptions {
  readonly chosen: () => ChosenKeys
  /** Whether a key that is pressed here is the console's. */
  readonly isOurs: (event: KeyboardEvent) => boolean
}

/**
 * Lets somebody's own keys do what the usual ones do: before anything in the console hears of a key, it is turned into the usual one for
 * what it stands for, and a usual one that stands for nothing any more is heard by nobody. Returns how to stop.
 */
export function translateKeys({ chosen, isOurs }: TranslatorOptions): () => void {
  function hear(event: KeyboardEvent): void {
    const keys = chosen()
    if (!event.isTrusted || Object.keys(keys).length === 0 || !isOurs(event)) return
    const name = meaning(event, keys)
    if (name === null) return
    if (name === 'nothing') return event.stopImmediatePropagation()
    event.stopImmediatePropagation()
    const instead = usualKey(name)
    // What the console does not use is the browser's, as if nothing had come between.
    const wasUsed = event.composedPath()[0]?.dispatchEvent(instead) === false
    if (wasUsed) event.preventDefault()
  }
  document.addEventListener('keydown', hear, true)
  return () => document.removeEventListener('keydown', hear, true)
}

/** null: it means what it always means. */
export function meaning(event: KeyboardEvent, chosen: ChosenKeys): ShortcutName | 'nothing' | null {
  const combo = comboOf(event)
  if (combo === null) return null
  const isWriting = isInField(event)
  const isHeard = (name: ShortcutName) => SHORTCUTS[name].place === 'everywhere' || !isWriting
  const name = nameOf(combo, chosen)
  if (name !== null && isHeard(name)) return SHORTCUTS[name].usual === combo ? null : name
  const wasUsual = SHORTCUT_NAMES.some(
    (one) => SHORTCUTS[one].usual === combo && keyFor(one, chosen) !== combo && isHeard(one),
  )
  return wasUsual ? 'nothing' : null
}

function isInField(event: KeyboardEvent): boolean {
  const [target] = event.composedPath()
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}

function usualKey(name: ShortcutName): KeyboardEvent {
  const { usual } = SHORTCUTS[name]
  const [key = '', modifier] = usual.split('+').toReversed()
  return new KeyboardEvent('keydown', {
    key,
    code: /^\d$/.test(key) ? `Digit${key}` : '',
    ctrlKey: modifier === 'Mod',
    altKey: modifier === 'Alt',
    bubbles: true,
    composed: true,
    cancelable: true,
  })
}
