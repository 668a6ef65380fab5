import { describe, expect, it } from 'vitest'
import { Connection, query, type Query, type Value } from './connection.ts'
import { loadMigrations, migrate } from './migrations.ts'
import * as audit from './statements/audit.ts'
import * as chats from './statements/chats.ts'
import * as files from './statements/files.ts'
import { numberings } from './statements/history.ts'
import * as desk from './statements/desk.ts'
import * as lists from './statements/lists.ts'
import * as identityKeys from './statements/identity-keys.ts'
import * as invitations from './statements/invitations.ts'
import * as messages from './statements/messages.ts'
import * as people from './statements/people.ts'
import * as ratings from './statements/ratings.ts'
import * as personal from './statements/personal.ts'
import * as push from './statements/push.ts'
import * as reading from './statements/reading.ts'
import * as routing from './statements/routing.ts'
import * as search from './statements/search.ts'
import * as sessions from './statements/sessions.ts'
import * as sites from './statements/sites.ts'
import * as stats from './statements/stats.ts'
import * as tags from './statements/tags.ts'
import * as visitors from './statements/visitors.ts'

const historyOfVisitors = numberings.visitor
const historyOfCommercials = numberings.commercial
const modules = {
  audit,
  chats,
  desk,
  files,
  lists,
  identityKeys,
  invitations,
  messages,
  ratings,
  people,
  personal,
  push,
  reading,
  routing,
  search,
  sessions,
  sites,
  stats,
  tags,
  visitors,
  historyOfVisitors,
  historyOfCommercials,
}

// A handful of rows each, or run once when the server starts.
const small = new Set([
  'identityKeys.everyKeySecret',
  'identityKeys.replaceKeySecret',
  'desk.everySharedReply',
  'invitations.waitingInvitations',
  'invitations.forgetExpiredInvitations',
  'messages.openingSentAs',
  'people.admins',
  'people.anyAdmin',
  'people.formerCommercials',
  'people.setupToken',
  'people.sitesOfCommercial',
  'people.forgetSetupToken',
  'sessions.forgetConsoleSessions',
  'sessions.forgetVisitorSessions',
  'sites.allSites',
  'sites.allSiteIds',
  'sites.oldestSite',
])

function isQuery(value: unknown): value is Query<unknown, Value[]> {
  return typeof value === 'object' && value !== null && 'sql' in value
}

const statements = Object.entries(modules).flatMap(([module, exported]) =>
  Object.entries(exported).flatMap(([name, value]: [string, unknown]) =>
    isQuery(value) ? [[`${module}.${name}`, value.sql] as const] : [],
  ),
)

const db = new Connection(':memory:')
const folder = new URL('./migrations/', import.meta.url)
migrate(db, loadMigrations(folder), { dataPath: ':memory:', now: 0 })

/** What SQLite means to do, step by step. */
function plan(sql: string): string[] {
  const explain = query<{ detail: string }, Value[]>(`EXPLAIN QUERY PLAN ${sql}`)
  const values = Array.from({ length: 30 }, () => null)
  return db.all(explain, ...values).map(({ detail }) => detail)
}

describe('a statement', () => {
  it.each(statements.filter(([name]) => !small.has(name)))(
    '%s finds its rows by an index, in the order of the index',
    (_, sql) => {
      const whole = plan(sql).filter((step) =>
        /^SCAN (?!CONSTANT ROW|unread|\w+_search VIRTUAL TABLE INDEX \d+:\S*M)|TEMP B-TREE/.test(step),
      )
      expect(whole).toEqual([])
    },
  )

  it('that were to read a whole table would be noticed', () => {
    expect(plan('SELECT * FROM messages WHERE content = $1')).toEqual(['SCAN messages'])
  })
})
