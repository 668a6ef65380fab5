/** The words for whoever was invited to the team. */
export const invitationEn = {
  looking: 'Looking at the invitation…',
  title: '{name} invites you',
  toAnswer: 'You will answer {sites}.',
  toAdmin: 'You will answer every site, and be an admin.',
  signInWith: 'You will sign in as {email}.',
  accept: 'Create my account',
  over: 'This invitation is over, or has been used. Ask for another one.',
}

export type InvitationStrings = typeof invitationEn
