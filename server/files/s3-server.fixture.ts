import { createHash, createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** As much of S3 as a file store needs, with its signatures checked by its own rules (AWS Signature Version 4). */
export interface S3Server {
  readonly endpoint: string
  /** `/bucket/key` → bytes. */
  readonly objects: Map<string, Buffer>
  /** So many next requests are answered with this status. */
  fail(status: number, times: number): void
  close(): void
}

export const s3Account = {
  bucket: 'files',
  region: 'eu-test-1',
  accessKeyId: 'key-id',
  secretAccessKey: 'secret',
}

export async function startS3Server(): Promise<S3Server> {
  const objects = new Map<string, Buffer>()
  const failure = { status: 500, times: 0 }
  const server = createServer((request, response) => {
    void answer(request, response)
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request)
    if (failure.times > 0) {
      failure.times -= 1
      response.writeHead(failure.status).end('<Error/>')
      return
    }
    if (!isSigned(request)) {
      response.writeHead(403).end('<Error><Code>SignatureDoesNotMatch</Code></Error>')
      return
    }
    const { url = '', method } = request
    if (method === 'PUT') put(url, body, { request, response })
    else if (method === 'DELETE') response.writeHead(objects.delete(url) ? 204 : 204).end()
    else get(objects.get(url), request, response)
  }

  /** Real ones refuse a body of unknown length with 411. */
  function put(
    url: string,
    body: Buffer,
    { request, response }: { request: IncomingMessage; response: ServerResponse },
  ): void {
    if (request.headers['content-length'] !== String(body.length)) {
      response.writeHead(411).end()
      return
    }
    objects.set(url, body)
    response.writeHead(200).end()
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    fail: (status, times) => void Object.assign(failure, { status, times }),
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

function get(object: Buffer | undefined, request: IncomingMessage, response: ServerResponse): void {
  if (object === undefined) {
    response.writeHead(404).end(request.method === 'HEAD' ? undefined : '<Error/>')
    return
  }
  const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
  const part = first === undefined ? object : object.subarray(Number(first), Number(last) + 1)
  response.writeHead(first === undefined ? 200 : 206, { 'content-length': part.length })
  response.end(request.method === 'HEAD' ? undefined : part)
}

function isSigned({ method = '', url = '', headers }: IncomingMessage): boolean {
  const { authorization = '' } = headers
  const [, day = '', names = '', signature] =
    /^AWS4-HMAC-SHA256 Credential=key-id\/(\d{8})\/eu-test-1\/s3\/aws4_request, SignedHeaders=([\w;-]+), Signature=(\w{64})$/.exec(
      authorization,
    ) ?? []
  const signed = names.split(';').map((name) => `${name}:${String(headers[name])}\n`)
  const payload = String(headers['x-amz-content-sha256'])
  const canonical = [method, url, '', signed.join(''), names, payload].join('\n')
  const scope = `${day}/${s3Account.region}/s3/aws4_request`
  const digest = createHash('sha256').update(canonical).digest('hex')
  const toSign = ['AWS4-HMAC-SHA256', String(headers['x-amz-date']), scope, digest].join('\n')
  const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
  const key = [day, s3Account.region, 's3', 'aws4_request'].reduce<string | Buffer>(
    hmac,
    `AWS4${s3Account.secretAccessKey}`,
  )
  return names.includes('host') && hmac(key, toSign).toString('hex') === signature
}
