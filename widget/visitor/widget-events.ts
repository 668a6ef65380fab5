import type { ChatStatus } from '#shared/chat.ts'
import type { ChatId } from '#shared/ids.ts'
import type { Message } from '#shared/message.ts'
import type { Connection, Failure } from '../core/state.ts'

/** What caused the panel to open or close. */
export type Trigger = 'user' | 'api' | 'teaser'

/** A page's last word on a message; see `ChatWidget.beforeSend`. */
export type BeforeSend = (draft: { readonly content: string }) => { readonly content: string } | false

/** What `<chat-widget>` tells its page, each as a `CustomEvent` that bubbles and leaves shadow roots. */
export interface ChatWidgetEventDetails {
  /** How far a file of the visitor's is, from 0 to 1. */
  'chat-upload': { readonly name: string; readonly size: number; readonly progress: number }
  /** Something that the chat cannot put right by itself; `ref` finds it in the server's log. */
  'chat-error': { readonly code: string; readonly message: string; readonly ref: string | undefined }
  /** The widget is there and knows its site. */
  'chat-ready': { readonly version: string; readonly site: string }
  /** Cancelable, like `chat-close`: `preventDefault()` leaves the panel as it is. */
  'chat-open': { readonly trigger: Trigger }
  'chat-close': { readonly trigger: Trigger }
  /** A chat begins: its first message is stored. */
  'chat-start': { readonly chatId: ChatId }
  /** A message is about to be sent. Cancelable: then its text stays where it was written. */
  'chat-send': { readonly draft: { readonly content: string } }
  /** A message that came, or one's own that was stored. History is not told again. */
  'chat-message': { readonly message: Message; readonly direction: 'in' | 'out' }
  'chat-unread': { readonly count: number }
  'chat-status': { readonly chatId: ChatId; readonly status: ChatStatus }
  'chat-connection': Connection
  /** Whether somebody is there to answer; `nextOpening` outside of office hours. */
  'chat-availability': { readonly online: boolean; readonly nextOpening: string | undefined }
  /** What the page has said of its visitor. */
  'chat-identify': { readonly isSigned: boolean }
  /** What the visitor was asked before the chat. */
  'chat-prechat': { readonly answers: Readonly<Record<string, string>> }
  /** How the visitor says that it was, from 1 to 5. */
  'chat-rating': { readonly score: number; readonly comment: string }
  'chat-send-failed': { readonly clientMessageId: string; readonly failure: Failure | undefined }
}

export type ChatWidgetEventMap = {
  readonly [Name in keyof ChatWidgetEventDetails]: CustomEvent<ChatWidgetEventDetails[Name]>
}

/** Returns whether nobody objected. */
export function tell<Name extends keyof ChatWidgetEventDetails>(
  target: EventTarget,
  name: Name,
  detail: ChatWidgetEventDetails[Name],
): boolean {
  const cancelable = /open|close|send$/.test(name)
  return target.dispatchEvent(new CustomEvent(name, { detail, cancelable, bubbles: true, composed: true }))
}

declare global {
  interface HTMLElementEventMap extends ChatWidgetEventMap {}
}
