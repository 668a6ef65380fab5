import { expect, waitUntil } from '@open-wc/testing'
import { html } from 'lit'
import type { AuditEntry } from '#shared/audit.ts'
import type { EndpointName } from '#shared/endpoints.ts'
import { ApiError } from '../../../core/api-error.ts'
import type { ChatClient } from '../../../core/chat-client.ts'
import { loadSettingsWords } from '../../../i18n/load-settings.ts'
import { commercial, fakeClient, joan, site } from '../../console.fixture.ts'
import { allInside, fieldInside, heard, inside, spanish, textOf, themed } from '../../themed.fixture.ts'
import { FormDrafts } from '../form-drafts.ts'
import './audit-page.ts'
import type { ChatAuditPage } from './audit-page.ts'

const words = await loadSettingsWords('es')
const admin = commercial('marta', { name: 'Marta Olmo', role: 'admin' })
const gone = commercial('lucia', { name: 'Lucía Pons' })

const entry = (auditId: number, of: Partial<AuditEntry>): AuditEntry => ({
  auditId,
  at: new Date(2026, 10, 25, 9, auditId).toISOString(),
  action: 'signed_in',
  outcome: 'done',
  addressPrefix: '203.0.113.0/24',
  ...of,
})
const BY_MARTA = { actorType: 'commercial', actorId: admin.commercialId } as const
const ENTRIES = [
  entry(5, { ...BY_MARTA, action: 'site_changed', subjectId: 'site-1' }),
  entry(4, { action: 'signed_in', outcome: 'wrong_credentials', subjectId: joan.commercialId }),
  entry(3, { action: 'signed_in', subjectId: gone.commercialId }),
  entry(2, { ...BY_MARTA, action: 'conversation_saved', subjectId: '01a2134d-0000-7000-8000-0000c4a7c4a7' }),
  entry(1, {
    ...BY_MARTA,
    action: 'identity_key_added',
    subjectId: 'site-1/k2',
    at: '2026-11-02T09:00:00.000Z',
  }),
]

async function arrange(answer: (query: Readonly<Record<string, string>>) => unknown) {
  const asked: Readonly<Record<string, string>>[] = []
  const call = ((name: EndpointName, { query = {} }: { query?: Record<string, string> } = {}) => {
    if (name === 'GET /v2/commercials') {
      return Promise.resolve({ commercials: query['left'] === 'true' ? [gone] : [admin, joan] })
    }
    asked.push(query)
    const answered = answer(query)
    return answered instanceof Error ? Promise.reject(answered) : Promise.resolve(answered)
  }) as ChatClient['call']
  const page = await themed<ChatAuditPage>(
    html`<chat-audit-page
      .client=${{ ...fakeClient().client, call }}
      .commercial=${admin}
      .sites=${[site('site-1', { name: 'Olmo' })]}
      .drafts=${new FormDrafts(() => {})}
      .l10n=${spanish}
      .words=${words}
    ></chat-audit-page>`,
  )
  await waitUntil(() => allInside(page, '.card').length > 0)
  const lines = () => allInside(page, '.entries li').map(textOf)
  return { page, asked, lines }
}

const all = () => ({ entries: ENTRIES, nextBefore: null })

function choose(page: ChatAuditPage, selector: string, value: string): void {
  const field = fieldInside(page, selector)
  field.value = value
  field.dispatchEvent(new Event(field.localName === 'select' ? 'change' : 'input', { bubbles: true }))
}

describe('the page of the audit log', () => {
  it('is accessible, and says in words who did what to whom, from where', async () => {
    const { page, lines } = await arrange(all)
    await expect(page).to.be.accessible()
    expect(lines().map((line) => line.replaceAll(/[\u2068\u2069]/g, ''))).to.deep.equal([
      'Sitio cambiado 9:05 Marta Olmo · sobre Olmo · desde 203.0.113.0/24',
      'Inicio de sesión rechazado: correo o contraseña incorrectos 9:04 Nadie con sesión · sobre Joan Olmo · desde 203.0.113.0/24',
      'Inicio de sesión 9:03 Lucía Pons · desde 203.0.113.0/24',
      'Transcripción guardada 9:02 Marta Olmo · Conversación …a7c4a7 · desde 203.0.113.0/24',
      `Clave de identidad añadida ${new Date('2026-11-02T09:00Z').getHours()}:00 Marta Olmo · sobre Olmo / k2 · desde 203.0.113.0/24`,
    ])
    expect(allInside(page, '.day-name').length).to.equal(2)
  })

  it('leads to a chat of which it tells', async () => {
    const { page } = await arrange(all)
    setTimeout(() => inside(page, '.entries .link').click())
    expect((await heard(page, 'chat-chosen')).chatId).to.equal('01a2134d-0000-7000-8000-0000c4a7c4a7')
  })

  it('asks for a person, a kind and days, both of which count', async () => {
    const { page, asked, lines } = await arrange((query) =>
      query['action'] === undefined ? all() : { entries: ENTRIES.slice(0, 1), nextBefore: null },
    )
    choose(page, '#actor', admin.commercialId)
    choose(page, '#from', '2026-03-28')
    choose(page, '#to', '2026-03-29')
    choose(page, '#action', 'site_changed')
    await waitUntil(() => lines().length === 1)
    expect(asked.at(-1)).to.deep.equal({
      actorId: admin.commercialId,
      action: 'site_changed',
      from: new Date(2026, 2, 28).toISOString(),
      to: new Date(2026, 2, 30).toISOString(),
    })
  })

  it('takes no late answer for what was chosen since', async () => {
    let answerLate: (page: object) => void = () => {}
    const { page, lines } = await arrange(({ action }) =>
      action === 'signed_out' ? new Promise((resolve) => (answerLate = resolve)) : all(),
    )
    choose(page, '#action', 'signed_out')
    choose(page, '#action', '')
    await waitUntil(() => lines().length === ENTRIES.length)
    answerLate({ entries: [], nextBefore: null })
    await new Promise((resolve) => setTimeout(resolve))
    await page.updateComplete
    expect(lines().length).to.equal(ENTRIES.length)
  })

  it('goes on where the page before it ended', async () => {
    const { asked, lines } = await arrange(({ before }) =>
      before === undefined
        ? { entries: ENTRIES.slice(0, 2), nextBefore: 4 }
        : { entries: ENTRIES.slice(2), nextBefore: null },
    )
    await waitUntil(() => lines().length === ENTRIES.length)
    expect(asked.map(({ before }) => before)).to.deep.equal([undefined, '4'])
  })

  it('says that nothing is left by the filter, and shows everything again', async () => {
    const { page, lines } = await arrange(({ action }) =>
      action === undefined ? all() : { entries: [], nextBefore: null },
    )
    choose(page, '#action', 'team_set_up')
    await waitUntil(() => allInside(page, '.nothing').length === 1)
    inside(page, '.nothing button').click()
    await waitUntil(() => lines().length === ENTRIES.length)
    expect(inside(page, '#action', HTMLSelectElement).value).to.equal('')
  })

  it('says why it could not be read, and tries again', async () => {
    let isRefused = true
    const { page, lines } = await arrange(() =>
      isRefused ? new ApiError(503, 'unavailable', { message: 'Ahora no.' }) : all(),
    )
    await waitUntil(() => textOf(inside(page, '.page')).includes('Ahora no.'))
    isRefused = false
    allInside(page, 'button').at(-1)?.click()
    await waitUntil(() => lines().length === ENTRIES.length)
  })
})
