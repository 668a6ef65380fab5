/** The two ways to see a picture. */
export type Rendition = 'original' | 'thumbnail'

/** Where the smaller picture of a file is kept. */
export function thumbnailKey(storageKey: string): string {
  return `${storageKey}-thumbnail`
}

/** Pixels: twice what a picture measures in a thread, for dense screens. */
export const THUMBNAIL_SIDE = 640
