import type { Hono } from 'hono'
import type { AuditStorage } from '../domain/audit.ts'
import { toAuditEntry } from '../domain/views.ts'
import type { Env } from './env.ts'
import { route } from './route.ts'

/** What was done, for admins. */
export function mountAudit(app: Hono<Env>, { storage }: { readonly storage: AuditStorage }): void {
  route(app, 'GET /v2/audit', async ({ query }) => {
    const { before, actorId, action, limit } = query
    const [from, to] = [toMoment(query.from), toMoment(query.to)]
    const found = await storage.auditLog({ before, actorId, action, from, to, limit: limit + 1 })
    const entries = found.slice(0, limit).map(toAuditEntry)
    const oldest = entries.at(-1)
    return { result: { entries, nextBefore: found.length > limit && oldest ? oldest.auditId : null } }
  })
}

function toMoment(time: string | undefined): number | undefined {
  return time === undefined ? undefined : Date.parse(time)
}
