import type { TemplateResult } from 'lit'
import type { Chat } from '#shared/chat.ts'
import { fill, isolate } from '../../i18n/plural.ts'
import type { ConsoleLocalization } from '../console-localization.ts'
import { toFormFailure } from '../form-failure.ts'
import { strip } from '../strip/strip.ts'

/** Something that could not be done with a chat. */
export interface Refused {
  readonly code: string
  /** Empty where no answer came. */
  readonly message: string
  /** With `already_assigned`: who was first. */
  readonly winner: string | undefined
}

export function toRefused(error: unknown): Refused {
  const { code, message, body } = toFormFailure(error, '')
  const { assignee } = body
  const name =
    typeof assignee === 'object' && assignee !== null && 'name' in assignee ? assignee.name : undefined
  return { code, message, winner: typeof name === 'string' ? name : undefined }
}

export interface RefusalContext {
  readonly chat: Chat | undefined
  readonly viewerId: string
  readonly l10n: ConsoleLocalization
  readonly dismiss: () => void
}

export function refusalNotice(refused: Refused, context: RefusalContext): TemplateResult {
  return strip(sentence(refused, context), context.l10n, context.dismiss)
}

function sentence({ code, message, winner }: Refused, { chat, viewerId, l10n }: RefusalContext): string {
  const strings = l10n.console
  if (code !== 'already_assigned') return message || strings.serverUnreachable
  // The answer names the winner; should it not, the news of the assignment does, a moment later.
  const holder = chat?.assignee?.commercialId === viewerId ? undefined : chat?.assignee?.name
  const name = winner ?? holder
  return name === undefined ? strings.takenBySomebody : fill(strings.takenBy, { name: isolate(name) })
}
