import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { ADMIN } from '../server.ts'
import { composer, openConsole, openWidget, write } from './pages.ts'
import { useStage } from './stage.ts'

const stage = useStage()

async function openSettings(page: string): Promise<Page> {
  const marta = await openConsole(await stage.newPerson(), stage.product.url)
  await marta.goto(`${stage.product.url}/console#/settings/${page}`)
  await marta.getByRole('navigation', { name: 'Ajustes' }).waitFor()
  return marta
}

const save = (page: Page) => page.getByRole('button', { name: 'Guardar', exact: true }).click()
const saved = (page: Page) => page.getByRole('status').filter({ hasText: 'Guardado' }).waitFor()

describe('the settings', () => {
  it('reach the visitor: a greeting that an admin writes is what the panel says', async () => {
    const marta = await openSettings('texts')
    await marta.getByLabel('Bienvenida').fill('Hola, somos Olmo. ¿En qué te ayudamos?')
    await save(marta)
    await saved(marta)
    const visitor = await openWidget(await stage.newPerson(), stage.site.url)
    await visitor.getByText('Hola, somos Olmo. ¿En qué te ayudamos?').waitFor()
  })

  it('show the real widget as it would be, and save nothing before they are told to', async () => {
    const marta = await openSettings('appearance')
    const preview = marta.frameLocator('iframe')
    await preview.getByText('¿La hacéis también en roble?').waitFor()
    await marta.getByRole('button', { name: '#7b2d3a' }).click()
    await expect
      .poll(() =>
        preview
          .locator('chat-widget')
          .evaluate((widget: HTMLElement & { accent?: string }) => widget.accent ?? ''),
      )
      .toBe('#7b2d3a')
    await preview.getByRole('textbox').fill('¿Y en nogal?')
    await preview.getByRole('textbox').press('Enter')
    await preview.getByRole('log').getByText('¿Y en nogal?').waitFor()
    const read = async () =>
      (
        (await (await fetch(`${stage.product.url}/v2/sites/default/public`)).json()) as {
          appearance: { accent?: string }
        }
      ).appearance.accent
    expect(await read()).toBeUndefined()
    await save(marta)
    await saved(marta)
    expect(await read()).toBe('#7b2d3a')
  })

  it('say at the field what was refused, and keep what was written', async () => {
    const marta = await openSettings('installation')
    const origins = marta.getByLabel('Dónde puede funcionar')
    await origins.fill('https://Tienda.example/chat')
    await save(marta)
    await marta.getByText('Un origen como https://tienda.example.com, en minúsculas y sin ruta.').waitFor()
    expect(await origins.inputValue()).toBe('https://Tienda.example/chat')
    await origins.fill('https://tienda.example')
    await save(marta)
    await saved(marta)
  })

  it('tell two admins of each other instead of letting the second cover the first', async () => {
    const [marta, joan] = [await openSettings('routing'), await openSettings('routing')]
    const target = (page: Page) => page.getByLabel('Un visitante debería tener respuesta en')
    await target(joan).fill('7')
    await joan.getByLabel('Como mucho, conversaciones abiertas por persona').fill('4')
    await target(marta).fill('9')
    await save(marta)
    await saved(marta)
    await save(joan)
    await joan.getByText('Alguien ha guardado mientras tanto otro valor de lo mismo.').waitFor()
    await joan.getByRole('button', { name: 'Quedarme con lo suyo' }).click()
    await expect.poll(() => target(joan).inputValue()).toBe('9')
    // What is not the same goes together.
    await joan.getByLabel('Como mucho, conversaciones abiertas por persona').fill('4')
    await target(marta).fill('11')
    await save(marta)
    await saved(marta)
    await save(joan)
    await saved(joan)
    await expect.poll(() => target(joan).inputValue()).toBe('11')
  })

  it('say whether the line is live: by whom it was fetched, and whether a websocket gets through', async () => {
    const marta = await openSettings('installation')
    await marta.getByText('Ninguna página ha pedido la línea todavía').waitFor()
    await marta.getByText('Este navegador llega al servidor por websocket.').waitFor()
    await marta.getByText('Los relojes del servidor y de este dispositivo coinciden.').waitFor()
    await openWidget(await stage.newPerson(), stage.site.url)
    await marta.getByRole('button', { name: 'Comprobar otra vez' }).click()
    await marta.getByText(/Alguien ha abierto el chat en .*127\.0\.0\.1/).waitFor()
  })

  it('show admins who did what, and narrow it to a kind', async () => {
    const marta = await openSettings('routing')
    await marta.getByLabel('Un visitante debería tener respuesta en').fill('7')
    await save(marta)
    await saved(marta)
    await marta.getByRole('navigation', { name: 'Ajustes' }).getByRole('button', { name: 'Registro' }).click()
    const lines = marta.locator('chat-audit-page .entries li')
    await lines.filter({ hasText: 'Inicio de sesión' }).first().waitFor()
    await marta.getByLabel('Qué', { exact: true }).selectOption({ label: 'Sitio cambiado' })
    await expect.poll(() => lines.count()).toBe(1)
    expect(await lines.first().textContent()).toMatch(/127\.0\.0\.0\/24/)
  })

  it('add a site with a line of its own', async () => {
    const marta = await openSettings('installation')
    await marta.getByText('Añadir un sitio').click()
    await marta.getByLabel('Nombre del sitio nuevo').fill('Taller')
    await marta.getByLabel('Nombre del sitio nuevo').press('Enter')
    await expect.poll(() => marta.url()).toContain('?site=')
    await expect
      .poll(() => marta.locator('chat-site-page pre').first().textContent())
      .not.toContain('"default"')
  })

  it('fit a phone of 320 px, page by page, with no barrier that axe finds', async () => {
    const marta = await openConsole(await stage.newPerson(), stage.product.url)
    await marta.setViewportSize({ width: 320, height: 640 })
    await marta.goto(`${stage.product.url}/console#/settings`)
    await marta.getByRole('navigation', { name: 'Ajustes' }).getByRole('button', { name: 'Horario' }).click()
    await marta.getByRole('radio', { name: 'Con horario' }).check()
    await marta.getByRole('button', { name: /Añadir tramo: sábado/ }).click()
    const { violations } = await new AxeBuilder({ page: marta }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
    const overflow = await marta.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement
      return scrollWidth - clientWidth
    })
    expect(overflow).toBe(0)
    await marta.getByRole('button', { name: 'Todos los ajustes' }).click()
    await marta.getByRole('navigation', { name: 'Ajustes' }).waitFor()
  })
})

