import { MAX_ATTRIBUTE_LENGTH, MAX_ATTRIBUTE_NAME_LENGTH, MAX_ATTRIBUTES } from '#shared/limits.ts'
import type { Attributes } from '#shared/person.ts'

/** Throws what is wrong with attributes of a page's: they may be told much later, when nobody listens any more. */
export function checkAttributes(attributes: Attributes): void {
  const entries = Object.entries(attributes)
  if (entries.length > MAX_ATTRIBUTES) throw new RangeError(`At most ${MAX_ATTRIBUTES} attributes`)
  for (const [name, value] of entries) {
    if (name === '' || name.length > MAX_ATTRIBUTE_NAME_LENGTH || !isValue(value))
      throw new TypeError(`Not an attribute of a visitor: ${name}`)
  }
}

function isValue(value: unknown): boolean {
  if (typeof value === 'string') return value.length <= MAX_ATTRIBUTE_LENGTH
  return value === null || typeof value === 'boolean' || Number.isFinite(value)
}
