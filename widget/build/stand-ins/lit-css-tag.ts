/** Lit's style sheets for browsers that have constructable ones, which are all that the elements are built for. */
export class CSSResult {
  readonly cssText: string
  #sheet: CSSStyleSheet | undefined

  constructor(cssText: string) {
    this.cssText = cssText
  }

  get styleSheet(): CSSStyleSheet {
    if (this.#sheet === undefined) {
      this.#sheet = new CSSStyleSheet()
      this.#sheet.replaceSync(this.cssText)
    }
    return this.#sheet
  }
}

export const supportsAdoptingStyleSheets = true
export const unsafeCSS = (text: string) => new CSSResult(text)
/** Ours put nothing into theirs. */
export const css = ([text = '']: TemplateStringsArray) => new CSSResult(text)
export const getCompatibleStyle = (style: CSSResult) => style

export function adoptStyles(root: ShadowRoot, styles: readonly CSSResult[]): void {
  root.adoptedStyleSheets = styles.map(({ styleSheet }) => styleSheet)
}
