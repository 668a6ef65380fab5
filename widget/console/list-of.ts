import type { Teammate } from '#shared/person.ts'
import { isolate } from '../i18n/plural.ts'

/** "Joan and Lucía", as their reader's language joins names. */
export function listOf(people: readonly Pick<Teammate, 'name'>[], locale: string): string {
  return new Intl.ListFormat(locale).format(people.map(({ name }) => isolate(name)))
}
