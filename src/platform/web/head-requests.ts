import type { MiddlewareHandler } from 'hono'

/** Ends the body of every answer to a HEAD request, which is never sent: the file of a document that nobody reads would stay open for good. */
export function letGoOfBodies(): MiddlewareHandler {
  return async (c, next) => {
    await next()
    if (c.req.method === 'HEAD' && c.res.body?.locked === false) await c.res.body.cancel()
  }
}
