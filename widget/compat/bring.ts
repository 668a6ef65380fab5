/** `ChatWidget(verb, …)`: waits by itself until the chat is there. */
export type Chat = (verb: string, ...args: unknown[]) => Promise<unknown>

type Held = [call: unknown[], resolve: (value: unknown) => void, reject: (cause: unknown) => void]

/** The tag that brought this script. Only a classic script knows its own, and only while it runs. */
const tag = document.currentScript as HTMLScriptElement

/**
 * Brings our script tag in the place of another vendor's: from the server that this file came from, for the site that its tag names
 * (`data-site`, or `?site=`). Calls made before it has arrived are held, as its own stub would.
 */
export function bring(settings: Record<string, string | undefined> = {}): Chat {
  const { src, dataset } = tag
  const page = window as unknown as { ChatWidget?: Chat & { q?: Held[] }; ChatWidgetSettings?: object }
  const site = new URL(src).searchParams.get('site')
  const named = site === null ? {} : { site }
  page.ChatWidgetSettings = Object.assign(named, settings, dataset, page.ChatWidgetSettings)
  const held: Held[] = []
  const stub = (...call: unknown[]) =>
    new Promise((resolve, reject) => {
      held.push([call, resolve, reject])
    })
  page.ChatWidget ??= Object.assign(stub, { q: held })
  const script = document.createElement('script')
  script.src = new URL('/widget.js', src).href
  script.async = true
  script.nonce = tag.nonce
  document.head.append(script)
  // What another vendor's calls ask for may not be there: their pages never heard of it, and need not now.
  return async (...call) => page.ChatWidget?.(...(call as [string])).catch(() => {})
}
