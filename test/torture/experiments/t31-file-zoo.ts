import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext } from 'playwright-core'
import { launchBrowser, startHostSite } from '../../e2e/pages.ts'
import { png } from '../../../server/files/pictures/pictures.fixture.ts'
import { uploadOf } from '../../contract/requests.ts'
import type { Animal } from '../../animal.ts'
import { names, zoo } from '../../file-zoo.ts'
import type { Experiment, Setting } from '../experiment.ts'
import { newVisitorWithChat, type VisitorWithChat } from '../harness/cast.ts'
import { Faults, type Outcome } from '../harness/faults.ts'
import { startServer } from '../harness/server-process.ts'
import type { MutantName } from '../inside/mutants.ts'

const WATCH_MS = 150

interface Kept {
  readonly name: string
  readonly url: string
}

async function run(setting: Setting, mutant?: MutantName): Promise<Outcome> {
  const server = await startServer(setting, { mutant })
  const faults = new Faults()
  const visitor = await newVisitorWithChat(server.url)
  const kept: Kept[] = []
  let refused = 0
  for (const animal of zoo) {
    const file = await offer(visitor, animal, faults)
    if (file === null) refused += 1
    else kept.push(file)
  }
  for (const [given, shown] of names) await checkName(visitor, { given, shown, faults })
  await openAll(setting, kept, faults)
  const left = readdirSync(join(server.dataDir, 'files', 'incoming'))
  faults.expect(left.length === 0, 'gap', `${left.length} files left half-way`)
  const stored = readdirSync(join(server.dataDir, 'files'), { recursive: true, withFileTypes: true })
  const odd = stored.filter((entry) => entry.isFile() && !/^[0-9a-f]{32}$/.test(entry.name))
  faults.expect(odd.length === 0, 'leak', `a name on the disk: ${odd[0]?.name}`)
  return {
    figures: `${zoo.length} files, ${names.length} names: ${refused} refused, ${kept.length} kept and opened in Chromium by themselves and in 4 kinds of frames, nothing ran`,
    faults: faults.list(),
  }
}

/** Null: refused, as it had to be. */
async function offer(
  visitor: VisitorWithChat,
  { name, type, content, fate }: Animal,
  faults: Faults,
): Promise<Kept | null> {
  const { status, body, text } = await upload(visitor, new File([new Uint8Array(content)], name, { type }))
  if ('refused' in fate) {
    const isRight = status >= 400 && status < 500 && body['code'] === fate.refused
    faults.expect(isRight, 'answer', `${name}: ${status} ${text.slice(0, 100)}`)
    return status === 201 ? { name, url: String(body['url']) } : null
  }
  const isRight = body['mimeType'] === fate.kept && body['fileName'] === (fate.as ?? name)
  faults.expect(isRight, 'answer', `${name}: ${status} ${text.slice(0, 200)}`)
  return { name, url: String(body['url']) }
}

function upload(visitor: VisitorWithChat, file: File) {
  return visitor.call('POST /v2/files/upload', { body: uploadOf(visitor.chatId, file) })
}

async function checkName(
  visitor: VisitorWithChat,
  { given, shown, faults }: { given: string; shown: string; faults: Faults },
): Promise<void> {
  const { body } = await upload(visitor, new File([new Uint8Array(png())], given, { type: 'image/png' }))
  faults.expect(
    body['fileName'] === shown,
    'answer',
    `${JSON.stringify(given)} is shown as ${String(body['fileName'])}`,
  )
  const response = await fetch(String(body['url']))
  const isWhole = Buffer.from(await response.arrayBuffer()).equals(png())
  faults.expect(
    isWhole && !response.headers.has('x-evil'),
    'answer',
    `${JSON.stringify(given)} comes back changed`,
  )
}

/** By itself, and in everything that a page can put a file into. */
async function openAll(setting: Setting, kept: readonly Kept[], faults: Faults): Promise<void> {
  const browser = await launchBrowser()
  setting.defer(() => browser.close())
  const context = await browser.newContext({ acceptDownloads: true })
  context.on('dialog', (dialog) => {
    faults.add('leak', `a dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  const host = await startHostSite({ productUrl: 'http://127.0.0.1:9' })
  setting.defer(() => host.close())
  for (const file of kept) {
    const titles = [await openAlone(context, file), await openFramed(context, file, host.url)]
    faults.expect(!titles.includes('RAN'), 'leak', `${file.name} ran`)
  }
}

async function openAlone(context: BrowserContext, { url }: Kept): Promise<string> {
  const page = await context.newPage()
  // One that is saved is no page, and says so by failing.
  await page.goto(url).catch(() => null)
  const title = await page.title()
  await page.close()
  return title
}

async function openFramed(context: BrowserContext, { url }: Kept, hostUrl: string): Promise<string> {
  const page = await context.newPage()
  await page.goto(hostUrl)
  await page.evaluate(
    async ({ address, watchMs }) => {
      document.body.replaceChildren()
      for (const tag of ['iframe', 'script', 'object', 'embed'] as const) {
        const element = document.createElement(tag)
        element.setAttribute(tag === 'object' ? 'data' : 'src', address)
        document.body.append(element)
      }
      await new Promise((resolve) => setTimeout(resolve, watchMs))
    },
    { address: url, watchMs: WATCH_MS },
  )
  const title = await page.title()
  await page.close()
  return title
}

export const fileZoo: Experiment = {
  id: 'T31',
  name: 'file zoo',
  pass: 'a hundred files that are not what they say, that unfold, that are broken, names that are no names: refused or kept as the table says; opened in Chromium nothing runs; nothing left half-way',
  run: (setting) => run(setting),
  controls: [
    {
      broken: 'a server that serves every file as a page',
      mustFind: 'leak',
      run: (setting) => run(setting, 'serves every file as a page'),
    },
  ],
}
