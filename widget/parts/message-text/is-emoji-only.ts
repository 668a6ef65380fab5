// A flag, or a picture with whatever is joined to it: skin, family, job.
const EMOJI_ONLY = /^(?:(?:\p{RI}\p{RI}|\p{ExtPict}(?:\p{EMod}|\ufe0f|\u200d\p{ExtPict})*) ?){1,3}$/u

/** Whether a message is one emoji, or up to three: these show large. */
export function isEmojiOnly(text: string): boolean {
  return EMOJI_ONLY.test(text)
}
