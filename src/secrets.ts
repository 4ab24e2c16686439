import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** What only this installation knows; made at the first start. */
export interface Secrets {
  /** Signs session cookies and encrypts second-factor seeds. */
  readonly identity: string
  /** Signs the forms' tokens against forgery. */
  readonly forms: string
  /** Signs addresses that work without signing in, such as a member's own calendar. */
  readonly feeds: string
  /** What the first administrator must know: printed at the start, until there is one. */
  readonly firstAdministratorCode: string
}

const secretsShape = z.object({
  identity: z.string().min(32),
  forms: z.string().min(32),
  feeds: z.string().min(32),
  firstAdministratorCode: z.string().min(16),
})

/** Reads `<data>/secrets.json`, or makes it with mode 0600 where there is none. */
export function readSecrets(data: string): Secrets {
  const file = join(data, 'secrets.json')
  try {
    return Object.freeze(secretsShape.parse(JSON.parse(readFileSync(file, 'utf8'))))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
      throw new Error(`${file} is not what Goldenthread wrote; put it back from a backup. Without it nobody's second factor works.`, {
        cause: error,
      })
    }
  }
  mkdirSync(data, { recursive: true, mode: 0o700 })
  const secrets = makeSecrets()
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file) // never half a file
  return secrets
}

/** New secrets from the machine's own source of chance. */
export function makeSecrets(): Secrets {
  const long = (): string => randomBytes(32).toString('base64url')
  const code = randomBytes(10).toString('hex').match(/.{5}/g) ?? []
  return Object.freeze({ identity: long(), forms: long(), feeds: long(), firstAdministratorCode: code.join('-') })
}
