/**
 * Registers an element unless its name is taken. A page may hold both the widget and the console, each with its own copy of the parts
 * they share, and may load either twice: who comes second uses what is there.
 */
export function element(tag: string): (constructor: CustomElementConstructor) => void {
  return (constructor) => {
    if (customElements.get(tag) === undefined) customElements.define(tag, constructor)
  }
}
