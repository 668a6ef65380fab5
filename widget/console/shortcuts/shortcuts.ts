/** Where a key is heard: single keys while the focus is in the list, since in a field every key is writing; the others everywhere. */
export type ShortcutPlace = 'list' | 'everywhere'

interface Shortcut {
  readonly place: ShortcutPlace
  /** What the console's own code listens to. `Mod` is Ctrl, or ⌘ on a Mac. */
  readonly usual: string
}

/** Everything that has a key of its own. What somebody chose instead is kept by these names. */
export const SHORTCUTS = {
  next: { place: 'list', usual: 'j' },
  previous: { place: 'list', usual: 'k' },
  pick: { place: 'list', usual: 'x' },
  reply: { place: 'list', usual: 'r' },
  note: { place: 'list', usual: 'n' },
  claim: { place: 'list', usual: 'g' },
  assign: { place: 'list', usual: 'a' },
  handOver: { place: 'list', usual: 't' },
  tags: { place: 'list', usual: 'l' },
  macros: { place: 'list', usual: 'm' },
  snooze: { place: 'list', usual: 'z' },
  close: { place: 'list', usual: 'e' },
  markUnread: { place: 'list', usual: 'u' },
  search: { place: 'list', usual: '/' },
  keys: { place: 'list', usual: '?' },
  palette: { place: 'everywhere', usual: 'Mod+k' },
  sendAndClose: { place: 'everywhere', usual: 'Mod+Enter' },
  view1: { place: 'everywhere', usual: 'Alt+1' },
  view2: { place: 'everywhere', usual: 'Alt+2' },
  view3: { place: 'everywhere', usual: 'Alt+3' },
  view4: { place: 'everywhere', usual: 'Alt+4' },
  view5: { place: 'everywhere', usual: 'Alt+5' },
  view6: { place: 'everywhere', usual: 'Alt+6' },
  view7: { place: 'everywhere', usual: 'Alt+7' },
  view8: { place: 'everywhere', usual: 'Alt+8' },
  view9: { place: 'everywhere', usual: 'Alt+9' },
} as const satisfies Record<string, Shortcut>

export type ShortcutName = keyof typeof SHORTCUTS
export const SHORTCUT_NAMES = Object.keys(SHORTCUTS) as readonly ShortcutName[]

/** What somebody chose instead of the usual, by name; empty: no key at all. Names of another release mean nothing. */
export type ChosenKeys = Readonly<Record<string, string>>

export type Key = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'
>

const MODIFIERS = new Set(['Control', 'Shift', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'Dead', 'Process'])

/** A pressed key as it is kept: `j`, `?`, `Mod+k`, `Alt+1`. null: none that could be a shortcut. */
export function comboOf({ key, code, ctrlKey, metaKey, altKey, shiftKey, isComposing }: Key): string | null {
  // AltGr, which writes `|` and `@` on many keyboards, tells of Ctrl and Alt.
  if (isComposing || MODIFIERS.has(key) || (ctrlKey && altKey) || (ctrlKey && metaKey)) return null
  // By the key's place: with Alt held, a Mac's keyboard makes another character of it.
  const placed = altKey ? /^(?:Digit|Numpad|Key)(\w)$/.exec(code)?.[1] : undefined
  const named = placed?.toLowerCase() ?? (key.length === 1 ? key.toLowerCase() : key)
  const isWritten = key.length === 1 && !altKey
  const parts = [
    ctrlKey || metaKey ? 'Mod' : '',
    altKey ? 'Alt' : '',
    // A character that needs Shift says so by itself.
    shiftKey && !isWritten ? 'Shift' : '',
    named === ' ' ? 'Space' : named,
  ]
  return parts.filter(Boolean).join('+')
}

export function keyFor(name: ShortcutName, chosen: ChosenKeys): string {
  return chosen[name] ?? SHORTCUTS[name].usual
}

/** What a combination stands for now; null: nothing. */
export function nameOf(combo: string, chosen: ChosenKeys): ShortcutName | null {
  return SHORTCUT_NAMES.find((name) => keyFor(name, chosen) === combo) ?? null
}

/** Of the usual keys, what is pressed instead, in the words of this device; as a palette and a sheet of keys show it. */
export function shownFor(usual: string, chosen: ChosenKeys): string {
  const wanted = usual.toLowerCase()
  const name = SHORTCUT_NAMES.find((one) => SHORTCUTS[one].usual.toLowerCase() === wanted)
  return shown(name === undefined ? usual : keyFor(name, chosen))
}

const isMac = /Mac|iP/.test(navigator.platform)
const SIGNS: Readonly<Record<string, string>> = {
  Mod: isMac ? '⌘' : 'Ctrl',
  Alt: isMac ? '⌥' : 'Alt',
  Shift: '⇧',
  Enter: '⏎',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
}

export function shown(combo: string): string {
  // A plus is a key, too.
  const parts = combo === '+' ? [combo] : combo.split('+')
  const signs = parts.map((part) => SIGNS[part] ?? (part.length === 1 ? part.toUpperCase() : part))
  return signs.join(isMac ? '' : ' ')
}

/** Whether a combination can be chosen: single keys for the list alone, and nothing that the browser or writing needs. */
export function isAllowed(combo: string, place: ShortcutPlace): boolean {
  if (/^(Tab|Escape|Enter|Space|Home|End|Shift\+.*|Arrow\w+|Page\w+|Backspace|Delete)$/.test(combo))
    return false
  const isSingle = !/^(Mod|Alt)\+/.test(combo)
  return place === 'list' ? isSingle : !isSingle || /^F\d+$/.test(combo)
}
