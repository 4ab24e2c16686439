import type { Context } from 'hono'
import { busyCode } from '#platform/database/busy.ts'
import type { Log } from '#platform/log.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { typeAddress } from './oparl/addresses.ts'

/** Anybody's program may read it from anywhere: there is nothing here that is not everybody's. */
export const openHeaders = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
} as const

/** What went wrong, for the program that asked and for whoever runs it. */
export interface OpenError {
  readonly status: 400 | 404 | 410 | 500 | 503
  /** A sentence for people. */
  readonly message: string
}

/** An answer of the open data: JSON in UTF-8, without a mark at its beginning and without escaped HTML. */
export function jsonAnswer(c: Context<AppEnv, string>, json: string, status: 200 | OpenError['status'] = 200): Response {
  return c.body(json, status, { ...openHeaders, 'content-type': 'application/json; charset=utf-8' })
}

/** A typed error (OParl 1.1, 'Ausnahmebehandlung'). */
export function errorAnswer(c: Context<AppEnv, string>, { status, message }: OpenError): Response {
  const debug = `${c.req.method} ${c.req.path.slice(0, 200)}, request ${c.get('visit').requestId}`
  return jsonAnswer(c, JSON.stringify({ type: typeAddress('Error'), message, debug }), status)
}

/** The answer, or a typed error in place of the page that people would get. */
export async function openAnswer(c: Context<AppEnv, string>, log: Log, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    if (busyCode(error) !== undefined) {
      c.header('Retry-After', '3')
      return errorAnswer(c, { status: 503, message: 'Too many came at the same moment. Try again in a few seconds.' })
    }
    log.error({ request: c.get('visit').requestId, err: error }, 'fault')
    return errorAnswer(c, { status: 500, message: 'This is a fault of ours. Try again in a few minutes.' })
  }
}

/** For an address that nothing answers to. */
export const nothingHere: OpenError = { status: 404, message: 'There is nothing at this address.' }
