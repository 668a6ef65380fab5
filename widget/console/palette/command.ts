import type { ChatId } from '#shared/ids.ts'
import type { Excerpt } from '#shared/search.ts'
import type { InboxFilter, InboxList, SentMessage } from '../../core/state.ts'
import type { WorkAction } from '../chat-header/chat-action.ts'
import type { EditorMode } from '../drafts.ts'

/** What the palette offers: everything, what a search finds, or the choices of one action. */
export type PalettePage = 'all' | 'search' | 'tags' | 'snooze' | 'assign' | 'macros'

/** What somebody wants done, by the palette or by a key. */
export type Command =
  | { readonly kind: 'act'; readonly action: WorkAction }
  | { readonly kind: 'page'; readonly page: PalettePage }
  /** Narrowed by this filter and no other; without one, as before. */
  | { readonly kind: 'list'; readonly list: InboxList; readonly filter?: InboxFilter }
  | { readonly kind: 'manage-views' }
  /** The statistics, the settings, or a page of them. */
  | { readonly kind: 'section'; readonly section: string }
  /** The chat's address, to the clipboard; or all of it, as a file. */
  | { readonly kind: 'copy-link' | 'transcript' }
  /** The address of one message, to the clipboard. */
  | { readonly kind: 'copy-message-link'; readonly seq: number }
  | { readonly kind: 'change-message'; readonly what: 'edit' | 'delete'; readonly message: SentMessage }
  /** Picks the chat in its list, or leaves it out again. */
  | { readonly kind: 'pick' }
  /** The notes that name one. */
  | { readonly kind: 'mentions' }
  /** All keys, and others instead. */
  | { readonly kind: 'keys' }
  /** To a colleague, with a reason. */
  | { readonly kind: 'hand-over' }
  /** With a `seq` at that message. */
  | { readonly kind: 'chat'; readonly chatId: ChatId; readonly seq?: number }
  | { readonly kind: 'write'; readonly mode: EditorMode }
  /** Single keys on or off. */
  | { readonly kind: 'single-keys'; readonly isOn: boolean }

export interface PaletteItem {
  readonly id: string
  /** The outline of an icon. */
  readonly icon: string
  readonly label: string
  /** Of a message: the piece that was found, after the label. */
  readonly excerpt?: Excerpt
  readonly note?: string
  /** What to press instead. */
  readonly key?: string
  /** It is on, or it is off; absent for what simply happens. */
  readonly isOn?: boolean
  readonly command: Command
}

export interface PaletteGroup {
  readonly label: string
  readonly items: readonly PaletteItem[]
}

export class ChatCommandEvent extends Event {
  static readonly type = 'chat-command'
  readonly command: Command

  constructor(command: Command) {
    super(ChatCommandEvent.type, { bubbles: true })
    this.command = command
  }
}

declare global {
  interface HTMLElementEventMap {
    'chat-command': ChatCommandEvent
  }
}
