import type { PropertyDeclaration, ReactiveElement } from 'lit'

interface Prototype {
  readonly constructor: { createProperty(name: PropertyKey, options?: PropertyDeclaration): void }
}

/** Lit's decorators in the one form that our compiler makes of them. The originals understand three. */
export function property(options?: PropertyDeclaration) {
  return ({ constructor }: Prototype, name: PropertyKey): void => constructor.createProperty(name, options)
}

export function state() {
  return property({ state: true, attribute: false })
}

export function query(selector: string) {
  return (): PropertyDescriptor => ({
    get(this: ReactiveElement) {
      return this.renderRoot?.querySelector(selector) ?? null
    },
    configurable: true,
  })
}
