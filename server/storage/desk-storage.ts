import type { DeskStorage } from '../domain/desk-storage.ts'
import type { Access } from './access.ts'
import { applyMacro } from './apply-macro.ts'
import * as replies from './canned-replies.ts'
import * as drafts from './drafts.ts'
import * as mentions from './mentions.ts'
import * as personal from './personal-settings.ts'
import * as views from './saved-views.ts'
import * as macros from './macros.ts'
import { markUnread } from './unread-marks.ts'

/** What lies ready on the team's desk. */
export function deskStorage({ read, write }: Access): DeskStorage {
  return {
    cannedReplies: (reader, siteId) => read((step) => replies.listCannedReplies(step, reader, siteId)),
    createCannedReply: (owner, reply) => write((step) => replies.createCannedReply(step, owner, reply)),
    changeCannedReply: (by, replyId, change) =>
      write((step) => replies.changeCannedReply(step, by, { ...change, replyId })),
    deleteCannedReply: (by, replyId) => write((step) => replies.deleteCannedReply(step, by, replyId)),
    macros: (reader, siteId) => read((step) => macros.listMacros(step, reader, siteId)),
    createMacro: (owner, macro) => write((step) => macros.createMacro(step, owner, macro)),
    changeMacro: (by, macroId, change) =>
      write((step) => macros.changeMacro(step, by, { ...change, macroId })),
    deleteMacro: (by, macroId) => write((step) => macros.deleteMacro(step, by, macroId)),
    views: (reader) => read((step) => views.listViews(step, reader)),
    createView: (owner, view) => write((step) => views.createView(step, owner, view)),
    changeView: (by, viewId, change) => write((step) => views.changeView(step, by, { ...change, viewId })),
    deleteView: (by, viewId) => write((step) => views.deleteView(step, by, viewId)),
    draft: (by, chatId) => read((step) => drafts.readDraft(step, by, chatId)),
    keepDraft: (by, chatId, draft) => write((step) => drafts.keepDraft(step, by, { ...draft, chatId })),
    markUnread: (by, chatId, isUnread) => write((step) => markUnread(step, by, { chatId, isUnread })),
    mentions: (reader, page) => read((step) => mentions.listMentions(step, reader, page)),
    seeMentions: (by, which) => write((step) => mentions.seeMentions(step, by, which)),
    personalSettings: (reader) => read((step) => personal.readPersonalSettings(step, reader)),
    changePersonalSettings: (by, change) =>
      write((step) => personal.changePersonalSettings(step, by, change)),
    applyMacro: (by, chatId, applying) => write((step) => applyMacro(step, by, { ...applying, chatId })),
  }
}
