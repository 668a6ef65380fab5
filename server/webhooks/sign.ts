import { createHmac } from 'node:crypto'

const PREFIX = 'whsec_'

export interface Signed {
  readonly id: string
  /** Seconds since 1970, of this try. */
  readonly timestamp: number
  readonly body: string
}

/**
 * The header `webhook-signature` of Standard Webhooks: one signature for each secret that is good at the moment, so that the receiver
 * changes over to a new one when it likes.
 */
export function signatures(secrets: readonly string[], { id, timestamp, body }: Signed): string {
  const content = `${id}.${timestamp}.${body}`
  return secrets
    .map((secret) => createHmac('sha256', keyOf(secret)).update(content).digest('base64'))
    .map((signature) => `v1,${signature}`)
    .join(' ')
}

function keyOf(secret: string): Buffer {
  return Buffer.from(secret.slice(PREFIX.length), 'base64')
}
