import { html, type TemplateResult } from 'lit'
import type { Stats } from '#shared/stats.ts'
import { avatar } from '../../parts/avatar/avatar.ts'
import { explained } from './explained.ts'
import { formatDuration, formatNumber } from './figure-words.ts'
import type { Shown } from './shown.ts'

/** Who answered first, how soon, and how it was rated. */
export function teamTable(shown: Shown): TemplateResult {
  const { stats, words } = shown
  return html`<section class="card" aria-labelledby="by-commercial">
    <header>
      <h2 id="by-commercial">${words.byCommercial}</h2>
      ${explained('byCommercial', words.byCommercial, words)}
    </header>
    ${
      stats.byCommercial.length === 0
        ? html`<p class="quiet">${words.noAnswers}</p>`
        : html`<div class="scroll" tabindex="0" role="group" aria-labelledby="by-commercial">
            <table class="team">
              <thead>
                <tr>
                  <th scope="col">${words.commercial}</th>
                  <th scope="col">${words.answered}</th>
                  <th scope="col">${words.firstResponse}</th>
                  <th scope="col">${words.rating}</th>
                </tr>
              </thead>
              <tbody>
                ${stats.byCommercial.map((person) => renderPerson(person, shown))}
              </tbody>
            </table>
          </div>`
    }
  </section>`
}

function renderPerson(person: Stats['byCommercial'][number], { words, l10n, see }: Shown): TemplateResult {
  const { locale } = l10n
  const { commercialId, answered, firstResponse, rating } = person
  const name = person.name === '' ? words.gone : person.name
  return html`<tr>
    <th scope="row">
      <button type="button" @click=${() => see({ commercialId }, name)}>
        ${avatar({ name, size: 26 })}<bdi>${name}</bdi>
      </button>
    </th>
    <td>${formatNumber(locale, answered)}</td>
    <td>${firstResponse === null ? '–' : formatDuration(locale, firstResponse)}</td>
    <td>${rating.average === null ? '–' : formatNumber(locale, rating.average, 1)}</td>
  </tr>`
}
