import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OfficeHours } from '#shared/office-hours.ts'
import { updateSite } from '../domain/manage-sites.ts'
import {
  disconnected,
  openTestGateway,
  record,
  refusalOf,
  settled,
  SITE_ORIGIN,
  type Heard,
  type TestGateway,
} from './gateway.fixture.ts'

let gateway: TestGateway
beforeEach(async () => {
  gateway = await openTestGateway()
})
afterEach(() => gateway.close())

const told = (heard: Heard[]) =>
  heard.filter(({ event }) => event === 'presence:changed').map(({ payload }) => payload)

/** The clock of these tests begins at eleven on a Sunday in Madrid. */
function sundays(from: string, to: string): OfficeHours {
  const week = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [{ from, to }] }
  return { timeZone: 'Europe/Madrid', week, holidays: [] }
}

describe('office hours', () => {
  it('that begin and end are told to visitors while somebody is there', async () => {
    const client = await gateway.as(await gateway.visitor())
    const heard = record(client)
    await updateSite(gateway, gateway.site.siteId, { officeHours: sundays('11:10', '11:20') })
    const ana = await gateway.as(await gateway.commercial('ana'))
    await settled(ana, client)
    expect(told(heard)).toEqual([])
    gateway.time.advance(10 * 60_000)
    await expect.poll(() => told(heard)).toEqual([{ online: true }])
    gateway.time.advance(10 * 60_000)
    await expect.poll(() => told(heard)).toEqual([{ online: true }, { online: false }])
  })

  it('that are changed count at once', async () => {
    const client = await gateway.as(await gateway.visitor())
    const heard = record(client)
    const ana = await gateway.as(await gateway.commercial('ana'))
    await settled(ana, client)
    await updateSite(gateway, gateway.site.siteId, { officeHours: sundays('15:00', '16:00') })
    await expect.poll(() => told(heard)).toEqual([{ online: true }, { online: false }])
  })
})

describe('a change of a site', () => {
  it('is told to those who answer it, and to nobody else', async () => {
    const other = await gateway.createSite('other', [])
    const [ana, berta] = [
      await gateway.as(await gateway.commercial('ana')),
      await gateway.as(await gateway.commercial('berta', [other.siteId])),
    ]
    const visitor = await gateway.as(await gateway.visitor())
    const heard = [ana, berta, visitor].map(record)
    await updateSite(gateway, gateway.site.siteId, { name: 'Olmo' })
    await settled(ana, berta, visitor)
    const updates = heard.map((events) => events.filter(({ event }) => event === 'site:updated'))
    expect(updates).toEqual([
      [{ event: 'site:updated', payload: expect.objectContaining({ name: 'Olmo' }) as unknown }],
      [],
      [],
    ])
  })

  it('sends visitors away whose page is no longer on its list, and does not let them back', async () => {
    const { token } = await gateway.visitor()
    const onPage = { auth: { token }, extraHeaders: { origin: SITE_ORIGIN } }
    const client = await gateway.connect(onPage)
    const bystander = await gateway.as(await gateway.visitor())
    const gone = disconnected(client)
    await updateSite(gateway, gateway.site.siteId, { origins: ['https://new.example'] })
    expect(await gone).toBe('transport close')
    expect(await refusalOf(gateway.dial(onPage))).toBeDefined()
    await settled(bystander)
  })

  it('that adds one lets admins hear of it without being asked to sign in again', async () => {
    const root = await gateway.admin('root')
    const client = await gateway.as(root)
    const gone = disconnected(client)
    const { siteId } = await gateway.createSite('bakery', [])
    gateway.events.emit('SiteCreated', { site: gateway.site })
    expect(await gone).toBe('transport close')
    const back = await gateway.as(root)
    const heard = record(back)
    await updateSite(gateway, siteId, { name: 'Panadería' })
    await settled(back)
    expect(heard.map(({ event }) => event)).toContain('site:updated')
  })
})
