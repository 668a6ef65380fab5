/** Whom the demo's page signs in as. `demo/seed.ts` makes the account. */
export const DEMO_EMAIL = 'marta@olmoehijas.example'
