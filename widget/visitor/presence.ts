import { MAX_URL_LENGTH } from '#shared/limits.ts'
import type { Look, Looked } from '#shared/looking.ts'
import { fitPage } from '../core/fit-page.ts'
import { readToken, tokenKey } from './kept-token.ts'

/** The element, which may be one that is not defined yet: then it has attributes alone. */
type Widget = HTMLElement & { readonly siteId?: string; readonly apiUrl?: string; start?(): void }

/** How often this page looks at itself: routers tell nobody, and name a page after they have changed its address. */
const TICK_MS = 1_000
const RETRY_MS = 30_000

const told = new WeakSet<HTMLElement>()

/**
 * Tells the team that somebody looks at this page, for sites whose owner has turned presence on: while it is seen, and as seldom as the
 * server says. Hears in return that the team has spoken to them; from then on they are a visitor who comes back, and the chat begins:
 * `bring` it, where it is not there yet. Keeps a secret in this tab's session storage, and nothing anywhere else. Ends with the widget; told again, it is the same.
 */
export function tell(widget: Widget, bring?: () => Promise<unknown>): void {
  if (told.has(widget) || !mayTell()) return
  told.add(widget)
  const siteKey = (widget.siteId ?? widget.getAttribute('site-id')) || 'default'
  const server = (widget.apiUrl ?? widget.getAttribute('api-url')) || location.origin
  const key = tokenKey(siteKey, server)
  const secret = keptSecret(`${key}:looking`)
  const life = new AbortController()
  const options = { signal: life.signal }
  let others = openChannel()
  let seen = location.href
  let toldPage: string | undefined
  let dueAt = 0
  let isBegun = false
  let timer: ReturnType<typeof setInterval> | undefined

  /** Other tabs of this person: one of them has the secret, and they are one onlooker. */
  function openChannel(): BroadcastChannel {
    const channel = new BroadcastChannel(`${key}:looking`)
    channel.addEventListener('message', ({ data }: MessageEvent<string | null>) => {
      if (data === null) others.postMessage(secret.get() ?? '')
      else if (data === 'left') dueAt = 0
      else if (data !== '' && secret.get() === null) secret.set(data)
    })
    if (secret.get() === null) channel.postMessage(null)
    return channel
  }

  function tick(): void {
    if (!widget.isConnected) {
      leave()
      end()
    } else if (readToken(key) !== null) goOn()
    else if (location.href !== seen) seen = location.href
    else if (seen !== toldPage || Date.now() >= dueAt) void look().catch(ignore)
  }

  /** A visitor, by now: they have written, or were spoken to, here or in another tab. */
  function goOn(): void {
    // Another one than the team saw here: the page was not the first to know.
    if (secret.get() !== readToken(key)) leave()
    secret.set(null)
    if (isBegun || Date.now() < dueAt) return
    isBegun = true
    dueAt = Date.now() + RETRY_MS
    begin().catch(() => (isBegun = false))
  }

  async function begin(): Promise<void> {
    await bring?.()
    widget.start?.()
  }

  async function look(): Promise<void> {
    toldPage = seen
    dueAt = Date.now() + RETRY_MS
    const response = await ask({})
    // Not this site, not from this page, or not any more.
    if (!response.ok && response.status !== 429 && response.status < 500) return end()
    if (!response.ok) return
    const { token, nextInMs, isVisitor } = (await response.json()) as Looked
    isBegun = false
    dueAt = Date.now() + nextInMs
    if (token !== undefined) secret.set(token)
    if (!isVisitor || !keep(key, secret.get())) return
    dueAt = 0
    goOn()
  }

  function ask(more: Partial<Look>): Promise<Response> {
    const token = secret.get() ?? undefined
    const body: Look = {
      siteKey,
      token,
      page: {
        ...fitPage({ url: location.href, title: document.title }),
        ...(token === undefined && cameFrom()),
      },
      locale: navigator.language,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      ...more,
    }
    return fetch(`${server}/v2/visitors/looking`, {
      method: 'POST',
      credentials: 'omit',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      // It is to outlive the page.
      keepalive: body.isLeaving === true,
    })
  }

  function leave(): void {
    if (secret.get() === null) return
    ask({ isLeaving: true }).catch(ignore)
    others.postMessage('left')
  }

  /** A page that nobody sees tells nothing. */
  function watch(): void {
    clearInterval(timer)
    timer = document.visibilityState === 'visible' ? setInterval(tick, TICK_MS) : undefined
  }

  function end(): void {
    life.abort()
    clearInterval(timer)
    others.close()
    secret.set(null)
    told.delete(widget)
  }

  document.addEventListener('visibilitychange', watch, options)
  addEventListener(
    'pagehide',
    () => {
      leave()
      // An open one could keep the page from being shown again at once by a way back.
      others.close()
      toldPage = undefined
    },
    options,
  )
  addEventListener('pageshow', ({ persisted }) => persisted && (others = openChannel()), options)
  watch()
}

/** Before this site; apps on a telephone give addresses of their own kind. */
function cameFrom(): { referrer?: string } {
  const { referrer } = document
  return /^https?:/.test(referrer) ? { referrer: referrer.slice(0, MAX_URL_LENGTH) } : {}
}

/** Not for whoever has said that they are not to be followed; nor where nothing can be kept, since no answer could reach them. */
function mayTell(): boolean {
  const { globalPrivacyControl, doNotTrack } = navigator as {
    globalPrivacyControl?: boolean
    doNotTrack?: string | null
  }
  if (globalPrivacyControl === true || doNotTrack === '1') return false
  if (/bot\b|crawl|spider|slurp|lighthouse/i.test(navigator.userAgent)) return false
  try {
    return /^https?:/.test(location.protocol) && localStorage.length + sessionStorage.length >= 0
  } catch {
    return false
  }
}

/** The tab's own, so that the next page is the same person's. */
function keptSecret(name: string): { get(): string | null; set(secret: string | null): void } {
  let held = sessionStorage.getItem(name)
  return {
    get: () => held,
    set(secret) {
      if (secret === held) return
      held = secret
      try {
        if (secret === null) sessionStorage.removeItem(name)
        else sessionStorage.setItem(name, secret)
      } catch {
        // Full: then it lasts as long as the page.
      }
    },
  }
}

/** As a visitor's own. */
function keep(key: string, token: string | null): boolean {
  try {
    if (token !== null) localStorage.setItem(key, token)
    return token !== null
  } catch {
    return false
  }
}

function ignore(): void {
  // Who looks is worth no error in somebody's page.
}
