import { randomBytes } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

describe('readConfig', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      dataDir: resolve('./data'),
      admin: undefined,
      rateLimits: true,
      demo: false,
    })
  })

  it.each([
    ['PORT', '70000', 'a whole number from 0 to 65535'],
    ['PORT', '3000x', 'a whole number from 0 to 65535'],
    ['PUBLIC_URL', 'chat.example.com', 'an origin such as https://chat.example.com'],
    ['PUBLIC_URL', 'https://chat.example.com/path', 'an origin such as https://chat.example.com'],
    [
      'TRUST_PROXY',
      'nginx',
      'a number of proxies from 0 to 9, or addresses and networks such as 10.0.0.0/8, separated by commas',
    ],
    ['MAX_CONNECTIONS', '0', 'a whole number from 10 to 9999999'],
    ['RATE_LIMITS', 'no', 'on or off'],
    ['ADMIN_EMAIL', 'marta', 'an e-mail address'],
    ['SITE_ORIGINS', 'https://a.example,*', 'origins such as https://shop.example.com, separated by commas'],
    ['MAX_UPLOAD_MB', '0', 'a whole number from 1 to 2048'],
    ['MAX_UPLOAD_MB', '20 MB', 'a whole number from 1 to 2048'],
    ['MIN_FREE_MB', '-1', 'a whole number from 0 on'],
    ['FILES_S3_ENDPOINT', 's3.example.com/bucket', 'an origin such as https://s3.eu-west-1.amazonaws.com'],
    ['LOG_LEVEL', 'loud', 'silent, error or info'],
  ])('refuses %s=%s, naming the variable, the value and what is allowed', (name, value, allowed) => {
    expect(() => readConfig({ [name]: value })).toThrow(
      new ConfigError(`${name} is ${JSON.stringify(value)}; allowed: ${allowed}.`),
    )
  })

  it('never shows a secret that it refuses', () => {
    expect(() => readConfig({ ADMIN_EMAIL: 'a@b.es', ADMIN_PASSWORD: 'short' })).toThrow(
      'ADMIN_PASSWORD is the value given; allowed: 10 to 200 characters.',
    )
  })

  it.each([
    ['is short', randomBytes(31).toString('base64')],
    ['is long', randomBytes(33).toString('base64')],
    ['is a row of zeros', Buffer.alloc(32).toString('base64')],
    ['is a phrase', 'correct horse battery staple'],
    ['is one good one and a bad one', `${randomBytes(32).toString('base64')},secret`],
  ])('C03: refuses to start with a key for secrets that %s, and does not show it', (_, given) => {
    expect(() => readConfig({ SECRET_KEY: given })).toThrow(
      'SECRET_KEY is the value given; allowed: 32 random',
    )
  })

  it('takes a key for secrets, and those before it, in either alphabet of base64', () => {
    const [young, old] = [randomBytes(32), randomBytes(32)]
    expect(readConfig({}).secretKeys).toEqual([])
    const given = `${young.toString('base64')}, ${old.toString('base64url')}`
    expect(readConfig({ SECRET_KEY: given }).secretKeys).toEqual([young, old])
  })

  it('wants the first admin whole or not at all', () => {
    expect(() => readConfig({ ADMIN_EMAIL: 'a@b.es' })).toThrow('ADMIN_PASSWORD is not set')
    expect(readConfig({ ADMIN_EMAIL: 'A@b.es', ADMIN_PASSWORD: 'long enough' }).admin).toEqual({
      email: 'a@b.es',
      password: 'long enough',
    })
  })

  it('believes no proxy unless told how many, or which', () => {
    expect(readConfig({}).trustedProxies).toBe(0)
    expect(readConfig({ TRUST_PROXY: '2' }).trustedProxies).toBe(2)
    expect(readConfig({ TRUST_PROXY: '10.0.0.0/8, ::1' }).trustedProxies).toEqual(['10.0.0.0/8', '::1'])
  })

  it('counts sizes of files in mebibytes', () => {
    expect(readConfig({}).files).toEqual({
      maxUploadBytes: 100 * 1024 * 1024,
      visitorQuotaBytes: 200 * 1024 * 1024,
      siteQuotaBytes: 10 * 1024 * 1024 * 1024,
      minFreeBytes: 512 * 1024 * 1024,
      thumbnails: true,
      s3: undefined,
    })
  })

  it('wants another place for files whole or not at all, and never shows its secret', () => {
    const s3 = {
      FILES_S3_ENDPOINT: 'https://s3.example.com',
      FILES_S3_BUCKET: 'files',
      FILES_S3_ACCESS_KEY_ID: 'id',
    }
    expect(() => readConfig(s3)).toThrow('FILES_S3_SECRET_ACCESS_KEY is not set; allowed: all of')
    expect(readConfig({ ...s3, FILES_S3_SECRET_ACCESS_KEY: 'secret' }).files.s3).toEqual({
      endpoint: 'https://s3.example.com',
      bucket: 'files',
      region: 'us-east-1',
      accessKeyId: 'id',
      secretAccessKey: 'secret',
    })
  })

  it('reads a value from a file', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'config-')), 'password')
    writeFileSync(file, 'from a file\n')
    expect(readConfig({ ADMIN_EMAIL: 'a@b.es', ADMIN_PASSWORD_FILE: file }).admin?.password).toBe(
      'from a file',
    )
    expect(() => readConfig({ PORT_FILE: '/nowhere' })).toThrow(
      'PORT_FILE is "/nowhere"; allowed: a file that can be read.',
    )
  })

  it('takes an empty variable for one that is not set', () => {
    expect(readConfig({ PORT: '' }).port).toBe(3000)
  })
})
