import type { WebhookDelivery } from '#shared/webhook.ts'
import { fill, plural } from '../../../i18n/plural.ts'
import type { WebhookStrings } from '../../../i18n/webhooks.en.ts'

/** What happened: of what, and what. */
export function eventName(event: WebhookDelivery['event'], words: WebhookStrings): string {
  if (event === 'test') return words.testEvent
  const [subject = ''] = event.split('.')
  const of = words.subjects[subject as keyof WebhookStrings['subjects']]
  return `${of.split(/[,،（(]/, 1)[0]?.trim()}: ${words.event[event]}`
}

/** How the last try went: with which status, why not, how long it took. */
export function outcomeOf(
  { status, problem, durationMs }: WebhookDelivery,
  { words, locale }: { words: WebhookStrings; locale: string },
): string {
  const why = problem === undefined || problem === 'refused' ? undefined : words.problems[problem]
  return [status, why, durationMs === undefined ? undefined : durationOf(durationMs, { words, locale })]
    .filter((part) => part !== undefined)
    .join(' · ')
}

/** Why a try came to nothing, in the middle of a sentence. */
export function problemOf({ status, problem }: WebhookDelivery, words: WebhookStrings): string {
  const why = words.problems[problem ?? 'refused']
  return status === undefined ? why : `${status}, ${why}`
}

export function durationOf(
  durationMs: number,
  { words, locale }: { words: WebhookStrings; locale: string },
): string {
  return fill(words.duration, { ms: new Intl.NumberFormat(locale).format(durationMs) })
}

export function triesOf(
  { attempts }: WebhookDelivery,
  { words, locale }: { words: WebhookStrings; locale: string },
): string {
  return attempts === 0 ? '' : plural(locale, attempts, words.tries)
}
