import type { JsonSchema } from '@valibot/to-json-schema'
import type { Endpoint } from '#shared/endpoint.ts'
import { endpoints, type EndpointName } from '#shared/endpoints.ts'
import { errors, type ErrorCode } from '#shared/errors.ts'
import { webhookEvents } from '#shared/webhook-events.ts'
import { mayCall } from '../domain/permissions.ts'
import { sentSchema, shapeSchemas, toldSchema } from './shapes.ts'
import { whoMayCall } from './who.ts'

/** Answers that are files: what they are served as, besides JSON. */
const FILES: Partial<Record<EndpointName, readonly string[]>> = {
  'GET /v2/chats/:chatId/transcript': ['text/plain', 'text/html'],
  'GET /v2/stats/chats.csv': ['text/csv'],
}
/** Those whose answer is never JSON. */
const ONLY_FILES: readonly EndpointName[] = ['GET /v2/stats/chats.csv']

/** Meet any endpoint. */
const ANYWHERE: readonly ErrorCode[] = ['malformed', 'invalid', 'rate_limited', 'internal_error', 'not_ready']

/** Meets any that somebody must be known for. */
const SIGNED_IN: readonly ErrorCode[] = ['unauthenticated', 'forbidden']

/** The HTTP side of the contract as OpenAPI 3.1 (spec.openapis.org/oas/v3.1.1), made of the tables that the server itself goes by. */
export function createOpenapi(version: string): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Sobremesa',
      version,
      description:
        'What widget and console ask of the server. What it tells by itself, over Socket.IO, is in /asyncapi.json.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    tags: [...new Set(endpointNames.map(tagOf))].map((name) => ({ name })),
    paths: pathsOf(),
    webhooks: webhooksOf(),
    components: {
      schemas: { ...shapeSchemas(), Error: errorSchema },
      responses: { Error: answerOf('Any other refusal.', { $ref: '#/components/schemas/Error' }) },
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description:
            'A visitor’s token, from `POST /v2/visitors/session`, or a commercial’s, from `POST /v2/auth/login`.',
        },
        console: {
          type: 'apiKey',
          in: 'cookie',
          name: 'console_session',
          description: 'Set by `POST /v2/auth/login`, for the console’s own pages.',
        },
      },
    },
  }
}

/** What most readers come for. */
const FIRST = ['messages', 'chats', 'files', 'visitors']
export const endpointNames = (Object.keys(endpoints) as EndpointName[]).toSorted(
  (one, other) => rank(one) - rank(other),
)

function rank(name: EndpointName): number {
  const place = FIRST.indexOf(tagOf(name))
  return place === -1 ? FIRST.length : place
}

/** What follows `/v2/`: what an endpoint is about. */
export function tagOf(name: EndpointName): string {
  return name.split('/')[2] ?? ''
}

/** `POST /v2/chats/:chatId/macros/:macroId` is `/v2/chats/{chatId}/macros/{macroId}` there. */
function addressOf(name: EndpointName): { method: string; path: string; params: readonly string[] } {
  const [method = '', path = ''] = name.split(' ')
  const params = [...path.matchAll(/:(\w+)/g)].map(([, param = '']) => param)
  return { method: method.toLowerCase(), path: path.replaceAll(/:(\w+)/g, '{$1}'), params }
}

function pathsOf(): Record<string, Record<string, object>> {
  const paths: Record<string, Record<string, object>> = {}
  for (const name of endpointNames) {
    const { method, path } = addressOf(name)
    paths[path] = { ...paths[path], [method]: operationOf(name) }
  }
  return paths
}

