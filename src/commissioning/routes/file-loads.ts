import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { AppEnv } from '#platform/web/visit.ts'
import { type FileLoad, isUnderWay } from '../queries/file-loads.ts'

/** Seconds after which the page of a load comes again. */
const AGAIN = 4

/** Whether whoever reads the page of a load asked that it stays as it is. */
export const isKeptStill = (c: Context<AppEnv, string>): boolean => c.req.query('still') === 'yes'

/** A page that comes again by itself while a file is loaded, without a script, unless its reader asked that it stays. */
export function comesAgain(c: Context<AppEnv, string>, load: FileLoad | undefined, page: JSX.Element): Response | Promise<Response> {
  if (isUnderWay(load) && !isKeptStill(c)) c.header('Refresh', String(AGAIN))
  return c.html(page)
}
