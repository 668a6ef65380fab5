import type { HttpBindings } from '@hono/node-server'
import type { Hono, MiddlewareHandler } from 'hono'
import { checkMetricsAccess } from '../auth/metrics-access.ts'
import type { Metrics } from '../observe/metrics.ts'
import type { Env } from './env.ts'

export interface MetricsDeps {
  readonly metrics: Metrics
  readonly metricsToken: string | undefined
  readonly publicUrl: string | undefined
}

/** `GET /metrics`, for Prometheus. */
export function mountMetrics(app: Hono<Env>, { metrics, metricsToken, publicUrl }: MetricsDeps): void {
  app.get('/metrics', async (context) => {
    // Without a socket there is no address: a test that asks the app directly.
    const incoming = (context.env as HttpBindings | undefined)?.incoming
    const { bearer } = context.var.credentials
    checkMetricsAccess(
      { remote: incoming?.socket.remoteAddress, headers: incoming?.headers ?? {}, bearer },
      { token: metricsToken, publicUrl },
    )
    return context.body(await metrics.text(), 200, { 'content-type': metrics.contentType })
  })
}

/** Times every request, whatever becomes of it. */
export function timeRequests(metrics: Pick<Metrics, 'answered'>): MiddlewareHandler<Env> {
  return async (context, next) => {
    const begun = performance.now()
    await next()
    const seconds = (performance.now() - begun) / 1_000
    metrics.answered({ method: context.req.method, status: context.res.status, seconds })
  }
}
