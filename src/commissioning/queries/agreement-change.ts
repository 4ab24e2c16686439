import { listOrganisations } from '#governance/public-data.ts'
import { among } from '#platform/database/among.ts'
import type { Reader } from '#platform/database/session.ts'
import type { ClaimFacts, ContributionFacts, ReportRule, VariationFacts } from '../rules/agreement-change.ts'

type Day = Temporal.PlainDate

/** A variation of an agreement (C4). */
export interface Variation extends VariationFacts {
  readonly id: string
  readonly number: number
  readonly what: string
  readonly decision: string | undefined
  /** Who agreed it elsewhere; '' where a decision of the board is all. */
  readonly decidedBy: string
  readonly signedOn: Day | undefined
  readonly signedBy: string
}

/** The variations of an agreement, by number. */
export async function findVariations(reader: Reader, agreement: string): Promise<readonly Variation[]> {
  const rows = await reader.selectFrom('commissioning.variation').selectAll().where('agreement', '=', agreement).orderBy('number').execute()
  return rows.map((row) => ({
    ...{ id: row.id, number: row.number, what: row.what, startsOn: row.starts_on, changesTerm: row.changes_term },
    ...{ endsBefore: row.ends_before ?? undefined, endsAfter: row.ends_after ?? undefined, decision: row.decision ?? undefined },
    ...{ decidedBy: row.decided_by, signedOn: row.signed_on ?? undefined, signedBy: row.signed_by },
  }))
}

/** What a party gives a year, from a day on. */
export interface AgreedContribution extends ContributionFacts {
  readonly id: string
  readonly name: string
  readonly pence: bigint
  /** Undefined: as it was signed at first. */
  readonly variation: string | undefined
}

/** What the parties of an agreement give, at all times, the earliest first. */
export async function findAgreedContributions(reader: Reader, agreement: string): Promise<readonly AgreedContribution[]> {
  const [rows, organisations] = await Promise.all([
    reader
      .selectFrom('commissioning.agreed_contribution')
      .select(['id', 'organisation', 'pence', 'starts_on as startsOn', 'variation'])
      .where('agreement', '=', agreement)
      .orderBy('starts_on')
      .orderBy('id')
      .execute(),
    listOrganisations(reader),
  ])
  const names = new Map(organisations.map(({ id, name }) => [id, name]))
  return rows.map(({ variation, pence, ...row }) => ({
    ...{ ...row, pence: BigInt(pence), variation: variation ?? undefined, name: names.get(row.organisation) ?? '' },
  }))
}

/** A claim on a year of a grant. */
export interface GrantClaim extends ClaimFacts {
  readonly id: string
  readonly claimedOn: Day
  readonly evidence: string
  /** 'set-up' is for beginning at all, 'support' for a year of going on. */
  readonly kind: 'support' | 'set-up'
  readonly paidOn: Day | undefined
  readonly settledBecause: string
  readonly clawedOn: Day | undefined
  readonly clawedBecause: string
}

/** A year of a grant with its claims, the earliest first. */
export interface GrantYear {
  readonly id: string
  readonly startsOn: Day
  /** First day of the next. */
  readonly endsOn: Day
  readonly pence: bigint
  readonly claims: readonly GrantClaim[]
}

/** The years of a grant, in order. */
export async function findGrantYears(reader: Reader, agreement: string): Promise<readonly GrantYear[]> {
  const [years, claims] = await Promise.all([
    reader.selectFrom('commissioning.grant_year').selectAll().where('agreement', '=', agreement).orderBy('starts_on').execute(),
    reader
      .selectFrom('commissioning.grant_claim')
      .selectAll()
      .where('agreement', '=', agreement)
      .orderBy('claimed_on')
      .orderBy('id')
      .execute(),
  ])
  return years.map(({ id, starts_on: startsOn, ends_on: endsOn, pence }) => ({
    ...{ id, startsOn, endsOn, pence: BigInt(pence) },
    claims: claims
      .filter(({ year }) => year === id)
      .map((row) => ({
        ...{
          id: row.id,
          claimedOn: row.claimed_on,
          pence: BigInt(row.pence),
          evidence: row.evidence,
          kind: row.kind === 'set-up' ? 'set-up' : 'support',
          refusedOn: row.refused_on ?? undefined,
        },
        ...{ paidOn: row.paid_on ?? undefined, paidPence: row.paid_pence === null ? undefined : BigInt(row.paid_pence) },
        ...{ settledBecause: row.settled_because, clawedOn: row.clawed_on ?? undefined, clawedBecause: row.clawed_because },
        clawedPence: row.clawed_pence === null ? undefined : BigInt(row.clawed_pence),
      })),
  }))
}

/** A report that the law of an agreement asks for, in words. */
export interface NamedReportRule extends ReportRule {
  readonly basis: string
  readonly name: string
  readonly asks: string
  readonly source: string
}

/** The reports that laws ask for on a day, in their order. */
export async function listReportRules(reader: Reader, bases: readonly string[], onDay: Day): Promise<readonly NamedReportRule[]> {
  if (bases.length === 0) return []
  return reader
    .selectFrom('commissioning.report_rule')
    .select(['code', 'basis', 'name', 'asks', 'source', 'every_months as everyMonths', 'within_days as withinDays'])
    .where('basis', 'in', [...bases])
    .where('starts_on', '<=', onDay)
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', onDay)]))
    .orderBy('position')
    .execute()
}

/** A report that was made. */
export interface ReportMade {
  readonly agreement: string
  readonly rule: string
  /** First day after the period. */
  readonly periodEndsOn: Day
  readonly madeOn: Day
  readonly found: string
}

/** The reports that were made under agreements. */
export async function findReportsMade(reader: Reader, agreements: readonly string[]): Promise<readonly ReportMade[]> {
  if (agreements.length === 0) return []
  return reader
    .selectFrom('commissioning.agreement_report')
    .select(['agreement', 'rule', 'period_ends_on as periodEndsOn', 'made_on as madeOn', 'found'])
    .where(among('agreement', agreements))
    .orderBy('period_ends_on')
    .execute()
}
