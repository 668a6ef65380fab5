import type { SessionStorage } from '../domain/session-storage.ts'
import type { PeopleStorage } from '../domain/storage.ts'
import type { Access } from './access.ts'
import { changeCommercial, changePassword } from './change-people.ts'
import { listFormerCommercials } from './former-people.ts'
import * as people from './people.ts'
import * as sessions from './sessions.ts'
import { createSite, findSite, findSiteById, listSites, replyTimes, updateSite } from './sites.ts'

/** Sites, and who answers them. */
export function peopleStorage({ read, write }: Access): PeopleStorage {
  return {
    site: (siteKey) => read(({ db }) => findSite(db, siteKey)),
    siteById: (siteId) => read(({ db }) => findSiteById(db, siteId)),
    sites: () => read(({ db }) => listSites(db)),
    createSite: (site) => write((step) => createSite(step, site)),
    updateSite: (siteId, change) => write(({ db }) => updateSite(db, siteId, change)),
    replyTimes: (siteId, since) => read(({ db }) => replyTimes(db, siteId, since)),
    hasAdmin: () => read(({ db }) => people.hasAdmin(db)),
    keepSetupToken: (tokenHash, expiresAt) =>
      write(({ db }) => people.keepSetupToken(db, tokenHash, expiresAt)),
    createFirstAdmin: (tokenHash, admin) => write((step) => people.createFirstAdmin(step, tokenHash, admin)),
    createCommercial: (person) => write((step) => people.createCommercial(step, person)),
    commercialByEmail: (email) => read(({ db }) => people.findCommercialByEmail(db, email)),
    commercial: (commercialId) => read(({ db }) => people.findCommercial(db, commercialId)),
    changeCommercial: (commercialId, change) => write((step) => changeCommercial(step, commercialId, change)),
    changePassword: (commercialId, passwordHash, keptSessionId) =>
      write((step) => changePassword(step, { commercialId, passwordHash }, keptSessionId)),
    formerCommercials: () => read(({ db }) => listFormerCommercials(db)),
    commercialsOf: (siteIds) => read(({ db }) => people.commercialsOf(db, siteIds)),
  }
}

/** Their sessions. */
export function sessionStorage({ read, write }: Access): SessionStorage {
  return {
    welcomeOnlooker: (onlooker) => write((step) => sessions.welcomeOnlooker(step, onlooker)),
    createVisitorSession: (siteId, tokenHash, description, expiresAt) =>
      write((step) => sessions.createVisitorSession(step, { tokenHash, expiresAt }, { siteId, description })),
    endVisitorSession: (sessionId) => write((step) => sessions.endVisitorSession(step, sessionId)),
    visitorSession: (tokenHash) => read((step) => sessions.findVisitorSession(step, tokenHash)),
    createConsoleSession: (commercialId, tokenHash, session) =>
      write((step) => sessions.createConsoleSession(step, { tokenHash, ...session }, commercialId)),
    consoleSession: (tokenHash, graceMs) =>
      read((step) => sessions.findConsoleSession(step, tokenHash, graceMs)),
    consoleSessionById: (sessionId) => read((step) => sessions.findConsoleSessionById(step, sessionId)),
    rotateConsoleSession: (oldHash, newHash, graceMs) =>
      write((step) => sessions.rotateConsoleSession(step, { oldHash, newHash }, graceMs)),
    endConsoleSession: (sessionId) => write((step) => sessions.endConsoleSession(step, sessionId)),
    consoleSessionsOf: (commercialId) => read((step) => sessions.consoleSessionsOf(step, commercialId)),
    endSessionOf: (commercialId, sessionId) =>
      write((step) => sessions.endSessionOf(step, commercialId, sessionId)),
    endOtherSessionsOf: (commercialId, keptSessionId) =>
      write((step) => sessions.endSessionsOf(step, commercialId, keptSessionId)),
  }
}
