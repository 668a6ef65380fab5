/** A stretch of a library's file, exactly as it is published, and what stands there instead. */
export type Cut = readonly [published: string, instead: string]

/** Throws where the stretch is not there once: that is another version, and whoever upgrades looks at each cut again. */
export function cut(code: string, [published, instead]: Cut): string {
  const [before, after, ...more] = code.split(published)
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error(`Not the library that this cut was written for: ${published}`)
  return before + instead + after
}
