import { randomBytes } from 'node:crypto'

/** Standard Webhooks asks for 24 to 64 bytes. */
const BYTES = 32

/** A secret in the form in which libraries for Standard Webhooks take it. */
export function createWebhookSecret(): string {
  return `whsec_${randomBytes(BYTES).toString('base64')}`
}
