import { expect } from '@open-wc/testing'
import type { Site, UpdateSite } from '#shared/site.ts'
import { ApiError } from '../../core/api-error.ts'
import type { ChatClient } from '../../core/chat-client.ts'
import { fakeClient, site } from '../console.fixture.ts'
import { SiteEdit } from './site-edit.ts'

const base = site('1', { revision: 'r1', texts: { es: { greeting: 'Hola', teaser: '¿Dudas?' } } })

/** A server with one site, on which whoever changes what is not there any more is told so. */
function arrange(meanwhile?: (change: Site) => Site) {
  let held = base
  const patches: UpdateSite[] = []
  const { client } = fakeClient()
  if (meanwhile !== undefined) held = { ...meanwhile(base), revision: 'r2' }
  const call = ((name: string, { body }: { body: UpdateSite }) => {
    if (name === 'GET /v2/sites/:siteId') return Promise.resolve(held)
    patches.push(body)
    if (body.revision !== held.revision) return Promise.reject(new ApiError(409, 'site_changed'))
    const { revision: _, texts: __, ...change } = body
    held = { ...held, ...(change as Partial<Site>), revision: `${held.revision}+` }
    return Promise.resolve(held)
  }) as unknown as ChatClient['call']
  const edit = new SiteEdit(base, ['name', 'retentionDays', 'routing', 'texts'], () => {})
  return { edit, patches, client: { ...client, call }, held: () => held }
}
const save = ({ edit, client }: ReturnType<typeof arrange>) => edit.save(client, 'No server')

describe('what was changed of a site', () => {
  it('is only what differs, down to one text or one choice', async () => {
    const stage = arrange()
    stage.edit.set({ routing: { ...base.routing, mode: 'leastBusy' } })
    stage.edit.set({ texts: { es: { greeting: 'Buenas' }, en: { greeting: 'Hi' } } })
    await save(stage)
    expect(stage.patches).to.deep.equal([
      {
        routing: { mode: 'leastBusy' },
        texts: { es: { greeting: 'Buenas', teaser: null }, en: { greeting: 'Hi' } },
        revision: 'r1',
      },
    ])
    expect([stage.edit.isDirty, stage.edit.isSaved]).to.deep.equal([false, true])
  })

  it('is nothing once it is as it was', () => {
    const { edit } = arrange()
    edit.set({ name: 'Otra' })
    expect(edit.isDirty).to.equal(true)
    edit.set({ name: base.name })
    expect(edit.isDirty).to.equal(false)
    edit.set({ name: 'Otra' })
    edit.discard()
    expect([edit.isDirty, edit.draft.name]).to.deep.equal([false, base.name])
  })

  it('goes together with what somebody else changed meanwhile, where that is something else', async () => {
    const stage = arrange((one) => ({
      ...one,
      name: 'De Joan',
      routing: { ...one.routing, targetMinutes: 9 },
    }))
    stage.edit.set({ routing: { ...base.routing, mode: 'leastBusy' } })
    await save(stage)
    expect(stage.patches.at(-1)).to.deep.equal({ routing: { mode: 'leastBusy' }, revision: 'r2' })
    expect(stage.edit.draft).to.deep.include({ name: 'De Joan' })
    expect(stage.edit.conflict).to.equal(null)
  })

  it('never covers what somebody else made of the same without asking', async () => {
    const stage = arrange((one) => ({ ...one, name: 'De Joan' }))
    stage.edit.set({ name: 'De Marta' })
    expect(await save(stage)).to.equal(null)
    expect(stage.edit.conflict?.name).to.equal('De Joan')
    expect(stage.held().name).to.equal('De Joan')
    stage.edit.keepMine()
    expect(await save(stage)).to.deep.include({ name: 'De Marta' })
  })

  it('gives way to theirs if that is what one wants', async () => {
    const stage = arrange((one) => ({ ...one, name: 'De Joan' }))
    stage.edit.set({ name: 'De Marta' })
    await save(stage)
    stage.edit.discard()
    expect([stage.edit.isDirty, stage.edit.draft.name]).to.deep.equal([false, 'De Joan'])
  })

  it('follows what others save, but for what one is changing oneself', () => {
    const { edit } = arrange()
    edit.set({ name: 'De Marta' })
    edit.follow({ ...base, retentionDays: 30, revision: 'r2' })
    expect(edit.draft).to.deep.include({ name: 'De Marta', retentionDays: 30 })
    edit.follow({ ...base, name: 'De Joan', retentionDays: 30, revision: 'r3' })
    expect(edit.draft.name).to.equal('De Marta')
  })

  it('says at which field it was refused, and stays to be mended', async () => {
    const stage = arrange()
    const issues = [{ path: 'routing.targetMinutes', message: 'Expected >=1' }]
    stage.client.call = () =>
      Promise.reject(new ApiError(422, 'invalid', { message: 'No', body: { issues } }))
    stage.edit.set({ routing: { ...base.routing, targetMinutes: 0 } })
    expect(await save(stage)).to.equal(null)
    expect(stage.edit.issueOf('routing.targetMinutes')?.message).to.equal('Expected >=1')
    expect(stage.edit.issueOf('routing.mode')).to.equal(undefined)
    expect(stage.edit.draft.routing.targetMinutes).to.equal(0)
  })
})
