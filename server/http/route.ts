import type { Context, Hono } from 'hono'
import * as v from 'valibot'
import type { Issue } from '#shared/errors.ts'
import type { Endpoint } from '#shared/endpoint.ts'
import {
  endpoints,
  type EndpointName,
  type EndpointParams,
  type EndpointResult,
  type ParsedBody,
  type ParsedQuery,
} from '#shared/endpoints.ts'
import type { Identity } from '../domain/identity.ts'
import { checkPermission, mayCall, type Permission } from '../domain/permissions.ts'
import { Refusal } from '../domain/refusal.ts'
import { audited } from './audited.ts'
import type { Env } from './env.ts'
import { downloadResponse, type Download } from './download.ts'
import { checkString, readJson } from './read-body.ts'

export interface Asked<Name extends EndpointName> {
  readonly params: EndpointParams<Name>
  readonly query: ParsedQuery<Name>
  readonly body: ParsedBody<Name>
  readonly identity: WhoMayCall<Name>
  readonly context: Context<Env>
}

/** Endpoints that nobody at all may call, too, take whoever is asking or null. */
type PublicEndpoint =
  | `POST /v2/visitors/${'session' | 'looking'}`
  | 'GET /v2/sites/:siteKey/public'
  | `POST /v2/auth/${'login' | 'refresh' | 'logout' | 'setup' | 'invitation' | 'accept-invitation'}`
type WhoMayCall<Name extends EndpointName> = Name extends PublicEndpoint ? null : Identity

/** A result, or a result with another status than the endpoint's usual one; or a file, written while it is read. */
export type Reply<Name extends EndpointName> =
  | { readonly result: EndpointResult<Name>; readonly status?: number }
  | { readonly download: Download }

/**
 * Binds one row of the contract to a handler: who is asking, may they, is what they say valid; then the handler, then the answer. In
 * this order, so that somebody without credentials learns nothing from how their body is judged.
 */
export function route<Name extends EndpointName>(
  app: Hono<Env>,
  name: Name,
  handle: (asked: Asked<Name>) => Promise<Reply<Name>>,
): void {
  const endpoint: Endpoint = endpoints[name]
  const permission = mayCall[name]
  const [method = '', path = ''] = name.split(' ')
  app.on(method, path, (context) => audited(name, context, () => answer(context)))

  async function answer(context: Context<Env>): Promise<Response> {
    // Where nobody may call too, credentials are the handler's own subject: a stale cookie must not keep anybody from signing in.
    const identity = permission.nobody === 'yes' ? null : await identifyFor(permission, context)
    const asked = {
      params: readParams(context.req.param()),
      query: endpoint.query && parse(endpoint.query, readQuery(context)),
      body: endpoint.body && parse(endpoint.body, await readJson(context.req.raw)),
      identity,
      context,
    }
    const reply = await handle(asked as unknown as Asked<Name>)
    if ('download' in reply) return downloadResponse(context, reply.download)
    const { result, status = endpoint.status[0] } = reply
    return result === undefined ? context.body(null, 204) : context.json(result as object, status as 200)
  }
}

async function identifyFor(permission: Permission, context: Context<Env>): Promise<Identity | null> {
  const servesOnlyVisitors = permission.commercial === 'no' && permission.admin === 'no'
  const identified = await context.var.identify(servesOnlyVisitors ? 'visitor' : 'commercial')
  const identity = identified?.identity ?? null
  if (identity !== null) context.set('identity', identity)
  checkPermission(permission, identity)
  return identity
}

function readParams(params: Record<string, string>): Record<string, string> {
  Object.values(params).forEach(checkString)
  return params
}

function readQuery(context: Context<Env>): Record<string, string> {
  const query = context.req.query()
  Object.values(query).forEach(checkString)
  return query
}

function parse(schema: v.GenericSchema, value: unknown): unknown {
  const parsed = v.safeParse(schema, value)
  if (parsed.success) return parsed.output
  throw new Refusal('invalid', { issues: parsed.issues.slice(0, 20).map(toIssue) })
}

// Valibot's own sentences quote what was received; an answer never does.
function toIssue(issue: v.BaseIssue<unknown>): Issue {
  const path = v.getDotPath(issue) ?? ''
  if (!issue.message.startsWith('Invalid ')) return { path, message: issue.message }
  const fallback = issue.message.split(':')[0] ?? 'Not valid'
  return { path, message: issue.expected === null ? fallback : `Expected ${issue.expected}` }
}
