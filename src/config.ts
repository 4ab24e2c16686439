import { resolve } from 'node:path'
import { z } from 'zod'

/** Every setting of the product, read once from the environment; nothing else reads it. */
export interface Config {
  readonly port: number
  readonly host: string
  /** Where people find the site, without a slash at the end; for links, cookies and ids. */
  readonly publicUrl: string
  /** Addresses or ranges of proxies whose `X-Forwarded-For` is believed; empty where there is none. */
  readonly trustedProxy: readonly string[]
  /** Absolute path of the folder that holds database, documents and secrets. */
  readonly data: string
  readonly database: { readonly kind: 'embedded' } | { readonly kind: 'external'; readonly url: string; readonly ownerUrl: string }
  /** Where mail goes; undefined: it is kept and readable by administrators. */
  readonly smtpUrl: string | undefined
  /** Who mail is from. */
  readonly mailFrom: string
  /** Where mail servers report what they could not deliver; undefined: refusals at the door are all that is known. */
  readonly bounces: MailBounces | undefined
  /** A program that makes PDFs of Word files, for example LibreOffice's soffice; undefined: that is not offered. */
  readonly converter: string | undefined
  /** Whether the sample partnership is loaded into an empty database; `automatic`: where it is embedded and bound to loopback. */
  readonly sample: 'on' | 'off' | 'automatic'
  /** The instant at which the clock stands still; tests only. */
  readonly now: Temporal.Instant | undefined
  /** Opens `/metrics` to others than this machine; undefined: to nobody else. */
  readonly metricsToken: string | undefined
  readonly development: boolean
}

/** How reports about mail come back (RFC 3464): each mail carries an address of its own made from `address`, and the operator's server posts them here. */
export interface MailBounces {
  /** For example 'bounces@boards.example': mails are sent from 'bounces+…@boards.example'. */
  readonly address: string
  /** What the posting server must know; at least 16 characters. */
  readonly secret: string
}

/** A setting that cannot be meant; the message is a sentence for each. */
export class ConfigRefused extends Error {}

const onOff = z.enum(['on', 'off'], 'must be on or off')

const settings = z.object({
  PORT: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(0, 'must be 0 to 65535')
    .max(65_535, 'must be 0 to 65535')
    .default(3000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'must be an address such as https://boards.example' }).optional(),
  TRUSTED_PROXY: z.string().default(''),
  GOLDENTHREAD_DATA: z.string().default('.data'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must be an address such as postgresql://user:password@host/database' })
    .optional(),
  DATABASE_OWNER_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must be an address such as postgresql://user:password@host/database' })
    .optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be an address such as smtp://user:password@host:587' }).optional(),
  MAIL_BOUNCES: z.email('must be an address such as bounces@boards.example').optional(),
  MAIL_BOUNCES_SECRET: z.string().min(16, 'must have at least 16 characters').optional(),
  GOLDENTHREAD_SAMPLE: onOff.optional(),
  GOLDENTHREAD_CONVERTER: z.string().startsWith('/', 'must be the whole path of a program, such as /usr/bin/soffice').optional(),
  GOLDENTHREAD_NOW: z.string().optional(),
  METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  GOLDENTHREAD_DEV: onOff.default('off'),
})

type Settings = z.output<typeof settings>

/**
 * Reads the settings; an empty one counts as unset.
 * @throws ConfigRefused with a sentence for every setting that is wrong.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''))
  const read = settings.safeParse(given)
  if (!read.success) {
    throw new ConfigRefused(read.error.issues.map((issue) => `The setting ${issue.path.join('.')} ${issue.message}.`).join('\n'))
  }
  const set = read.data
  const publicUrl = (set.PUBLIC_URL ?? `http://${set.HOST.includes(':') ? `[${set.HOST}]` : set.HOST}:${set.PORT}`).replace(/\/+$/, '')
  return Object.freeze({
    port: set.PORT,
    host: set.HOST,
    publicUrl,
    trustedProxy: set.TRUSTED_PROXY.split(/[\s,]+/).filter((part) => part !== ''),
    data: resolve(set.GOLDENTHREAD_DATA),
    database: readDatabase(set),
    smtpUrl: set.SMTP_URL,
    mailFrom: readSender(set.SMTP_URL, publicUrl),
    bounces: readBounces(set),
    converter: set.GOLDENTHREAD_CONVERTER,
    sample: set.GOLDENTHREAD_SAMPLE ?? 'automatic',
    now: readNow(set.GOLDENTHREAD_NOW),
    metricsToken: set.METRICS_TOKEN,
    development: set.GOLDENTHREAD_DEV === 'on',
  })
}

/** Whether only this machine can reach the address the product listens on. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}

function readDatabase(set: Settings): Config['database'] {
  if (set.DATABASE_URL === undefined && set.DATABASE_OWNER_URL === undefined) return { kind: 'embedded' }
  if (set.DATABASE_URL !== undefined && set.DATABASE_OWNER_URL !== undefined) {
    return { kind: 'external', url: set.DATABASE_URL, ownerUrl: set.DATABASE_OWNER_URL }
  }
  throw new ConfigRefused(
    'The settings DATABASE_URL (the role that serves) and DATABASE_OWNER_URL (the role that owns the tables) are set together, or neither.',
  )
}

function readBounces({ MAIL_BOUNCES: address, MAIL_BOUNCES_SECRET: secret }: Settings): MailBounces | undefined {
  if (address === undefined && secret === undefined) return undefined
  if (address !== undefined && secret !== undefined) return { address, secret }
  throw new ConfigRefused(
    'The settings MAIL_BOUNCES (the address) and MAIL_BOUNCES_SECRET (what your mail server shows) are set together, or neither.',
  )
}

/** `?from=` of SMTP_URL says who mail is from. */
function readSender(smtpUrl: string | undefined, publicUrl: string): string {
  const named = smtpUrl === undefined ? null : new URL(smtpUrl).searchParams.get('from')
  return named ?? `no-reply@${new URL(publicUrl).hostname}`
}

function readNow(text: string | undefined): Temporal.Instant | undefined {
  if (text === undefined) return undefined
  try {
    return Temporal.Instant.from(text)
  } catch (error) {
    throw new ConfigRefused('The setting GOLDENTHREAD_NOW must be an instant such as 2026-03-01T09:00:00Z.', { cause: error })
  }
}
