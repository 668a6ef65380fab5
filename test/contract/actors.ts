import { addCommercial, ADMIN, startServer, type TestServer } from '../server.ts'
import { bearer, call } from './call.ts'

/** Everybody whom a permission can tell apart, around one chat: that of `visitor`. */
export type ActorName =
  | 'nobody'
  | 'visitor'
  | 'otherVisitor'
  | 'otherSitesVisitor'
  | 'commercial'
  | 'otherSitesCommercial'
  | 'admin'

export const ACTORS: readonly ActorName[] = [
  'nobody',
  'visitor',
  'otherVisitor',
  'otherSitesVisitor',
  'commercial',
  'otherSitesCommercial',
  'admin',
]

export interface Actor {
  readonly userId: string
  readonly token: string
  readonly headers: Record<string, string>
  /** Of somebody of the team: with which they sign in once more. */
  readonly credentials?: Credentials
}

interface Credentials {
  readonly email: string
  readonly password: string
}

/** Everybody around one server, wherever it runs. */
export interface Crowd {
  readonly url: string
  readonly actors: Readonly<Record<ActorName, Actor>>
  /** Of a site that `commercial` answers too, and that has no visitors. */
  readonly siteId: string
  readonly siteKey: string
}

export interface World extends TestServer, Crowd {
  readonly chatId: string
}

/** Sites, a chat on the first, and everybody signed in. One has presence on. */
export async function startWorld(): Promise<World> {
  const running = await startServer()
  const { url, server } = running
  const site = server.started.site
  const otherSite = await server.storage.createSite({
    siteKey: 'other',
    name: 'Other',
    origins: ['https://other.example'],
    locale: 'en',
  })
  // Nobody visits it, so that the walks may change it as they like.
  const spareSite = await server.storage.createSite({
    siteKey: 'spare',
    name: 'Spare',
    origins: [],
    locale: 'es',
  })
  await server.storage.createSite({
    siteKey: 'watched',
    name: 'Watched',
    origins: [],
    locale: 'en',
    settings: { features: { presenceBoard: true } },
  })
  const siteIds = [site.siteId, spareSite.siteId]
  const credentials = await addCommercial(server, { name: 'Marta', siteIds })
  const otherCredentials = await addCommercial(server, { name: 'Olga', siteIds: [otherSite.siteId] })
  const actors = {
    nobody: { userId: '', token: '', headers: {} },
    visitor: await newVisitor(url, site.siteKey),
    otherVisitor: await newVisitor(url, site.siteKey),
    otherSitesVisitor: await newVisitor(url, 'other'),
    commercial: await signIn(url, credentials),
    otherSitesCommercial: await signIn(url, otherCredentials),
    admin: await signIn(url, ADMIN),
  }
  const opened = await call(url, 'POST /v2/chats', {
    body: { message: { content: 'hola' } },
    headers: actors.visitor.headers,
  })
  return {
    ...running,
    actors,
    chatId: String(opened.body['chatId']),
    siteId: spareSite.siteId,
    siteKey: site.siteKey,
  }
}

export async function newVisitor(url: string, siteKey: string): Promise<Actor> {
  const { body } = await call(url, 'POST /v2/visitors/session', { body: { siteKey } })
  const token = String(body['token'])
  return { userId: (body['visitor'] as { visitorId: string }).visitorId, token, headers: bearer(token) }
}

export async function signIn(url: string, credentials: Credentials): Promise<Actor> {
  const { body } = await call(url, 'POST /v2/auth/login', { body: credentials })
  const token = String(body['accessToken'])
  return {
    userId: (body['commercial'] as { commercialId: string }).commercialId,
    token,
    headers: bearer(token),
    credentials,
  }
}
