import { createHmac, timingSafeEqual } from 'node:crypto'

/** What a key in a mail lets its holder do. */
export type KeyPurpose = 'confirm' | 'stop'

/** The key in a link of a mail: whom it is about, signed by this installation. Nothing of it is kept, so that a copy of the database opens nothing. */
export function followKey(secret: string, purpose: KeyPurpose, follower: string): string {
  const signature = createHmac('sha256', secret).update(`follow-${purpose}\u0000${follower}`, 'utf8').digest('base64url')
  return `${follower}.${signature}`
}

/** Whom a key is about; undefined for a key that this installation did not sign for this purpose. */
export function readFollowKey(secret: string, purpose: KeyPurpose, key: string): string | undefined {
  const parts = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\.[\w-]{43}$/.exec(key)
  if (parts?.[1] === undefined) return undefined
  const [given, own] = [Buffer.from(key), Buffer.from(followKey(secret, purpose, parts[1]))]
  return given.length === own.length && timingSafeEqual(given, own) ? parts[1] : undefined
}