describe('the settings of a team', () => {
  it('have a reply ready that a commercial writes with a slash', async () => {
    const marta = await openSettings('replies')
    await marta.getByRole('button', { name: 'Respuesta nueva' }).click()
    await marta.getByLabel('Palabra tras la barra').fill('plazo')
    await marta.getByLabel('Título').fill('Plazo de entrega')
    await marta.getByLabel('Texto').fill('Tres semanas, {{visitor.name|amiga}}.')
    await save(marta)
    await marta.getByText('/plazo').waitFor()
    await write(await openWidget(await stage.newPerson(), stage.site.url), '¿Cuánto tarda?')
    await marta.getByRole('button', { name: /^Bandeja/ }).click()
    await marta.getByRole('tab', { name: /sin asignar/i }).click()
    await marta.getByRole('tabpanel').getByText('¿Cuánto tarda?').click()
    await composer(marta).pressSequentially('/plazo')
    await composer(marta).press('Enter')
    await expect.poll(() => composer(marta).inputValue()).toContain('Tres semanas, amiga.')
  })

  it('never leave it without an admin', async () => {
    const marta = await openSettings('people')
    await marta.getByRole('button', { name: /^Cambiar a / }).click()
    const own = marta.getByRole('listitem').filter({ hasText: 'Papel' })
    await own.getByRole('radio', { name: 'Contesta' }).check()
    await save(marta)
    await marta.getByRole('alert').filter({ hasText: /admin/i }).waitFor()
    await marta.getByRole('button', { name: 'Quitar el acceso' }).click()
    await marta.getByRole('button', { name: 'Quitar el acceso' }).click()
    await marta.getByRole('alert').filter({ hasText: /admin/i }).waitFor()
    await marta.reload()
    await marta.getByRole('navigation', { name: 'Ajustes' }).getByText('Personas').waitFor()
  })

  it('change one’s own name and password, with which one signs in from then on', async () => {
    const marta = await openSettings('profile')
    await marta.getByLabel('Nombre', { exact: true }).fill('Marta Olmo')
    await save(marta)
    await saved(marta)
    await marta.getByLabel('Contraseña actual').fill(ADMIN.password)
    await marta.getByLabel('Contraseña nueva').fill('another long password')
    await marta.getByRole('button', { name: 'Cambiar la contraseña' }).click()
    await marta.getByRole('status').filter({ hasText: 'Tu contraseña ya es otra' }).waitFor()
    const password = 'another long password'
    await openConsole(await stage.newPerson(), stage.product.url, { email: ADMIN.email, password })
  })

  it('let somebody in by a link, once, and end what is signed in elsewhere', async () => {
    const marta = await openSettings('people')
    await marta.getByRole('button', { name: 'Crear enlace' }).click()
    const link = marta.locator('chat-invitations pre')
    await link.waitFor()
    const address = (await link.textContent()) ?? ''
    const nuria = await (await stage.newPerson()).newPage()
    await nuria.goto(address)
    await nuria.getByRole('heading', { name: /te invita/ }).waitFor()
    await nuria.getByLabel(/nombre/i).fill('Núria')
    await nuria.getByLabel(/correo/i).fill('nuria@olmo.example')
    await nuria.getByLabel(/^contraseña$/i).fill('una frase larga')
    await nuria.getByRole('button', { name: 'Crear mi cuenta' }).click()
    await nuria.getByRole('tab').first().waitFor()
    expect(nuria.url()).not.toContain('invitation')
    const late = await (await stage.newPerson()).newPage()
    await late.goto(address)
    await late.getByText('Pide otra').waitFor()
    await late.getByRole('button', { name: /ir a la entrada/i }).click()
    await late.getByLabel(/correo/i).waitFor()
    const credentials = { email: 'nuria@olmo.example', password: 'una frase larga' }
    const elsewhere = await openConsole(await stage.newPerson(), stage.product.url, credentials)
    await nuria.goto(`${stage.product.url}/console#/settings/profile`)
    await nuria.getByRole('button', { name: /^Cerrar: / }).click()
    await elsewhere.getByText('Tu sesión ha terminado').waitFor()
  })
})
