/** A picture of a file that lies on this device, for as long as its address is not revoked. */
export interface Preview {
  readonly url: string
  readonly width: number
  readonly height: number
}

/** Undefined for what this browser cannot draw, or the page's policy does not let it. */
export async function previewOf(file: File): Promise<Preview | undefined> {
  if (!file.type.startsWith('image/') || file.type === 'image/svg+xml') return undefined
  const url = URL.createObjectURL(file)
  const picture = new Image()
  picture.src = url
  try {
    await picture.decode()
    return { url, width: picture.naturalWidth, height: picture.naturalHeight }
  } catch {
    URL.revokeObjectURL(url)
    return undefined
  }
}
