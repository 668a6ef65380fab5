interface Widget {
  page(): Promise<unknown>
}

/** Routers name the page after they have changed its address; redirects end meanwhile. */
const SETTLE_MS = 500

/**
 * Tells the team which pages a visitor looks at who has written: this one, and those that a router shows without loading them. Where
 * the browser has no Navigation API yet, only the ways back and forth are heard of, and `page()` tells the others. Returns how to stop.
 */
export function followPages(widget: Widget): () => void {
  const life = new AbortController()
  const options = { signal: life.signal }
  let told: string | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  function tell(): void {
    if (location.href === told) return
    told = location.href
    widget.page().catch(ignore)
  }

  function tellSoon(): void {
    clearTimeout(timer)
    timer = setTimeout(tell, SETTLE_MS)
  }

  const { navigation } = window as { navigation?: EventTarget }
  navigation?.addEventListener('navigatesuccess', tellSoon, options)
  for (const event of ['popstate', 'hashchange']) addEventListener(event, tellSoon, options)
  life.signal.addEventListener('abort', () => clearTimeout(timer))
  tell()
  return () => life.abort()
}

function ignore(): void {
  // The way through a site is worth no error in somebody's page.
}
