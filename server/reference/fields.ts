import { html } from 'hono/html'
import type { JsonSchema } from '@valibot/to-json-schema'
import { nameOfReference } from './shapes.ts'

type Html = ReturnType<typeof html>

/** What an object is made of, as a table: names, kinds, limits. */
export function fieldsTable(schema: JsonSchema): Html {
  const { properties = {}, required = [] } = schema
  const names = Object.keys(properties)
  if (names.length === 0) return html`<p>${kindOf(schema)}</p>`
  return html`<table>
    <tbody>
      ${names.map(
        (name) =>
          html`<tr>
            <th scope="row">
              <code>${name}</code>${required.includes(name) ? '' : html` <small>optional</small>`}
            </th>
            <td>${kindOf(properties[name])}</td>
          </tr>`,
      )}
    </tbody>
  </table>`
}

/** A kind of value in few words, with links to shapes that have a name. */
export function kindOf(schema: JsonSchema | boolean | undefined): Html {
  if (schema === undefined || typeof schema === 'boolean') return html`anything`
  if (schema.$ref !== undefined) return shapeLink(nameOfReference(schema.$ref))
  if (schema.const !== undefined) return html`<code>${JSON.stringify(schema.const)}</code>`
  if (schema.enum !== undefined)
    return listed(schema.enum.map((value) => html`<code>${JSON.stringify(value)}</code>`))
  const choices = schema.anyOf ?? schema.oneOf
  if (choices !== undefined) return listed(choices.map(kindOf))
  if (schema.type === 'array') return html`list of ${itemsOf(schema)}${limitsOf(schema)}`
  if (schema.type === 'object') return objectKind(schema)
  return html`${schema.type ?? 'anything'}${limitsOf(schema)}`
}

function itemsOf({ items }: JsonSchema): Html {
  return kindOf(Array.isArray(items) ? items[0] : items)
}

function objectKind(schema: JsonSchema): Html {
  const { properties = {}, additionalProperties } = schema
  if (Object.keys(properties).length > 0) return fieldsTable(schema)
  return typeof additionalProperties === 'object'
    ? html`object whose values are each ${kindOf(additionalProperties)}`
    : html`object`
}

function listed(kinds: readonly Html[]): Html {
  return html`${kinds.map((kind, index) => html`${index === 0 ? '' : ' or '}${kind}`)}`
}

function shapeLink(name: string): Html {
  return html`<a href="#shape-${name}">${name}</a>`
}

/** Lengths, amounts and forms. */
function limitsOf(schema: JsonSchema): string {
  const { minLength, maxLength, minimum, maximum, minItems, maxItems, format } = schema
  const words = [
    format,
    between(minLength, maxLength, 'characters'),
    between(minimum, maximum, ''),
    between(minItems, maxItems, 'of them'),
  ].filter((text) => text !== undefined)
  return words.length === 0 ? '' : `, ${words.join(', ')}`
}

function between(least: number | undefined, most: number | undefined, unit: string): string | undefined {
  if (least === undefined && most === undefined) return undefined
  if (most === undefined) return `at least ${least} ${unit}`.trim()
  return `${least === undefined ? 'at most ' : `${least} to `}${most.toLocaleString('en')} ${unit}`.trim()
}
