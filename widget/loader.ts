import type { ChatWidget } from './chat-widget.ts'
import { resolveScheme } from './styles/scheme.ts'
import { readToken, tokenKey } from './visitor/kept-token.ts'
import { launcherLabel } from './visitor/launcher/label.ts'
import { showLauncher } from './visitor/launcher/launcher.ts'
import { paintLauncher } from './visitor/launcher/paint-launcher.ts'
import { readSettings } from './visitor/script-settings.ts'
import type { ScriptSettings } from './visitor/script-settings.ts'

/** Paths beside this script, the element's first, and the languages'; baked in when it is built. */
declare const __PANEL_FILES__: [string, ...string[]]
declare const __LANGUAGE_FILES__: Readonly<Record<string, string>>
declare const __VERSION__: string

type Call = [verb: string, ...args: unknown[]]

/** `ChatWidget('open')`, or `ChatWidget.open()`. A page's stub of the same name leaves earlier calls in `q`. */
interface Api {
  (...call: Call): Promise<unknown>
  q?: [call: Call, resolve: (value: unknown) => void, reject: (reason: unknown) => void][]
  version?: string
  [verb: string]: unknown
}

const VERBS = 'open close toggle show hide send start stop get on once setLocale setTheme'.split(' ')
const PHONE = '(max-width: 480px)'

/**
 * The script tag: paints the launcher at once, and brings the chat when somebody wants it. The element that it makes is the one that
 * the second stage defines: the browser upgrades it in place, with the same launcher in it.
 */
class Loader {
  readonly #settings: ScriptSettings
  readonly #src: string
  readonly #widget: ChatWidget
  #coming: Promise<void> | undefined
  #isKept = false
  #isPreloaded = false

