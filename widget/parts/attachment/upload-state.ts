import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import type { FileStrings } from '../../i18n/files.en.ts'
import type { Localization } from '../../i18n/localization.ts'
import { fill } from '../../i18n/plural.ts'
import { formatSize } from './format-size.ts'
import type { UploadProgress } from './upload-progress.ts'
import { whyFailed } from './why-failed.ts'

interface Shown {
  /** Bytes. */
  readonly size: number
  readonly name: string
  readonly words: FileStrings
  readonly l10n: Localization
}

/** A bar and words for how far a file has come: `68 % of 2.4 MB`. */
export function uploadState(progress: UploadProgress, { size, name, words, l10n }: Shown): TemplateResult {
  const { locale } = l10n
  if (progress.state === 'failed')
    return html`<p class="state" dir="auto">${whyFailed(progress, words, locale)}</p>`
  const whole = formatSize(locale, size)
  if (progress.state !== 'underway') {
    const ready = progress.state === 'ready' ? html` · ${words.ready}` : nothing
    return html`<p class="state"><bdi>${whole}</bdi>${ready}</p>`
  }
  const share = size === 0 ? 0 : Math.min(1, progress.sent / size)
  const percent = new Intl.NumberFormat(locale, { style: 'percent' }).format(Math.floor(share * 100) / 100)
  return html`<progress aria-label=${name} max="1" value=${share}></progress>
    <p class="state">
      ${progress.isWaiting ? words.waiting : fill(words.uploaded, { percent, size: whole })}
    </p>`
}
