import type { Carrier } from './connection.ts'

interface WebSocketLike {
  readonly bufferedAmount: number
  terminate(): void
}

/** Ends a connection without a farewell, which would only wait in line behind everything that is not being read. */
export function cutOff(carrier: Carrier): void {
  const webSocket = webSocketOf(carrier)
  carrier.close(true)
  webSocket?.terminate()
}

/** Null for a client that polls. */
export function webSocketOf({ transport }: Carrier): WebSocketLike | null {
  if (transport.name !== 'websocket') return null
  return (transport as unknown as { readonly socket?: WebSocketLike }).socket ?? null
}
