import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { ChangeSettings } from '#shared/site-settings.ts'
import type { Site } from '#shared/site.ts'
import { ADMIN } from '../server.ts'
import { composer, openConsole, openWidget, thread, write } from './pages.ts'
import { useStage } from './stage.ts'

const stage = useStage()

/** What an admin decides in the settings. */
async function decide(settings: ChangeSettings): Promise<void> {
  const { url } = stage.product
  const post = { method: 'POST', headers: { 'content-type': 'application/json' } }
  const login = await fetch(`${url}/v2/auth/login`, { ...post, body: JSON.stringify(ADMIN) })
  const { accessToken } = (await login.json()) as { accessToken: string }
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${accessToken}` }
  const { sites } = (await (await fetch(`${url}/v2/sites`, { headers })).json()) as { sites: Site[] }
  const site = sites[0]?.siteId
  const answer = await fetch(`${url}/v2/sites/${site}`, {
    method: 'PATCH',
    headers,
    body: JSON.stringify(settings),
  })
  expect(answer.status).toBe(200)
}

async function openWidgetWith(control: RegExp): Promise<Page> {
  const page = await (await stage.newPerson()).newPage()
  await page.goto(stage.site.url)
  await page.getByRole('button', { name: /abrir el chat/i }).click()
  await page.getByRole('button', { name: control }).waitFor()
  return page
}

async function openFirst(commercial: Page, list: RegExp): Promise<void> {
  await commercial.getByRole('tab', { name: list }).click()
  await commercial.getByRole('tabpanel').getByRole('listitem').first().getByRole('button').click()
  await composer(commercial).waitFor()
}

describe('before a chat', () => {
  it('a site may ask who is there, and the team sees it', async () => {
    await decide({
      preChat: {
        fields: [
          { key: 'name', isRequired: true },
          { key: 'email', isRequired: true },
        ],
        consent: { version: '1', text: { es: 'Acepto que guardéis esta conversación.' } },
      },
    })
    const commercial = await openConsole(await stage.newPerson(), stage.product.url)
    const visitor = await openWidgetWith(/empezar a chatear/i)
    await visitor.getByRole('button', { name: /empezar a chatear/i }).click()
    expect(await visitor.getByText('Falta este dato').count()).toBe(2)
    expect(await visitor.evaluate(() => Object.keys(localStorage))).toEqual([])
    await visitor.getByLabel('Nombre').fill('Núria Ferrer')
    await visitor.getByLabel('Correo').fill('nuria@ferrer.example')
    await visitor.getByLabel(/acepto/i).check()
    await visitor.keyboard.press('Enter')
    await write(visitor, '¿Tenéis la mesa en roble?')
    await openFirst(commercial, /sin asignar/i)
    await commercial.getByText('Núria Ferrer').first().waitFor()
  })

  it('a closed site takes a message, which is there when the visitor comes back', async () => {
    const never = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }
    const inAYear = new Date(Date.now() + 300 * 86_400_000).toISOString().slice(0, 10)
    await decide({
      officeHours: {
        timeZone: 'Europe/Madrid',
        week: never,
        holidays: [{ date: inAYear, hours: [{ from: '09:00', to: '10:00' }] }],
      },
    })
    const visitor = await openWidgetWith(/enviar mensaje/i)
    await visitor.getByLabel('Tu mensaje').fill('¿Hacéis la Albufera en nogal?')
    await visitor.getByRole('button', { name: /enviar mensaje/i }).click()
    await thread(visitor).getByText('Enviado').waitFor()
    const commercial = await openConsole(await stage.newPerson(), stage.product.url)
    await openFirst(commercial, /sin asignar/i)
    await write(commercial, 'Sí, en nogal también')
    await visitor.reload()
    await visitor.getByRole('button', { name: /abrir el chat/i }).click()
    await thread(visitor).getByText('Sí, en nogal también', { exact: true }).waitFor()
  })
})

describe('after a chat', () => {
  it('the visitor says how it was, and may take it up again', async () => {
    const visitor = await openWidget(await stage.newPerson(), stage.site.url)
    await write(visitor, 'gracias')
    const commercial = await openConsole(await stage.newPerson(), stage.product.url)
    await openFirst(commercial, /sin asignar/i)
    await thread(commercial).getByText('gracias', { exact: true }).waitFor()
    await commercial
      .getByRole('button', { name: /^cerrar/i })
      .first()
      .click()
    await visitor.getByText('¿Qué tal te hemos atendido?').waitFor()
    await visitor.getByRole('radio', { name: 'Muy bien' }).check({ force: true })
    await visitor.getByPlaceholder(/algo que añadir/i).fill('Rápida y con paciencia')
    await visitor.getByRole('button', { name: /enviar valoración/i }).click()
    await visitor.getByText('Gracias por contárnoslo.').waitFor()
    await visitor.getByRole('button', { name: /retomar/i }).click()
    await write(visitor, 'una cosa más')
    await thread(visitor).getByText('una cosa más', { exact: true }).waitFor()
    await visitor.getByText('¿Qué tal te hemos atendido?').waitFor({ state: 'detached' })
    await openFirst(commercial, /todas/i)
    await thread(commercial).getByText('una cosa más', { exact: true }).waitFor()
  })

  it('the visitor has everything erased, and nothing of it stays', async () => {
    const visitor = await openWidget(await stage.newPerson(), stage.site.url)
    await write(visitor, 'mi número es el 600 123 456')
    await thread(visitor).getByText('Enviado').waitFor()
    await visitor.getByRole('button', { name: 'Opciones' }).click()
    await visitor.getByRole('menuitem', { name: 'Borrar mis datos' }).click()
    await visitor.getByRole('button', { name: 'Borrar para siempre' }).click()
    await visitor.getByText('Se ha borrado todo.').waitFor()
    expect(await visitor.evaluate(() => Object.keys(localStorage))).toEqual([])
    expect(await thread(visitor).count()).toBe(0)
    const commercial = await openConsole(await stage.newPerson(), stage.product.url)
    await commercial.getByRole('tab', { name: /todas/i }).click()
    expect(await commercial.getByText('600 123 456').count()).toBe(0)
  })
})
