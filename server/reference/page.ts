import { html } from 'hono/html'
import type { Endpoint } from '#shared/endpoint.ts'
import { endpoints, type EndpointName } from '#shared/endpoints.ts'
import { clientEvents, serverEvents } from '#shared/events.ts'
import { webhookEvents } from '#shared/webhook-events.ts'
import { fieldsTable, kindOf } from './fields.ts'
import { endpointNames, tagOf } from './openapi.ts'
import { sentSchema, shapeSchemas, toldSchema } from './shapes.ts'
import { whoMayCall } from './who.ts'

type Html = ReturnType<typeof html>

/** The contract for people: every call, event and shape on one page that needs no script. */
export function createReferencePage(version: string): Html {
  const tags = [...new Set(endpointNames.map(tagOf))]
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>API · Sobremesa</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="stylesheet" href="/docs/reference.css" />
      </head>
      <body>
        <nav aria-label="Contents">
          <p class="name">Sobremesa <small>${version}</small></p>
          <h2>Calls</h2>
          ${tags.map((tag) => html`<a href="#calls-${tag}">${tag}</a>`)}
          <h2>Socket</h2>
          <a href="#asked">Asked by clients</a>
          <a href="#told">Told by the server</a>
          <h2>More</h2>
          <a href="#webhooks">Webhooks</a>
          <a href="#shapes">Shapes</a>
        </nav>
        <main>
          <h1>API reference</h1>
          <p>
            Calls go over HTTP with <code>Authorization: Bearer</code> and a visitor’s or a commercial’s
            token, or the console’s cookie; what happens is told over Socket.IO. For programs:
            <a href="/openapi.json">OpenAPI 3.1</a>, <a href="/asyncapi.json">AsyncAPI 3.0</a>. Any call can
            be refused with <code>malformed</code>, <code>invalid</code>, <code>unauthenticated</code>,
            <code>forbidden</code> or <code>rate_limited</code>; those named below are its own.
          </p>
          ${tags.map(
            (tag) =>
              html`<section id="calls-${tag}">
                <h2>${tag}</h2>
                ${endpointNames.filter((name) => tagOf(name) === tag).map(call)}
              </section>`,
          )}
          <section id="asked">
            <h2>Asked by clients over the socket</h2>
            ${Object.entries(clientEvents).map(([name, { summary, payload, ack }]) =>
              entry(name, summary, [
                ['Payload', payload === null ? html`<p>none</p>` : fieldsTable(sentSchema(payload))],
                ['Acknowledged with', fieldsTable(toldSchema(ack))],
              ]),
            )}
          </section>
          <section id="told">
            <h2>Told by the server over the socket</h2>
            ${Object.entries(serverEvents).map(([name, { summary, payload }]) =>
              entry(name, summary, [['Payload', fieldsTable(toldSchema(payload))]]),
            )}
          </section>
          <section id="webhooks">
            <h2>Webhooks</h2>
            <p>
              Posted as <code>{ type, timestamp, data }</code> to the addresses that an admin names in the
              settings, signed as <a href="https://www.standardwebhooks.com">Standard Webhooks</a>.
            </p>
            ${Object.entries(webhookEvents).map(([name, { summary, data }]) =>
              entry(name, summary, [['Data', fieldsTable(toldSchema(data))]]),
            )}
          </section>
          <section id="shapes">
            <h2>Shapes</h2>
            ${Object.entries(shapeSchemas()).map(
              ([name, schema]) =>
                html`<article id="shape-${name}">
                  <h3>${name}</h3>
                  ${fieldsTable(schema)}
                </article>`,
            )}
          </section>
        </main>
      </body>
    </html>`
}

type Part = readonly [title: string, content: Html]

function call(name: EndpointName): Html {
  const { summary, query, body, form, result, status, errors = [] }: Endpoint = endpoints[name]
  const [method = '', path = ''] = name.split(' ')
  const parts: Part[] = []
  if (query !== undefined) parts.push(['Query', fieldsTable(sentSchema(query))])
  if (body !== undefined) parts.push(['Body', fieldsTable(sentSchema(body))])
  if (form !== undefined) parts.push(['Form, with a `file`', fieldsTable(sentSchema(form))])
  parts.push([`Answers ${status.join(' or ')}`, result === null ? html`<p>empty</p>` : answer(result)])
  const refusals = errors.map((code) => html`<code>${code}</code> `)
  if (errors.length > 0) parts.push(['Refused with', html`<p>${refusals}</p>`])
  const title = html`<span class="method">${method}</span> ${path}`
  return entry(title, `${summary}. ${whoMayCall(name)}`, parts)
}

function answer(result: NonNullable<Endpoint['result']>): Html {
  const schema = toldSchema(result)
  return schema.$ref === undefined ? fieldsTable(schema) : html`<p>${kindOf(schema)}</p>`
}

function entry(title: Html | string, summary: string, parts: readonly Part[]): Html {
  return html`<article>
    <h3><code>${title}</code></h3>
    <p>${summary}</p>
    <details>
      <summary>What goes in and out</summary>
      ${parts.map(
        ([name, content]) =>
          html`<h4>${name}</h4>
            ${content}`,
      )}
    </details>
  </article>`
}
