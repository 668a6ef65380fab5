import { html, nothing, type TemplateResult } from 'lit'
import type { Teammate } from '#shared/person.ts'
import type { Typist } from '../../core/state.ts'
import { formatList } from '../../i18n/format.ts'
import { fill, isolate } from '../../i18n/plural.ts'
import { avatar } from '../../parts/avatar/avatar.ts'
import type { ConsoleLocalization } from '../console-localization.ts'

export interface Company {
  readonly viewers: readonly Teammate[]
  readonly typists: readonly Typist[]
  readonly viewerId: string
  readonly l10n: ConsoleLocalization
}

/** Who else of the team is at this chat, over the field in which one would talk over them. */
export function colleaguesHere({ viewers, typists, viewerId, l10n }: Company): TemplateResult {
  const strings = l10n.console
  const writing = typists.filter(({ userType, userId }) => userType === 'commercial' && userId !== viewerId)
  const here = viewers.filter(({ commercialId }) => commercialId !== viewerId)
  const words =
    writing.length > 0
      ? fill(strings.colleaguesWriting, {
          name: named(
            writing.map(({ userName }) => userName),
            l10n,
          ),
        })
      : fill(strings.alsoHere, {
          name: named(
            here.map(({ name }) => name),
            l10n,
          ),
        })
  const isAlone = writing.length === 0 && here.length === 0
  return html`<div class="company ${writing.length > 0 ? 'writing' : ''}" role="status">
    ${
      isAlone
        ? nothing
        : html`${here.map(({ name, avatarUrl }) => avatar({ name, image: avatarUrl, size: 20 }))}<span
              >${words}</span
            >`
    }
  </div>`
}

function named(names: readonly string[], l10n: ConsoleLocalization): string {
  return formatList(l10n, names.map(isolate))
}
