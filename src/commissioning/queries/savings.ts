import { findPeopleNames, listOrganisations } from '#governance/public-data.ts'
import { among } from '#platform/database/among.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'

/** What a month delivered; below nothing: it takes an earlier claim back. Pence. */
export interface Claim {
  readonly id: string
  readonly period: number
  readonly pence: bigint
  readonly evidence: string
  readonly onDay: Temporal.PlainDate
  readonly reverses: string | undefined
  /** Whether a later one takes it back. */
  readonly isTakenBack: boolean
}

/** A partner and its part of a whole, in hundredths of a percent. */
export interface Part {
  readonly partner: string
  readonly name: string
  readonly share: number
}

/** A saving (C7). Pence. */
export interface Saving {
  readonly id: string
  readonly fund: string
  readonly year: number
  readonly line: string
  readonly lineTitle: string
  readonly measure: string
  readonly why: string
  readonly owner: string | undefined
  /** '' where nobody is named. */
  readonly ownerName: string
  readonly recurrent: boolean
  readonly profile: readonly bigint[]
  readonly forecast: bigint | null
  readonly evidenceDue: Temporal.PlainDate
  readonly parts: readonly Part[]
  readonly claims: readonly Claim[]
  readonly version: number
}

/** The savings of a fund, the latest year first. */
export async function findSavings(reader: Reader, fund: string): Promise<readonly Saving[]> {
  return savings(reader, await rows(reader).where('s.fund', '=', fund).orderBy('s.year', 'desc').orderBy('s.measure').execute())
}

/** One saving that one may see. @throws NotFound */
export async function findSaving(reader: Reader, id: string): Promise<Saving> {
  const row = isUuid(id) ? await rows(reader).where('s.id', '=', id).executeTakeFirst() : undefined
  const [found] = row ? await savings(reader, [row]) : []
  if (!found) throw new NotFound('No such saving.')
  return found
}

function rows(reader: Reader) {
  return reader
    .selectFrom('commissioning.saving as s')
    .innerJoin('commissioning.budget_line as l', 'l.id', 's.line')
    .selectAll('s')
    .select('l.title as lineTitle')
}

type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>

async function savings(reader: Reader, found: readonly Row[]): Promise<readonly Saving[]> {
  if (found.length === 0) return []
  const ids = found.map(({ id }) => id)
  const [parts, claims, organisations, people] = await Promise.all([
    reader.selectFrom('commissioning.saving_part').selectAll().where(among('saving', ids)).orderBy('place').execute(),
    reader.selectFrom('commissioning.saving_claim').selectAll().where(among('saving', ids)).orderBy('period').orderBy('id').execute(),
    listOrganisations(reader),
    findPeopleNames(
      reader,
      found.flatMap(({ owner }) => owner ?? []),
    ),
  ])
  const nameOf = new Map(organisations.map(({ id, name }) => [id, name]))
  const back = new Set(claims.flatMap(({ reverses }) => reverses ?? []))
  return found.map((row) => ({
    ...{ id: row.id, fund: row.fund, year: row.year, line: row.line, lineTitle: row.lineTitle, measure: row.measure, why: row.why },
    ...{ owner: row.owner ?? undefined, ownerName: row.owner === null ? '' : (people.get(row.owner) ?? ''), recurrent: row.recurrent },
    ...{ profile: row.profile.map((one) => BigInt(one)), forecast: row.forecast, evidenceDue: row.evidence_due, version: row.version },
    parts: parts
      .filter(({ saving }) => saving === row.id)
      .map(({ partner, share }) => ({ partner, share, name: nameOf.get(partner) ?? '' })),
    claims: claims
      .filter(({ saving }) => saving === row.id)
      .map(({ id, period, pence, evidence, on_day, reverses }) => ({
        ...{ id, period, pence, evidence, onDay: on_day, reverses: reverses ?? undefined, isTakenBack: back.has(id) },
      })),
  }))
}

/** Savings of which somebody owes evidence: less is delivered than planned, and its day is past. */
export async function findEvidenceOwed(reader: Reader, person: string, today: Temporal.PlainDate) {
  const owed = await rows(reader).where('s.owner', '=', person).where('s.evidence_due', '<', today).orderBy('s.evidence_due').execute()
  const found = await savings(reader, owed)
  const bodies = new Map(owed.map(({ id, body }) => [id, body]))
  const sum = (list: readonly bigint[]): bigint => list.reduce((all, one) => all + one, 0n)
  return found
    .filter(({ profile, claims }) => sum(claims.map(({ pence }) => pence)) < sum(profile))
    .map(({ id, measure, evidenceDue }) => ({ id, measure, evidenceDue, body: bodies.get(id) ?? '' }))
}
