import { fixture, html, nextFrame } from '@open-wc/testing'
import type { TemplateResult } from 'lit'
import { en } from '../i18n/en.ts'
import { createLocalization } from '../i18n/localization.ts'
import { tokens } from '../styles/tokens.styles.ts'

/** Renders a part as it stands in an element: inside the palette. */
export async function part<Element extends HTMLElement>(
  template: TemplateResult,
  scheme: 'light' | 'dark' = 'light',
): Promise<Element> {
  const sheet = tokens.styleSheet
  if (sheet !== undefined && !document.adoptedStyleSheets.includes(sheet)) {
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  }
  document.body.style.margin = '0'
  const frame = await fixture<HTMLElement>(
    html`<div class="theme" data-scheme=${scheme} lang="en">${template}</div>`,
  )
  frame.style.cssText = 'background: var(--surface); color: var(--ink); font: 15px/1.45 sans-serif'
  const element = frame.firstElementChild
  if (!(element instanceof HTMLElement)) throw new Error('The template has no element.')
  await ('updateComplete' in element ? element.updateComplete : undefined)
  return element as Element
}

/**
 * What is inside an element's shadow; a test that looks for what is not there fails here, with its name. What more than a tag finds is of
 * the kind that the test says, or it fails here too.
 */
export function inside<Tag extends keyof HTMLElementTagNameMap>(
  host: Element,
  tag: Tag,
): HTMLElementTagNameMap[Tag]
export function inside(host: Element, selector: string): HTMLElement
export function inside<Found extends Element>(
  host: Element,
  selector: string,
  kind: abstract new () => Found,
): Found
export function inside(
  host: Element,
  selector: string,
  kind: abstract new () => Element = HTMLElement,
): Element {
  const found = host.shadowRoot?.querySelector(selector)
  if (found instanceof kind) return found
  throw new Error(`Nothing is "${selector}" in ${host.localName}.`)
}

/** Something inside it that a person fills in. */
export function fieldInside(
  host: Element,
  selector: string,
): HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
  const found = inside(host, selector)
  const isField =
    found instanceof HTMLInputElement ||
    found instanceof HTMLTextAreaElement ||
    found instanceof HTMLSelectElement
  if (isField) return found
  throw new Error(`"${selector}" in ${host.localName} is no field.`)
}

export function allInside<Found extends Element = HTMLElement>(host: Element, selector: string): Found[] {
  return [...(host.shadowRoot?.querySelectorAll<Found>(selector) ?? [])]
}

export function press(target: Element, key: string, change: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', {
    key,
    bubbles: true,
    composed: true,
    cancelable: true,
    ...change,
  })
  target.dispatchEvent(event)
  return event
}

/** The next event of this name. */
export function heard<Name extends keyof HTMLElementEventMap>(
  element: HTMLElement,
  name: Name,
): Promise<HTMLElementEventMap[Name]> {
  return new Promise((resolve) => element.addEventListener(name, resolve, { once: true }))
}

/** Until what observers of sizes and of views have to say has been said. */
export async function settled(): Promise<void> {
  await nextFrame()
  await nextFrame()
  await nextFrame()
}

/** What elements say in the tests, unless a test is about another language. */
export const english = createLocalization('en', en)
