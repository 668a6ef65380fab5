import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchBrowser, openConsole, openWidget, startHostSite, write } from '../../e2e/pages.ts'
import type { Answer } from '../../contract/call.ts'
import { requests, uploadOf } from '../../contract/requests.ts'
import type { Experiment, Setting } from '../experiment.ts'
import { newVisitorWithChat, signIn, type Person, type VisitorWithChat } from '../harness/cast.ts'
import { Faults, type Outcome } from '../harness/faults.ts'
import { payloads } from '../harness/payloads.ts'
import { say } from '../harness/say.ts'
import { ADMIN, startServer, type ServerProcess } from '../harness/server-process.ts'
import { readStored } from '../harness/stored.ts'
import { comesTrue, until } from '../harness/until.ts'

/** So many in one chat: each is looked at in a chat that is open. */
const EACH = 10
const PATIENCE_MS = 20_000
/** Said last: when it is shown, all is. */
const END = 'That was all of it.'

/** As strict a page as there is: only its own nonce, no inline style, no string that becomes script. */
const strictPolicy = (origin: string) =>
  [
    "default-src 'none'",
    `script-src 'nonce-abc' 'strict-dynamic'`,
    `connect-src ${origin} ${origin.replace('http', 'ws')}`,
    `img-src ${origin} data: blob:`,
    `style-src ${origin}`,
    "require-trusted-types-for 'script'",
    "trusted-types lit-html 'allow-duplicates'",
  ].join('; ')

/** What a browser that runs nothing has to say for itself. */
interface Watch {
  readonly faults: Faults
  looks: number
  /** Where at least one of them was taken in. */
  readonly places: Set<string>
}

async function run(setting: Setting): Promise<Outcome> {
  const server = await startServer(setting)
  const watch: Watch = { faults: new Faults(), looks: 0, places: new Set() }
  const browser = await launchBrowser()
  setting.defer(() => browser.close())
  const admin = await signIn(server.url)
  await fillDesk(admin, watch)
  await lookAtConsole({ server, browser, watch, admin })
  for (const policy of [undefined, strictPolicy(server.url)])
    await lookAtWidget(setting, { server, browser, watch, admin, policy })
  return {
    figures: `${payloads.length} payloads in ${[...watch.places].join(', ')}; ${watch.looks} looks in Chromium with and without Trusted Types: nothing ran, no dialog, no violation`,
    faults: watch.faults.list(),
  }
}

interface Looking {
  readonly server: ServerProcess
  readonly browser: Browser
  readonly watch: Watch
  readonly admin: Person
}

/** What belongs to no chat: saved replies, of which the editor shows all. */
async function fillDesk(admin: Person, watch: Watch): Promise<void> {
  const { body } = requests['POST /v2/canned-replies']({} as never)
  for (const [n, content] of payloads.entries()) {
    const own = { title: `${n} ${content}`.slice(0, 80), shortcut: `p${n}`, content }
    note(
      watch,
      'saved replies',
      await admin.call('POST /v2/canned-replies', { body: { ...(body as object), ...own } }),
    )
  }
}

/** A chat in which everything that takes text has one: both sides' messages, notes, tags, names, attributes, pages, files. */
async function fillChat(
  { server, admin, watch }: Looking,
  some: readonly string[],
): Promise<VisitorWithChat> {
  const visitor = await newVisitorWithChat(server.url)
  const { chatId } = visitor
  const attributes = Object.fromEntries(some.map((text, n) => [`clave ${n}`, text]))
  const tags = some.map((text) => text.slice(0, 30))
  note(watch, 'attributes', await visitor.call('PATCH /v2/visitors/me', { body: { attributes } }))
  note(watch, 'tags', await admin.call('PUT /v2/chats/:chatId/tags', { params: { chatId }, body: { tags } }))
  for (const payload of some) {
    const page = { url: `https://shop.example/?${encodeURIComponent(payload)}`, title: payload }
    note(
      watch,
      'names',
      await visitor.call('PATCH /v2/visitors/me', { body: { name: payload.slice(0, 100) } }),
    )
    note(watch, 'pages', await visitor.call('POST /v2/visitors/me/pages', { body: page }))
    note(watch, 'messages', await say(visitor, { chatId, content: payload }))
    note(watch, 'answers', await say(admin, { chatId, content: `re: ${payload}` }))
    note(watch, 'notes', await say(admin, { chatId, content: `nota: ${payload}`, isInternal: true }))
    note(watch, 'file names', await sendFile(visitor, payload))
  }
  await say(admin, { chatId, content: END })
  return visitor
}

/** What a rule refuses is shown nowhere; what broke the server would prove nothing. */
function note({ faults, places }: Watch, place: string, { status, text }: Answer): void {
  if (status < 300) places.add(place)
  faults.expect(status < 500, 'answer', `${place}: ${text}`)
}

