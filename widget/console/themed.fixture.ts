import { fixture } from '@open-wc/testing'
import { css, type TemplateResult } from 'lit'
import { tokens } from '../styles/tokens.styles.ts'
import { consoleTokens } from './styles/console-tokens.styles.ts'
import { loadConsoleLocalization, type ConsoleLocalization } from './console-localization.ts'

export { allInside, fieldInside, heard, inside, press } from '../parts/part.fixture.ts'

const page = css`
  .theme {
    display: grid;
    min-block-size: 480px;
    background: var(--canvas);
    color: var(--ink);
    font: 14px/1.45 system-ui;
  }
`

/** Puts a part of the console on a page with the palette that the console gives it. */
export function themed<Part extends HTMLElement>(template: TemplateResult): Promise<Part> {
  const sheets = [tokens.styleSheet, consoleTokens.styleSheet, page.styleSheet].filter(
    (sheet) => sheet !== undefined,
  )
  document.adoptedStyleSheets = sheets
  const parentNode = document.createElement('div')
  parentNode.className = 'theme'
  document.body.append(parentNode)
  return fixture<Part>(template, { parentNode })
}

export const spanish: ConsoleLocalization = await loadConsoleLocalization('es-ES')

/** What an element says to the eyes, on one line. */
export function textOf(element: Element): string {
  return (element.textContent ?? '').replaceAll(/\s+/g, ' ').trim()
}
