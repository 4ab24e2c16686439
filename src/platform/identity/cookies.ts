/** Cookies of a request by name, as sent; the first of a name counts. */
export function readCookies(headers: Headers): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>()
  for (const part of (headers.get('cookie') ?? '').split(';')) {
    const at = part.indexOf('=')
    const name = part.slice(0, at).trim()
    if (at > 0 && !cookies.has(name)) cookies.set(name, part.slice(at + 1).trim())
  }
  return cookies
}

/** A `cookie` header with only the named cookies of `headers`; '' when there is none. */
export function onlyCookies(headers: Headers, names: readonly string[]): string {
  const cookies = readCookies(headers)
  return names.flatMap((name) => (cookies.has(name) ? [`${name}=${cookies.get(name)}`] : [])).join('; ')
}

/** Names of our cookies: browsers hold the Secure ones under a prefix that plain http cannot set. */
export function cookieNames(publicUrl: string): { readonly session: string; readonly challenge: string } {
  const prefix = publicUrl.startsWith('https:') ? '__Secure-' : ''
  return { session: `${prefix}goldenthread.session_token`, challenge: `${prefix}goldenthread.two_factor` }
}

/** The value inside a signed cookie, unproved: the signature stands behind the last dot. */
export function unsignedValue(cookie: string): string {
  const text = safelyDecoded(cookie)
  return text.slice(0, Math.max(text.lastIndexOf('.'), 0))
}

function safelyDecoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
