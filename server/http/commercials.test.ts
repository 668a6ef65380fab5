import { beforeEach, describe, expect, it } from 'vitest'
import { expectRow, openTestApp, type Person, type Row, type TestApp } from './app.fixture.ts'

let app: TestApp
let admin: Person
let marta: Person

beforeEach(async () => {
  app = await openTestApp()
  admin = await app.admin()
  marta = await app.commercial('Marta')
})

const check = (row: Row) => expectRow(app, row)
const names = async (path: string) =>
  ((await app.ask({ path, as: admin })).body['commercials'] as { name: string }[]).map(({ name }) => name)

describe('the people of the team', () => {
  it('who left are told apart, to admins alone', async () => {
    await app.storage.changeCommercial(marta.id as never, { isDisabled: true })
    expect(await names('/v2/commercials')).not.toContain('Marta')
    expect(await names('/v2/commercials?left=true')).toEqual(['Marta'])
    const joan = await app.commercial('Joan')
    await check({ asked: { path: '/v2/commercials?left=true', as: joan }, status: 403 })
  })

  it('change their own name, and nothing else of themselves', async () => {
    const body = { name: ' Marta Olmo ', role: 'admin' }
    await check({
      asked: { method: 'PATCH', path: '/v2/auth/me', body, as: marta },
      status: 200,
      contains: { name: 'Marta Olmo', role: 'commercial' },
      tells: { CommercialChanged: 1 },
    })
    await check({
      asked: { method: 'PATCH', path: '/v2/auth/me', body: { name: ' ' }, as: marta },
      status: 422,
      contains: { issues: [{ path: 'name' }] },
    })
  })
})
