/** The person comes near the oldest message held, and there are older ones. Fired once for each page. */
export class ChatLoadOlderEvent extends Event {
  static readonly type = 'chat-load-older'

  constructor() {
    super(ChatLoadOlderEvent.type, { bubbles: true })
  }
}

/** Try a failed message again. */
export class ChatRetryEvent extends Event {
  static readonly type = 'chat-retry'
  readonly clientMessageId: string

  constructor(clientMessageId: string) {
    super(ChatRetryEvent.type, { bubbles: true })
    this.clientMessageId = clientMessageId
  }
}

/** Give up a failed message; its text goes back to the composer. */
export class ChatDiscardEvent extends Event {
  static readonly type = 'chat-discard'
  readonly clientMessageId: string

  constructor(clientMessageId: string) {
    super(ChatDiscardEvent.type, { bubbles: true })
    this.clientMessageId = clientMessageId
  }
}

/** The newest message is before the eyes of a person: the end of the list is on a screen that is showing. */
export class ChatSeenEvent extends Event {
  static readonly type = 'chat-seen'
  readonly seq: number

  constructor(seq: number) {
    super(ChatSeenEvent.type, { bubbles: true })
    this.seq = seq
  }
}

declare global {
  interface HTMLElementEventMap {
    'chat-load-older': ChatLoadOlderEvent
    'chat-retry': ChatRetryEvent
    'chat-discard': ChatDiscardEvent
    'chat-seen': ChatSeenEvent
  }
}
