import type { Chat } from '#shared/chat.ts'
import type { PublicSite } from '#shared/site.ts'
import type { Localization } from '../../i18n/localization.ts'
import { loadVisitorWords } from '../../i18n/load-visitor.ts'
import { ruleFor, type TeaserRule } from './teaser-rules.ts'
import './chat-teaser.ts'

/** What it needs of the element. */
export interface TeasingWidget extends HTMLElement {
  readonly siteId: string
  readonly position: 'start' | 'end'
  readonly open: boolean
  readonly renderRoot: ParentNode
  openWith(options: { trigger: 'teaser' }): unknown
}

/**
 * Speaks first where the site's owner wants it: once a rule holds, once a session, and never again after somebody has said no. Only for
 * pages whose owner has turned it on; it is then that the session's storage remembers that it was shown. Returns how to stop.
 */
export function tease(widget: TeasingWidget, site: PublicSite, l10n: Localization): () => void {
  const life = new AbortController()
  const options = { signal: life.signal, passive: true }
  const prefix = `sobremesa:${widget.siteId}`
  const keys = { shown: `${prefix}:teased`, declined: `${prefix}:declined` }
  const startedAt = Date.now()
  let scrolledPercent = 0
  let isLeaving = false

  if (widget.open || read('localStorage', keys.declined)) return () => {}

  function look(): void {
    const secondsOnPage = (Date.now() - startedAt) / 1_000
    const rule = ruleFor(site.teasers, {
      url: new URL(location.href),
      secondsOnPage,
      scrolledPercent,
      isLeaving,
    })
    if (rule === undefined || (rule.once && read('sessionStorage', keys.shown))) return
    life.abort()
    void show(rule)
  }

  async function show(rule: TeaserRule): Promise<void> {
    if (rule.once) remember('sessionStorage', keys.shown)
    const decline = () => remember('localStorage', keys.declined)
    await showTeaser(widget, { text: rule.text, site, l10n, decline })
  }

  addEventListener(
    'scroll',
    () => {
      const { scrollHeight, clientHeight } = document.documentElement
      scrolledPercent = Math.max(scrolledPercent, (100 * (scrollY + clientHeight)) / scrollHeight)
      look()
    },
    options,
  )
  document.addEventListener(
    'mouseout',
    ({ relatedTarget, clientY }) => {
      if (relatedTarget !== null || clientY > 0) return
      isLeaving = true
      look()
    },
    options,
  )
  widget.addEventListener('chat-open', () => life.abort(), options)
  // Times to come, and pages that change without being loaded.
  const timer = setInterval(look, 1_000)
  life.signal.addEventListener('abort', () => clearInterval(timer))
  look()
  return () => life.abort()
}

/** Somebody of the team has spoken first: their words, until the chat is opened or they are put away. */
export function showFirstWord(widget: TeasingWidget, chat: Chat, around: Omit<Shown, 'text'>): void {
  const text = chat.lastMessage?.content ?? ''
  // A file alone, or taken back: the number on the launcher says enough.
  if (text === '') return
  const team = chat.assignee === null ? around.site.team : [chat.assignee]
  void showTeaser(widget, { ...around, text, site: { ...around.site, team } })
}

interface Shown {
  readonly text: string
  readonly site: PublicSite
  readonly l10n: Localization
  /** What is to be kept of a no. */
  readonly decline?: () => void
}

async function showTeaser(widget: TeasingWidget, { text, site, l10n, decline }: Shown): Promise<void> {
  const words = await loadVisitorWords(l10n.locale)
  if (widget.open) return
  const teaser = document.createElement('chat-teaser')
  const { position } = widget
  Object.assign(teaser, { text, site, words, position, direction: l10n.dir, lang: l10n.locale })
  const remove = (): void => teaser.remove()
  teaser.part.value = 'teaser'
  const hasFocus = () => teaser.shadowRoot?.activeElement != null
  teaser.addEventListener('chat-minimize', () => {
    decline?.()
    // To the launcher.
    if (hasFocus()) widget.focus()
    remove()
  })
  teaser.addEventListener('chat-resume', () => {
    // Opened by the page, the chat takes no focus; whoever pressed this one is not left with nothing.
    const isFollowed = hasFocus()
    remove()
    void Promise.resolve(widget.openWith({ trigger: 'teaser' })).then(() => isFollowed && widget.focus())
  })
  widget.addEventListener('chat-open', remove, { once: true })
  // Inside of the widget's palette.
  widget.renderRoot.querySelector('.theme')?.append(teaser)
}

type Memory = 'localStorage' | 'sessionStorage'

function read(memory: Memory, key: string): boolean {
  try {
    return window[memory].getItem(key) !== null
  } catch {
    return false
  }
}

function remember(memory: Memory, key: string): void {
  try {
    window[memory].setItem(key, '1')
  } catch {
    // Blocked or full: then it lasts as long as the page.
  }
}
