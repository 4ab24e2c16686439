import { BlockList, isIP } from 'node:net'
import type { Context } from 'hono'
import type { AppEnv } from '#platform/web/visit.ts'
import type { Client } from './call-auth.ts'

/** Who asks: the network address, seen through the proxies that we trust, and the browser's description of itself. */
export function clientOf(c: Context<AppEnv>, trusted: BlockList): Client {
  const userAgent = (c.req.header('user-agent') ?? '').replace(/[^\x20-\x7e]/g, '').slice(0, 300)
  return { address: addressThrough(socketAddress(c.env), c.req.header('x-forwarded-for'), trusted), userAgent }
}

/** The settings' addresses and ranges of proxies, such as `10.0.0.0/8`; what is neither is left out. */
export function proxyList(entries: readonly string[]): BlockList {
  const list = new BlockList()
  for (const entry of entries) {
    const [address = '', prefix] = entry.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (isIP(address) === 0) continue
    if (prefix === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(prefix), family)
  }
  return list
}

/** The nearest address that is not a trusted proxy, reading `X-Forwarded-For` from its end; what a stranger wrote there counts for nothing. */
export function addressThrough(socket: string, forwarded: string | undefined, trusted: BlockList): string {
  let address = plain(socket)
  const hops = (forwarded ?? '').split(',').map((hop) => plain(hop.trim()))
  while (isTrusted(address, trusted)) {
    const next = hops.pop()
    if (next === undefined || isIP(next) === 0) break
    address = next
  }
  return address
}

function isTrusted(address: string, trusted: BlockList): boolean {
  const family = isIP(address)
  return family !== 0 && trusted.check(address, family === 6 ? 'ipv6' : 'ipv4')
}

/** An IPv4 address that a dual-stack socket wrote as IPv6, without that. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '')
}

/** The socket's address as `@hono/node-server` hands it over; '' in a test without a socket. */
function socketAddress(env: unknown): string {
  const { incoming } = (env ?? {}) as { readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } } }
  return incoming?.socket?.remoteAddress ?? ''
}
