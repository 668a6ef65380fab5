/** What is known of the visitor on screen is to be changed, or all of it erased. */
export class ChatWantedDialogEvent extends Event {
  static readonly type = 'chat-wanted-dialog'
  readonly mode: 'edit' | 'erase'

  constructor(mode: 'edit' | 'erase') {
    super(ChatWantedDialogEvent.type, { bubbles: true })
    this.mode = mode
  }
}

declare global {
  interface HTMLElementEventMap {
    'chat-wanted-dialog': ChatWantedDialogEvent
  }
}
