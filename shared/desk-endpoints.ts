import * as v from 'valibot'
import {
  CannedReply,
  CannedReplyList,
  ChangeCannedReply,
  CreateCannedReply,
  OfSiteQuery,
} from './canned-reply.ts'
import { Chat, MarkUnread } from './chat.ts'
import { KeepDraft, KeptDraft } from './draft.ts'
import type { Endpoint } from './endpoint.ts'
import { AppliedMacro, ApplyMacro, ChangeMacro, CreateMacro, Macro, MacroList } from './macro.ts'
import { MentionList, MentionsQuery, SeeMentions } from './mention.ts'
import { ChangePersonalSettings, PersonalSettings } from './personal-settings.ts'
import { KeepPushDevice, PushDevice, PushSettings } from './push.ts'
import { Stats, StatsChats, StatsChatsQuery, StatsQuery } from './stats.ts'
import { ChangeView, CreateView, View, ViewList } from './view.ts'
import { ViewedChats } from './viewing.ts'

/** The part of the REST contract that is the team's own desk: nothing of it is about a visitor, or for one. */
export const deskEndpoints = {
  'POST /v2/chats/:chatId/macros/:macroId': {
    summary: 'Let a macro do all it does to a chat, in one step',
    body: ApplyMacro,
    result: AppliedMacro,
    status: [200],
    errors: [
      'chat_not_found',
      'macro_not_found',
      'chat_closed',
      'stale_reply',
      'idempotency_conflict',
      'assignee_unknown',
    ],
  },
  'GET /v2/canned-replies': {
    summary: 'One’s own replies and the shared ones',
    query: OfSiteQuery,
    result: CannedReplyList,
    status: [200],
  },
  'POST /v2/canned-replies': {
    summary: 'Keep a reply ready: for oneself, or (admins) for everybody',
    body: CreateCannedReply,
    result: CannedReply,
    status: [201],
    errors: ['forbidden', 'site_not_found', 'shortcut_taken'],
  },
  'PATCH /v2/canned-replies/:replyId': {
    summary: 'Change a reply: its owner, or an admin where it is shared',
    body: ChangeCannedReply,
    result: CannedReply,
    status: [200],
    errors: ['reply_not_found', 'forbidden', 'site_not_found', 'shortcut_taken'],
  },
  'DELETE /v2/canned-replies/:replyId': {
    summary: 'Keep it no more: its owner, or an admin where it is shared',
    result: null,
    status: [204],
    errors: ['reply_not_found', 'forbidden'],
  },
  'GET /v2/macros': {
    summary: 'One’s own macros and the shared ones',
    query: OfSiteQuery,
    result: MacroList,
    status: [200],
  },
  'POST /v2/macros': {
    summary: 'Make a macro: for oneself, or (admins) for everybody',
    body: CreateMacro,
    result: Macro,
    status: [201],
    errors: ['forbidden', 'site_not_found'],
  },
  'PATCH /v2/macros/:macroId': {
    summary: 'Change a macro: its owner, or an admin where it is shared',
    body: ChangeMacro,
    result: Macro,
    status: [200],
    errors: ['macro_not_found', 'forbidden', 'site_not_found'],
  },
  'DELETE /v2/macros/:macroId': {
    summary: 'Have it no more: its owner, or an admin where it is shared',
    result: null,
    status: [204],
    errors: ['macro_not_found', 'forbidden'],
  },
  'GET /v2/views': { summary: 'One’s own views and the shared ones', result: ViewList, status: [200] },
  'POST /v2/views': {
    summary: 'Keep a filter of the list of chats under a name',
    body: CreateView,
    result: View,
    status: [201],
  },
  'PATCH /v2/views/:viewId': {
    summary: 'Change a view: its owner, or an admin where it is shared',
    body: ChangeView,
    result: View,
    status: [200],
    errors: ['view_not_found', 'forbidden'],
  },
  'DELETE /v2/views/:viewId': {
    summary: 'Keep it no more: its owner, or an admin where it is shared',
    result: null,
    status: [204],
    errors: ['view_not_found', 'forbidden'],
  },
  'PUT /v2/chats/:chatId/unread': {
    summary:
      'Mark a chat as unread for oneself, or no more; how far one has read stays, and nobody else is told',
    body: MarkUnread,
    result: Chat,
    status: [200],
    errors: ['chat_not_found'],
  },
  'GET /v2/chats/:chatId/draft': {
    summary: 'What one has begun to write in a chat, on whatever device',
    result: KeptDraft,
    status: [200],
    errors: ['chat_not_found'],
  },
  'PUT /v2/chats/:chatId/draft': {
    summary: 'Keep what one has begun to write; told to one’s other devices',
    body: KeepDraft,
    result: KeptDraft,
    status: [200],
    errors: ['chat_not_found'],
  },
  'DELETE /v2/chats/:chatId/draft': {
    summary: 'Throw it away',
    result: null,
    status: [204],
    errors: ['chat_not_found'],
  },
  'GET /v2/commercials/me/settings': {
    summary: 'What one has chosen for oneself: how to be called, which keys do what',
    result: PersonalSettings,
    status: [200],
  },
  'PATCH /v2/commercials/me/settings': {
    summary: 'Choose otherwise; what is named is replaced whole',
    body: ChangePersonalSettings,
    result: PersonalSettings,
    status: [200],
  },
  'GET /v2/push': {
    summary: 'What a browser needs to be told things while no page is open, and one’s browsers that are',
    result: PushSettings,
    status: [200],
  },
  'PUT /v2/push/devices': {
    summary: 'Tell this browser, too, for as long as this session lasts; the same one again changes nothing',
    body: KeepPushDevice,
    result: PushDevice,
    status: [200],
  },
  'DELETE /v2/push/devices/:deviceId': {
    summary: 'Tell one of one’s browsers no more',
    result: null,
    status: [204],
  },
  'POST /v2/push/test': {
    summary: 'Send something to one’s browsers, to see whether it arrives',
    result: null,
    status: [204],
  },
  'GET /v2/stats': {
    summary: 'The figures of a period; each is defined in docs/statistics.md',
    query: StatsQuery,
    result: Stats,
    status: [200],
    errors: ['site_not_found'],
  },
  'GET /v2/stats/chats': {
    summary: 'The chats that a bar of the figures counts, newest first',
    query: StatsChatsQuery,
    result: StatsChats,
    status: [200],
    errors: ['site_not_found'],
  },
  'GET /v2/stats/chats.csv': {
    summary: 'The conversations of a period as a table (CSV, UTF-8 with a byte order mark), one row each',
    query: StatsQuery,
    result: v.string(),
    status: [200],
    errors: ['site_not_found'],
  },
  'GET /v2/viewers': {
    summary: 'Which chats commercials are looking at now; changes are told by `chat:viewers`',
    result: ViewedChats,
    status: [200],
  },
  'GET /v2/mentions': {
    summary: 'The notes that name one, newest first',
    query: MentionsQuery,
    result: MentionList,
    status: [200],
  },
  'PUT /v2/mentions/seen': {
    summary: 'Have seen those of a note, of a chat, or all',
    body: SeeMentions,
    result: null,
    status: [204],
  },
} as const satisfies Record<string, Endpoint>
