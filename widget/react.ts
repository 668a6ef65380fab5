import { createComponent, type EventName } from '@lit/react'
import React from 'react'
import { ChatWidget as ChatWidgetElement } from './chat-widget.ts'
import type { ChatWidgetEventMap } from './visitor/widget-events.ts'

type Told<Name extends keyof ChatWidgetEventMap> = EventName<ChatWidgetEventMap[Name]>

/**
 * `<chat-widget>` for React 18 and 19: `<ChatWidget siteId="olmo" apiUrl="https://chat.example.com" onChatMessage={…} />`. A ref is the
 * element, with its methods. For the browser: it has nothing to say on a server.
 */
export const ChatWidget = createComponent({
  tagName: 'chat-widget',
  displayName: 'ChatWidget',
  elementClass: ChatWidgetElement,
  react: React,
  events: {
    onChatReady: 'chat-ready' as Told<'chat-ready'>,
    onChatOpen: 'chat-open' as Told<'chat-open'>,
    onChatClose: 'chat-close' as Told<'chat-close'>,
    onChatStart: 'chat-start' as Told<'chat-start'>,
    onChatSend: 'chat-send' as Told<'chat-send'>,
    onChatMessage: 'chat-message' as Told<'chat-message'>,
    onChatSendFailed: 'chat-send-failed' as Told<'chat-send-failed'>,
    onChatUnread: 'chat-unread' as Told<'chat-unread'>,
    onChatStatus: 'chat-status' as Told<'chat-status'>,
    onChatAvailability: 'chat-availability' as Told<'chat-availability'>,
    onChatConnection: 'chat-connection' as Told<'chat-connection'>,
    onChatIdentify: 'chat-identify' as Told<'chat-identify'>,
    onChatUpload: 'chat-upload' as Told<'chat-upload'>,
    onChatError: 'chat-error' as Told<'chat-error'>,
    onChatPrechat: 'chat-prechat' as Told<'chat-prechat'>,
    onChatRating: 'chat-rating' as Told<'chat-rating'>,
  } satisfies { readonly [Handler in keyof ChatWidgetEventMap as HandlerOf<Handler>]: EventName },
})

/** `chat-send-failed` is `onChatSendFailed`; one that is missing above does not compile. */
type HandlerOf<Name extends string> = Name extends `${infer Head}-${infer Rest}`
  ? `on${Capitalize<Head>}${Camel<Rest>}`
  : never
type Camel<Name extends string> = Name extends `${infer Head}-${infer Rest}`
  ? `${Capitalize<Head>}${Camel<Rest>}`
  : Capitalize<Name>
