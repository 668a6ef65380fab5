import { hanna, pau } from './closed.ts'
import type { Conversation } from './conversation.ts'
import { adrian, carmen, miriam, nuria, tom } from './in-progress.ts'
import { laura, lyon, misaki } from './unassigned.ts'

/** In the order in which they happen: whoever writes last stands on top of the list. */
export const conversations: readonly Conversation[] = [
  hanna,
  pau,
  miriam,
  carmen,
  adrian,
  misaki,
  laura,
  lyon,
  tom,
  nuria,
]
