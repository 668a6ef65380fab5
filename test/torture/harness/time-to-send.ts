import type { Screen } from './screen.ts'

/** Sends as a person does; resolves with the milliseconds until the bubble says that it is sent. */
export function timeToSend(screen: Screen, content: string): Promise<number> {
  const { client } = screen
  const begun = performance.now()
  return new Promise((resolve) => {
    const stop = client.state.subscribe(({ chats }) => {
      const isSent = [...chats.values()].some(({ thread }) =>
        thread.some((message) => message.delivery === 'sent' && message.content === content),
      )
      if (!isSent) return
      stop()
      resolve(performance.now() - begun)
    })
    client.send({ content })
  })
}
