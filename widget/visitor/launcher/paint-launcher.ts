import { CHAT, CHEVRON_DOWN } from '../../parts/icon/paths.ts'
import { launcherStyles } from './launcher.styles.ts'

const SVG = 'http://www.w3.org/2000/svg'

/**
 * The button that opens the chat, in a shadow root. Without Lit, because the script tag paints it before anything else is there; the
 * element that arrives later goes on with this same button, so that no click and no focus falls between the two.
 */
export function paintLauncher(root: ShadowRoot): HTMLButtonElement {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(launcherStyles)
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
  const button = make('button', 'launcher')
  button.type = 'button'
  button.setAttribute('aria-haspopup', 'dialog')
  button.setAttribute('aria-controls', 'panel')
  const slot = document.createElement('slot')
  slot.name = 'launcher-icon'
  slot.append(svg(CHAT, 'chat'))
  button.append(slot, svg(CHEVRON_DOWN, 'chevron'), make('span', 'badge'))
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
