import type { Attachment } from '#shared/message.ts'

/** CSS pixels. */
const MAX_WIDTH = 260
const MAX_HEIGHT = 320
const LEAST = 44

/** The box of a picture in a chat, known before it loads so that nothing moves when it does. */
export function pictureSize({ width, height }: Pick<Attachment, 'width' | 'height'>): {
  readonly width: number
  readonly height: number
} {
  if (!width || !height) return { width: MAX_WIDTH, height: (MAX_WIDTH * 3) / 4 }
  const scale = Math.min(1, MAX_WIDTH / width, MAX_HEIGHT / height)
  return { width: atLeast(width * scale), height: atLeast(height * scale) }
}

function atLeast(pixels: number): number {
  return Math.max(LEAST, Math.round(pixels))
}
