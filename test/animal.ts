/** A file that means no good, and what must become of it. */
export interface Animal {
  readonly name: string
  /** What its sender claims. */
  readonly type: string
  readonly content: Buffer
  readonly fate: { readonly refused: string } | { readonly kept: string; readonly as?: string }
}

/** Sets a mark that the tests look for, in whatever document it gets to run. */
export const SCRIPT = "document.title='RAN';try{parent.document.title='RAN'}catch{}"
export const HTML = `<!doctype html><html><body><script>${SCRIPT}</script></body></html>`

/** One of a kind that nobody may send, whatever it claims to be. */
export function unwanted(name: string, content: Buffer | string, type = 'image/png'): Animal {
  return { name, type, content: Buffer.from(content as string), fate: { refused: 'file_type_not_allowed' } }
}

/** One that may be sent as what it is, and opened as nothing else. */
export function harmless(
  name: string,
  content: Buffer | string,
  { kept, as = name }: { kept: string; as?: string },
): Animal {
  return { name, type: 'text/html', content: Buffer.from(content as string), fate: { kept, as } }
}
