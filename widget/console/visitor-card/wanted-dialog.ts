/** What is to be done with the visitor on screen. */
export type WantedDialog = 'edit' | 'erase' | 'merge'

/** What is known of the visitor on screen is to be changed, all of it erased, or they are somebody else as well. */
export class ChatWantedDialogEvent extends Event {
  static readonly type = 'chat-wanted-dialog'
  readonly mode: WantedDialog

  constructor(mode: WantedDialog) {
    super(ChatWantedDialogEvent.type, { bubbles: true })
    this.mode = mode
  }
}

declare global {
  interface HTMLElementEventMap {
    'chat-wanted-dialog': ChatWantedDialogEvent
  }
}
