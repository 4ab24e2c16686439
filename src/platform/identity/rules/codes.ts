/** Letters and digits that nobody confuses when reading a code aloud or from paper: no 0, 1, i, l, o. */
export const CLEAR_LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** How many recovery codes are made at a time. */
export const RECOVERY_CODES = 10

/** One recovery code from 10 random bytes, for example `k7wma-p3xen`; about 49 bits. Bytes that would favour a letter are the caller's to redraw. */
export function recoveryCode(bytes: Uint8Array): string {
  const letters = [...bytes.subarray(0, 10)].map((byte) => CLEAR_LETTERS[byte % CLEAR_LETTERS.length] ?? '').join('')
  return `${letters.slice(0, 5)}-${letters.slice(5)}`
}

/** A byte that may serve as a letter: 248 is the largest multiple of 31 below 256. */
export function isFair(byte: number): boolean {
  return byte < 248
}

/** What was typed, as the kind of code it is: six figures of an app, or a recovery code; undefined for neither. Spaces and capitals do not matter. */
export function readCode(typed: string): { readonly kind: 'totp' | 'recovery'; readonly code: string } | undefined {
  const bare = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Pd}]+/gu, '')
  if (/^[0-9]{6}$/.test(bare)) return { kind: 'totp', code: bare }
  if (/^[a-z0-9]{10}$/.test(bare)) return { kind: 'recovery', code: `${bare.slice(0, 5)}-${bare.slice(5)}` }
  return undefined
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Base 32 without padding (RFC 4648), as authenticator apps take a secret. */
export function base32(bytes: Uint8Array): string {
  let bits = ''
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => BASE32[Number.parseInt(five.padEnd(5, '0'), 2)] ?? '').join('')
}

/** A secret in groups of four, to be typed from the screen. */
export function inFours(secret: string): string {
  return (secret.match(/.{1,4}/g) ?? []).join(' ')
}

/** The address that an authenticator app reads from the picture: SHA-1, 6 figures, 30 seconds, which every app knows. */
export function otpAddress(issuer: string, email: string, secret: string): string {
  const query = new URLSearchParams({ secret, issuer, algorithm: 'SHA1', digits: '6', period: '30' })
  return `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(email)}?${query.toString().replaceAll('+', '%20')}`
}

/** The bytes of a base 32 text; letters outside the alphabet, such as spaces, are skipped. */
export function base32Bytes(text: string): Uint8Array {
  const bits = [...text.toUpperCase()].map((letter) => BASE32.indexOf(letter)).filter((value) => value >= 0)
  const joined = bits.map((value) => value.toString(2).padStart(5, '0')).join('')
  return Uint8Array.from((joined.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)))
}
