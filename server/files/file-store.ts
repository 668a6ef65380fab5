/** Where the bytes of uploads are kept, under names of ours. On this disk, or at whoever speaks S3. */
export interface FileStore {
  /** Takes over a finished file from `path`. Once this resolves, the bytes outlast whatever happens to the process. */
  keep(key: string, file: { readonly path: string; readonly size: number }): Promise<void>
  /** Bytes `start` to `end`, both included; all of them without a range. null when there is no such file. */
  read(key: string, range?: ByteRange): Promise<ReadableStream<Uint8Array> | null>
  /** Bytes of the file; null when there is none. */
  size(key: string): Promise<number | null>
  /** Harmless when there is none. */
  remove(key: string): Promise<void>
}

export interface ByteRange {
  readonly start: number
  readonly end: number
}

/** What a key looks like: nothing in it that a path could be made of. */
export const STORAGE_KEY = /^[0-9a-f]{32}(?:-thumbnail)?$/
