import { html } from 'lit'
import type { TemplateResult } from 'lit'
import type { Attachment } from '#shared/message.ts'
import type { Localization } from '../../i18n/localization.ts'

let loading: Promise<unknown> | undefined

/** A message's file. What shows it comes with the first one: until then its place is empty. */
export function attachment(file: Attachment, l10n: Localization): TemplateResult {
  loading ??= import('./chat-attachment.ts').catch(() => {
    // No network, maybe: the next drawing asks again.
    loading = undefined
  })
  return html`<chat-attachment exportparts="file, image" .file=${file} .l10n=${l10n}></chat-attachment>`
}
