import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { testFileStore } from './file-store.contract.ts'
import { openS3FileStore } from './s3-file-store.ts'
import { s3Account, startS3Server, type S3Server } from './s3-server.fixture.ts'

const KEY = '0123456789abcdef0123456789abcdef'

async function startS3(): Promise<S3Server> {
  const server = await startS3Server()
  onTestFinished(() => server.close())
  return server
}

testFileStore('at an S3 server', async () => {
  const { endpoint } = await startS3()
  return openS3FileStore({ endpoint, ...s3Account })
})

it('keeps an object in its bucket, under its key alone', async () => {
  const { endpoint, objects } = await startS3()
  const path = join(tmpdir(), `s3-${process.pid}`)
  writeFileSync(path, 'hola')
  await openS3FileStore({ endpoint, ...s3Account }).keep(KEY, { path, size: 4 })
  expect([...objects]).toEqual([[`/files/${KEY}`, Buffer.from('hola')]])
})

it('says no to a wrong secret (the control: signatures are checked)', async () => {
  const { endpoint } = await startS3()
  const store = openS3FileStore({ endpoint, ...s3Account, secretAccessKey: 'another' })
  await expect(store.read(KEY)).rejects.toThrow('The file store could not read a file: 403')
})

it('tries a read again that failed for a moment', async () => {
  const { endpoint, objects, fail } = await startS3()
  objects.set(`/files/${KEY}`, Buffer.from('hola'))
  fail(503, 1)
  expect(await new Response(await openS3FileStore({ endpoint, ...s3Account }).read(KEY)).text()).toBe('hola')
})
