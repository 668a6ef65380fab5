/** A text was written and is to be sent. */
export class ChatSubmitEvent extends Event {
  static readonly type = 'chat-submit'
  readonly text: string

  constructor(text: string) {
    super(ChatSubmitEvent.type, { bubbles: true })
    this.text = text
  }
}

/** A key was struck; whoever hears it throttles. */
export class ChatTypingEvent extends Event {
  static readonly type = 'chat-typing'

  constructor() {
    super(ChatTypingEvent.type, { bubbles: true })
  }
}

/** The text in the field is now this; for whoever keeps drafts. */
export class ChatDraftEvent extends Event {
  static readonly type = 'chat-draft'
  readonly text: string

  constructor(text: string) {
    super(ChatDraftEvent.type, { bubbles: true })
    this.text = text
  }
}

declare global {
  interface HTMLElementEventMap {
    'chat-submit': ChatSubmitEvent
    'chat-typing': ChatTypingEvent
    'chat-draft': ChatDraftEvent
  }
}
