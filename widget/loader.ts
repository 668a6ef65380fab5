import type { ChatWidget } from './chat-widget.ts'
import { resolveScheme } from './styles/scheme.ts'
import { readToken, tokenKey } from './visitor/kept-token.ts'
import { languageOf, OPEN_CHAT } from './visitor/launcher/label.ts'
import { ownLauncher } from './visitor/launcher/own-launcher.ts'
import { paintLauncher } from './visitor/launcher/paint-launcher.ts'
import { readSettings } from './visitor/script-settings.ts'
import type * as Presence from './visitor/presence.ts'
import type { ScriptSettings } from './visitor/script-settings.ts'

/**
 * Paths beside this script, the element's first, and where the languages lie; baked in when it is built. The element's own file comes
 * when the page is idle; what it imports, once somebody comes near: together they are more than a page should pay on a guess.
 */
declare const __PANEL_FILES__: [string, ...string[]]
declare const __LANGUAGE_FOLDER__: string
declare const __PRESENCE_FILE__: string
declare const __VERSION__: string

type Call = [verb: string, ...args: unknown[]]

/** `ChatWidget('open')`, or `ChatWidget.open()`. A page's stub of the same name leaves earlier calls in `q`. */
interface Api {
  (...call: Call): Promise<unknown>
  q?: [call: Call, resolve: (value: unknown) => void, reject: (reason: unknown) => void][]
  version?: string
}

const PHONE = '(max-width: 480px)'

/**
 * The script tag: paints the launcher at once, and brings the chat when somebody wants it. The element that it makes is the one that
 * the second stage defines: the browser upgrades it in place, with the same launcher in it.
 */
function createLoader(
  settings: ScriptSettings,
  src: string,
): { appear(): void; answer(call: Call): Promise<unknown> } {
  const { attributes } = settings
  const { locale, theme, position, launcher, accent, teaser, inline, 'site-id': site } = attributes
  const widget = document.createElement('chat-widget')
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) widget.setAttribute(name, value)
  }
  const alone = answersAlone(widget)
  let coming: Promise<void> | undefined
  let isKept = false
  const preloaded = new Set<string>()

  /** The launcher, in the page. */
  function appear(): void {
    if (isKept) return
    isKept = true
    settle()
    // Where the page has the second stage already, the element has painted itself.
    if (widget.shadowRoot === null) paint()
    keep()
    const isOpen = settings.isOpen && !matchMedia(PHONE).matches
    const isWanted =
      isOpen || (teaser ?? inline) === '' || readToken(tokenKey(site, attributes['api-url'])) !== null
    afterLoad(() => {
      if (settings.presence) tellOfLooks()
      if (isWanted) bring().then(() => (isOpen ? widget.openWith() : undefined), ignore)
      else if (!savesData()) preload(__PANEL_FILES__.slice(0, 1))
    })
  }

  function settle(): void {
    document.querySelector(settings.mount || 'body')?.append(widget)
  }

  async function answer([verb, ...args]: Call): Promise<unknown> {
    const [first, second] = args as [string, () => void]
    if (verb === 'on' || verb === 'once') {
      widget.addEventListener(`chat-${first}`, second, { once: verb === 'once' })
      return () => widget.removeEventListener(`chat-${first}`, second)
    }
    if (verb === 'setLocale' || verb === 'setTheme')
      return widget.setAttribute(verb.slice(3).toLowerCase(), first)
    if (verb === 'start') appear()
    if (verb === 'stop') isKept = false
    if (!isThere(widget) && Object.hasOwn(alone, verb)) return alone[verb]?.()
    await bring()
    return widget.perform(verb, ...args)
  }

  function paint(): void {
    const button = paintLauncher(widget.attachShadow({ mode: 'open' }))
    button.ariaLabel = OPEN_CHAT[languageOf(locale)]
    button.dataset['scheme'] = resolveScheme(theme, widget)
    button.dataset['position'] = position
    if (accent) button.style.setProperty('--site-accent', accent)
    button.hidden = launcher !== 'corner' || inline === ''
    const hurry = () => void bring().catch(ignore)
    for (const target of [button, ownLauncher(launcher)]) {
      target?.addEventListener('pointerenter', hurry)
      target?.addEventListener('focus', hurry)
      target?.addEventListener('click', () => {
        // From then on the element answers its launchers itself.
        if (isThere(widget)) return
        button.ariaBusy = 'true'
        bring()
          .then(() => widget.openWith({ trigger: 'user' }), ignore)
          .finally(() => (button.ariaBusy = null))
      })
    }
  }

  /** That somebody looks at this page. Much lighter than the chat, and what brings it once the team speaks to them. */
  function tellOfLooks(): void {
    import(/* @vite-ignore */ addressOf(__PRESENCE_FILE__)).then(
      (presence: typeof Presence) => presence.tell(widget, bring),
      ignore,
    )
  }

  function bring(): Promise<void> {
    preload(__PANEL_FILES__)
    coming ??= import(/* @vite-ignore */ addressOf(__PANEL_FILES__[0])).then(
      () => {
        customElements.upgrade(widget)
        if (!isThere(widget)) throw new Error('Another <chat-widget> is here')
      },
      (error: unknown) => {
        // The next press tries again.
        coming = undefined
        throw error
      },
    )
    return coming
  }

  /** With the words, all at once: a file that is known only from another would come a round trip later. */
  function preload(files: readonly string[]): void {
    for (const file of [...files, `${__LANGUAGE_FOLDER__}${languageOf(locale)}.js`]) {
      if (preloaded.has(file)) continue
      preloaded.add(file)
      const link = document.createElement('link')
      link.rel = 'modulepreload'
      link.href = addressOf(file)
      document.head.append(link)
    }
  }

  function addressOf(file: string): string {
    return new URL(file, src).href
  }

  /** Routers that swap the page's body take the launcher with it. Once upgraded, the element sees to that itself. */
  function keep(): void {
    const observer = new MutationObserver(() => {
      if (isThere(widget) || !isKept) observer.disconnect()
      else if (!widget.isConnected) settle()
    })
    observer.observe(document.documentElement, { childList: true, subtree: true })
  }

  return { appear, answer }
}

