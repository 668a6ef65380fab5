import type { ChatId, SiteId } from '#shared/ids.ts'
import type { TagCount } from '#shared/tag.ts'
import type { CommercialIdentity, Identity } from '../domain/identity.ts'
import type { ChangedChat, TagFilter } from '../domain/storage.ts'
import type { Connection } from './connection.ts'
import { changedInside, findManagedChat, unchanged } from './managed-chats.ts'
import * as statements from './statements/tags.ts'
import { visibleSites } from './visible-sites.ts'
import type { Step } from './writer.ts'

/** Gives the chat these tags and no others. `tags` are spelt as `shared/tag.ts` spells them, in order, each once. */
export function tagChat(
  step: Step,
  by: Identity,
  { chatId, tags }: { chatId: ChatId; tags: readonly string[] },
): ChangedChat {
  const { db } = step
  const chat = findManagedChat(db, by, chatId)
  const before = JSON.parse(chat.tags) as string[]
  const [added, removed] = [without(tags, before), without(before, tags)]
  if (added.length === 0 && removed.length === 0) return unchanged(step, chat)
  for (const tag of removed) removeTag(db, chat, tag)
  for (const tag of added) addTag(db, chat, tag)
  return changedInside(step, chat, { tags: JSON.stringify(tags) })
}

/** In use on the reader's sites, most used first. */
export function listTags({ db }: Step, reader: CommercialIdentity, filter: TagFilter): TagCount[] {
  const { siteId, prefix = '', limit } = filter
  const counts = new Map<string, number>()
  for (const site of visibleSites(db, reader).filter((id) => siteId === undefined || id === siteId)) {
    for (const { tag, count } of db.all(statements.tagsFrom, site, prefix, `${prefix}\u{10FFFF}`)) {
      counts.set(tag, (counts.get(tag) ?? 0) + count)
    }
  }
  return [...counts]
    .map(([tag, count]) => ({ tag, count }))
    .toSorted((a, b) => b.count - a.count || (a.tag < b.tag ? -1 : 1))
    .slice(0, limit)
}

type Tagged = { readonly chatId: ChatId; readonly siteId: SiteId }

function addTag(db: Connection, { chatId, siteId }: Tagged, tag: string): void {
  db.run(statements.insertChatTag, chatId, tag)
  db.run(statements.countTag, siteId, tag)
}

function removeTag(db: Connection, { chatId, siteId }: Tagged, tag: string): void {
  db.run(statements.deleteChatTag, chatId, tag)
  db.run(statements.discountTag, siteId, tag)
  db.run(statements.forgetUnusedTag, siteId, tag)
}

function without(tags: readonly string[], others: readonly string[]): string[] {
  return tags.filter((tag) => !others.includes(tag))
}
