export type Language = 'es' | 'en'

/** The page's, as `public/language.js` has set it. */
export function pageLanguage(): Language {
  return document.documentElement.lang === 'en' ? 'en' : 'es'
}

/** Words of a page by the names that its elements carry in `data-text`, `data-label`, `data-alt` and `data-content`. */
export type Words = Readonly<Record<string, string>>

/** The pages are written in Spanish; these words replace it. */
export function translatePage(words: Words): void {
  fill('data-text', words, (element, word) => (element.textContent = word))
  fill('data-label', words, (element, word) => element.setAttribute('aria-label', word))
  fill('data-alt', words, (element, word) => element.setAttribute('alt', word))
  fill('data-content', words, (element, word) => element.setAttribute('content', word))
}

function fill(attribute: string, words: Words, put: (element: Element, word: string) => void): void {
  for (const element of document.querySelectorAll(`[${attribute}]`)) {
    const word = words[element.getAttribute(attribute) ?? '']
    if (word !== undefined) put(element, word)
  }
}

/** Marks the language in use, and carries a chosen one to the demo's other pages: it is remembered nowhere but in the address. */
export function markLanguage(): void {
  const current = pageLanguage()
  document.querySelector(`.languages [hreflang="${current}"]`)?.setAttribute('aria-current', 'true')
  if (!new URLSearchParams(location.search).has('lang')) return
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href^="/demo"]')) {
    const url = new URL(link.href)
    url.searchParams.set('lang', current)
    link.href = url.pathname + url.search + url.hash
  }
}
