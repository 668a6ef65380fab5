import { html, type TemplateResult } from 'lit'
import type { DraftMessage, Thread } from '../../core/state.ts'
import { plural } from '../../i18n/plural.ts'
import type { ConsoleLocalization } from '../console-localization.ts'

/** The answer that was held back because its writer had not seen the newest messages. */
export function staleDraft(thread: Thread): DraftMessage | undefined {
  return thread.find(isStale)
}

function isStale(message: Thread[number]): message is DraftMessage {
  return message.delivery === 'failed' && message.failure?.code === 'stale_reply'
}

export interface StaleNotice {
  readonly draft: DraftMessage
  readonly l10n: ConsoleLocalization
  readonly send: () => void
  readonly keepWriting: () => void
}

/** Says that the talk has gone on, and leaves it to the writer whether the answer still fits. */
export function staleNotice({ draft, l10n, send, keepWriting }: StaleNotice): TemplateResult {
  const strings = l10n.console
  const unseen = Math.max(1, draft.failure?.unseen?.length ?? 1)
  return html`<div class="stale">
    <p><strong>${plural(l10n.locale, unseen, strings.staleReply)}.</strong> ${strings.staleReplyHint}</p>
    <button class="button" type="button" @click=${keepWriting}>${strings.keepWriting}</button>
    <button class="button primary" type="button" @click=${send}>${strings.sendAnyway}</button>
  </div>`
}
