import type { ReactiveControllerHost } from 'lit'

/** What it needs of the element. */
export interface CoveringWidget extends ReactiveControllerHost {
  readonly open: boolean
  readonly isConnected: boolean
  readonly renderRoot: ParentNode
}

/** Our entry in the history. */
interface Entry {
  readonly id: string
  /** The page's address when it was pushed. */
  readonly href: string
  /** Of the history, when it was last looked at. */
  length: number
}

/** The key of the entry's id in its state, which is else a copy of the page's: a router that comes by finds what it knows. */
const MARK = 'sobremesa'

/**
 * The back gesture closes a chat that covers a phone's screen, where the browser does not see to that by itself (`CloseWatcher`): by one
 * entry in the history, pushed when the chat opens and left when it closes. For the page nothing happens: the entry has the page's own
 * address and state, and nobody hears of the moves between the two.
 */
export function closeOnBack(widget: CoveringWidget): void {
  let entry: Entry | undefined
  /** What we have asked of the history, and what it has not done yet. */
  let asked: 'leave' | 'return' | undefined

  const dialog = () => widget.renderRoot.querySelector('dialog')
  const isOn = ({ id }: Entry) => markOf(history.state) === id

  function settle(): void {
    if (asked !== undefined) return
    const covers = widget.isConnected && dialog()?.open === true
    if (covers && entry === undefined) push()
    else if (!covers && entry !== undefined) leave(entry)
  }

  function push(): void {
    entry = pushEntry()
    if (entry !== undefined) addEventListener('popstate', handleMove, true)
  }

  function forget(): void {
    entry = undefined
    asked = undefined
    removeEventListener('popstate', handleMove, true)
  }

  /** Where the page has gone on from it, it stays behind: a step that shows nothing new. */
  function leave(from: Entry): void {
    if (!isOn(from)) return forget()
    from.length = history.length
    asked = 'leave'
    history.back()
  }

  /** On the window, and captured: before the page's own listeners. */
  function handleMove(event: PopStateEvent): void {
    if (entry === undefined) return
    const isBack = !isOn(entry) && location.href === entry.href
    if (asked !== undefined || isBack) event.stopImmediatePropagation()
    if (asked === 'leave' && history.length > entry.length) {
      // While we were on our way the page has gone on: to where it went.
      asked = 'return'
      history.go(isOn(entry) ? 1 : 2)
    } else if (asked !== undefined) {
      forget()
      // It may have been opened again.
      settle()
    } else if (!isBack && event.state === null && history.length > entry.length) {
      // No move, but an address with a `#` of the page's.
      entry.length = history.length
    } else close(entry)
  }

  /** As the browser does it where it has a `CloseWatcher`: what lies on top first. */
  function close(left: Entry): void {
    const top = topDialog()
    if (top?.dispatchEvent(new Event('cancel', { cancelable: true }))) top.close()
    // There was something over the chat, or the page has objected. Else the next update leaves what is to be left.
    if (widget.open && !isOn(left)) push()
  }

  widget.addController({
    // After the element has put its panel on the screen, or away.
    hostUpdated: () => queueMicrotask(settle),
    // Moved in the page it is back within a microtask.
    hostDisconnected: () => setTimeout(settle),
  })
  settle()
}

function pushEntry(): Entry | undefined {
  const { state } = history
  // A copy of anything else than a plain object would not be what the page has put there.
  if (state !== null && Object.getPrototypeOf(state) !== Object.prototype) return undefined
  const id = `${performance.timeOrigin + performance.now()}`
  const { navigation } = window as { navigation?: EventTarget }
  navigation?.addEventListener('navigate', hush, true)
  try {
    // The browser's own, not what a router or analytics have put in its place.
    History.prototype.pushState.call(history, { ...state, [MARK]: id }, '')
    return { id, href: location.href, length: history.length }
  } catch {
    // Safari allows a hundred in half a minute.
    return undefined
  } finally {
    navigation?.removeEventListener('navigate', hush, true)
  }
}

/** A question, a picture, or the chat itself: whichever has the focus. */
function topDialog(): HTMLDialogElement | undefined {
  let top: HTMLDialogElement | undefined
  for (let at = document.activeElement; at; at = at.shadowRoot?.activeElement ?? null)
    top = at.closest<HTMLDialogElement>('dialog[open]') ?? top
  return top
}

/** A router on the Navigation API would take our entry for a page to show. */
function hush(event: Event): void {
  event.stopImmediatePropagation()
}

function markOf(state: unknown): unknown {
  return (state as Readonly<Record<string, unknown>> | null)?.[MARK]
}
