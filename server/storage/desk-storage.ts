import type { DeskStorage } from '../domain/desk-storage.ts'
import type { Access } from './access.ts'
import { applyMacro } from './apply-macro.ts'
import * as replies from './canned-replies.ts'
import * as macros from './macros.ts'

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
    applyMacro: (by, chatId, applying) => write((step) => applyMacro(step, by, { ...applying, chatId })),
  }
}
