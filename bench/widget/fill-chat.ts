/** Messages on their way at once: the server commits them in groups. */
const SENDERS = 32

export interface WrittenChat {
  readonly token: string
  readonly chatId: string
}

/** Fills a chat up to so many messages of its visitor, and tells the text of the newest. */
export async function fillChat(url: string, chat: WrittenChat, messages: number): Promise<string> {
  let next = 2
  const send = async () => {
    while (next < messages) {
      next += 1
      await post(url, chat, `Mensaje ${next - 1}. ${'Y otra cosa que decir. '.repeat(next % 7)}`)
    }
  }
  await Promise.all(Array.from({ length: SENDERS }, send))
  const newest = `El último de ${messages}`
  await post(url, chat, newest)
  return newest
}

async function post(url: string, { token, chatId }: WrittenChat, content: string): Promise<void> {
  const response = await fetch(`${url}/v2/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ chatId, content, clientMessageId: crypto.randomUUID() }),
  })
  if (!response.ok) throw new Error(`POST /v2/messages answered ${response.status}: ${await response.text()}`)
}