function operationOf(name: EndpointName): object {
  const endpoint: Endpoint = endpoints[name]
  const { method, path, params } = addressOf(name)
  const parameters = [
    ...params.map((param) => ({ name: param, in: 'path', required: true, schema: { type: 'string' } })),
    ...queryOf(endpoint),
  ]
  const body = bodyOf(endpoint)
  return {
    operationId:
      method + path.replaceAll(/\W+(\w)/g, (_, letter: string) => letter.toUpperCase()).replaceAll(/\W/g, ''),
    summary: endpoint.summary,
    description: whoMayCall(name),
    tags: [tagOf(name)],
    ...(mayCall[name].nobody === 'yes' ? {} : { security: [{ token: [] }, { console: [] }] }),
    ...(parameters.length > 0 && { parameters }),
    ...(body !== null && { requestBody: { required: true, content: body } }),
    responses: responsesOf(name, endpoint),
  }
}

function queryOf({ query }: Endpoint): readonly object[] {
  if (query === undefined) return []
  const { properties = {}, required = [] } = sentSchema(query)
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }))
}

function bodyOf({ body, form }: Endpoint): object | null {
  if (body !== undefined) return { 'application/json': { schema: sentSchema(body) } }
  if (form === undefined) return null
  const fields = sentSchema(form)
  const file = { type: 'string', contentMediaType: 'application/octet-stream' }
  const schema = {
    ...fields,
    properties: { ...fields.properties, file },
    required: [...(fields.required ?? []), 'file'],
  }
  return { 'multipart/form-data': { schema } }
}

function responsesOf(name: EndpointName, { result, status, errors: own = [] }: Endpoint): object {
  const told = result === null ? null : toldSchema(result)
  const successes = status.map((code) => [code, successOf(name, told)])
  const needed = mayCall[name].nobody === 'yes' ? [] : SIGNED_IN
  const codes = [...new Set([...own, ...needed, ...ANYWHERE])]
  const refusals = [...new Set(codes.map((code) => errors[code].status))].map((refused) => {
    const those = codes.filter((code) => errors[code].status === refused)
    const words = those.map((code) => `\`${code}\`: ${errors[code].en}`).join('\n\n')
    return [refused, answerOf(words, { $ref: '#/components/schemas/Error' })]
  })
  return {
    ...Object.fromEntries([...successes, ...refusals]),
    default: { $ref: '#/components/responses/Error' },
  }
}

function successOf(name: EndpointName, schema: JsonSchema | null): object {
  if (schema === null) return { description: 'Done.' }
  const files = Object.fromEntries((FILES[name] ?? []).map((type) => [type, { schema: { type: 'string' } }]))
  if (ONLY_FILES.includes(name)) return { description: 'The file.', content: files }
  return { description: 'Done.', content: { 'application/json': { schema }, ...files } }
}

function answerOf(description: string, schema: object): object {
  return { description, content: { 'application/json': { schema } } }
}

const errorSchema = {
  type: 'object',
  description: 'The body of every refusal. The code is for programs and never changes.',
  properties: {
    code: { type: 'string', enum: Object.keys(errors) },
    message: { type: 'string', description: 'For people, in the language of `Accept-Language`.' },
    requestId: { type: 'string', description: 'Names this request in the server’s log.' },
    issues: {
      type: 'array',
      description: 'With `invalid`: what is wrong where.',
      items: {
        type: 'object',
        properties: { path: { type: 'string' }, message: { type: 'string' } },
        required: ['path', 'message'],
      },
    },
  },
  required: ['code', 'message', 'requestId'],
}

/** What the server posts to other systems, signed as Standard Webhooks. */
function webhooksOf(): Record<string, object> {
  return Object.fromEntries(
    Object.entries(webhookEvents).map(([type, { summary, data }]) => [
      type,
      {
        post: {
          summary,
          tags: ['webhooks'],
          requestBody: { content: { 'application/json': { schema: webhookSchema(type, toldSchema(data)) } } },
          responses: { '2XX': { description: 'Taken. Anything else, and it is told again later.' } },
        },
      },
    ]),
  )
}

function webhookSchema(type: string, data: JsonSchema): object {
  return {
    type: 'object',
    properties: { type: { const: type }, timestamp: { $ref: '#/components/schemas/Timestamp' }, data },
    required: ['type', 'timestamp', 'data'],
  }
}
