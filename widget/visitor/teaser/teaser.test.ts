import { aTimeout, expect, waitUntil } from '@open-wc/testing'
import type { Chat } from '#shared/chat.ts'
import type { PublicSite } from '#shared/site.ts'
import { loadVisitorWords } from '../../i18n/load-visitor.ts'
import { english } from '../../parts/part.fixture.ts'
import { tell } from '../widget-events.ts'
import { site } from '../fake-client.fixture.ts'
import type { ChatTeaser } from './chat-teaser.ts'
import { showFirstWord, tease } from './teaser.ts'
import type { TeasingWidget } from './teaser.ts'

const teaser: PublicSite['teasers'][number] = {
  text: '¿Dudas con las medidas?',
  delaySeconds: 0,
  scrollPercent: 0,
  exitIntent: false,
  once: true,
}
const team = [{ commercialId: 'm', name: 'Marta' }] as unknown as PublicSite['team']
const teasing = { ...site, team, teasers: [teaser] }

afterEach(() => {
  localStorage.clear()
  sessionStorage.clear()
  document.querySelectorAll('.theme').forEach((theme) => theme.remove())
})

function arrange(of: PublicSite = teasing, open = false, l10n = english) {
  const renderRoot = document.createElement('div')
  const theme = document.createElement('div')
  theme.className = 'theme'
  theme.style.cssText = '--offset-x: 20px; --offset-y: 20px'
  renderRoot.append(theme)
  document.body.append(renderRoot)
  const opened: string[] = []
  const widget = Object.assign(document.createElement('div'), {
    siteId: 'teaser-test',
    position: 'end' as const,
    open,
    renderRoot,
    openWith: ({ trigger }: { trigger: string }) => void opened.push(trigger),
  }) satisfies TeasingWidget
  const stop = tease(widget, of, l10n)
  const shown = () => theme.querySelector<ChatTeaser>('chat-teaser')
  return { widget, stop, opened, shown }
}

async function appeared(shown: () => ChatTeaser | null): Promise<ChatTeaser> {
  await waitUntil(() => shown() !== null)
  const element = shown() as ChatTeaser
  await waitUntil(() => element.renderRoot?.querySelector('.body'))
  return element
}

describe('a teaser', () => {
  it('speaks, signed by somebody, without taking the focus, and is accessible', async () => {
    const { shown } = arrange()
    const before = document.activeElement
    const element = await appeared(shown)
    expect(element.renderRoot.textContent).to.contain('Marta · Olmo & Hijas')
    expect(element.renderRoot.textContent).to.contain(teaser.text)
    expect(document.activeElement).to.equal(before)
    await expect(element).to.be.accessible()
  })

  it('stands where the launcher does, whichever way its language is read', async () => {
    const { shown } = arrange(teasing, false, { ...english, dir: 'rtl' })
    const element = await appeared(shown)
    expect(element.getBoundingClientRect().left).to.be.greaterThan(innerWidth / 2)
    expect(element.renderRoot.querySelector('.said')?.matches(':dir(rtl)')).to.equal(true)
  })

  it('opens the chat when it is taken up', async () => {
    const { shown, opened } = arrange()
    const element = await appeared(shown)
    element.renderRoot.querySelector<HTMLElement>('.body')?.click()
    expect(opened).to.deep.equal(['teaser'])
    expect(shown()).to.equal(null)
  })

  it('never comes back after a no', async () => {
    const { shown } = arrange()
    const element = await appeared(shown)
    element.renderRoot.querySelector<HTMLElement>('.decline')?.click()
    sessionStorage.clear()
    const again = arrange()
    await aTimeout(0)
    expect([shown(), again.shown()]).to.deep.equal([null, null])
  })

  it('speaks once a session, where it is to', async () => {
    await appeared(arrange().shown)
    const again = arrange()
    await aTimeout(0)
    expect(again.shown()).to.equal(null)
    await appeared(arrange({ ...teasing, teasers: [{ ...teaser, once: false }] }).shown)
  })

  it('stays away from a chat that was opened while its words were on their way', async () => {
    const { widget, shown } = arrange()
    widget.open = true
    await aTimeout(0)
    await loadVisitorWords('en')
    expect(shown()).to.equal(null)
  })

  it('gives way when the chat is opened', async () => {
    const { widget, shown } = arrange()
    await appeared(shown)
    tell(widget, 'chat-open', { trigger: 'user' })
    expect(shown()).to.equal(null)
  })

  it('is silent where the chat is open already, and once it was stopped', async () => {
    const open = arrange(teasing, true)
    const { shown, stop } = arrange({ ...teasing, teasers: [{ ...teaser, exitIntent: true }] })
    stop()
    document.dispatchEvent(new MouseEvent('mouseout', { clientY: -1 }))
    await aTimeout(0)
    expect([open.shown(), shown()]).to.deep.equal([null, null])
  })

  it('speaks when the pointer leaves through the top', async () => {
    const { shown } = arrange({ ...teasing, teasers: [{ ...teaser, exitIntent: true }] })
    expect(shown()).to.equal(null)
    document.dispatchEvent(new MouseEvent('mouseout', { clientY: -1 }))
    await appeared(shown)
  })
})

describe('the team’s first word', () => {
  const said = (content: string) =>
    ({ lastMessage: { content }, assignee: { commercialId: 'p', name: 'Pau' } }) as unknown as Chat

  function arrangeWord(content: string) {
    const { widget, opened, shown, stop } = arrange()
    stop()
    showFirstWord(widget, said(content), { site: { ...teasing, teasers: [] }, l10n: english })
    return { opened, shown }
  }

  it('shows above the launcher, signed by whoever said it, and leads to the chat', async () => {
    sessionStorage.setItem('sobremesa:teaser-test:teased', '1')
    const { opened, shown } = arrangeWord('<b>¿Te ayudo?</b>')
    const element = await appeared(shown)
    await waitUntil(() => element.renderRoot.textContent?.includes('<b>¿Te ayudo?</b>'))
    expect(element.renderRoot.textContent).to.contain('Pau · Olmo & Hijas')
    await expect(element).to.be.accessible()
    element.renderRoot.querySelector<HTMLElement>('.body')?.click()
    expect(opened).to.deep.equal(['teaser'])
    expect(shown()).to.equal(null)
  })

  it('put away is kept nowhere: the number on the launcher stays', async () => {
    sessionStorage.setItem('sobremesa:teaser-test:teased', '1')
    const { shown } = arrangeWord('¿Te ayudo?')
    const element = await appeared(shown)
    element.renderRoot.querySelector<HTMLElement>('.decline')?.click()
    expect(shown()).to.equal(null)
    expect(localStorage.length).to.equal(0)
  })
})
