import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import * as v from 'valibot'
import { isNetwork, type TrustedProxies } from './auth/client-address.ts'
import type { S3Options } from './files/s3-file-store.ts'

/** Everything that can be set from outside. Each option is documented here and nowhere else. */
export interface Config {
  /** Address to listen on; this machine only, unless said otherwise. */
  readonly host: string
  /** 0: one that is free. */
  readonly port: number
  /** How browsers reach this server, without a path; absent: `http://localhost:<port>`. */
  readonly publicUrl: string | undefined
  /** Whose `X-Forwarded-For` is believed; none, unless said otherwise. */
  readonly trustedProxies: TrustedProxies
  /** Open connections, of browsers and of proxies together; more are not taken in. */
  readonly maxConnections: number
  /** Where everything is kept: the database, the keys. */
  readonly dataDir: string
  /** Seal the secrets in the database, 32 bytes each: the first seals, all of them open. None: a key in the data folder does. */
  readonly secretKeys: readonly Buffer[]
  /** Opens `/metrics` from anywhere; without it only from this machine itself. */
  readonly metricsToken: string | undefined
  /** The first admin, created unattended when there is none. */
  readonly admin: { readonly email: string; readonly password: string } | undefined
  /** Name of the site that the first start makes. */
  readonly siteName: string
  /** Origins that the default site's pages are served from, besides localhost; replaces the stored list when set. */
  readonly siteOrigins: readonly string[] | undefined
  readonly files: FilesConfig
  /** Push services in one’s own network are asked too, over http as well. Otherwise only hosts of the internet, over https. */
  readonly privatePushes: boolean
  /** Webhooks may go to addresses in one’s own network, over http as well. Otherwise only to hosts of the internet, over https. */
  readonly privateWebhooks: boolean
  /** Off only for benches and torture: nothing is limited then. */
  readonly rateLimits: boolean
  /** The demo signs anybody in as its made-up team. Never on a server with real chats. */
  readonly demo: boolean
  /** Serve the built files anew on each request, and tell open pages to reload. */
  readonly dev: boolean
  readonly logLevel: 'silent' | 'error' | 'info'
}

/** What may be uploaded, and where it is kept. Sizes in bytes. */
export interface FilesConfig {
  /** Of one file, whatever a site allows; a site's own limit is one of its settings. */
  readonly maxUploadBytes: number
  /** All files that one visitor has sent. */
  readonly visitorQuotaBytes: number
  /** All files of a site. */
  readonly siteQuotaBytes: number
  /** Uploads are refused when less than this is left on the disk, so that messages still fit. */
  readonly minFreeBytes: number
  /** Make small pictures of large ones, where `sharp` is installed. */
  readonly thumbnails: boolean
  /** Absent: in the data folder. */
  readonly s3: S3Options | undefined
}

const MIB = 1024 * 1024
const integer = v.pipe(v.string(), v.regex(/^\d{1,5}$/), v.transform(Number))
const mebibytes = v.pipe(
  v.string(),
  v.regex(/^\d{1,9}$/),
  v.transform((text) => Number(text) * MIB),
)
const someMebibytes = v.pipe(mebibytes, v.minValue(MIB))
const onOff = v.pipe(
  v.picklist(['on', 'off']),
  v.transform((word) => word === 'on'),
)
const origin = v.pipe(
  v.string(),
  v.check((text) => isOrigin(text.replace(/:\*$/, ':1'))),
)

