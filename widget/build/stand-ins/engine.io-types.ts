/** In the order of their numbers on the wire. */
export const TYPES = ['open', 'close', 'ping', 'pong', 'message', 'upgrade', 'noop']
