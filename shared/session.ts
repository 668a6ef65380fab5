import * as v from 'valibot'
import { Chat } from './chat.ts'
import { Visitor } from './person.ts'
import { PublicSite } from './site.ts'

export const VisitorSession = v.object({
  visitor: Visitor,
  /** 256 random bits; the server keeps only its SHA-256. */
  token: v.string(),
  /** The open chat; if there is none, the one that was closed within the last day and can still be rated or gone on with. */
  chat: v.nullable(Chat),
  site: PublicSite,
})
export type VisitorSession = v.InferOutput<typeof VisitorSession>
