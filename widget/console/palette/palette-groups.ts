import type { Chat, ChatCounts } from '#shared/chat.ts'
import type { Macro } from '#shared/macro.ts'
import type { Commercial } from '#shared/person.ts'
import { formatComing } from '../../i18n/format.ts'
import { fill } from '../../i18n/plural.ts'
import { CLOCK } from '../../parts/icon/paths.ts'
import type { WorkAction } from '../chat-header/chat-action.ts'
import { assignGroups } from '../chat-header/assign-groups.ts'
import { LISTS } from '../chat-list/list-tabs.ts'
import type { ConsoleLocalization } from '../console-localization.ts'
import {
  CHART,
  DONE,
  HAND_OVER,
  INBOX,
  KEYBOARD,
  LOCK,
  MESSAGE,
  MESSAGE_DOT,
  REOPEN,
  SEARCH,
  SETTINGS,
  TAG,
  USER_MINUS,
  USER_PLUS,
  USERS,
  ZAP,
} from '../icon-paths.ts'
import { plainWord } from '../plain-word.ts'
import { visitorName } from '../visitor-name.ts'
import type { Command, PaletteGroup, PaletteItem, PalettePage } from './command.ts'
import { macroItems } from './macro-items.ts'
import { snoozeTimes } from './snooze-times.ts'
import { tagItems } from './tag-items.ts'

/** What the palette's offers depend on. */
export interface PaletteContext {
  /** The chat that is acted on, if there is one. */
  readonly chat: Chat | undefined
  readonly team: readonly Commercial[]
  readonly viewerId: string
  readonly counts: ChatCounts
  readonly hasSingleKeys: boolean
  readonly l10n: ConsoleLocalization
  /** Of the chat's site, most used first. */
  readonly tags: readonly string[]
  /** That may be used on the chat's site. */
  readonly macros: readonly Macro[]
  /** Milliseconds. */
  readonly now: number
}

/** The offers of a page that fit what was written; what a search finds comes besides. */
export function paletteGroups(
  page: PalettePage,
  query: string,
  context: PaletteContext,
): readonly PaletteGroup[] {
  if (page === 'search') return []
  if (page === 'all') return [thisChat(context), places(context)].map((group) => fitting(group, query))
  const { chat } = context
  if (chat === undefined) return []
  const label = visitorName(chat.visitor, context.l10n.console.visitor)
  if (page === 'tags') return [{ label, items: tagItems(chat, query, context) }]
  if (page === 'macros') return [fitting({ label, items: macroItems(context.macros, context.l10n) }, query)]
  return [
    fitting(
      { label, items: page === 'snooze' ? snoozeItems(chat, context) : assignItems(chat, context) },
      query,
    ),
  ]
}

function fitting({ label, items }: PaletteGroup, query: string): PaletteGroup {
  const words = plainWord(query).split(/\s+/).filter(Boolean)
  return {
    label,
    items: items.filter((item) => words.every((word) => plainWord(item.label).includes(word))),
  }
}

function thisChat(context: PaletteContext): PaletteGroup {
  const { chat, l10n } = context
  const label = l10n.console.thisChat
  if (chat === undefined) return { label, items: [] }
  return { label, items: [...writing(l10n), ...working(chat, context)] }
}

function writing({ console: strings }: ConsoleLocalization): PaletteItem[] {
  return [
    { id: 'reply', icon: MESSAGE, label: strings.reply, key: 'R', command: { kind: 'write', mode: 'reply' } },
    {
      id: 'note',
      icon: LOCK,
      label: strings.internalNote,
      key: 'N',
      command: { kind: 'write', mode: 'note' },
    },
  ]
}

