const BADGE = /^\(\p{Nd}+\+?\) /u

/** `(2) Mesa Albufera`: before whatever the page calls itself, and gone without a trace. Pages change their titles: it is put back. */
export function createTitleBadge(): { show(unread: string): void } {
  let shown = ''
  let observer: MutationObserver | undefined

  function write(): void {
    const own = document.title.replace(BADGE, '')
    const title = shown ? `(${shown}) ${own}` : own
    if (document.title !== title) document.title = title
  }

  return {
    show(unread) {
      if (unread === shown) return
      shown = unread
      write()
      observer?.disconnect()
      observer = undefined
      if (unread === '') return
      observer = new MutationObserver(write)
      observer.observe(document.head, { childList: true, characterData: true, subtree: true })
    },
  }
}
