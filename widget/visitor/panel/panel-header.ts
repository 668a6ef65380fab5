import { html, nothing } from 'lit'
import type { PublicSite } from '#shared/person.ts'
import type { ClientState } from '../../core/state.ts'
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
export function panelHeader(panel: Panel, state: ClientState | undefined) {
  const { l10n } = panel
  const site = state?.site
  return html`<header part="header">
    <slot name="header-start"></slot>
    ${site === null || site === undefined ? nothing : faces(site)}
    <div class="who">
      <h2 part="title"><bdi>${site?.name ?? l10n.strings.chat}</bdi></h2>
      <p part="status">${site === null || site === undefined ? placeholder() : presence(site, l10n)}</p>
    </div>
    <slot name="header-end"></slot>
    ${panel.inline ? nothing : minimizeButton(panel)}
  </header>`
}

function minimizeButton(panel: Panel) {
  return html`<button
    type="button"
    class="minimize"
    aria-label=${panel.l10n.strings.minimize}
    @click=${() => fire(panel, 'chat-minimize', {})}
  >
    ${icon(panel.fullscreen ? CLOSE : CHEVRON_DOWN)}
  </button>`
}

function faces({ team, name }: PublicSite) {
  const shown = team.length === 0 ? [{ name, avatarUrl: undefined }] : team.slice(0, FACES)
  return html`<div class="faces">
    ${shown.map((mate) => avatar({ name: mate.name, image: mate.avatarUrl, size: 38 }))}
  </div>`
}

function presence(site: PublicSite, l10n: Localization) {
  return html`<i class=${site.online ? 'dot' : 'dot off'}></i>${presenceWords(site, l10n)}`
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

/** Keeps the line's height until the site is known. */
function placeholder() {
  return html`<i class="bone"></i>`
}
