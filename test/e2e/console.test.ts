import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { addJoan, JOAN } from './colleague.ts'
import { composer, openConsole, openWidget, thread, write } from './pages.ts'
import { startProduct } from './product.ts'
import { useStage } from './stage.ts'

const stage = useStage()

function rows(page: Page) {
  return page.getByRole('tabpanel').getByRole('listitem')
}

async function showList(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('tab', { name }).click()
}

async function openFirst(page: Page): Promise<void> {
  await rows(page).first().getByRole('button').click()
  await composer(page).waitFor()
}

describe('the console', () => {
  it('is set up through the link of the first start, and shows the line to paste', async () => {
    const fresh = await startProduct({ ADMIN_EMAIL: '', ADMIN_PASSWORD: '' })
    try {
      const page = await (await stage.newPerson()).newPage()
      await page.goto(`${fresh.url}/console#setup=${/#setup=(\S+)/.exec(fresh.output())?.[1] ?? ''}`)
      await page.getByLabel(/nombre/i).fill('Marta')
      await page.getByLabel(/correo/i).fill('marta@olmo.example')
      await page.getByLabel(/^contraseña$/i).fill('a long password')
      await page.getByRole('button', { name: /crear cuenta/i }).click()
      await page.getByText('data-site').waitFor()
      expect(page.url()).not.toContain('setup')
    } finally {
      await fresh.remove()
    }
  })

  it('moves chats through the lists as people claim, close and reopen them', async () => {
    await addJoan(stage.product.url)
    const marta = await openConsole(await stage.newPerson(), stage.product.url)
    const joan = await openConsole(await stage.newPerson(), stage.product.url, JOAN)
    const visitor = await openWidget(await stage.newPerson(), stage.site.url)
    await write(visitor, '¿Hay alguien?')
    for (const page of [marta, joan]) await showList(page, /sin asignar/i)
    await rows(marta).first().waitFor()
    await openFirst(joan)
    await joan.getByRole('button', { name: /coger/i }).click()
    // It leaves everybody's list of those that nobody has, and Marta cannot take it any more.
    await rows(marta).first().waitFor({ state: 'detached' })
    await showList(joan, /mías/i)
    await rows(joan).first().waitFor()
    await joan
      .getByRole('button', { name: /cerrar/i })
      .first()
      .click()
    await showList(joan, /cerradas/i)
    await rows(joan).first().waitFor()
    await visitor.getByRole('button', { name: /retomar/i }).click()
    await write(visitor, 'una cosa más')
    await rows(joan).first().waitFor({ state: 'detached' })
    await showList(joan, /mías/i)
    await rows(joan).getByText('una cosa más').waitFor()
  })

  it('never lets a note be taken for an answer, nor be seen by the visitor', async () => {
    const marta = await openConsole(await stage.newPerson(), stage.product.url)
    const visitor = await openWidget(await stage.newPerson(), stage.site.url)
    const heard: string[] = []
    visitor.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => heard.push(String(payload))),
    )
    visitor.on(
      'response',
      (response) =>
        void response.text().then(
          (text) => heard.push(text),
          () => undefined,
        ),
    )
    await write(visitor, 'hola')
    await showList(marta, /sin asignar/i)
    await openFirst(marta)
    await marta.getByRole('button', { name: /nota interna/i }).click()
    await composer(marta).fill('CANARIO: cliente difícil')
    await marta.getByRole('button', { name: /guardar nota/i }).click()
    await thread(marta).getByText('CANARIO: cliente difícil').waitFor()
    await marta.getByRole('button', { name: /^respuesta$/i }).click()
    await write(marta, 'Buenas')
    await thread(visitor).getByText('Buenas', { exact: true }).waitFor()
    expect(await thread(visitor).getByText('CANARIO').count()).toBe(0)
    expect(heard.join('\n')).not.toContain('CANARIO')
    expect(heard.join('\n')).toContain('Buenas')
  })

  it('keeps what is being written for one chat while another is open', async () => {
    const marta = await openConsole(await stage.newPerson(), stage.product.url)
    for (const text of ['primero', 'segundo'])
      await write(await openWidget(await stage.newPerson(), stage.site.url), text)
    await showList(marta, /sin asignar/i)
    await rows(marta).getByText('primero').click()
    await composer(marta).fill('un borrador')
    await rows(marta).getByText('segundo').click()
    await marta.waitForFunction(() => true)
    await thread(marta).getByText('segundo').waitFor()
    expect(await composer(marta).inputValue()).toBe('')
    await rows(marta).getByText('primero').click()
    await thread(marta).getByText('primero').waitFor()
    expect(await composer(marta).inputValue()).toBe('un borrador')
  })

  it('is accessible with a conversation open', async () => {
    const marta = await openConsole(await stage.newPerson(), stage.product.url)
    await write(await openWidget(await stage.newPerson(), stage.site.url), 'hola')
    await showList(marta, /sin asignar/i)
    await openFirst(marta)
    const { violations } = await new AxeBuilder({ page: marta }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
  })
})
