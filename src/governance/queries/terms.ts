import { among } from '#platform/database/among.ts'
import type { Reader } from '#platform/database/session.ts'
import { parseTerms } from '../rules/terms/portable.ts'
import type { Terms } from '../rules/terms/terms.ts'
import { holdsOn } from './periods.ts'

/** A version of the terms of a body as lists show it. */
export interface TermsVersionSummary {
  readonly id: string
  readonly body: string
  /** From 1, in the order of entry. */
  readonly number: number
  readonly state: 'draft' | 'adopted' | 'withdrawn'
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | undefined
  /** Who adopted it, in words; empty where that is not recorded. */
  readonly adoptedBy: string
  /** The decision of a meeting that was asked to adopt it; undefined where it was adopted in another way. */
  readonly adoptedDecision: string | undefined
  /** What they said to the contradictions found in it; empty for nothing. */
  readonly adoptionAnswer: string
  readonly recordedAt: Temporal.Instant
  readonly version: number
}

/** A version with its rules. */
export interface TermsVersion extends TermsVersionSummary {
  readonly terms: Terms
}

/** What is stored is no terms document: a fault, because every command checks before it writes. */
export class UnreadableTerms extends Error {}

function versions(reader: Reader) {
  return reader
    .selectFrom('governance.terms_version as v')
    .select(['v.id', 'v.body', 'v.number', 'v.state', 'v.starts_on as startsOn', 'v.ends_on as endsOn'])
    .select([
      'v.adopted_by as adoptedBy',
      'v.adopted_decision as adoptedDecision',
      'v.adoption_answer as adoptionAnswer',
      'v.recorded_at as recordedAt',
      'v.version',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof versions>['execute']>>[number]

function summaryOf(row: Row): TermsVersionSummary {
  return {
    ...row,
    state: row.state as TermsVersionSummary['state'],
    endsOn: row.endsOn ?? undefined,
    adoptedDecision: row.adoptedDecision ?? undefined,
  }
}

// A stored document never changes once it is adopted, and reading one costs a millisecond of checks: kept by its id and version.
const read = new Map<string, Terms>()
const KEPT = 200

function termsOf(id: string, version: number, document: unknown): Terms {
  const key = `${id}:${version}`
  const known = read.get(key)
  if (known) return known
  const parsed = parseTerms(document)
  if (!parsed.ok) throw new UnreadableTerms(`Terms version ${id}: ${parsed.problems[0].code} at ${parsed.problems[0].path}.`)
  if (read.size >= KEPT) read.clear()
  read.set(key, parsed.value)
  return parsed.value
}

/** The rules of a body on a day; undefined where none had been adopted. The rules of a meeting are those in force on its date (G4). */
export async function findTermsInForce(reader: Reader, bodyId: string, onDay: Temporal.PlainDate): Promise<Terms | undefined> {
  return (await findTermsVersionInForce(reader, bodyId, onDay))?.terms
}

/** The same with the version's number and dates. */
export async function findTermsVersionInForce(
  reader: Reader,
  bodyId: string,
  onDay: Temporal.PlainDate,
): Promise<TermsVersion | undefined> {
  const row = await versions(reader)
    .select('v.document')
    .where('v.body', '=', bodyId)
    .where('v.state', '=', 'adopted')
    .where(holdsOn('v', onDay))
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { document, ...rest } = row
  return { ...summaryOf(rest), terms: termsOf(row.id, row.version, document) }
}

/** The rules of many bodies on a day, by body id; bodies without any are left out. */
export async function findAllTermsInForce(reader: Reader, onDay: Temporal.PlainDate): Promise<ReadonlyMap<string, Terms>> {
  const rows = await versions(reader).select('v.document').where('v.state', '=', 'adopted').where(holdsOn('v', onDay)).execute()
  return new Map(rows.map((row) => [row.body, termsOf(row.id, row.version, row.document)]))
}

/** Every adopted version of a body with its rules, the earliest first; for judging the past by the rules of its day. */
export async function findAdoptedTerms(reader: Reader, bodyId: string): Promise<readonly TermsVersion[]> {
  return (await findAdoptedTermsOf(reader, [bodyId])).get(bodyId) ?? []
}

/** The same of many bodies in one query, by body id; bodies without any are left out. */
export async function findAdoptedTermsOf(reader: Reader, bodies: readonly string[]): Promise<ReadonlyMap<string, readonly TermsVersion[]>> {
  const rows = await versions(reader)
    .select('v.document')
    .where(among('v.body', bodies))
    .where('v.state', '=', 'adopted')
    .orderBy('v.starts_on')
    .execute()
  return Map.groupBy(
    rows.map(({ document, ...row }) => ({ ...summaryOf(row), terms: termsOf(row.id, row.version, document) })),
    ({ body }) => body,
  )
}

/** The version among those of a body that was in force on a day; undefined for none. */
export function termsOn(adopted: readonly TermsVersion[], day: Temporal.PlainDate): TermsVersion | undefined {
  return adopted.find(
    ({ startsOn, endsOn }) =>
      Temporal.PlainDate.compare(startsOn, day) <= 0 && (endsOn === undefined || Temporal.PlainDate.compare(day, endsOn) < 0),
  )
}

/** Every version of a body that the reader may see, the newest first; drafts only for its clerks and for administrators. */
export async function listTermsVersions(reader: Reader, bodyId: string): Promise<readonly TermsVersionSummary[]> {
  const rows = await versions(reader).where('v.body', '=', bodyId).orderBy('v.number', 'desc').execute()
  return rows.map(summaryOf)
}

/** One version of a body by its number. */
export async function findTermsVersion(reader: Reader, bodyId: string, number: number): Promise<TermsVersion | undefined> {
  const row = await versions(reader).select('v.document').where('v.body', '=', bodyId).where('v.number', '=', number).executeTakeFirst()
  if (row === undefined) return undefined
  const { document, ...rest } = row
  return { ...summaryOf(rest), terms: termsOf(row.id, row.version, document) }
}
