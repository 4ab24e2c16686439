import type { Guarded } from '#governance/public.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { CertificateInputs, CertificateVerdict } from '../rules/certificate.ts'
import type { Sight } from '../rules/meeting.ts'

/** A publication event (M6, M7). */
export interface Publication {
  readonly id: string
  readonly meeting: string
  readonly body: string
  readonly sight: Sight
  readonly kind: 'pack' | 'supplement' | 'correction' | 'minutes' | 'release'
  readonly number: number
  /** A supplement of papers handed out at the meeting, with the chair's consent (M3). */
  readonly tabled: boolean
  readonly publishedAt: Temporal.Instant
  readonly publishedOn: Temporal.PlainDate
  /** False for an old record that states the day only. */
  readonly timeKnown: boolean
  readonly reason: string
  readonly withdrawnAt: Temporal.Instant | undefined
  readonly withdrawnReason: string
}

/** How far the making of a file is. */
export type PackStep = 'opening' | 'setting' | 'inserting' | 'searching' | 'ready'

/** A file of a publication: the public edition or the full one. */
export interface PackFile {
  readonly publication: string
  readonly sight: Sight
  readonly edition: 'public' | 'full'
  readonly state: 'waiting' | 'ready' | 'failed'
  /** '' until it is ready, and after it was withdrawn. */
  readonly document: string
  readonly pages: number | null
  readonly nextPage: number | null
  readonly nextExemptPage: number | null
  readonly problem: string
  readonly report: unknown
}

function publications(reader: Reader) {
  return reader
    .selectFrom('meetings.publication as b')
    .select(['b.id', 'b.meeting', 'b.body', 'b.sight', 'b.kind', 'b.number', 'b.tabled', 'b.reason'])
    .select([
      'b.published_at as publishedAt',
      'b.published_on as publishedOn',
      'b.time_known as timeKnown',
      'b.withdrawn_at as withdrawnAt',
      'b.withdrawn_reason as withdrawnReason',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof publications>['execute']>>[number]

const publicationOf = (row: Row): Publication => ({
  ...row,
  sight: row.sight as Sight,
  kind: row.kind as Publication['kind'],
  withdrawnAt: row.withdrawnAt ?? undefined,
})

/** Everything that was published for a meeting, earliest first; what was withdrawn is in it, and says so. */
export async function findPublications(reader: Reader, meeting: string): Promise<readonly Publication[]> {
  return (await publications(reader).where('b.meeting', '=', meeting).orderBy('b.published_at').orderBy('b.id').execute()).map(
    publicationOf,
  )
}

/** Whether a pack of the meeting was published here, withdrawn or not: then what went out is known. */
export async function holdsPack(reader: Reader, meeting: string): Promise<boolean> {
  const found = await reader
    .selectFrom('meetings.publication')
    .select('id')
    .where('meeting', '=', meeting)
    .where('kind', '<>', 'minutes')
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/** One publication of a meeting. @throws NotFound where there is none that one may see */
export async function findPublication(reader: Reader, meeting: string, id: string): Promise<Publication> {
  const row =
    isUuid(id) && isUuid(meeting)
      ? await publications(reader).where('b.id', '=', id).where('b.meeting', '=', meeting).executeTakeFirst()
      : undefined
  if (!row) throw new NotFound('No such publication.')
  return publicationOf(row)
}

/** The files of publications, as far as one may open them. */
export async function findPackFiles(reader: Reader, meeting: string): Promise<readonly PackFile[]> {
  const rows = await reader
    .selectFrom('meetings.pack_file')
    .select(['publication', 'sight', 'edition', 'state', 'document', 'pages', 'problem', 'report'])
    .select(['next_page as nextPage', 'next_exempt_page as nextExemptPage'])
    .where('meeting', '=', meeting)
    .orderBy('publication')
    .orderBy('edition', 'desc')
    .execute()
  return rows.map((row) => ({
    ...row,
    sight: row.sight as Sight,
    edition: row.edition as PackFile['edition'],
    state: row.state as PackFile['state'],
  }))
}

/** A paper as it went out with a publication. */
export interface PublishedPaper {
  readonly publication: string
  readonly paperVersion: string
  readonly paper: string
  readonly item: string
  readonly number: number
  readonly title: string
  readonly firstPage: string
  readonly lastPage: string
  readonly versionState: string
}

/** What went out with each publication of a meeting. */
export async function findPublishedPapers(reader: Reader, meeting: string): Promise<readonly PublishedPaper[]> {
  return reader
    .selectFrom('meetings.published_paper as u')
    .innerJoin('meetings.paper_version as v', 'v.id', 'u.paper_version')
    .innerJoin('meetings.paper as p', 'p.id', 'v.paper')
    .select(['u.publication', 'u.paper_version as paperVersion', 'v.paper', 'u.item', 'v.number', 'p.title', 'v.state as versionState'])
    .select(['u.first_page as firstPage', 'u.last_page as lastPage'])
    .where('u.meeting', '=', meeting)
    .execute()
}

/** When corrections of an item's papers that were withdrawn went out, and why they are gone. */
export async function findWithdrawnCorrections(
  reader: Reader,
  item: string,
): Promise<readonly { readonly publishedAt: Temporal.Instant; readonly withdrawnAt: Temporal.Instant; readonly reason: string }[]> {
  const rows = await publications(reader)
    .innerJoin('meetings.published_paper as u', 'u.publication', 'b.id')
    .where('u.item', '=', item)
    .where('b.kind', '=', 'correction')
    .where('b.withdrawn_at', 'is not', null)
    .orderBy('b.published_at')
    .execute()
  return rows.flatMap(({ publishedAt, withdrawnAt, withdrawnReason }) =>
    withdrawnAt ? [{ publishedAt, withdrawnAt, reason: withdrawnReason }] : [],
  )
}

/** A notice certificate as it was issued. */
export interface Certificate {
  readonly publication: string
  /** The board by whose rules it is judged: at a joint meeting there is one for each. */
  readonly ofBody: string
  readonly ruleKey: string
  readonly inputs: CertificateInputs
  readonly verdict: CertificateVerdict
  readonly madeAt: Temporal.Instant
}

/** The certificates of a meeting, earliest first. */
export async function findCertificates(reader: Reader, meeting: string): Promise<readonly Certificate[]> {
  const rows = await reader
    .selectFrom('meetings.notice_certificate')
    .select(['publication', 'of_body as ofBody', 'rule_key as ruleKey', 'inputs', 'verdict', 'made_at as madeAt'])
    .where('meeting', '=', meeting)
    .orderBy('made_at')
    .execute()
  return rows.map((row) => ({ ...row, inputs: row.inputs as CertificateInputs, verdict: row.verdict as CertificateVerdict }))
}

/** A breach of a rule with its reason and approver (G10). */
export interface Breach {
  /** The board whose rule was not kept. */
  readonly ofBody: string
  readonly ruleKey: string
  readonly reason: string
  readonly approver: string
  readonly at: Temporal.Instant
}

/** The breaches recorded for a meeting, of each board at its table for itself. */
export async function findBreaches(reader: Reader, meeting: string): Promise<readonly Breach[]> {
  return reader
    .selectFrom('meetings.breach')
    .select(['of_body as ofBody', 'rule_key as ruleKey', 'reason', 'approver', 'at'])
    .where('meeting', '=', meeting)
    .execute()
}

/** A publication as the access matrix names it. */
export function guardedPublication({ sight, body, meeting }: Pick<Publication, 'sight' | 'body' | 'meeting'>): Guarded {
  return { record: 'publication', state: sight, ties: { body, meeting } }
}
