/** A text that depends on a number: `other` always, the rest as the language needs them (`Intl.PluralRules`). */
export interface PluralForms {
  readonly zero?: string
  readonly one?: string
  readonly two?: string
  readonly few?: string
  readonly many?: string
  readonly other: string
}

/** The same keys with any words: what a translation must have. */
export type Translated<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends string ? string : PluralForms
}

/** The form of a text for a number, with the number in it. A form that the language has and the text lacks is `other`. */
export function plural(locale: string, count: number, forms: PluralForms): string {
  const form = forms[new Intl.PluralRules(locale).select(count)] ?? forms.other
  return fill(form, { count: new Intl.NumberFormat(locale).format(count) })
}

/** Puts values in the place of `{names}`. */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}

/** Keeps a name of unknown direction from rearranging the sentence round it; for plain text, where there is no `<bdi>`. */
export function isolate(name: string): string {
  return `\u2068${name}\u2069`
}
