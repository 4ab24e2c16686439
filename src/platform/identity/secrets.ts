import { createHash, createHmac, randomBytes } from 'node:crypto'
import { hashPassword, symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import { base32, base32Bytes, isFair, RECOVERY_CODES, recoveryCode } from './rules/codes.ts'

/** A new token for a mailed link, and the digest that is kept of it. */
export function newToken(): { readonly token: string; readonly sha256: Buffer } {
  const token = randomBytes(24).toString('base64url')
  return { token, sha256: sha256Of(token) }
}

/** SHA-256 of a token: 192 random bits need no salt. */
export function sha256Of(token: string): Buffer {
  return createHash('sha256').update(token, 'utf8').digest()
}

/** A digest that only this installation can make, so that a list of addresses cannot be tried against it. */
export function keyedDigest(secret: string, purpose: string, value: string): string {
  return createHmac('sha256', secret).update(`${purpose}\u0000${value}`, 'utf8').digest('base64url')
}

/** Ten new recovery codes. */
export function newRecoveryCodes(): readonly string[] {
  return Array.from({ length: RECOVERY_CODES }, () => {
    const fair: number[] = []
    while (fair.length < 10) fair.push(...randomBytes(16).filter(isFair))
    return recoveryCode(Uint8Array.from(fair))
  })
}

/**
 * The seed of the authenticator app that an invitation offers, in base 32. It is computed from the link, not stored, so that looking at
 * the page twice shows the same picture and nothing is written by looking.
 */
export function seedOfLink(secret: string, linkId: string): string {
  return base32(createHmac('sha256', secret).update(`seed\u0000${linkId}`, 'utf8').digest().subarray(0, 20))
}

/** A password as it is stored (scrypt); takes about a tenth of a second, on purpose. */
export async function hashedPassword(password: string): Promise<string> {
  return hashPassword(password)
}

/** Seed and recovery codes as better-auth stores and reads them. `seed` is in base 32. */
export async function sealedFactor(
  secret: string,
  seed: string,
  codes: readonly string[],
): Promise<{ readonly secret: string; readonly backup_codes: string }> {
  return {
    secret: await symmetricEncrypt({ key: secret, data: `base32:${seed}` }),
    backup_codes: await sealedCodes(secret, codes),
  }
}

/** Recovery codes, encrypted. */
export async function sealedCodes(secret: string, codes: readonly string[]): Promise<string> {
  return symmetricEncrypt({ key: secret, data: JSON.stringify(codes) })
}

/** How many recovery codes are left. */
export async function countSealedCodes(secret: string, sealed: string): Promise<number> {
  const codes: unknown = JSON.parse(await symmetricDecrypt({ key: secret, data: sealed }))
  return Array.isArray(codes) ? codes.length : 0
}

/** Whether an app with this seed shows this code at `now`, or did 30 seconds before or will after (RFC 6238, 6). */
export function isCodeOfSeed(seed: string, code: string, now: Temporal.Instant): boolean {
  const step = Math.floor(now.epochMilliseconds / 30_000)
  return [step - 1, step, step + 1].some((at) => codeAt(seed, at) === code)
}

function codeAt(seed: string, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', base32Bytes(seed)).update(counter).digest()
  const at = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
