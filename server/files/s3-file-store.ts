import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { AwsClient } from 'aws4fetch'
import { STORAGE_KEY, type FileStore } from './file-store.ts'

export interface S3Options {
  /** Of the service, without the bucket: `https://s3.eu-west-1.amazonaws.com`. */
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

/** Keeps files at whoever speaks S3: for several nodes, or where disks do not last. Addresses stay ours; nothing is public there. */
export function openS3FileStore({ endpoint, bucket, region, ...credentials }: S3Options): FileStore {
  const client = new AwsClient({ ...credentials, region, service: 's3', retries: 2, initRetryMs: 200 })

  function urlOf(key: string): string {
    if (!STORAGE_KEY.test(key)) throw new Error('Not a storage key')
    return `${endpoint}/${bucket}/${key}`
  }

  return {
    async keep(key, { path, size }) {
      // Signed apart from its body, which is sent as it is read.
      const signed = await client.sign(urlOf(key), {
        method: 'PUT',
        headers: { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' },
      })
      const sent = {
        method: 'PUT',
        headers: { ...Object.fromEntries(signed.headers), 'content-length': String(size) },
        body: Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>,
        duplex: 'half' as const,
      }
      const response = await fetch(signed.url, sent)
      await checkOk(response, 'keep')
    },
    async read(key, range) {
      const response = await client.fetch(urlOf(key), {
        headers: range === undefined ? {} : { range: `bytes=${range.start}-${range.end}` },
      })
      if (response.status === 404) {
        await response.body?.cancel()
        return null
      }
      await checkOk(response, 'read')
      return response.body ?? new Response('').body
    },
    async size(key) {
      const response = await client.fetch(urlOf(key), { method: 'HEAD' })
      if (response.status === 404) return null
      await checkOk(response, 'measure')
      return Number(response.headers.get('content-length'))
    },
    async remove(key) {
      const response = await client.fetch(urlOf(key), { method: 'DELETE' })
      if (response.status !== 404) await checkOk(response, 'remove')
    },
  }
}

/** What the store answers stays between it and the log: its texts name buckets and keys. */
async function checkOk(response: Response, what: string): Promise<void> {
  if (response.ok) return
  const text = await response.text()
  throw new Error(`The file store could not ${what} a file: ${response.status} ${text.slice(0, 200)}`)
}
