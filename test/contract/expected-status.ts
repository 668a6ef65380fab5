import { endpoints, type EndpointName } from '#shared/endpoints.ts'
import { mayCall, type Permission } from '../../server/domain/permissions.ts'
import { ACTORS, type ActorName } from './actors.ts'

/** Where a right to the endpoint is not enough: only a message's own author changes it, and set-up, invitations and refresh have proofs of their own. */
const exceptions: Partial<Record<EndpointName, Partial<Record<ActorName, number>>>> = {
  'PATCH /v2/messages/:messageId': { commercial: 403, admin: 403 },
  'DELETE /v2/messages/:messageId': { commercial: 403 },
  'POST /v2/auth/refresh': Object.fromEntries(ACTORS.map((actor) => [actor, 401])),
  'POST /v2/auth/setup': Object.fromEntries(ACTORS.map((actor) => [actor, 404])),
  'POST /v2/auth/invitation': Object.fromEntries(ACTORS.map((actor) => [actor, 401])),
  'POST /v2/auth/accept-invitation': Object.fromEntries(ACTORS.map((actor) => [actor, 401])),
  // Nobody here knows their password.
  'PUT /v2/auth/password': { commercial: 403, otherSitesCommercial: 403, admin: 403 },
  // A list of one's own, never a refusal.
  'GET /v2/chats': { otherVisitor: 200, otherSitesVisitor: 200, otherSitesCommercial: 200 },
}

/** What the table of permissions says, as a status. */
export function expectedStatus(name: EndpointName, actor: ActorName): number {
  const exception = exceptions[name]?.[actor]
  if (exception !== undefined) return exception
  const reach = reachOf(mayCall[name], actor)
  if (reach === 'no') return actor === 'nobody' ? 401 : 403
  return reach === 'own' && isStranger(actor) ? 404 : endpoints[name].status[0]
}

/** How far a permission reaches for one of them. */
export function reachOf(permission: Permission, actor: ActorName): string {
  if (actor === 'nobody' || actor === 'admin') return permission[actor]
  return actor.toLowerCase().includes('visitor') ? permission.visitor : permission.commercial
}

function isStranger(actor: ActorName): boolean {
  return actor.startsWith('other')
}
