interface Widget extends HTMLElement {
  readonly open: boolean
  openWith(options: { trigger: 'user' }): unknown
  close(): void
}

/** A button of the page opens and closes the chat, and says whether it is open. Returns how to let go of it. */
export function bindLauncher(widget: Widget, button: Element): () => void {
  const life = new AbortController()
  const options = { signal: life.signal }
  const before = button.getAttribute('aria-expanded')

  function show(): void {
    button.setAttribute('aria-expanded', String(widget.open))
  }

  function letGo(): void {
    life.abort()
    if (before === null) button.removeAttribute('aria-expanded')
    else button.setAttribute('aria-expanded', before)
  }

  function press(): void {
    // Removed from the page, it has no button there either.
    if (!widget.isConnected) letGo()
    else if (widget.open) widget.close()
    else widget.openWith({ trigger: 'user' })
  }

  button.addEventListener('click', press, options)
  for (const event of ['chat-open', 'chat-close']) {
    // After the element has taken in what it tells of.
    widget.addEventListener(event, () => queueMicrotask(show), options)
  }
  show()
  return letGo
}
