import type { Reader } from '#platform/database/session.ts'

/** A mail that was kept because no mail server is set. */
export interface KeptMail {
  readonly id: string
  readonly recipient: string
  readonly subject: string
  readonly text: string
  readonly keptAt: Temporal.Instant
}

/** The mail kept here, the latest first, at most 2,000; row-level security gives it to administrators only. */
export async function listKeptMail(reader: Reader): Promise<readonly KeptMail[]> {
  return kept(reader).orderBy('k.kept_at', 'desc').orderBy('k.id', 'desc').limit(2_000).execute()
}

/** One kept mail; undefined where there is none that this actor may read. */
export async function findKeptMail(reader: Reader, id: string): Promise<KeptMail | undefined> {
  return kept(reader).where('k.id', '=', id).executeTakeFirst()
}

function kept(reader: Reader) {
  return reader
    .selectFrom('platform.kept_mail as k')
    .innerJoin('platform.mail_delivery as d', 'd.id', 'k.id')
    .select(['k.id', 'd.recipient', 'k.subject', 'k.body_text as text', 'k.kept_at as keptAt'])
}
