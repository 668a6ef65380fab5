import { Directive, directive, type ElementPart } from 'lit/directive.js'

/** Gives an element several properties at once: those that every page of the settings takes. */
class Given extends Directive {
  override update({ element }: ElementPart, [properties]: [object]): void {
    Object.assign(element, properties)
  }

  render(_properties: object): void {}
}

export const given = directive(Given)
