import type { WebhookRecord } from '../domain/webhook-storage.ts'

/** What signs at this moment: after a change, the secret before it too, for a while. */
export function secretsAt(
  { secret, previousSecret, previousUntil }: WebhookRecord,
  now: number,
): readonly string[] {
  const isOverlapping = previousUntil !== null && now < previousUntil
  return [secret, isOverlapping ? previousSecret : null].filter((one) => one !== null)
}
