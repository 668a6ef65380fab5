/** Puts a number before the page's title, for whoever has the console in a tab behind others. */
export class TitleBadge {
  #shown = 0

  show(count: number): void {
    if (count === this.#shown) return
    const title = document.title.replace(/^\(\d+\+?\) /, '')
    document.title = count === 0 ? title : `(${count > 99 ? '99+' : count}) ${title}`
    this.#shown = count
  }
}
