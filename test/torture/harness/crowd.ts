import { newVisitor, signIn, type Actor, type Crowd } from '../../contract/actors.ts'
import { call } from '../../contract/call.ts'
import { ADMIN } from './server-process.ts'

/** Everybody whom a permission can tell apart, made through the API of a server of our own. */
export async function gatherCrowd(url: string): Promise<Crowd> {
  const admin = await signIn(url, ADMIN)

  async function newSite(siteKey: string): Promise<string> {
    const { body } = await call(url, 'POST /v2/sites', {
      body: { name: siteKey, siteKey, origins: [`https://${siteKey}.example`] },
      headers: admin.headers,
    })
    return String(body['siteId'])
  }

  async function wantLookers(siteId: string): Promise<void> {
    await call(url, 'PATCH /v2/sites/:siteId', {
      params: { siteId },
      body: { features: { presenceBoard: true } },
      headers: admin.headers,
    })
  }

  async function newCommercial(name: string, siteIds: readonly string[]): Promise<Actor> {
    const credentials = { email: `${name}@torture.example`, password: `password of ${name}` }
    const body = { name, siteIds, ...credentials }
    await call(url, 'POST /v2/commercials', { body, headers: admin.headers })
    return signIn(url, credentials)
  }

  const sites = await call(url, 'GET /v2/sites', { headers: admin.headers })
  const [first] = sites.body['sites'] as { siteId: string; siteKey: string }[]
  if (first === undefined) throw new Error('The first start made no site')
  const otherSiteId = await newSite('other')
  const spareSiteId = await newSite('spare')
  // As in the contract's walk: the one where the team may know who only looks.
  await wantLookers(await newSite('watched'))
  return {
    url,
    siteKey: first.siteKey,
    siteId: spareSiteId,
    actors: {
      nobody: { userId: '', token: '', headers: {} },
      visitor: await newVisitor(url, first.siteKey),
      otherVisitor: await newVisitor(url, first.siteKey),
      otherSitesVisitor: await newVisitor(url, 'other'),
      commercial: await newCommercial('marta', [first.siteId, spareSiteId]),
      otherSitesCommercial: await newCommercial('olga', [otherSiteId]),
      admin,
    },
  }
}
