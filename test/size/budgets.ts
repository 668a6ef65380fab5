/** Bytes after brotli 11. Whoever needs more says why in the commit that raises a number. */
export const budgets = {
  /** Every page of every site pays this, whether anybody chats or not. */
  loader: 3_000,
  /** What somebody who opens the panel waits for: the element, and the largest dictionary. */
  panel: 29_700,
  /** Comes after the panel, which does not wait for it. */
  socket: 3_500,
  /** All of it: what an open text chat has brought in. */
  openChat: 35_950,
}

export type Budget = keyof typeof budgets