  constructor(settings: ScriptSettings, src: string) {
    this.#settings = settings
    this.#src = src
    this.#widget = document.createElement('chat-widget')
    const { site, api, locale, theme, position, launcher, accent } = settings
    // Attributes, not properties: they mean the same before the element is defined.
    const attributes = {
      'site-id': site,
      'api-url': api,
      locale,
      theme,
      position,
      launcher,
      accent,
      persistent: '',
    }
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== undefined) this.#widget.setAttribute(name, value)
    }
  }

  /** The launcher, in the page. */
  appear(): void {
    if (this.#isKept) return
    this.#isKept = true
    document.body.append(this.#widget)
    // Where the page has the second stage already, the element has painted itself.
    if (this.#widget.shadowRoot === null) this.#paint()
    this.#keep()
    const isOpen = this.#settings.isOpen && !matchMedia(PHONE).matches
    const isWanted = isOpen || readToken(tokenKey(this.#settings.site, this.#settings.api)) !== null
    afterLoad(() => {
      if (isWanted) this.#bring().then(() => (isOpen ? this.#widget.openWith() : undefined), ignore)
      else if (!savesData()) this.#preload()
    })
  }

  async answer([verb, ...args]: Call): Promise<unknown> {
    const widget = this.#widget
    const [first, second] = args as [string, () => void]
    if (verb === 'on' || verb === 'once') {
      widget.addEventListener(`chat-${first}`, second, { once: verb === 'once' })
      return () => widget.removeEventListener(`chat-${first}`, second)
    }
    if (verb === 'setLocale' || verb === 'setTheme')
      return widget.setAttribute(verb.slice(3).toLowerCase(), first)
    if (verb === 'start') this.appear()
    if (verb === 'stop') this.#isKept = false
    if (!isThere(widget) && /^(close|show|hide|stop|get)$/.test(verb)) return this.#answerAlone(verb)
    await this.#bring()
    const method = verb === 'open' ? 'openWith' : verb
    const methods = widget as unknown as Record<string, ((...args: unknown[]) => unknown) | undefined>
    if (!VERBS.includes(verb)) throw new Error(`ChatWidget has ${VERBS.join()}`)
    return methods[method]?.(...args)
  }

  /** What needs no second stage, as long as it is not there. */
  #answerAlone(verb: string): unknown {
    const widget = this.#widget
    if (verb === 'show' || verb === 'hide') widget.hidden = verb === 'hide'
    if (verb === 'stop') widget.remove()
    if (verb !== 'get') return undefined
    const visible = widget.isConnected && !widget.hidden
    return { open: false, visible, unread: 0, connected: false, version: __VERSION__ }
  }

  #paint(): void {
    const { launcher, locale, theme, position, accent } = this.#settings
    const button = paintLauncher(this.#widget.attachShadow({ mode: 'open' }))
    const scheme = resolveScheme(theme, this.#widget)
    showLauncher(button, { isOpen: false, unread: 0, label: launcherLabel(locale), scheme, position, accent })
    button.hidden = launcher === 'none'
    const bring = () => void this.#bring().catch(ignore)
    button.addEventListener('pointerenter', bring)
    button.addEventListener('focus', bring)
    button.addEventListener('click', () => {
      // From then on the element answers its launcher itself.
      if (!isThere(this.#widget)) this.#open(button)
    })
  }

  #open(button: HTMLButtonElement): void {
    button.ariaBusy = 'true'
    this.#bring()
      .then(() => this.#widget.openWith({ trigger: 'user' }), ignore)
      .finally(() => {
        button.ariaBusy = null
      })
  }

  #bring(): Promise<void> {
    this.#preload()
    this.#coming ??= import(/* @vite-ignore */ this.#addressOf(__PANEL_FILES__[0])).then(
      () => {
        customElements.upgrade(this.#widget)
        if (!isThere(this.#widget)) throw new Error('This page has another <chat-widget>')
      },
      (error: unknown) => {
        // The next press tries again.
        this.#coming = undefined
        throw error
      },
    )
    return this.#coming
  }

  /** All files at once: one that is known only from another would come a round trip later. */
  #preload(): void {
    if (this.#isPreloaded) return
    this.#isPreloaded = true
    const language = __LANGUAGE_FILES__[this.#settings.locale.slice(0, 2).toLowerCase()] ?? []
    for (const file of __PANEL_FILES__.concat(language)) {
      const link = document.createElement('link')
      link.rel = 'modulepreload'
      link.href = this.#addressOf(file)
      document.head.append(link)
    }
  }

  #addressOf(file: string): string {
    return new URL(file, this.#src).href
  }

  /** Routers that swap the page's body take the launcher with it. Once upgraded, the element sees to that itself. */
  #keep(): void {
    const observer = new MutationObserver(() => {
      if (isThere(this.#widget) || !this.#isKept) observer.disconnect()
      else if (!this.#widget.isConnected) document.body.append(this.#widget)
    })
    observer.observe(document.documentElement, { childList: true, subtree: true })
  }
}

function isThere(widget: ChatWidget): boolean {
  return 'openWith' in widget
}

function savesData(): boolean {
  return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true
}

/** The page goes first. */
function afterLoad(act: () => void): void {
  const idle = () => ('requestIdleCallback' in window ? requestIdleCallback(act) : setTimeout(act, 1))
  if (document.readyState === 'complete') idle()
  else addEventListener('load', idle, { once: true })
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
  const loader = new Loader(settings, script.src)
  const api = ((...call) => loader.answer(call)) as Api
  for (const verb of VERBS) api[verb] = (...args: unknown[]) => api(verb, ...args)
  api.version = __VERSION__
  globals[settings.global] = api
  if (!settings.startsByItself) return answerHeld(api, stub)
  if (document.body) loader.appear()
  else addEventListener('DOMContentLoaded', () => loader.appear())
  return answerHeld(api, stub)
}

function answerHeld(api: Api, stub: Api | undefined): void {
  for (const [call, resolve, reject] of stub?.q ?? []) api(...call).then(resolve, reject)
}

// Only a classic script knows its own tag; inside a module this is null, and there is nothing to load.
if (document.currentScript instanceof HTMLScriptElement) run(document.currentScript)
