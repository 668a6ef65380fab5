import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import type { PublicSite } from '#shared/site.ts'
import { formatComing } from '../../i18n/format.ts'
import type { Localization } from '../../i18n/localization.ts'
import { fill, plural } from '../../i18n/plural.ts'
import { avatar } from '../../parts/avatar/avatar.ts'
import { icon } from '../../parts/icon/icon.ts'
import { CHEVRON_DOWN, CLOSE } from '../../parts/icon/paths.ts'
import { fire } from '../../parts/part-events.ts'

interface Panel extends EventTarget {
  readonly l10n: Localization
  readonly fullscreen: boolean
  readonly inline: boolean
}

/** More faces than this say "call centre". */
const FACES = 2

/** Who answers, and whether and when: only what is true and known. */
export function panelHeader(panel: Panel, site: PublicSite | null | undefined, menu: TemplateResult) {
  const { l10n } = panel
  return html`<header part="header">
    <slot name="header-start"></slot>
    ${site ? html`<div class="faces">${faces(site)}</div>` : nothing}
    <div class="who">
      <h2 part="title"><bdi>${site?.name ?? l10n.strings.chat}</bdi></h2>
      <p part="status">
        ${
          site
            ? html`<i class="dot ${site.online ? '' : 'off'}"></i>${presenceWords(site, l10n)}`
            : html`<i class="bone"></i>`
        }
      </p>
    </div>
    <slot name="header-end"></slot>
    ${menu}
    ${
      panel.inline
        ? nothing
        : html`<button
            type="button"
            class="tool minimize"
            aria-label=${l10n.strings.minimize}
            @click=${() => fire(panel, 'chat-minimize', {})}
          >
            ${icon(panel.fullscreen ? CLOSE : CHEVRON_DOWN)}
          </button>`
    }
  </header>`
}

function faces({ team, name }: PublicSite) {
  const shown = team.length === 0 ? [{ name, avatarUrl: undefined }] : team.slice(0, FACES)
  return shown.map((mate) => avatar({ name: mate.name, image: mate.avatarUrl, size: 38 }))
}

/** The real median where there is one, else what is known: that somebody is there, or when. */
export function presenceWords(site: PublicSite, l10n: Localization): string {
  const { strings, locale } = l10n
  if (site.online) {
    return site.expectedReplyMinutes === undefined
      ? strings.online
      : plural(locale, site.expectedReplyMinutes, strings.repliesIn)
  }
  if (site.nextOpening === undefined) return strings.offline
  return fill(strings.backAt, { when: formatComing(l10n, site.nextOpening, new Date()) })
}
