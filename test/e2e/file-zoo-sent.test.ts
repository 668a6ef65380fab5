import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { png } from '../../server/files/pictures/pictures.fixture.ts'
import type { Animal } from '../animal.ts'
import { names, zoo } from '../file-zoo.ts'
import { attach, attachButton, inTray, textFile } from './files.ts'
import { composer, openConsole, openWidget, thread, write } from './pages.ts'
import { useStage } from './stage.ts'

const stage = useStage()
const folder = mkdtempSync(join(tmpdir(), 'sobremesa-zoo-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** As many as fit into a tray. */
const AT_ONCE = 10

/** What the elements say of what the server refuses. */
const SENTENCES: Readonly<Record<string, RegExp>> = {
  file_type_not_allowed: /aquí no se pueden enviar ficheros de este tipo/i,
  picture_too_large: /esta imagen tiene demasiados píxeles/i,
  file_damaged: /esta imagen está dañada/i,
  file_empty: /este fichero está vacío/i,
}

const places = ['<chat-widget>', '<chat-console>'] as const

/** A page with a chat in it that has begun. */
async function open(place: (typeof places)[number]): Promise<Page> {
  const visitor = await openWidget(await stage.newPerson(), stage.site.url)
  await write(visitor, 'hola')
  await thread(visitor)
    .getByText(/enviado/i)
    .waitFor()
  if (place === '<chat-widget>') return visitor
  const commercial = await openConsole(await stage.newPerson(), stage.product.url)
  await commercial.getByRole('tab', { name: /todas/i }).click()
  await commercial.getByRole('tabpanel').getByRole('listitem').first().getByRole('button').click()
  await attachButton(commercial).waitFor()
  return commercial
}

const row = (page: Page, name: string) =>
  inTray(page).filter({ has: page.getByRole('button', { name: `Quitar \u2068${name}\u2069`, exact: true }) })

async function expectFate(page: Page, { name, fate }: Animal): Promise<void> {
  const sentence = 'refused' in fate ? SENTENCES[fate.refused] : /listo para enviar/i
  if (sentence === undefined) throw new Error(`No sentence for ${name}`)
  await row(page, name).getByText(sentence).waitFor()
}

/** The button for the last one goes first: the others move up. */
async function emptyTray(page: Page): Promise<void> {
  for (let count = await inTray(page).count(); count > 0; count -= 1) {
    await inTray(page)
      .last()
      .getByRole('button', { name: /^quitar/i })
      .click()
    await expect.poll(() => inTray(page).count()).toBe(count - 1)
  }
}

/** A card, or a picture that could be drawn. */
const shownAs = (page: Page, name: string) =>
  thread(page)
    .getByRole('link', { name: `Descargar ${name}`, exact: true })
    .or(thread(page).getByRole('img', { name, exact: true }))
    .first()

describe.each(places)('%s', (place) => {
  it('says of whatever somebody tries to send whether it goes, and why not', async () => {
    const page = await open(place)
    for (let at = 0; at < zoo.length; at += AT_ONCE) {
      const some = zoo.slice(at, at + AT_ONCE)
      await attach(
        page,
        some.map(({ name, type, content }) => ({ name, mimeType: type, buffer: content })),
      )
      for (const animal of some) await expectFate(page, animal)
      // What is refused stays where it is, and holds up nothing.
      if (some.some(({ fate }) => 'kept' in fate)) await composer(page).press('Enter')
      for (const { name, fate } of some) {
        if ('kept' in fate) await shownAs(page, fate.as ?? name).waitFor()
      }
      await emptyTray(page)
    }
  })

  it('shows names as they may be shown, whatever they were', async () => {
    const page = await open(place)
    for (let at = 0; at < names.length; at += AT_ONCE) {
      const some = names.slice(at, at + AT_ONCE)
      await attach(
        page,
        // No two are the same file.
        some.map(([name], i) => ({
          name,
          mimeType: 'image/png',
          buffer: png({ width: 100 + at + i, height: 50 }),
        })),
      )
      await inTray(page)
        .filter({ hasText: /listo para enviar/i })
        .nth(some.length - 1)
        .waitFor()
      await composer(page).press('Enter')
      for (const [, shown] of some) await shownAs(page, shown).waitFor()
    }
    const isWide = await thread(page).evaluate((log) => log.scrollWidth > log.clientWidth)
    expect(isWide).toBe(false)
  })

  it('takes a file once, ten at most, and none that is larger than the site allows', async () => {
    const page = await open(place)
    await attach(page, [textFile('uno.txt')])
    await row(page, 'uno.txt').waitFor()
    const path = join(folder, 'lista.txt')
    writeFileSync(path, 'uno')
    for (const _ of [1, 2]) {
      const asked = page.waitForEvent('filechooser')
      await attachButton(page).click()
      await (await asked).setFiles(path)
      await row(page, 'lista.txt').waitFor()
    }
    await page
      .getByText(/lista\.txt.* ya está aquí/i)
      .first()
      .waitFor()
    expect(await inTray(page).count()).toBe(2)
    await attach(
      page,
      Array.from({ length: 10 }, (_, i) => textFile(`${i}.txt`)),
    )
    await page
      .getByText(/como mucho 10 ficheros a la vez/i)
      .first()
      .waitFor()
    expect(await inTray(page).count()).toBe(10)
    await emptyTray(page)
    await attach(page, [
      { name: 'grande.txt', mimeType: 'text/plain', buffer: Buffer.alloc(21 * 1024 * 1024, 'a') },
    ])
    await row(page, 'grande.txt')
      .getByText(/demasiado grande: se puede enviar hasta 20 MB/i)
      .waitFor()
  })

  it('says that a folder does not go, and takes the file beside it', async () => {
    const page = await open(place)
    const album = join(folder, 'álbum')
    mkdirSync(album, { recursive: true })
    const path = join(folder, 'suelto.txt')
    writeFileSync(path, 'uno')
    const box = await composer(page).boundingBox()
    if (box === null) throw new Error('The field has to be there.')
    const protocol = await page.context().newCDPSession(page)
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await protocol.send('Input.dispatchDragEvent', {
        type,
        x: box.x + 10,
        y: box.y + 10,
        data: { items: [], files: [album, path], dragOperationsMask: 1 },
      })
    }
    await page
      .getByText(/las carpetas no se pueden enviar/i)
      .first()
      .waitFor()
    await row(page, 'suelto.txt').waitFor()
    expect(await inTray(page).count()).toBe(1)
  })

  it('sends a file that changed meanwhile as it is now, and says of one that is gone that it cannot be read', async () => {
    const page = await open(place)
    const [changes, goes] = ['cambia.txt', 'desaparece.txt'] as const
    for (const name of [changes, goes]) writeFileSync(join(folder, name), 'uno')
    await page.context().setOffline(true)
    const asked = page.waitForEvent('filechooser')
    await attachButton(page).click()
    await (await asked).setFiles([join(folder, changes), join(folder, goes)])
    for (const name of [changes, goes]) {
      await row(page, name)
        .getByText(/esperando a la conexión/i)
        .waitFor()
    }
    await composer(page).fill('lo que escribo')
    writeFileSync(join(folder, changes), 'otra cosa, más larga')
    rmSync(join(folder, goes))
    await page.context().setOffline(false)
    // A browser may hold on to what was chosen; then it says so.
    await row(page, changes)
      .getByText(/listo para enviar|ya no se puede leer/i)
      .waitFor()
    await row(page, goes)
      .getByText(/ya no se puede leer/i)
      .waitFor()
    expect(await composer(page).inputValue()).toBe('lo que escribo')
    await row(page, goes)
      .getByRole('button', { name: /^reintentar/i })
      .waitFor()
  })
})
