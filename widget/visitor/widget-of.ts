import type { ChatWidget } from '../chat-widget.ts'

/** The widget that an element is part of, through every shadow between them. For what needs of it what nothing else does. */
export function widgetOf(element: Element): ChatWidget | undefined {
  const root = element.getRootNode()
  if (!(root instanceof ShadowRoot)) return undefined
  return root.host.localName === 'chat-widget' ? (root.host as ChatWidget) : widgetOf(root.host)
}
