import type { ChatId } from '#shared/ids.ts'

/** The parts of the console besides the inbox; each comes when it is first wanted. */
const SECTIONS = ['visitors', 'stats', 'settings'] as const
type SectionName = (typeof SECTIONS)[number]

/**
 * Where in the console one is, as its address says it after `#/`: `stats?days=14`, `settings/people`. Empty: the inbox. Whatever names no
 * section is the inbox too.
 */
export function parseSection(hash: string): string {
  const section = /^#\/(.*)$/s.exec(hash)?.[1] ?? ''
  return nameOf(section) === null ? '' : section
}

export function nameOf(section: string): SectionName | null {
  return SECTIONS.find((name) => name === pathOf(section)[0]) ?? null
}

/** `settings/people?site=1` is `['settings', 'people']`. */
export function pathOf(section: string): readonly string[] {
  return (section.split('?', 1)[0] ?? '').split('/')
}

export function queryOf(section: string): URLSearchParams {
  return new URLSearchParams(section.split('?').slice(1).join('?'))
}

/** Another section is wanted, or another page of this one. */
export class ChatSectionEvent extends Event {
  static readonly type = 'chat-section'
  readonly section: string

  constructor(section: string) {
    super(ChatSectionEvent.type, { bubbles: true, composed: true })
    this.section = section
  }
}

/** A chat is wanted on screen, from wherever in a section. */
export class ChatChosenEvent extends Event {
  static readonly type = 'chat-chosen'
  readonly chatId: ChatId

  constructor(chatId: ChatId) {
    super(ChatChosenEvent.type, { bubbles: true, composed: true })
    this.chatId = chatId
  }
}

declare global {
  interface HTMLElementEventMap {
    'chat-chosen': ChatChosenEvent
    'chat-section': ChatSectionEvent
  }
}
