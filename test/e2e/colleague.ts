import { ADMIN } from '../server.ts'
import { createCall } from '../../demo/seed/call.ts'

export const JOAN = { email: 'joan@olmo.example', password: 'joan password' }

/** A second person of the team. */
export async function addJoan(url: string): Promise<void> {
  const call = createCall(url)
  const { accessToken: token } = await call('POST /v2/auth/login', { body: ADMIN })
  await call('POST /v2/commercials', { token, body: { name: 'Joan', ...JOAN } })
}
