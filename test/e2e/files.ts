import { deflateSync } from 'node:zlib'
import type { Locator, Page } from 'playwright-core'
import { PNG_SIGNATURE, pngChunk } from '../../server/files/pictures/pictures.fixture.ts'

/** A file for somebody to send. */
export interface GivenFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

export function textFile(name: string, content = 'precio;años\n1;2\n'): GivenFile {
  return { name, mimeType: 'text/plain', buffer: Buffer.from(content) }
}

/** A picture that browsers draw: all of it black. */
export function pictureFile(name: string, { width = 640, height = 320 } = {}): GivenFile {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 8
  header[9] = 2
  const pixels = deflateSync(Buffer.alloc((1 + 3 * width) * height))
  const chunks = [pngChunk('IHDR', header), pngChunk('IDAT', pixels), pngChunk('IEND')]
  return { name, mimeType: 'image/png', buffer: Buffer.concat([PNG_SIGNATURE, ...chunks]) }
}

export function attachButton(page: Page): Locator {
  return page.getByRole('button', { name: /^adjuntar ficheros$/i })
}

/** Chooses files as somebody does who presses the paperclip. */
export async function attach(page: Page, files: readonly GivenFile[]): Promise<void> {
  const asked = page.waitForEvent('filechooser')
  await attachButton(page).click()
  await (await asked).setFiles([...files])
}

/** What lies ready to be sent. */
export function inTray(page: Page): Locator {
  return page.getByRole('list', { name: /^ficheros por enviar$/i }).getByRole('listitem')
}

interface Given {
  readonly name: string
  readonly type?: string
  readonly content?: string
}

/** Gives files to an element as a drag, or a paste, would. */
export async function give(
  target: Locator,
  event: 'dragenter' | 'drop' | 'paste',
  files: readonly Given[],
): Promise<void> {
  await target.evaluate(
    (element, [event, files]) => {
      const data = new DataTransfer()
      for (const { name, type = 'text/plain', content = 'hola' } of files) {
        data.items.add(new File([content], name, { type }))
      }
      const options = { bubbles: true, cancelable: true, composed: true }
      element.dispatchEvent(
        event === 'paste'
          ? new ClipboardEvent('paste', { ...options, clipboardData: data })
          : new DragEvent(event, { ...options, dataTransfer: data }),
      )
    },
    [event, files] as const,
  )
}
