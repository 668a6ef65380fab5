import type { Pipe, PipeOwner } from './pipe.ts'

export function openWebSocket(address: URL, { hear, end }: PipeOwner): Pipe {
  const url = new URL(`${address.href}&transport=websocket`)
  url.protocol = url.protocol.replace('http', 'ws')
  const socket = new WebSocket(url)
  socket.addEventListener('message', ({ data }) => hear(data))
  // An error is always followed by this.
  socket.addEventListener('close', end)
  return {
    send: (packet) => socket.send(packet),
    close: () => socket.close(),
  }
}
