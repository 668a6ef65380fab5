/**
 * What the parts tell whoever uses them. Each is an event with these properties, which bubbles and stays inside the shadow root that
 * the part is in.
 */
export interface PartEvents {
  /** A text was written and is to be sent. */
  'chat-submit': { readonly text: string }
  /** A key was struck; whoever hears it throttles. */
  'chat-typing': object
  /** The text in the field is now this; for whoever keeps drafts. */
  'chat-draft': { readonly text: string }
  /** The person comes near the oldest message held, and there are older ones. Told once for each page. */
  'chat-load-older': object
  /** Try a failed message again. */
  'chat-retry': { readonly clientMessageId: string }
  /** Give up a failed message; its text goes back to the composer. */
  'chat-discard': { readonly clientMessageId: string }
  /** The newest message is before the eyes of a person: the end of the list is on a screen that is showing. */
  'chat-seen': { readonly seq: number }
  /** The visitor has said who they are, or left a message. */
  'chat-started': object
  /** The visitor goes on in a chat that was closed. */
  'chat-resume': object
  /** An emoji was chosen. */
  'chat-emoji': { readonly emoji: string }
  /** Nobody chooses any more. */
  'chat-emoji-close': object
  /** A file that lies ready shall not be sent. */
  'chat-file-remove': { readonly id: string }
  /** A file that failed shall be tried again. */
  'chat-file-retry': { readonly id: string }
  /** Recording is over. Without either: it was thrown away. */
  'chat-voice-end': { readonly note?: File; readonly problem?: 'refused' | 'missing' }
  /** The person is done with the panel for now. */
  'chat-minimize': object
}

export type PartEvent<Name extends keyof PartEvents> = Event & PartEvents[Name]

export function fire<Name extends keyof PartEvents>(
  target: EventTarget,
  name: Name,
  detail: PartEvents[Name],
): void {
  target.dispatchEvent(Object.assign(new Event(name, { bubbles: true }), detail))
}

type PartEventMap = { readonly [Name in keyof PartEvents]: PartEvent<Name> }

declare global {
  interface HTMLElementEventMap extends PartEventMap {}
}
