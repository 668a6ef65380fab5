import { html, nothing, type TemplateResult } from 'lit'
import type { Site } from '#shared/site.ts'
import type { SettingsStrings } from '../../i18n/settings.en.ts'
import { icon } from '../../parts/icon/icon.ts'
import type { SettingsPage } from './pages.ts'

export interface SettingsNav {
  readonly pages: readonly SettingsPage[]
  readonly current: SettingsPage['name'] | undefined
  /** To choose from. */
  readonly sites: readonly Site[]
  readonly site: Site | undefined
  readonly isUnsaved: (page: string) => boolean
  readonly words: SettingsStrings
  readonly goTo: (page: SettingsPage['name'] | null, siteId?: Site['siteId']) => void
  /** Says what was wrong, or null. */
  readonly addSite: (name: string) => Promise<string | null>
}

/** The pages of the settings, by what they are about. */
export function settingsNav(nav: SettingsNav): TemplateResult {
  const { pages, words } = nav
  const groups = [...new Set(pages.map(({ group }) => group))]
  return html`<nav aria-label=${words.title}>
    <h1>${words.title}</h1>
    ${groups.map(
      (group) =>
        html`<h2>${group === 'site' ? (nav.site?.name ?? words.groups.site) : words.groups[group]}</h2>
          ${group === 'site' ? siteChoice(nav) : nothing}
          <ul>
            ${pages.filter((page) => page.group === group).map((page) => renderPage(page, nav))}
          </ul>`,
    )}
  </nav>`
}

function renderPage({ name, icon: path }: SettingsPage, { current, words, isUnsaved, goTo }: SettingsNav) {
  return html`<li>
    <button type="button" aria-current=${name === current ? 'page' : nothing} @click=${() => goTo(name)}>
      ${icon(path)}<span>${words.pages[name]}</span>
      ${isUnsaved(name) ? html`<i class="unsaved"></i><span class="sr">, ${words.hasUnsaved}</span>` : nothing}
    </button>
  </li>`
}

function siteChoice({ sites, site, words, current, goTo, addSite }: SettingsNav) {
  const add = async (event: SubmitEvent) => {
    event.preventDefault()
    const form = event.currentTarget as HTMLFormElement
    const input = form.querySelector('input')
    if (input === null || input.value.trim() === '') return
    const problem = await addSite(input.value)
    input.setCustomValidity(problem ?? '')
    if (problem !== null) input.reportValidity()
    else form.reset()
  }
  return html`${
      sites.length < 2
        ? nothing
        : html`<label class="fld site"
            ><span class="sr">${words.site}</span>
            <select
              class="in"
              @change=${(event: Event) => goTo(current ?? null, (event.target as HTMLSelectElement).value as Site['siteId'])}
            >
              ${sites.map(
                ({ siteId, name }) =>
                  html`<option value=${siteId} .selected=${siteId === site?.siteId}>${name}</option>`,
              )}
            </select>
          </label>`
    }
    <details class="add">
      <summary>${words.addSite}</summary>
      <form @submit=${add}>
        <input
          class="in"
          aria-label=${words.newSiteName}
          placeholder=${words.newSiteName}
          maxlength="120"
          @input=${(event: Event) => (event.target as HTMLInputElement).setCustomValidity('')}
        />
        <button class="button" type="submit">${words.add}</button>
      </form>
    </details>`
}
