/** Bytes after brotli 11. Whoever needs more says why in the commit that raises a number. */
export const budgets = {
  /** Every page of every site pays this, whether anybody chats or not. */
  loader: 3_000,
  /** Fetched ahead by a page that has nothing else to do, with the largest dictionary; over the wire, headers make it 25,000 at most. */
  idle: 24_000,
  /** What somebody who opens the panel waits for: the element in its two files, and the largest dictionary. */
  panel: 30_200,
  /** Comes after the panel, which does not wait for it. */
  socket: 2_700,
  /** All of it: what an open text chat has brought in. */
  openChat: 35_950,
}

export type Budget = keyof typeof budgets
