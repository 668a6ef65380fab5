import type { History } from './history.ts'

/** `fetch` that writes down what was asked to be sent, and what became of it. */
export function recordingFetch(history: History, who: string, inner: typeof fetch = fetch): typeof fetch {
  return async (input, init) => {
    const content = contentOf(input, init)
    if (content === undefined) return inner(input, init)
    history.add({ type: 'invoke', who, content })
    try {
      const response = await inner(input, init)
      const body = (await response.clone().json()) as {
        messageId?: string
        lastMessage?: { messageId: string }
      }
      const messageId = body.messageId ?? body.lastMessage?.messageId
      // 5xx may have been stored before it went wrong.
      const refusal = response.status >= 500 ? 'info' : 'fail'
      const type = response.ok ? 'ok' : refusal
      history.add({
        type,
        who,
        content,
        status: response.status,
        ...(response.ok && messageId !== undefined && { messageId }),
      })
      return response
    } catch (cause) {
      history.add({ type: 'info', who, content })
      throw cause
    }
  }
}

function contentOf(input: Parameters<typeof fetch>[0], init?: RequestInit): string | undefined {
  if (init?.method !== 'POST' || typeof init.body !== 'string') return undefined
  const { pathname } = new URL(input instanceof Request ? input.url : input)
  const body = JSON.parse(init.body) as { content?: string; message?: { content: string } }
  if (pathname === '/v2/messages') return body.content
  return pathname === '/v2/chats' ? body.message?.content : undefined
}
