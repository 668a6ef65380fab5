import type { MacroId } from '#shared/ids.ts'

/** What somebody wants done with the chat on screen. */
export type WorkAction =
  | { readonly kind: 'assign'; readonly to: string }
  | { readonly kind: 'macro'; readonly macroId: MacroId }
  | { readonly kind: 'claim' | 'close' | 'reopen' }
  /** For oneself alone. */
  | { readonly kind: 'mark-unread' | 'mark-read' }
  /** These tags and no others. */
  | { readonly kind: 'tag'; readonly tags: readonly string[] }
  /** ISO 8601; null brings it back. */
  | { readonly kind: 'snooze'; readonly until: string | null }

/** What somebody wants to see. */
export type ScreenAction =
  | { readonly kind: 'back' }
  | { readonly kind: 'details' }
  /** The choices of one action. */
  | { readonly kind: 'choose'; readonly what: 'tags' | 'snooze' }
  /** Somebody else is to have it, and to know why. */
  | { readonly kind: 'hand-over' }
  | { readonly kind: 'copy-link' | 'transcript' }
  /** Translations below what the visitor writes, or none of them. */
  | { readonly kind: 'translate' }

export type ChatAction = WorkAction | ScreenAction

export function isForScreen(action: ChatAction): action is ScreenAction {
  return ['back', 'details', 'choose', 'hand-over', 'copy-link', 'transcript', 'translate'].includes(
    action.kind,
  )
}

export class ChatActionEvent extends Event {
  static readonly type = 'chat-action'
  readonly action: ChatAction

  constructor(action: ChatAction) {
    super(ChatActionEvent.type, { bubbles: true })
    this.action = action
  }
}

declare global {
  interface HTMLElementEventMap {
    'chat-action': ChatActionEvent
  }
}
