import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'

/** Tells a request's network address, believing `X-Forwarded-For` only from the proxies named; `env` is what the server hands to the app. */
export type AddressOf = (env: unknown) => string

/** Makes the teller for the proxies of the settings: addresses, or ranges like '10.0.0.0/8'. */
export function addressTeller(trustedProxies: readonly string[]): AddressOf {
  const trusted = new BlockList()
  for (const proxy of trustedProxies) addProxy(trusted, proxy)
  const isTrusted = (address: string) => isIP(address) !== 0 && trusted.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
  return (env) => {
    const incoming = (env as { incoming?: IncomingMessage } | undefined)?.incoming
    const peer = plainAddress(incoming?.socket?.remoteAddress ?? '')
    if (trustedProxies.length === 0 || !isTrusted(peer)) return peer
    const chain = String(incoming?.headers['x-forwarded-for'] ?? '')
      .split(',')
      .map((part) => plainAddress(part.trim()))
    // From the near end: the first address that is no proxy of ours is whom we talk to; what stands before it anybody may have written.
    return chain.findLast((address) => !isTrusted(address) && isIP(address) !== 0) ?? peer
  }
}

function addProxy(trusted: BlockList, proxy: string): void {
  const [address = '', prefix] = proxy.split('/')
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
  if (isIP(address) === 0) throw new Error(`The setting TRUSTED_PROXY names '${proxy}', which is no address.`)
  if (prefix === undefined) trusted.addAddress(address, family)
  else trusted.addSubnet(address, Number(prefix), family)
}

/** '::ffff:127.0.0.1' is 127.0.0.1, as a socket for both families writes it. */
function plainAddress(address: string): string {
  return address.startsWith('::ffff:') && address.includes('.') ? address.slice(7) : address
}

/**
 * The network that one sender holds: an IPv4 address itself, the first 64 bits of an IPv6 address, because everybody with one of those has all
 * addresses below it (RFC 6177). What is no address comes back as it is.
 */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address
  const [head = '', tail] = address.split('::')
  const groups = (part: string): string[] => (part === '' ? [] : part.split(':'))
  const [left, right] = [groups(head), groups(tail ?? '')]
  const all = [...left, ...Array.from({ length: 8 - left.length - right.length }, () => '0'), ...right]
  const first = all.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16))
  return `${first.join(':')}::/64`
}
