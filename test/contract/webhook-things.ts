import { call } from './call.ts'
import type { Crowd } from './actors.ts'

/** Of nobody: the name is kept for examples. */
export function webhook() {
  return { url: `https://hooks.example.com/${crypto.randomUUID()}`, events: ['chat.created'] }
}

/** The only one there is: a server keeps a bounded number, and the cases are more. Its delivery is there once a chat was begun. */
export async function newWebhook({
  url,
  actors,
}: Crowd): Promise<() => Promise<{ webhookId: string; deliveryId: string }>> {
  const { headers } = actors.admin
  const { body } = await call(url, 'GET /v2/webhooks', { headers })
  for (const { webhookId } of body['webhooks'] as { webhookId: string }[]) {
    await call(url, 'DELETE /v2/webhooks/:webhookId', { params: { webhookId }, headers })
  }
  const added = await call(url, 'POST /v2/webhooks', { body: webhook(), headers })
  const webhookId = String(added.body['webhookId'])
  return async () => {
    const listed = await call(url, 'GET /v2/webhooks/:webhookId/deliveries', {
      params: { webhookId },
      headers,
    })
    const [delivery] = listed.body['deliveries'] as { deliveryId: string }[]
    return { webhookId, deliveryId: String(delivery?.deliveryId) }
  }
}