/** Variable → how to read it, what to say is allowed, and its value when it is not set. */
const variables = {
  HOST: {
    schema: v.pipe(v.string(), v.minLength(1)),
    allowed: 'an address or a host name',
    initial: '127.0.0.1',
  },
  PORT: {
    schema: v.pipe(integer, v.maxValue(65_535)),
    allowed: 'a whole number from 0 to 65535',
    initial: '3000',
  },
  PUBLIC_URL: {
    schema: v.pipe(v.string(), v.check(isOrigin)),
    allowed: 'an origin such as https://chat.example.com',
  },
  TRUST_PROXY: {
    schema: v.union([
      v.pipe(v.string(), v.regex(/^\d$/), v.transform(Number)),
      v.pipe(
        v.string(),
        v.transform((list) => list.split(',').map((entry) => entry.trim())),
        v.array(v.pipe(v.string(), v.check(isNetwork))),
      ),
    ]),
    allowed:
      'a number of proxies from 0 to 9, or addresses and networks such as 10.0.0.0/8, separated by commas',
    initial: '0',
  },
  MAX_CONNECTIONS: {
    schema: v.pipe(v.string(), v.regex(/^\d{1,7}$/), v.transform(Number), v.minValue(10)),
    allowed: 'a whole number from 10 to 9999999',
    initial: '20000',
  },
  DATA_DIR: { schema: v.pipe(v.string(), v.minLength(1)), allowed: 'a folder', initial: './data' },
  SECRET_KEY: {
    schema: v.pipe(
      v.string(),
      v.transform((list) => list.split(',').map((entry) => entry.trim())),
      v.array(v.pipe(v.string(), v.check(isStrongKey))),
    ),
    allowed:
      '32 random bytes in base64, as `openssl rand -base64 32` makes them; with the one before it after a comma',
  },
  METRICS_TOKEN: {
    schema: v.pipe(v.string(), v.regex(/^[\w.~+/=-]{20,200}$/)),
    allowed: '20 to 200 letters, digits and -._~+/=',
  },
  ADMIN_EMAIL: { schema: v.pipe(v.string(), v.email()), allowed: 'an e-mail address' },
  ADMIN_PASSWORD: {
    schema: v.pipe(v.string(), v.minLength(10), v.maxLength(200)),
    allowed: '10 to 200 characters',
  },
  SITE_NAME: {
    schema: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120)),
    allowed: '1 to 120 characters',
    initial: 'Sobremesa',
  },
  SITE_ORIGINS: {
    schema: v.pipe(
      v.string(),
      v.transform((list) => list.split(',').map((entry) => entry.trim())),
      v.array(origin),
    ),
    allowed: 'origins such as https://shop.example.com, separated by commas',
  },
  MAX_UPLOAD_MB: {
    schema: v.pipe(someMebibytes, v.maxValue(2_048 * MIB)),
    allowed: 'a whole number from 1 to 2048',
    initial: '100',
  },
  VISITOR_QUOTA_MB: { schema: someMebibytes, allowed: 'a whole number from 1 on', initial: '200' },
  SITE_QUOTA_MB: { schema: someMebibytes, allowed: 'a whole number from 1 on', initial: '10240' },
  MIN_FREE_MB: { schema: mebibytes, allowed: 'a whole number from 0 on', initial: '512' },
  THUMBNAILS: { schema: onOff, allowed: 'on or off', initial: 'on' },
  FILES_S3_ENDPOINT: {
    schema: v.pipe(v.string(), v.check(isOrigin)),
    allowed: 'an origin such as https://s3.eu-west-1.amazonaws.com',
  },
  FILES_S3_BUCKET: { schema: v.pipe(v.string(), v.regex(/^[\w.-]{3,63}$/)), allowed: 'the name of a bucket' },
  FILES_S3_REGION: {
    schema: v.pipe(v.string(), v.regex(/^[\w-]{1,40}$/)),
    allowed: 'a region such as eu-west-1',
    initial: 'us-east-1',
  },
  FILES_S3_ACCESS_KEY_ID: { schema: v.pipe(v.string(), v.minLength(1)), allowed: 'an access key’s id' },
  FILES_S3_SECRET_ACCESS_KEY: { schema: v.pipe(v.string(), v.minLength(1)), allowed: 'its secret' },
  PRIVATE_PUSHES: { schema: onOff, allowed: 'on or off', initial: 'off' },
  PRIVATE_WEBHOOKS: { schema: onOff, allowed: 'on or off', initial: 'off' },
  RATE_LIMITS: { schema: onOff, allowed: 'on or off', initial: 'on' },
  DEMO: { schema: onOff, allowed: 'on or off', initial: 'off' },
  LIVE_RELOAD: { schema: onOff, allowed: 'on or off', initial: 'off' },
  LOG_LEVEL: {
    schema: v.picklist(['silent', 'error', 'info']),
    allowed: 'silent, error or info',
    initial: 'info',
  },
} as const satisfies Record<
  string,
  { schema: v.GenericSchema<string, unknown>; allowed: string; initial?: string }
>

type Variables = typeof variables
type Value<Name extends keyof Variables> =
  | v.InferOutput<Variables[Name]['schema']>
  | (Variables[Name] extends { initial: string } ? never : undefined)

const SECRETS: ReadonlySet<string> = new Set([
  'SECRET_KEY',
  'METRICS_TOKEN',
  'ADMIN_PASSWORD',
  'FILES_S3_SECRET_ACCESS_KEY',
])

