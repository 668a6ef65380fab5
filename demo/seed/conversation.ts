import type { Attributes, Page } from '#shared/person.ts'

/** The shop's made-up team. Marta is the account that the demo's page signs in as. */
export type TeamMember = 'marta' | 'joan' | 'lucia'

/** Who wrote it, what it says, and `note` when only the team sees it. */
export type Line = readonly [author: TeamMember | 'visitor', content: string, kind?: 'note']

/** One made-up exchange, played through the public API. The first line is the visitor's. */
export interface Conversation {
  /** Unique among them: with a line's number it makes that line's `clientMessageId`. */
  readonly key: string
  readonly visitor: MadeUpVisitor
  readonly lines: readonly Line[]
  /** Who has it at the end; absent: nobody yet. */
  readonly assignee?: TeamMember
  readonly isClosed?: true
  /** Whether Marta has seen all of it, although a colleague answers. */
  readonly isRead?: true
}

export interface MadeUpVisitor {
  readonly name: string
  readonly email?: string
  readonly phone?: string
  readonly locale: string
  readonly timeZone: string
  readonly page: Page
  readonly attributes?: Attributes
}
