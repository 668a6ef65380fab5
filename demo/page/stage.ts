import type { ChatConsole } from '../../widget/chat-console.ts'
import type { ChatWidget } from '../../widget/chat-widget.ts'
import type { ChatClient } from '../../widget/core/chat-client.ts'
import type { ClientState } from '../../widget/core/state.ts'
import { createChatClient } from '../../widget/core/create-chat-client.ts'
import { createTokenStore } from '../../widget/visitor/kept-token.ts'
import { visitorChat } from '../../widget/visitor/visitor-chat.ts'
import { timeDeliveries } from './delivery-timer.ts'
import { openDemoTokens } from './demo-tokens.ts'
import { element } from './element.ts'
import { landingWords } from './landing-words.ts'
import { pageLanguage } from './language.ts'

const SITE_KEY = 'default'

/**
 * Puts both elements on the stage. Each gets a client made here instead of one of its own, so that the page can see both sides and time
 * what goes from one to the other.
 */
export async function openStage(): Promise<void> {
  const locale = pageLanguage()
  const apiUrl = location.origin
  const tokens = createTokenStore(SITE_KEY)
  const visitor = createChatClient({ role: 'visitor', apiUrl, locale, siteKey: SITE_KEY, tokens })
  const getToken = await openDemoTokens()
  const commercial = createChatClient({
    role: 'commercial',
    apiUrl,
    locale,
    ...(getToken !== null && { getToken }),
  })
  element('invitation').hidden = getToken !== null

  const chatConsole = Object.assign(element('console') as ChatConsole, { client: commercial, locale })
  Object.assign(element('widget') as ChatWidget, { client: visitor, locale })
  timeDeliveries({ visitor, commercial }, showDelivery)
  showEverything(commercial)
  introduce(visitor, chatConsole)
  const loaded = loadElements()
  // The shop says whether somebody is there when it is first asked.
  await commercial.start()
  await whenDecided(commercial)
  await Promise.all([visitor.start(), loaded])
}

/** Once it is clear whether this side will be there: connected, without an account, or unable to connect. */
function whenDecided({ state }: ChatClient): Promise<void> {
  return new Promise((resolve) => {
    const decide = ({ session, connection }: ClientState) => {
      const isWaiting = session.state === 'unknown' || ['idle', 'connecting'].includes(connection.state)
      if (isWaiting && session.state !== 'signed-out') return
      stop()
      resolve()
    }
    const stop = state.subscribe(decide)
    decide(state.get())
  })
}

function showDelivery(ms: number): void {
  const language = pageLanguage()
  const whole = new Intl.NumberFormat(language).format(Math.max(1, Math.round(ms)))
  element('delivery').textContent = landingWords[language].deliveredIn(whole)
  element('delivery').hidden = false
}

/** A new visitor belongs to nobody yet: in the list of one's own chats they would not be seen to arrive. */
function showEverything({ state, commercial }: ChatClient): void {
  const stop = state.subscribe(({ session }) => {
    if (session.state !== 'commercial') return
    stop()
    commercial.showList('all')
  })
}

/** Gives the visitor of this page a name, and opens their chat on the other side as soon as there is one. */
function introduce({ state, visitor }: ChatClient, chatConsole: ChatConsole): void {
  let isIntroduced = false
  const stop = state.subscribe((now) => {
    const { session } = now
    if (session.state === 'visitor' && session.visitor.name === undefined && !isIntroduced) {
      isIntroduced = true
      const attributes = { demo: true }
      // Without a name they are simply a visitor like any other.
      visitor.describe({ name: landingWords[pageLanguage()].you, attributes }).catch(() => undefined)
    }
    const chat = visitorChat(now)?.chat ?? null
    if (chat === null) return
    stop()
    chatConsole.chatId = chat.chatId
  })
}

/** From where every page gets them. */
async function loadElements(): Promise<void> {
  const addresses = ['/console/chat-console.js', '/widget/chat-widget.js']
  await Promise.all(addresses.map((address) => import(/* @vite-ignore */ address)))
}