function working(chat: Chat, context: PaletteContext): PaletteItem[] {
  const { console: strings } = context.l10n
  const page = (name: PalettePage): Command => ({ kind: 'page', page: name })
  const tags = { id: 'tags', icon: TAG, label: strings.changeTags, key: 'L', command: page('tags') }
  const isMarked = chat.isMarkedUnread === true
  const mark = {
    id: 'mark-unread',
    icon: MESSAGE_DOT,
    label: isMarked ? strings.markRead : strings.markUnread,
    key: 'U',
    command: act({ kind: isMarked ? 'mark-read' : 'mark-unread' }),
  }
  if (chat.status === 'CLOSED') {
    const reopen = {
      id: 'reopen',
      icon: REOPEN,
      label: strings.reopen,
      key: 'E',
      command: act({ kind: 'reopen' }),
    }
    return [reopen, tags, mark]
  }
  const claim = {
    id: 'claim',
    icon: USER_PLUS,
    label: strings.claim,
    key: 'G',
    command: act({ kind: 'claim' }),
  }
  return [
    ...(chat.assignee === null ? [claim] : []),
    { id: 'close', icon: DONE, label: strings.closeChat, key: 'E', command: act({ kind: 'close' }) },
    tags,
    { id: 'snooze', icon: CLOCK, label: strings.snooze, key: 'Z', command: page('snooze') },
    mark,
    { id: 'assign', icon: USER_PLUS, label: strings.assign, key: 'A', command: page('assign') },
    {
      id: 'hand-over',
      icon: HAND_OVER,
      label: strings.handOverWithReason,
      key: 'T',
      command: { kind: 'hand-over' },
    },
    { id: 'macros', icon: ZAP, label: strings.macros, key: 'M', command: page('macros') },
    ...assignItems(chat, context),
    ...macroItems(context.macros, context.l10n),
  ]
}

function assignItems(chat: Chat, { team, viewerId, l10n }: PaletteContext): PaletteItem[] {
  const { console: strings } = l10n
  return assignGroups({ chat, team, viewerId, l10n })
    .flatMap(({ items }) => items)
    .filter(({ isChecked }) => isChecked !== true)
    .map(({ id, label, note }) => {
      const isNobody = id === 'none'
      return {
        id: `assign-${id}`,
        icon: isNobody ? USER_MINUS : USER_PLUS,
        label: isNobody ? strings.returnToUnassigned : fill(strings.assignTo, { name: label }),
        ...(isNobody || note === undefined ? {} : { note }),
        command: act({ kind: 'assign', to: id }),
      }
    })
}

function snoozeItems({ snoozedUntil }: Chat, { l10n, now }: PaletteContext): PaletteItem[] {
  const { console: strings } = l10n
  const wake = { id: 'wake', icon: INBOX, label: strings.wake, command: act({ kind: 'snooze', until: null }) }
  const times = snoozeTimes(new Date(now)).map(({ name, at }) => ({
    id: `snooze-${name}`,
    icon: CLOCK,
    label: strings.snoozeTimes[name],
    note: formatComing(l10n, at.toISOString(), new Date(now)),
    command: act({ kind: 'snooze', until: at.toISOString() }),
  }))
  return snoozedUntil === undefined ? times : [wake, ...times]
}

function places({ counts, hasSingleKeys, l10n }: PaletteContext): PaletteGroup {
  const { console: strings, locale } = l10n
  const lists = LISTS.map((list) => ({
    id: `list-${list}`,
    icon: INBOX,
    label: strings.lists[list],
    note: counts[list].toLocaleString(locale),
    command: { kind: 'list', list } as const,
  }))
  const keys = {
    id: 'single-keys',
    icon: KEYBOARD,
    label: strings.singleKeys,
    note: strings.singleKeysHint,
    isOn: hasSingleKeys,
    command: { kind: 'single-keys', isOn: !hasSingleKeys } as const,
  }
  const sheet = {
    id: 'keys',
    icon: KEYBOARD,
    label: strings.keys,
    key: '?',
    command: { kind: 'keys' } as const,
  }
  const search = {
    id: 'search',
    icon: SEARCH,
    label: strings.searchAll,
    key: '/',
    command: { kind: 'page', page: 'search' } as const,
  }
  const sections = (
    [
      ['visitors', USERS],
      ['stats', CHART],
      ['settings', SETTINGS],
    ] as const
  ).map(([section, path]) => ({
    id: section,
    icon: path,
    label: strings.sectionNames[section],
    command: { kind: 'section', section } as const,
  }))
  return { label: strings.goTo, items: [search, ...lists, ...sections, sheet, keys] }
}

function act(action: WorkAction): Command {
  return { kind: 'act', action }
}
