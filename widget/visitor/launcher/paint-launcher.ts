import { launcherStyles } from './launcher.styles.ts'

// From Lucide (ISC licence). Here and not with the other icons: shared, they would become a file of their own to fetch.
const CHAT =
  'M22 17a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 21.286V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2zM7 11h10M7 15h6M7 7h8'
const CHEVRON_DOWN = 'm6 9 6 6 6-6'

const SVG = 'http://www.w3.org/2000/svg'

/**
 * The button that opens the chat, in a shadow root: closed, with nothing waiting. Without Lit, because the script tag paints it before anything else is there; the
 * element that arrives later goes on with this same button, so that no click and no focus falls between the two.
 */
export function paintLauncher(root: ShadowRoot): HTMLButtonElement {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(launcherStyles)
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
  const button = make('button', 'launcher')
  button.setAttribute('aria-haspopup', 'dialog')
  button.setAttribute('aria-controls', 'panel')
  button.ariaExpanded = 'false'
  const badge = make('span', 'badge')
  badge.hidden = true
  const slot = document.createElement('slot')
  slot.name = 'launcher-icon'
  slot.append(svg(CHAT, 'chat'))
  button.append(slot, svg(CHEVRON_DOWN, 'chevron'), badge)
  root.prepend(button)
  return button
}

/** A part is named like its class. */
function make<Tag extends 'button' | 'span'>(tag: Tag, name: string): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  element.className = name
  element.part.value = name
  return element
}

function svg(outline: string, name: string): SVGElement {
  const image = document.createElementNS(SVG, 'svg')
  image.setAttribute('viewBox', '0 0 24 24')
  image.setAttribute('class', name)
  image.ariaHidden = 'true'
  const path = document.createElementNS(SVG, 'path')
  path.setAttribute('d', outline)
  image.append(path)
  return image
}
