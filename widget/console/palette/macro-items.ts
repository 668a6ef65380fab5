import type { Macro } from '#shared/macro.ts'
import { fill } from '../../i18n/plural.ts'
import type { ConsoleLocalization } from '../console-localization.ts'
import { ZAP } from '../icon-paths.ts'
import type { PaletteItem } from './command.ts'

/** What macros do to the chat, each with a word on what that is. */
export function macroItems(macros: readonly Macro[], l10n: ConsoleLocalization): PaletteItem[] {
  return macros.map((macro) => ({
    id: `macro-${macro.macroId}`,
    icon: ZAP,
    label: macro.name,
    note: summaryOf(macro, l10n),
    command: { kind: 'act', action: { kind: 'macro', macroId: macro.macroId } },
  }))
}

function summaryOf({ actions }: Macro, { console: strings, locale }: ConsoleLocalization): string {
  const { reply, addTags = [], removeTags = [], assignee, snoozeMinutes, close } = actions
  const writes = actions.isInternal === true ? strings.macroNotes : strings.macroReplies
  const does = [
    reply === undefined ? '' : writes,
    ...addTags.map((tag) => `+${tag}`),
    ...removeTags.map((tag) => `−${tag}`),
    assignee === undefined ? '' : strings.macroAssigns,
    snoozeMinutes === undefined
      ? ''
      : fill(strings.macroSnoozes, { count: snoozeMinutes.toLocaleString(locale) }),
    close === true ? strings.macroCloses : '',
  ]
  return does.filter(Boolean).join(' · ')
}