async function sendFile(visitor: VisitorWithChat, name: string) {
  const { chatId } = visitor
  const file = await visitor.call('POST /v2/files/upload', {
    body: uploadOf(chatId, new File(['a,b\n'], `${name}.csv`)),
  })
  return visitor.call('POST /v2/messages', {
    body: { chatId, content: '', type: 'file', attachment: { url: file.body['url'] } },
  })
}

async function lookAtConsole(looking: Looking): Promise<void> {
  const { server, browser, watch } = looking
  const context = await newContext(browser, watch, 'the console')
  const desk = await openConsole(context, server.url, ADMIN)
  for (let at = 0; at < payloads.length; at += EACH) {
    const some = payloads.slice(at, at + EACH)
    const { chatId } = await fillChat(looking, some)
    await desk.goto(`${server.url}/console#list=unassigned&chat=${chatId}`)
    await until('the chat is shown', async () => (await textOf(desk)).includes(END), PATIENCE_MS)
    await look(desk, watch, 'the console')
  }
  await context.close()
}

/** A visitor writes all of it, and is answered with all of it. */
async function lookAtWidget(
  { defer }: Setting,
  { server, browser, watch, admin, policy }: Looking & { readonly policy: string | undefined },
): Promise<void> {
  const name = policy === undefined ? 'the widget' : 'the widget on a strict page'
  const site = await startHostSite({
    productUrl: server.url,
    ...(policy !== undefined && { csp: policy, nonce: 'abc' }),
  })
  defer(() => site.close())
  const context = await newContext(browser, watch, name)
  const page = await openWidget(context, site.url)
  const greeting = `hola ${name}`
  await write(page, greeting)
  const own = () => readStored(server.dataFile).messages.find(({ content }) => content === greeting)?.chatId
  await until('the chat is there', () => own() !== undefined)
  for (const payload of payloads) {
    await write(page, payload)
    await say(admin, { chatId: own() ?? '', content: `re: ${payload}` })
  }
  await say(admin, { chatId: own() ?? '', content: END })
  const isShown = await comesTrue(async () => (await textOf(page)).includes(END), PATIENCE_MS)
  watch.faults.expect(isShown, 'gap', `${name} does not show the last answer`)
  await look(page, watch, name)
  await context.close()
}

async function newContext(browser: Browser, { faults }: Watch, name: string): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'es-ES' })
  context.setDefaultTimeout(30_000)
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, sample, blockedURI }) => {
      const seen = ((window as { __violations?: string[] }).__violations ??= [])
      seen.push(`${violatedDirective} ${sample} ${blockedURI}`)
    })
  })
  context.on('dialog', (dialog) => {
    faults.add('leak', `${name} opened a dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  return context
}

function textOf(page: Page): Promise<string> {
  return page.getByRole('log').innerText()
}

async function look(page: Page, watch: Watch, name: string): Promise<void> {
  // Whatever waits to be touched is touched.
  for (const [x, y] of [
    [600, 400],
    [900, 300],
    [300, 200],
  ] as const)
    await page.mouse.move(x, y)
  watch.looks += 1
  const { ran, violations } = await page.evaluate(() => {
    const { __x, __violations = [] } = window as { __x?: unknown; __violations?: string[] }
    return { ran: __x !== undefined, violations: __violations }
  })
  watch.faults.expect(!ran, 'leak', `something ran in ${name}`)
  watch.faults.expect(violations.length === 0, 'leak', `${name}: ${violations.slice(0, 3).join('; ')}`)
}

/** The control: a page that takes what was written for HTML. */
async function careless({ defer }: Setting): Promise<Outcome> {
  const browser = await launchBrowser()
  defer(() => browser.close())
  const faults = new Faults()
  const watch: Watch = { faults, looks: 0, places: new Set() }
  const context = await newContext(browser, watch, 'a careless page')
  const site = await startHostSite({ productUrl: 'http://127.0.0.1:9' })
  defer(() => site.close())
  let ran = 0
  for (const payload of payloads) {
    const page = await context.newPage()
    await page.goto(site.url)
    await page.evaluate((text) => {
      document.body.innerHTML = text
    }, payload)
    const has = await comesTrue(
      () => page.evaluate(() => (window as { __x?: unknown }).__x !== undefined),
      300,
    )
    if (has) ran += 1
    await page.close()
  }
  if (ran > 0) faults.add('leak', `${ran} payloads ran`)
  return { figures: `${ran} of ${payloads.length} ran`, faults: faults.list() }
}

export const xss: Experiment = {
  id: 'T30',
  name: 'XSS in a browser',
  pass: '60 payloads in messages, notes, names, attributes, tags, pages, files and saved replies, in console and widget, Trusted Types enforced and not: nothing runs, 0 dialogs, 0 violations',
  run,
  controls: [{ broken: 'a page that takes what was written for HTML', mustFind: 'leak', run: careless }],
}
