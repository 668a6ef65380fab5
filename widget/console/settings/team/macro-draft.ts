import type { EndpointBody } from '#shared/endpoints.ts'
import type { Macro } from '#shared/macro.ts'

type CreateMacroBody = EndpointBody<'POST /v2/macros'>

/** A macro as its form holds it: everything there, in the way one writes it. */
export interface MacroDraft {
  readonly name: string
  readonly reply: string
  readonly isInternal: boolean
  readonly addTags: string
  readonly removeTags: string
  /** Empty: as it is. */
  readonly assignee: string
  readonly afterwards: 'nothing' | 'close' | 'snooze'
  readonly snoozeHours: number
  readonly siteId: Macro['siteId']
  readonly isShared: boolean
}

const MINUTES = 60

export const EMPTY_MACRO: MacroDraft = {
  name: '',
  reply: '',
  isInternal: false,
  addTags: '',
  removeTags: '',
  assignee: '',
  afterwards: 'nothing',
  snoozeHours: 24,
  siteId: null,
  isShared: false,
}

export function toDraft({ name, actions, siteId, isShared }: Macro): MacroDraft {
  const { reply = '', isInternal = false, addTags = [], removeTags = [], assignee = '' } = actions
  const { close = false, snoozeMinutes } = actions
  const afterwards = close ? 'close' : 'nothing'
  return {
    name,
    reply,
    isInternal,
    addTags: addTags.join(', '),
    removeTags: removeTags.join(', '),
    assignee,
    afterwards: snoozeMinutes === undefined ? afterwards : 'snooze',
    snoozeHours: (snoozeMinutes ?? EMPTY_MACRO.snoozeHours * MINUTES) / MINUTES,
    siteId,
    isShared,
  }
}

/** What the server is told: only what it does. */
export function toMacro(draft: MacroDraft): CreateMacroBody {
  const { name, reply, isInternal, assignee, afterwards, snoozeHours, siteId, isShared } = draft
  const [addTags, removeTags] = [tagsOf(draft.addTags), tagsOf(draft.removeTags)]
  return {
    name,
    siteId,
    isShared,
    actions: {
      ...(reply.trim() !== '' && { reply, isInternal }),
      ...(addTags.length > 0 && { addTags }),
      ...(removeTags.length > 0 && { removeTags }),
      ...(assignee !== '' && { assignee }),
      ...(afterwards === 'close' && { close: true }),
      ...(afterwards === 'snooze' && { snoozeMinutes: Math.round(snoozeHours * MINUTES) }),
    },
  }
}

function tagsOf(text: string): string[] {
  return text
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '')
}
