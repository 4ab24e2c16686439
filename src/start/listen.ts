import type { AddressInfo } from 'node:net'
import { type ServerType, serve } from '@hono/node-server'

/** What answers a request. */
export interface Answering {
  readonly fetch: Parameters<typeof serve>[0]['fetch']
}

/** The product cannot listen where it was told to; the message is a sentence. */
export class ListenRefused extends Error {}

/** An open port. */
export interface Listening {
  readonly port: number
  /** Takes no more requests, and waits for those under way, five seconds at most. */
  stop(): Promise<void>
}

/**
 * Listens for requests. `port` 0 takes any free one.
 * @throws ListenRefused where the address is taken or not ours.
 */
export async function listen(app: Answering, host: string, port: number): Promise<Listening> {
  const server = await new Promise<ServerType>((resolve, reject) => {
    const opened = serve({ fetch: app.fetch, hostname: host, port }, () => resolve(opened))
    opened.once('error', (error: NodeJS.ErrnoException) => reject(refusal(error, host, port)))
  })
  return { port: (server.address() as AddressInfo).port, stop: () => close(server) }
}

function refusal(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new ListenRefused(`Port ${port} of ${host} is taken. Stop what uses it, or set PORT to another one.`)
  if (error.code === 'EACCES') return new ListenRefused(`Port ${port} may not be opened by this user. Set PORT to one above 1023.`)
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new ListenRefused(`${host} is no address of this machine. Set HOST.`)
  return error
}

async function close(server: ServerType): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  if ('closeIdleConnections' in server) server.closeIdleConnections()
  const patience = setTimeout(() => {
    if ('closeAllConnections' in server) server.closeAllConnections()
  }, 5_000)
  await closed
  clearTimeout(patience)
}
