import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { jpeg } from '../files/pictures/pictures.fixture.ts'
import type { Person, TestApp } from './app.fixture.ts'

export interface Uploaded {
  readonly fileId: string
  readonly url: string
}

export const photo = (name = 'foto.jpg'): File =>
  new File([new Uint8Array(jpeg())], name, { type: 'image/jpeg' })

export const text = (content = 'hola', name = 'nota.txt'): File => new File([content], name)

export async function uploadTo(
  { app, chatId }: { app: TestApp; chatId: string },
  as: Person,
  file = photo(),
): Promise<Uploaded> {
  const { status, body } = await app.upload(as, chatId, file)
  expect(status, JSON.stringify(body)).toBe(201)
  return body as unknown as Uploaded
}

export function openAddress(
  app: TestApp,
  url: string,
  init: { headers?: Record<string, string>; method?: string } = {},
): Promise<Response> {
  return app.fetch(url.replace('http://localhost:3000', ''), init)
}

/** Everything that lies in the file store. */
export function storedFiles({ dataDir }: TestApp): string[] {
  const names = readdirSync(join(dataDir, 'files'), { recursive: true, withFileTypes: true })
  return names.filter((entry) => entry.isFile()).map(({ name }) => name)
}
