import { html } from 'lit'
import { accentTokens, contrast } from '#shared/accent.ts'
import type { Site } from '#shared/site.ts'
import { fill } from '../../../i18n/plural.ts'
import { icon } from '../../../parts/icon/icon.ts'
import { CHECK } from '../../../parts/icon/paths.ts'
import { formatNumber } from '../../stats/figure-words.ts'
import { card, numberField, segments, switchField, textField } from '../fields.ts'
import type { SiteForm, SitePage } from '../site-form.ts'
import '../copy-block.ts'
import './appearance-preview.ts'
import { snippetOf } from './snippet.ts'
import './swatch.ts'

/** Colours to begin with; the first is the product's own. */
const SWATCHES = [null, '#0b5cab', '#7b2d3a', '#8a4a10', '#5b3a8e'] as const
const PRODUCT_ACCENT = '#145e43'
const AAA = 7
const FEATURES = ['files', 'sound', 'rating', 'transcript', 'drafts', 'presenceBoard'] as const

export const appearancePage: SitePage = {
  intro: 'appearanceIntro',
  keys: ['appearance', 'features'],
  render: (form) =>
    html`<div class="beside">
      <div class="cards">${brand(form)} ${options(form)} ${line(form)}</div>
      <chat-appearance-preview
        .site=${form.site}
        .apiUrl=${form.apiUrl}
        .l10n=${form.l10n}
        .words=${form.words}
      >
      </chat-appearance-preview>
    </div>`,
}

function put({ site, set }: SiteForm, appearance: Partial<Site['appearance']>): void {
  set({ appearance: { ...site.appearance, ...appearance } })
}

function brand(form: SiteForm) {
  const { site, words, errorOf } = form
  const { appearance } = site
  return card(
    words.brand,
    html`<div class="fld">
        <span class="label" id="colours">${words.colour}</span>
        <div class="swatches" role="group" aria-labelledby="colours">
          ${SWATCHES.map(
            (colour) =>
              html`<chat-swatch
                .colour=${colour ?? PRODUCT_ACCENT}
                .label=${colour ?? words.productColour}
                .isChosen=${appearance.accent === colour}
                @click=${() => put(form, { accent: colour })}
              ></chat-swatch>`,
          )}
        </div>
        ${textField({
          path: 'appearance.accent',
          label: words.ownColour,
          error: errorOf('appearance.accent'),
          isCode: true,
          maxLength: 7,
          placeholder: PRODUCT_ACCENT,
          value: appearance.accent ?? '',
          onInput: (value) => put(form, { accent: value.trim() === '' ? null : value.trim() }),
        })}
        ${legibility(form)}
      </div>
      ${looks(form)}`,
  )
}

/** What becomes of the colour, so that everything on it and in it can be read. */
function legibility({ site, words, l10n }: SiteForm) {
  const brand = site.appearance.accent ?? PRODUCT_ACCENT
  if (!/^#[\da-f]{6}$/i.test(brand)) return ''
  const { accent, onAccent, accentInk, accentInkDark } = accentTokens(brand.toLowerCase())
  const ratio = contrast(accent, onAccent)
  // Rounded down: what is only nearly enough is not shown as enough.
  const shown = formatNumber(l10n.locale, Math.floor(ratio * 10) / 10, 1)
  const text = contrast(onAccent, '#ffffff') < 2 ? words.lightText : words.darkText
  return html`<p class="chip good">
      ${icon(CHECK)}${fill(words.contrast, { ratio: shown, text })} ·
      ${ratio >= AAA ? words.levels.aaa : words.levels.aa}
    </p>
    ${accent === brand.toLowerCase() ? '' : html`<p class="hint">${fill(words.shifted, { colour: accent })}</p>`}
    <p class="hint">${fill(words.textColours, { light: accentInk, dark: accentInkDark })}</p>`
}

function looks(form: SiteForm) {
  const { site, words } = form
  const { theme, position, launcher } = site.appearance
  const choices = <Value extends string>(names: Readonly<Record<Value, string>>) =>
    (Object.entries(names) as [Value, string][]).map(([value, label]) => ({ value, label }))
  return html`${segments({
    path: 'appearance.theme',
    label: words.theme,
    value: theme,
    options: choices(words.themes),
    onChoose: (chosen) => put(form, { theme: chosen }),
  })}
  ${segments({
    path: 'appearance.position',
    label: words.corner,
    hint: words.cornerHint,
    value: position,
    options: choices(words.corners),
    onChoose: (chosen) => put(form, { position: chosen }),
  })}
  ${segments({
    path: 'appearance.launcher',
    label: words.launcher,
    value: launcher,
    options: choices(words.launchers),
    onChoose: (chosen) => put(form, { launcher: chosen }),
  })}`
}

function line({ site, apiUrl, words }: SiteForm) {
  return card(
    words.snippet,
    html`<chat-copy-block .text=${snippetOf(site, apiUrl)} .words=${words}></chat-copy-block>`,
    { hint: words.inTheLine },
  )
}

function options(form: SiteForm) {
  const { site, set, words, errorOf } = form
  const turn = (features: Partial<Site['features']>) => set({ features: { ...site.features, ...features } })
  return card(
    words.options,
    html`${switchField({
      path: 'appearance.showTeam',
      label: words.showTeam,
      isOn: site.appearance.showTeam,
      onTurn: (showTeam) => put(form, { showTeam }),
    })}
    ${FEATURES.map((name) =>
      switchField({
        path: `features.${name}`,
        label: words.features[name],
        isOn: site.features[name],
        ...(name === 'presenceBoard' && { hint: words.presenceBoardHint }),
        onTurn: (isOn) => turn({ [name]: isOn }),
      }),
    )}
    ${numberField({
      path: 'features.undoSendSeconds',
      label: words.undoSend,
      error: errorOf('features.undoSendSeconds'),
      value: site.features.undoSendSeconds,
      min: 0,
      max: 10,
      onInput: (seconds) => turn({ undoSendSeconds: seconds ?? 0 }),
    })}`,
  )
}
