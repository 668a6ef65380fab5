import { expect, it, onTestFinished } from 'vitest'
import { jpeg } from '../files/pictures/pictures.fixture.ts'
import { s3Account, startS3Server } from '../files/s3-server.fixture.ts'
import { openTestApp } from './app.fixture.ts'
import { openAddress, photo, storedFiles, uploadTo } from './files.fixture.ts'

async function arrange() {
  const s3 = await startS3Server()
  onTestFinished(() => s3.close())
  const failures: unknown[] = []
  const report = (cause: unknown) => void failures.push(cause)
  const app = await openTestApp({ files: { s3: { endpoint: s3.endpoint, ...s3Account } }, report })
  const visitor = await app.visitor()
  const { chatId } = await app.chatOf(visitor)
  return { app, s3, visitor, chatId, failures }
}

it('files at an S3 server are sent, opened in parts and removed like those on disk', async () => {
  const { app, s3, visitor, chatId } = await arrange()
  const { url } = await uploadTo({ app, chatId }, visitor)
  expect(s3.objects.size).toBe(1)
  expect(storedFiles(app)).toEqual([])
  expect(Buffer.from(await (await openAddress(app, url)).arrayBuffer())).toEqual(jpeg())
  const part = await openAddress(app, url, { headers: { range: 'bytes=0-1' } })
  expect([part.status, (await part.arrayBuffer()).byteLength]).toEqual([206, 2])
  app.clock.advance(25 * 3_600_000)
  expect(await app.sweep()).toBe(1)
  expect(s3.objects.size).toBe(0)
})

it('an S3 server in trouble is 503, told to the log and to nobody else, and leaves nothing half-kept', async () => {
  const { app, s3, visitor, chatId, failures } = await arrange()
  const { url } = await uploadTo({ app, chatId }, visitor)
  s3.fail(500, 100)
  const refused = await app.upload(visitor, chatId, photo())
  expect([refused.status, refused.body['code'], refused.headers.get('retry-after')]).toEqual([
    503,
    'not_ready',
    '2',
  ])
  const unopened = await openAddress(app, url)
  expect(unopened.status).toBe(503)
  expect(await unopened.text()).not.toMatch(/127\.0\.0\.1|bucket|Error/)
  expect(failures.map(String)).toEqual([
    'Error: The file store could not keep a file: 500 <Error/>',
    'Error: The file store could not read a file: 500 <Error/>',
  ])
  s3.fail(500, 0)
  expect((await openAddress(app, url)).status).toBe(200)
  app.clock.advance(25 * 3_600_000)
  // Only the one that was kept is there to be removed.
  expect(await app.sweep()).toBe(1)
})

it('what could not be removed is removed later', async () => {
  const { app, s3, visitor, chatId } = await arrange()
  await uploadTo({ app, chatId }, visitor)
  app.clock.advance(25 * 3_600_000)
  s3.fail(500, 100)
  await expect(app.sweep()).rejects.toMatchObject({ code: 'not_ready' })
  s3.fail(500, 0)
  expect(await app.sweep()).toBe(1)
  expect(s3.objects.size).toBe(0)
})
