/** Pictures that lose nothing but pixels by being drawn anew. Those of phones become JPEG, where the browser can read them at all. */
const TYPES: Readonly<Record<string, string>> = {
  'image/jpeg': 'image/jpeg',
  'image/png': 'image/png',
  'image/webp': 'image/webp',
  'image/heic': 'image/jpeg',
  'image/heif': 'image/jpeg',
}
const QUALITY = 0.86
/** As much of a file as tells whether it moves. */
const HEAD_BYTES = 4_096

/**
 * A picture whose longer side is at most `maxEdge` pixels, the right way up and without what it told of itself. What is small enough,
 * moves, cannot be drawn here or would weigh more comes back as it is.
 */
export async function shrink(file: File, maxEdge: number): Promise<File> {
  const type = TYPES[file.type]
  if (type === undefined || (await moves(file))) return file
  try {
    const whole = await createImageBitmap(file)
    const { width, height } = whole
    const scale = maxEdge / Math.max(width, height)
    if (scale >= 1) return file
    const blob = await draw(whole, { width: width * scale, height: height * scale, type })
    return blob.size < file.size ? renamed(file, blob) : file
  } catch {
    return file
  }
}

async function draw(
  picture: ImageBitmap,
  { width, height, type }: { width: number; height: number; type: string },
): Promise<Blob> {
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(width)), Math.max(1, Math.round(height)))
  const paper = canvas.getContext('2d')
  if (paper === null) throw new Error('No canvas')
  paper.imageSmoothingQuality = 'high'
  paper.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  return canvas.convertToBlob({ type, quality: QUALITY })
}

/** Animated PNG and WebP say so near their beginning. */
async function moves(file: File): Promise<boolean> {
  const head = new TextDecoder('latin1').decode(await file.slice(0, HEAD_BYTES).arrayBuffer())
  return head.includes('acTL') || head.includes('ANIM')
}

/** A browser that cannot write a kind writes PNG instead. */
function renamed(file: File, blob: Blob): File {
  const { name, lastModified } = file
  const isSame = blob.type === file.type
  const ending = blob.type.replace('image/', '.').replace('jpeg', 'jpg')
  const newName = isSame ? name : name.replace(/(\.[^.]{1,5})?$/, ending)
  return new File([blob], newName, { type: blob.type, lastModified })
}