/** What needs no second stage, as long as it is not there. */
function answersAlone(widget: ChatWidget): Record<string, () => unknown> {
  return {
    close() {},
    show() {
      widget.hidden = false
    },
    hide() {
      widget.hidden = true
    },
    stop() {
      widget.remove()
    },
    get: () => ({
      open: false,
      visible: widget.isConnected && !widget.hidden,
      unread: 0,
      connected: false,
      version: __VERSION__,
    }),
  }
}

function isThere(widget: ChatWidget): boolean {
  return 'openWith' in widget
}

function savesData(): boolean {
  return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true
}

/** The page goes first. Safari has no idle callbacks yet. */
function afterLoad(act: () => void): void {
  const later: (act: () => void) => unknown = window.requestIdleCallback ?? setTimeout
  if (document.readyState === 'complete') later(act)
  else addEventListener('load', () => later(act))
}

function ignore(): void {
  // Whoever asked hears of it; a page that only showed a launcher need not.
}

function run(script: HTMLScriptElement): void {
  const globals = window as unknown as Record<string, unknown>
  const settings = readSettings(script, globals['ChatWidgetSettings'])
  const stub = globals[settings.global] as Api | undefined
  // Tag managers and themes both include it: the first one stays.
  if (stub?.version !== undefined) return
  const loader = createLoader(settings, script.src)
  const call = Object.assign((...args: Call) => loader.answer(args), { version: __VERSION__ })
  const api = new Proxy<Api>(call, {
    // A method for every verb. Not `then`: whoever awaits this would take it for a promise.
    get: (_, verb) =>
      verb in call || verb === 'then' || typeof verb === 'symbol'
        ? Reflect.get(call, verb)
        : call.bind(null, verb),
  })
  globals[settings.global] = api
  if (!settings.autostart) return answerHeld(api, stub)
  if (document.body) loader.appear()
  else addEventListener('DOMContentLoaded', () => loader.appear())
  return answerHeld(api, stub)
}

function answerHeld(api: Api, stub: Api | undefined): void {
  for (const [call, resolve, reject] of stub?.q ?? []) api(...call).then(resolve, reject)
}

// Only a classic script knows its own tag; inside a module this is null, and there is nothing to load.
if (document.currentScript instanceof HTMLScriptElement) run(document.currentScript)
