/** What somebody gave: files, and how many folders were among them, which no browser can send. */
export interface Taken {
  readonly files: readonly File[]
  readonly folders: number
}

/** Reads at once: what is dropped is gone after the event. */
export function takeFiles({ items, files }: DataTransfer): Taken {
  const given = [...items].filter(({ kind }) => kind === 'file')
  const folders = given.filter((item) => item.webkitGetAsEntry()?.isDirectory === true)
  if (folders.length === 0) return { files: [...files], folders: 0 }
  const single = given.filter((item) => !folders.includes(item)).map((item) => item.getAsFile())
  return { files: single.filter((file) => file !== null), folders: folders.length }
}

/** A copied picture. What an office program copies is a text that comes with a picture of itself: that stays a text. */
export function pastedFiles({ clipboardData }: ClipboardEvent): readonly File[] {
  if (clipboardData === null || clipboardData.types.includes('text/plain')) return []
  return takeFiles(clipboardData).files
}

export function carriesFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') === true
}
