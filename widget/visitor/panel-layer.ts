/**
 * Shows and hides the panel in the layer that fits the screen: on a desktop above everything but beside the page (a popover, so that no
 * ancestor of the page clips or covers it), on a phone over the whole screen and modal (a dialog). The dialog wraps the popover, so that
 * turning a tablet moves nothing and loses no draft.
 */
export class PanelLayer {
  readonly #dialog: HTMLDialogElement
  readonly #panel: HTMLElement
  readonly #stopPinning = new AbortController()

  constructor(dialog: HTMLDialogElement, panel: HTMLElement) {
    this.#dialog = dialog
    this.#panel = panel
    const view = globalThis.visualViewport
    const options = { signal: this.#stopPinning.signal }
    view?.addEventListener('resize', this.#pin, options)
    view?.addEventListener('scroll', this.#pin, options)
  }

  /** Safe to call again: after the element was moved in the page it is shown anew. */
  show({ isModal }: { isModal: boolean }): void {
    if (isModal === this.#dialog.open && this.#isShown) return
    this.hide()
    this.#dialog.classList.add('shown')
    if (isModal) this.#dialog.showModal()
    else if (canPopover(this.#panel)) this.#panel.showPopover()
    this.#pin()
  }

  hide(): void {
    this.#dialog.classList.remove('shown')
    if (this.#dialog.open) this.#dialog.close()
    if (canPopover(this.#panel) && this.#panel.matches(':popover-open')) this.#panel.hidePopover()
  }

  /** Lets go of the window. */
  release(): void {
    this.#stopPinning.abort()
  }

  get #isShown(): boolean {
    if (!this.#dialog.classList.contains('shown')) return false
    return this.#dialog.open || !canPopover(this.#panel) || this.#panel.matches(':popover-open')
  }

  /** A phone's keyboard shrinks only the visual viewport: without this it would cover the field. */
  readonly #pin = (): void => {
    const view = globalThis.visualViewport
    if (view === undefined || view === null || !this.#dialog.open) return
    this.#panel.style.setProperty('--view-top', `${view.offsetTop}px`)
    this.#panel.style.setProperty('--view-height', `${view.height}px`)
  }
}

/** Where popovers are missing the style sheet puts the panel above the page with a z-index. */
function canPopover(panel: HTMLElement): boolean {
  return typeof panel.showPopover === 'function' && panel.isConnected
}
