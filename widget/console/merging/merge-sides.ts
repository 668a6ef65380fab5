import type { VisitorDetails } from '#shared/visitor.ts'

/** Two visitors who may be one, and what would come of them. */
export interface MergeSides {
  readonly stays: VisitorDetails
  readonly goes: VisitorDetails
  /** Not where the site vouches for the one who stays: whoever it vouches for cannot become somebody else. */
  readonly canSwap: boolean
  /** Why they stay two. */
  readonly refusal: 'bothVerified' | 'blocked' | null
}

/** Who stays, unless somebody wants it the other way round: for whom the site vouches, else the one that was chosen. */
export function mergeSides(
  { mine, chosen }: { mine: VisitorDetails; chosen: VisitorDetails },
  isSwapped: boolean,
): MergeSides {
  const isMineKept = mine.isVerified && !chosen.isVerified
  const canSwap = !mine.isVerified && !chosen.isVerified
  const [stays, goes] = isMineKept || (canSwap && isSwapped) ? [mine, chosen] : [chosen, mine]
  return { stays, goes, canSwap, refusal: refusalOf(mine, chosen) }
}

function refusalOf(mine: VisitorDetails, chosen: VisitorDetails): MergeSides['refusal'] {
  if (mine.isVerified && chosen.isVerified) return 'bothVerified'
  return mine.blockedAt !== undefined || chosen.blockedAt !== undefined ? 'blocked' : null
}
