/** The mark of the console with a dot that says: somebody waits. Drawn like `page/icon.svg`, and small enough to be an address. */
const MARK = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path d="M11 0h10a11 11 0 0 1 11 11v17a4 4 0 0 1-4 4H11A11 11 0 0 1 0 21V11A11 11 0 0 1 11 0z" fill="#145e43"/><path d="M21 11.2c-.5-2-2.4-3.2-5-3.2-2.9 0-5 1.5-5 3.8 0 5 10.4 2.6 10.4 8 0 2.5-2.3 4.2-5.4 4.2-2.9 0-5.1-1.4-5.6-3.6" fill="none" stroke="#f6fcf7" stroke-width="3.2" stroke-linecap="round"/><circle cx="24" cy="8" r="8" fill="#fcbb39" stroke="#fff" stroke-width="2"/></svg>`

/** Puts a dot on the page's icon, and a number on that of the installed app, while something waits. */
export class FaviconBadge {
  #plain: string | null = null

  show(count: number): void {
    this.#showOnApp(count)
    const link = document.querySelector<HTMLLinkElement>('link[rel~="icon"]')
    if (link === null) return
    if (count > 0 && this.#plain === null) {
      this.#plain = link.href
      link.href = `data:image/svg+xml,${encodeURIComponent(MARK)}`
    } else if (count === 0 && this.#plain !== null) {
      link.href = this.#plain
      this.#plain = null
    }
  }

  #showOnApp(count: number): void {
    // Where the console is not installed the promise may be rejected, which is no news.
    const badge = navigator as Partial<Pick<Navigator, 'setAppBadge'>>
    badge.setAppBadge?.(count).catch(() => {})
  }
}
