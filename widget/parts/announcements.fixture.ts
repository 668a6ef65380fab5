const REGIONS = '[role=log], [role=status]'

/**
 * Notes what a screen reader would read out of the live regions in a shadow root and in those within it: texts that are added or
 * changed, unless the nearest `aria-live` is `off` or they are hidden. What a region holds when it comes into the page is not read out.
 */
export function recordAnnouncements(root: ShadowRoot): readonly string[] {
  const announced: string[] = []
  const watched = new WeakSet<ShadowRoot>()
  const observer = new MutationObserver((records) => {
    // What was added within something else that was added is a part of it.
    const added = new Set(records.flatMap((record) => [...record.addedNodes]))
    for (const node of added) if (!isWithin(node.parentNode, added)) note(node)
    for (const { type, target } of records)
      if (type === 'characterData' && !isWithin(target, added)) note(target)
    for (const node of added) if (node instanceof Element) watchAll(node)
  })

  function note(node: Node): void {
    const parent = node.parentElement
    if (!parent?.closest(REGIONS) || !parent.checkVisibility() || isSilent(parent)) return
    const text = spoken(node)
      .replaceAll(/[\u2066-\u2069]/g, '')
      .replaceAll(/\s+/g, ' ')
      .trim()
    if (text !== '') announced.push(text)
  }

  function watch(shadow: ShadowRoot): void {
    if (watched.has(shadow)) return
    watched.add(shadow)
    observer.observe(shadow, { childList: true, characterData: true, subtree: true })
    watchAll(shadow)
  }

  function watchAll(within: ParentNode): void {
    const elements =
      within instanceof Element ? [within, ...within.querySelectorAll('*')] : within.querySelectorAll('*')
    for (const { shadowRoot } of elements) if (shadowRoot !== null) watch(shadowRoot)
  }

  watch(root)
  return announced
}

function isWithin(node: Node | null, others: ReadonlySet<Node>): boolean {
  for (let at = node; at !== null; at = at.parentNode) if (others.has(at)) return true
  return false
}

function isSilent(element: Element): boolean {
  const isOff = element.closest('[aria-live]')?.getAttribute('aria-live') === 'off'
  return isOff || element.closest('[aria-hidden=true], [hidden]') !== null
}

function spoken(node: Node): string {
  if (node instanceof Element) return isSilent(node) ? '' : [...node.childNodes].map(spoken).join(' ')
  return node instanceof Text ? node.data : ''
}