/** A value that cannot be used. Its message names the variable, the value and what is allowed. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/** Reads the environment. Each variable may also be given as `NAME_FILE`, a file that holds the value. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  function read<Name extends keyof Variables>(name: Name): Value<Name> {
    const variable: { schema: v.GenericSchema<string, unknown>; allowed: string; initial?: string } =
      variables[name]
    const given = valueOf(env, name) ?? variable.initial
    if (given === undefined) return undefined as Value<Name>
    const parsed = v.safeParse(variable.schema, given)
    if (parsed.success) return parsed.output as Value<Name>
    const shown = SECRETS.has(name) ? 'the value given' : JSON.stringify(given)
    throw new ConfigError(`${name} is ${shown}; allowed: ${variable.allowed}.`)
  }
  return {
    host: read('HOST'),
    port: read('PORT'),
    publicUrl: read('PUBLIC_URL'),
    trustedProxies: read('TRUST_PROXY'),
    maxConnections: read('MAX_CONNECTIONS'),
    dataDir: resolve(read('DATA_DIR')),
    secretKeys: (read('SECRET_KEY') ?? []).map(toKey),
    metricsToken: read('METRICS_TOKEN'),
    admin: readAdmin(read('ADMIN_EMAIL'), read('ADMIN_PASSWORD')),
    siteName: read('SITE_NAME'),
    siteOrigins: read('SITE_ORIGINS'),
    files: {
      maxUploadBytes: read('MAX_UPLOAD_MB'),
      visitorQuotaBytes: read('VISITOR_QUOTA_MB'),
      siteQuotaBytes: read('SITE_QUOTA_MB'),
      minFreeBytes: read('MIN_FREE_MB'),
      thumbnails: read('THUMBNAILS'),
      s3: readS3(read),
    },
    privatePushes: read('PRIVATE_PUSHES'),
    privateWebhooks: read('PRIVATE_WEBHOOKS'),
    rateLimits: read('RATE_LIMITS'),
    demo: read('DEMO'),
    dev: read('LIVE_RELOAD'),
    logLevel: read('LOG_LEVEL'),
  }
}

/** All four or none: half a configuration would keep files where nobody looks for them. */
function readS3(read: <Name extends keyof Variables>(name: Name) => Value<Name>): S3Options | undefined {
  const given = {
    FILES_S3_ENDPOINT: read('FILES_S3_ENDPOINT'),
    FILES_S3_BUCKET: read('FILES_S3_BUCKET'),
    FILES_S3_ACCESS_KEY_ID: read('FILES_S3_ACCESS_KEY_ID'),
    FILES_S3_SECRET_ACCESS_KEY: read('FILES_S3_SECRET_ACCESS_KEY'),
  }
  const missing = Object.entries(given).filter(([, value]) => value === undefined)
  if (missing.length === Object.keys(given).length) return undefined
  const {
    FILES_S3_ENDPOINT: endpoint,
    FILES_S3_BUCKET: bucket,
    FILES_S3_ACCESS_KEY_ID: accessKeyId,
    FILES_S3_SECRET_ACCESS_KEY: secretAccessKey,
  } = given
  if (!endpoint || !bucket || !accessKeyId || !secretAccessKey) {
    const [name] = missing[0] ?? ['']
    throw new ConfigError(`${name} is not set; allowed: all of ${Object.keys(given).join(', ')}, or none.`)
  }
  return { endpoint, bucket, region: read('FILES_S3_REGION'), accessKeyId, secretAccessKey }
}

function valueOf(env: Readonly<Record<string, string | undefined>>, name: string): string | undefined {
  // An empty variable is what a compose file leaves behind where nothing was filled in.
  if (env[name]) return env[name]
  const file = env[`${name}_FILE`]
  if (!file) return undefined
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    throw new ConfigError(`${name}_FILE is ${JSON.stringify(file)}; allowed: a file that can be read.`)
  }
}

function readAdmin(email: string | undefined, password: string | undefined): Config['admin'] {
  if (email !== undefined && password !== undefined) return { email: email.toLowerCase(), password }
  if (email === undefined && password === undefined) return undefined
  const missing = email === undefined ? 'ADMIN_EMAIL' : 'ADMIN_PASSWORD'
  throw new ConfigError(
    `${missing} is not set; allowed: ADMIN_EMAIL and ADMIN_PASSWORD together, or neither.`,
  )
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text
}

/** Random bytes hardly repeat themselves; a word, a row of zeros and an example do. */
function isStrongKey(text: string): boolean {
  const key = toKey(text)
  return key.length === 32 && new Set(key).size > 16
}

/** Node takes base64url for base64, too. */
function toKey(base64: string): Buffer {
  return Buffer.from(base64, 'base64')
}
