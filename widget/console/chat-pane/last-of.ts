/** Remembers the last answer: asked the same again, it gives the same, and nothing that shows it has to render again. */
export function lastOf<Given extends object, Answer>(
  compute: (given: Given) => Answer,
): (given: Given) => Answer {
  let last: { readonly given: Given; readonly answer: Answer } | undefined
  return (given) => {
    if (last?.given !== given) last = { given, answer: compute(given) }
    return last.answer
  }
}
