import { resolve } from 'node:path'
import { z } from 'zod'
import type { S3Place } from '#platform/documents/s3/requests.ts'

/** Every setting of the product, read once from the environment; nothing else reads it. */
export interface Config {
  readonly port: number
  readonly host: string
  /** Where people find the site, without a slash at the end; for links, cookies and ids. */
  readonly publicUrl: string
  /** Addresses or ranges of proxies whose `X-Forwarded-For` is believed; empty where there is none. */
  readonly trustedProxy: readonly string[]
  /** Absolute path of the folder that holds secrets, and database and documents unless they are elsewhere. */
  readonly data: string
  readonly database: { readonly kind: 'embedded' } | { readonly kind: 'external'; readonly url: string; readonly ownerUrl: string }
  /** Where documents are kept: below the data folder, or in a bucket of an S3-compatible store. */
  readonly documents: { readonly kind: 'disk' } | { readonly kind: 's3'; readonly place: S3Place }
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
  DOCUMENTS_S3_ENDPOINT: z
    .string()
    .refine(isOrigin, 'must be an address without a path, such as https://s3.eu-west-2.amazonaws.com')
    .optional(),
  DOCUMENTS_S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be the name of a bucket: 3 to 63 small letters, digits, hyphens and dots')
    .optional(),
  DOCUMENTS_S3_REGION: z
    .string()
    .regex(/^[\w-]+$/, 'must be the name of a region, such as eu-west-2')
    .optional(),
  DOCUMENTS_S3_ACCESS_KEY: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'must be without spaces')
    .optional(),
  DOCUMENTS_S3_SECRET_KEY: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'must be without spaces')
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
    documents: readDocuments(set),
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

/** All five or none: none of them has a default that would be right for somebody. */
function readDocuments(set: Settings): Config['documents'] {
  const given = {
    DOCUMENTS_S3_ENDPOINT: set.DOCUMENTS_S3_ENDPOINT,
    DOCUMENTS_S3_BUCKET: set.DOCUMENTS_S3_BUCKET,
    DOCUMENTS_S3_REGION: set.DOCUMENTS_S3_REGION,
    DOCUMENTS_S3_ACCESS_KEY: set.DOCUMENTS_S3_ACCESS_KEY,
    DOCUMENTS_S3_SECRET_KEY: set.DOCUMENTS_S3_SECRET_KEY,
  }
  const missing = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [name] : []))
  if (missing.length === Object.keys(given).length) return { kind: 'disk' }
  const [endpoint, bucket, region, accessKey, secretKey] = Object.values(given)
  if (!endpoint || !bucket || !region || !accessKey || !secretKey) {
    const names = missing.join(' and ')
    throw new ConfigRefused(
      `Documents are to be kept in an S3-compatible store, but ${names} ${missing.length > 1 ? 'are' : 'is'} not set.`,
    )
  }
  return { kind: 's3', place: { endpoint: new URL(endpoint).origin, bucket, region, accessKey, secretKey } }
}

function isOrigin(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`
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
