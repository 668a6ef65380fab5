/** The two ways to see a picture. */
export type Rendition = 'original' | 'thumbnail'

/** Where the smaller picture of a file is kept. */
export function thumbnailKey(storageKey: string): string {
  return `${storageKey}-thumbnail`
}
