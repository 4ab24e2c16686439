import { createHmac, timingSafeEqual } from 'node:crypto'

/** The key in a link of a mail: whom it is about, signed by this installation for one purpose. Nothing of it is kept, so that a copy of the database opens nothing. */
export function mailKey(secret: string, purpose: string, about: string): string {
  const signature = createHmac('sha256', secret).update(`${purpose}\u0000${about}`, 'utf8').digest('base64url')
  return `${about}.${signature}`
}

/** Whom a key is about; undefined for a key that this installation did not sign for this purpose. */
export function readMailKey(secret: string, purpose: string, key: string): string | undefined {
  const parts = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\.[\w-]{43}$/.exec(key)
  if (parts?.[1] === undefined) return undefined
  const [given, own] = [Buffer.from(key), Buffer.from(mailKey(secret, purpose, parts[1]))]
  return given.length === own.length && timingSafeEqual(given, own) ? parts[1] : undefined
}
