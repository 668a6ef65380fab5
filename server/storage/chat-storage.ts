import type { ChatStorage } from '../domain/storage.ts'
import type { Access } from './access.ts'
import { appendMessage } from './append-message.ts'
import { deleteMessage, editMessage } from './change-message.ts'
import { countChats, pageOfChats } from './chat-list.ts'
import { chatRecord, findChat } from './chat-records.ts'
import { readHistory } from './history.ts'
import { assignChat, closeChat, reopenChat } from './manage-chats.ts'
import { findMessage } from './message-records.ts'
import { chatToResume, openChat, startChat } from './open-chats.ts'
import { rateChat } from './rate-chats.ts'
import { markAsRead } from './reading-positions.ts'
import { returnChats } from './return-chats.ts'
import { routeChats } from './route-chats.ts'
import { searchMessages } from './search.ts'
import { indexMessages } from './search-index.ts'
import { snoozeChat, wakeChats } from './snooze-chats.ts'
import { headOfChat, openChatOfVisitor } from './statements/chats.ts'
import { listTags, tagChat } from './tag-chats.ts'

/** Chats and messages: each method is one step, read or written at once. */
export function chatStorage(access: Access): ChatStorage {
  const { read, write } = access
  return {
    appendMessage: (sender, draft) => write((step) => appendMessage(step, sender, draft)),
    openChat: (visitor, opening) => write((step) => openChat(step, visitor, opening)),
    startChat: (sender, visitorId, opening) =>
      write((step) => startChat(step, sender, { visitorId, opening })),
    editMessage: (editor, messageId, content) =>
      write((step) => editMessage(step, editor, { messageId, content })),
    deleteMessage: (editor, messageId) => write((step) => deleteMessage(step, editor, messageId)),
    markAsRead: (reader, chatId, upTo) => write((step) => markAsRead(step, reader, { chatId, upTo })),
    assignChat: (by, chatId, assignment) => write((step) => assignChat(step, by, { chatId, ...assignment })),
    closeChat: (by, chatId) => write((step) => closeChat(step, by, chatId)),
    reopenChat: (by, chatId) => write((step) => reopenChat(step, by, chatId)),
    tagChat: (by, chatId, tags) => write((step) => tagChat(step, by, { chatId, tags })),
    snoozeChat: (by, chatId, until) => write((step) => snoozeChat(step, by, { chatId, until })),
    routeChats: (online) => routeChats(access, online),
    returnChats: () => returnChats(access),
    wakeChats: () => wakeChats(access),
    tags: (reader, filter) => read((step) => listTags(step, reader, filter)),

    chat: (reader, chatId) => read(({ db }) => chatRecord(db, findChat(db, reader, chatId))),
    chats: (reader, filter) => read((step) => pageOfChats(step, reader, filter)),
    chatCounts: (reader) => read((step) => countChats(step, reader)),
    rateChat: (visitor, chatId, rating) => write((step) => rateChat(step, visitor, { chatId, rating })),
    chatToResume: (visitorId, closedSince) =>
      read(({ db }) => {
        const chat = chatToResume(db, visitorId, closedSince)
        return chat === undefined ? null : chatRecord(db, chat)
      }),
    openChatOf: (visitorId) =>
      read(({ db }) => {
        const chat = db.one(openChatOfVisitor, visitorId)
        return chat === undefined ? null : chatRecord(db, chat)
      }),
    history: (reader, chatId, page) => read((step) => readHistory(step, reader, { chatId, page })),
    searchMessages: (reader, search) => read((step) => searchMessages(step, reader, search)),
    indexMessages: () => indexMessages(access),
    message: (reader, messageId) => read(({ db }) => findMessage(db, reader, messageId).message),
    chatHeads: (chatIds) => read(({ db }) => chatIds.flatMap((chatId) => db.one(headOfChat, chatId) ?? [])),
  }
}
