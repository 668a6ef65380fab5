import type { Commercial } from '#shared/person.ts'
import type { Session } from '../core/state.ts'

export type AttendanceChange =
  /** Somebody signed in; `isOther` when somebody else's work was still on the desk. */
  | { readonly kind: 'arrived'; readonly commercial: Commercial; readonly isOther: boolean }
  /** A session ended by itself; its owner's work stays for them. */
  | { readonly kind: 'expired'; readonly reason: string }
  /** Somebody signed out; nothing stays. */
  | { readonly kind: 'left' }

/** Whose work is on the desk, also while their session has ended and they have yet to say their password again. */
export class Attendance {
  #owner: Commercial | null = null
  #isPresent = false

  /** Null while nobody's work is there. */
  get owner(): Commercial | null {
    return this.#owner
  }

  /** Takes note of a session; tells what that changed. */
  follow(session: Session): AttendanceChange | null {
    if (session.state === 'commercial') return this.#arrive(session.commercial)
    return session.state === 'signed-out' && this.#isPresent ? this.#part(session.reason) : null
  }

  #arrive(commercial: Commercial): AttendanceChange | null {
    const before = this.#owner
    const isSame = before?.commercialId === commercial.commercialId
    this.#owner = commercial
    if (this.#isPresent && isSame) return null
    this.#isPresent = true
    return { kind: 'arrived', commercial, isOther: before !== null && !isSame }
  }

  #part(reason: string | undefined): AttendanceChange {
    this.#isPresent = false
    if (reason !== undefined) return { kind: 'expired', reason }
    this.#owner = null
    return { kind: 'left' }
  }
}
