import type { Answer } from '../../contract/call.ts'
import type { Person } from './cast.ts'
import type { History } from './history.ts'

const AT_ONCE = 20

/** One message by plain HTTP, written down. */
export async function say(
  person: Person,
  { chatId, content, isInternal = false }: { chatId: string; content: string; isInternal?: boolean },
  history?: History,
): Promise<Answer> {
  const who = person.userId
  history?.add({ type: 'invoke', who, content })
  const answer = await person.call('POST /v2/messages', {
    body: {
      chatId,
      content,
      clientMessageId: content.length > 64 ? crypto.randomUUID() : content,
      ...(isInternal && { isInternal }),
    },
  })
  const type = answer.status < 300 ? 'ok' : 'fail'
  const messageId = String(answer.body['messageId'])
  history?.add({ type, who, content, status: answer.status, ...(type === 'ok' && { messageId }) })
  return answer
}

/** Does something for each of them, a few at a time. */
export async function inTurns<T>(
  list: readonly T[],
  act: (item: T, index: number) => Promise<unknown>,
  atOnce = AT_ONCE,
): Promise<void> {
  const queue = [...list.entries()].toReversed()
  async function work(): Promise<void> {
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) await act(next[1], next[0])
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, list.length) }, work))
}
