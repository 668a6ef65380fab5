/** What somebody wants done with the chat on screen. */
export type WorkAction =
  | { readonly kind: 'assign'; readonly to: string }
  | { readonly kind: 'claim' | 'close' | 'reopen' }

/** What somebody wants to see. */
export type ScreenAction = { readonly kind: 'back' } | { readonly kind: 'details' }

export type ChatAction = WorkAction | ScreenAction

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
