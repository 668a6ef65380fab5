import type { Context } from 'hono'
import type { EndpointName } from '#shared/endpoints.ts'
import { addressPrefix } from '../auth/session-origin.ts'
import { auditOf, isTelling, type NewAuditEntry } from '../domain/audit.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Env } from './env.ts'

/** Ids that we make. What somebody put into an address instead is theirs, and stays out of the log. */
const ID = /^[\w-]{1,64}$/

/** Answers a call, and keeps what the audit log shall know of it. Nobody is answered before that is on the disk. */
export async function audited(
  name: EndpointName,
  context: Context<Env>,
  answer: () => Promise<Response>,
): Promise<Response> {
  const action = isKept(name) ? auditOf[name] : null
  if (action === null) return answer()
  const keep = (outcome: NewAuditEntry['outcome']) =>
    context.var.keepAudit({ ...circumstances(context), action, outcome })
  try {
    const response = await answer()
    await keep('done')
    return response
  } catch (cause) {
    if (cause instanceof Refusal && isTelling(cause.code)) await keep(cause.code)
    throw cause
  }
}

/** By whom, about what, and from where. */
export function circumstances({
  req,
  var: { identity, auditSubject, address },
}: Context<Env>): Pick<NewAuditEntry, 'actor' | 'subjectId' | 'addressPrefix'> {
  const ids = Object.values(req.param()).filter((id) => ID.test(id))
  return {
    actor: identity === undefined ? null : { type: sideOf(identity.role), id: identity.userId },
    subjectId: auditSubject ?? (ids.length === 0 ? undefined : ids.join('/')),
    addressPrefix: addressPrefix(address),
  }
}

function isKept(name: EndpointName): name is keyof typeof auditOf {
  return Object.hasOwn(auditOf, name)
}

function sideOf(role: 'visitor' | 'commercial' | 'admin'): 'visitor' | 'commercial' {
  return role === 'visitor' ? 'visitor' : 'commercial'
}
