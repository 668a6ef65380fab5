import type { VisitorStorage } from '../domain/visitor-storage.ts'
import type { Access } from './access.ts'
import type { Checkpoints } from './checkpoints.ts'
import { eraseVisitor } from './erase-visitors.ts'
import { identifyVisitor } from './identify-visitors.ts'
import { mergeVisitors } from './merge-visitors.ts'
import { addIdentityKey, identityKeys, removeIdentityKey } from './identity-keys.ts'
import type { Seals } from './seals.ts'
import { visitorsUnseenSince } from './statements/visitors.ts'
import { addToTrail, readTrail } from './trail.ts'
import { pageOfVisitors, visitorDetails, visitorsById } from './visitor-list.ts'
import { changeVisitor, describeVisitor, readVisitor } from './visitors.ts'

/** Who visits, and who vouches for them. */
export function visitorStorage(
  { read, write }: Access,
  { checkpoints, seals }: { checkpoints: Checkpoints; seals: Seals },
): VisitorStorage {
  return {
    describeVisitor: (visitorId, description) =>
      write((step) => describeVisitor(step, visitorId, description)),
    changeVisitor: (by, visitorId, change) => write((step) => changeVisitor(step, by, { visitorId, change })),
    addToTrail: (visitorId, entry) => write((step) => addToTrail(step, visitorId, entry)),
    visitorSelf: (visitorId) => read(({ db }) => readVisitor(db, visitorId)),
    trail: (visitorId) => read(({ db }) => readTrail(db, visitorId)),
    identifyVisitor: (identification) => write((step) => identifyVisitor(step, identification)),
    mergeVisitors: (by, visitorId, into) => write((step) => mergeVisitors(step, by, { visitorId, into })),
    async eraseVisitor(by, visitorId) {
      const erased = await write((step) => eraseVisitor(step, by, visitorId))
      checkpoints.clear()
      return erased
    },

    visitorsUnseenSince: (siteId, since, limit) =>
      read(({ db }) => db.all(visitorsUnseenSince, siteId, since, limit).map(({ visitorId }) => visitorId)),
    visitors: (reader, filter) => read((step) => pageOfVisitors(step, reader, filter)),
    visitorsById: (reader, visitorIds) => read((step) => visitorsById(step, reader, visitorIds)),
    visitor: (reader, visitorId) => read((step) => visitorDetails(step, reader, visitorId)),

    identityKeys: (siteId) => read(({ db }) => identityKeys(db, seals, siteId)),
    addIdentityKey: (siteId, key) => write((step) => addIdentityKey(step, { seals, siteId, key })),
    removeIdentityKey: (siteId, kid) => write((step) => removeIdentityKey(step, siteId, kid)),
  }
}
