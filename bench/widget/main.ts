import { build } from '../../server/build.ts'
import { launchBrowser } from '../../test/e2e/pages.ts'
import { startProduct } from '../../test/e2e/product.ts'
import { budgets } from '../../test/size/budgets.ts'
import { builtFiles, measure } from '../../test/size/measure.ts'
import type { Contestant } from './contestant.ts'
import { startHostSite } from './host-site.ts'
import { measureLongChat } from './long-chat.ts'
import { measureOpening } from './opening.ts'
import { measurePageCost } from './page-cost.ts'
import { fetchPeer, PEER_NAME } from './peer.ts'
import { bytes, ms, printHead, printRows, type Row } from './row.ts'

/**
 * What a page and its visitors pay for the widget, beside another one that is published, in the same run. Printed, never asserted: the
 * times are those of this machine. Bounded, on loopback only.
 */
const ours: Contestant = {
  name: 'Sobremesa',
  path: '/ours',
  launcher: 'button[aria-haspopup=dialog]',
  field: '[part~=input]',
}
const theirs: Contestant = {
  name: PEER_NAME,
  path: '/peer',
  launcher: '.chat-window-toggle',
  field: '.chat-window textarea',
}

await build()
const peer = fetchPeer()
const product = await startProduct({ RATE_LIMITS: 'off' })
const site = await startHostSite(product.url, peer)
const browser = await launchBrowser()
try {
  printHead(PEER_NAME)
  printRows(weightRows())
  printRows(await listRows())
  printRows(await openingRows())
  printRows(await pageRows())
  if (peer === undefined) console.log(`\n${PEER_NAME} could not be fetched: its column is empty.`)
} finally {
  await browser.close()
  site.close()
  await product.remove()
  peer?.remove()
}

function weightRows(): readonly Row[] {
  const sizes = measure(builtFiles())
  return [
    { what: 'Loader, brotli', goal: `≤ ${bytes(budgets.loader)}`, ours: bytes(sizes.loader) },
    { what: 'All that an open text chat needs, brotli', goal: '≤ 36.0 KB', ours: bytes(sizes.openChat) },
  ]
}

async function pageRows(): Promise<readonly Row[]> {
  const a = await measurePageCost(browser, site.url, ours)
  const b = peer && (await measurePageCost(browser, site.url, theirs))
  const row = (what: string, goal: string, show: (cost: typeof a) => string): Row => ({
    what,
    goal,
    ours: show(a),
    ...(b && { peer: show(b) }),
  })
  return [
    row('Requests before anybody acts, with Save-Data', '1', ({ requests }) => String(requests)),
    row('Fetched ahead at idle, without it', '≤ 25.0 KB', ({ idleBytes }) => bytes(idleBytes)),
    row('Script on the page, processor 6× slower', '≤ 60 ms', ({ scriptMs }) => ms(scriptMs)),
    row('Long tasks more, 4× slower', '0', ({ longTasks }) => String(longTasks)),
    row('Layout shift', '0', ({ shift }) => shift.toFixed(3)),
    row('First paint to launcher, slow 4G, 4× slower', '≤ 100 ms', ({ launcherMs }) => ms(launcherMs)),
  ]
}

async function openingRows(): Promise<readonly Row[]> {
  const a = await measureOpening(browser, site.url, ours)
  const b = peer && (await measureOpening(browser, site.url, theirs))
  return [
    {
      what: 'Click to a usable field, preloaded',
      goal: '≤ 150 ms',
      ours: ms(a.preloadedMs),
      ...(b && { peer: ms(b.preloadedMs) }),
    },
    {
      what: 'Click to a usable field, nothing preloaded',
      goal: '≤ 400 ms',
      ours: ms(a.coldMs),
      ...(b && { peer: ms(b.coldMs) }),
    },
  ]
}

async function listRows(): Promise<readonly Row[]> {
  const where = { site: site.url, product: product.url }
  const some = await measureLongChat(browser, where, { ours, messages: 1_000, slowdown: 4 })
  const many = await measureLongChat(browser, where, { ours, messages: 10_000, slowdown: 1 })
  return [
    {
      what: '1,000 messages, 4× slower: scrolling',
      goal: '≥ 55 fps',
      ours: `${some.framesPerSecond.toFixed(0)} fps`,
    },
    {
      what: '1,000 messages: jump when older ones come',
      goal: '0 px',
      ours: `${some.jumpPx.toFixed(1)} px`,
    },
    { what: '10,000 messages: opening', goal: '≤ 150 ms', ours: ms(many.openingMs) },
    {
      what: '10,000 messages: in the document after reading back to the first',
      goal: 'few',
      ours: String(many.drawn),
    },
  ]
}
