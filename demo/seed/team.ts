import type { TeamMember } from './conversation.ts'

interface Colleague {
  readonly member: Exclude<TeamMember, 'marta'>
  readonly name: string
  readonly email: string
}

/** The colleagues that Marta adds. Addresses under `.example` can never belong to anybody. */
export const colleagues: readonly Colleague[] = [
  { member: 'joan', name: 'Joan Olmo', email: 'joan@olmoehijas.example' },
  { member: 'lucia', name: 'Lucía Pons', email: 'lucia@olmoehijas.example' },
]

export const MARTA_NAME = 'Marta Olmo'
