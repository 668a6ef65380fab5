/** What a canned reply may leave open until it is used. No imports: the browser fills in its previews with this too. */
export const VARIABLES = [
  'visitor.name',
  'visitor.firstName',
  'visitor.email',
  'commercial.name',
  'commercial.firstName',
  'site.name',
] as const
export type Variable = (typeof VARIABLES)[number]
export type VariableValues = { readonly [Name in Variable]?: string | undefined }

/** `{{visitor.name}}`, or with what stands there when it is not known: `{{visitor.name|amigo}}`. */
const placeholder = /(?<space>[ \t]*)\{\{\s*(?<name>[\w.]+)\s*(?:\|(?<otherwise>[^{}]*))?\}\}/g

/** Those of a text that do not exist, as they are written there. */
export function unknownVariables(text: string): string[] {
  return [...text.matchAll(placeholder)]
    .map(({ groups }) => groups?.['name'] ?? '')
    .filter((name) => !isVariable(name))
}

/** Puts the values in. One that is not known leaves nothing, nor the space before it: "Hola {{visitor.name}}," becomes "Hola,". */
export function fillVariables(text: string, values: VariableValues): string {
  const filled = text.replaceAll(placeholder, (whole: string, ...rest: unknown[]) => {
    const { space, name, otherwise } = rest.at(-1) as { space: string; name: string; otherwise?: string }
    if (!isVariable(name)) return whole
    const value = values[name] || (otherwise ?? '').trim()
    return value === '' ? '' : `${space}${value}`
  })
  return filled.trimStart()
}

export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? ''
}

function isVariable(name: string): name is Variable {
  return (VARIABLES as readonly string[]).includes(name)
}
