/** On a desktop above everything but beside the page (a popover, so that no ancestor clips or covers it), on a phone modal (a dialog). */
export type Layer = 'none' | 'popover' | 'modal'

/**
 * Shows the panel in the layer that fits the screen. The dialog wraps the popover, so that turning a tablet moves nothing and loses no
 * draft. Safe to call again: after the element was moved in the page the panel is shown anew.
 */
export function putInLayer(layer: Layer, dialog: HTMLDialogElement, panel: HTMLElement): void {
  // Where popovers are missing the style sheet puts the panel above the page with a z-index.
  const canPopover = 'popover' in panel
  if (layer === layerOf(dialog, canPopover && panel.matches(':popover-open'))) return
  dialog.close()
  if (canPopover) panel.togglePopover(layer === 'popover')
  if (layer === 'modal') dialog.showModal()
}

function layerOf(dialog: HTMLDialogElement, isPopover: boolean): Layer {
  // Moved in the page it is still `open`, and modal no longer.
  if (dialog.matches(':modal')) return 'modal'
  return isPopover ? 'popover' : 'none'
}

/** A phone's keyboard shrinks only the visual viewport: without this it would cover the field. */
export function pinToView(panel: HTMLElement): void {
  if (visualViewport === null) return
  const { offsetTop, height } = visualViewport
  panel.style.setProperty('--view-top', `${offsetTop}px`)
  panel.style.setProperty('--view-height', `${height}px`)
}
