import type { EndpointName } from '#shared/endpoints.ts'
import { mayCall, type Reach } from '../domain/permissions.ts'

/** Who may call an endpoint, from the table that the server itself goes by, as a sentence. */
export function whoMayCall(name: EndpointName): string {
  const { nobody, visitor, commercial, admin } = mayCall[name]
  if (nobody === 'yes') return 'Anybody.'
  const people = [
    among('visitors', visitor, 'what is theirs'),
    among('commercials', commercial, 'what is of their sites'),
    among('admins', admin, 'what is theirs'),
  ].filter((who) => who !== null)
  return `For ${new Intl.ListFormat('en').format(people)}.`
}

function among(people: string, reach: Reach, what: string): string | null {
  if (reach === 'no') return null
  return reach === 'own' ? `${people} (${what})` : people
}
