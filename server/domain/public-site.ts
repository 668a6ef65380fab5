import type { PublicSite } from '#shared/person.ts'
import type { Presence } from './presence.ts'
import type { SiteRecord } from './records.ts'
import type { PeopleStorage } from './storage.ts'
import { toTeammate } from './views.ts'

/** Faces in a panel's header: those who are there first, and no more than fit. */
const FACES = 3

/** What anybody may know of a site before saying a word. */
export async function toPublicSite(
  { storage, presence }: { storage: Pick<PeopleStorage, 'commercialsOf'>; presence: Presence },
  site: SiteRecord,
): Promise<PublicSite> {
  const team = await storage.commercialsOf([site.siteId])
  const here = team.filter(({ commercialId }) => presence.statusOf(commercialId) === 'online')
  const away = team.filter((person) => !here.includes(person))
  return {
    name: site.name,
    appearance: { ...(site.accent !== null && { accent: site.accent }) },
    locale: site.locale,
    features: { files: false },
    online: presence.isOnline(site.siteId),
    team: [...here, ...away].slice(0, FACES).map(toTeammate),
  }
}
