import * as v from 'valibot'
import { ChatId } from './ids.ts'
import { Teammate } from './person.ts'

/** The commercials who are looking at a chat. */
export const ChatViewers = v.object({ chatId: ChatId, viewers: v.array(Teammate) })
export const ViewedChats = v.object({ chats: v.array(ChatViewers) })
