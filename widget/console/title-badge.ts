import { badgeText } from '../i18n/badge.ts'

/** Puts a number before the page's title, for whoever has the console in a tab behind others. */
export class TitleBadge {
  #shown = ''

  show(locale: string, count: number): void {
    const badge = badgeText(locale, count)
    if (badge === this.#shown) return
    const title = document.title.replace(/^\(\p{Nd}+\+?\) /u, '')
    document.title = badge ? `(${badge}) ${title}` : title
    this.#shown = badge
  }
}
