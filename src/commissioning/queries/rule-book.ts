import { findOptions, listDatedRules, saidRule } from '#governance/public-data.ts'
import { among } from '#platform/database/among.ts'
import type { Reader } from '#platform/database/session.ts'
import type { DatedPart } from '#platform/dated/part.ts'
import { commissioningDated } from '../dated.ts'
import type { MoverRole } from '../rules/virement.ts'

/** One rule of commissioning as it holds on a day. */
export interface BookRule {
  readonly about: string
  readonly says: string
  readonly since: Temporal.PlainDate
  readonly source: string
}

/** A kind of dated rule with what holds of it. */
export interface BookKind {
  readonly part: Pick<DatedPart, 'key' | 'heading' | 'title'>
  readonly rules: readonly BookRule[]
}

/** The dated rules by which commissioning works, as they hold on a day (C1). */
export async function findBookKinds(reader: Reader, onDay: Temporal.PlainDate): Promise<readonly BookKind[]> {
  return Promise.all(
    commissioningDated.map(async (part) => {
      const [all, options] = await Promise.all([listDatedRules(reader, part), findOptions(reader, part, onDay)])
      const holds = all.filter(
        ({ startsOn, endsOn }) =>
          Temporal.PlainDate.compare(startsOn, onDay) <= 0 && (endsOn === undefined || Temporal.PlainDate.compare(onDay, endsOn) < 0),
      )
      const rules = holds.map((rule) => {
        const said = saidRule(part, rule, options)
        return { about: part.aboutInWords(said), says: part.inWords(said), since: rule.startsOn, source: rule.source }
      })
      return { part, rules }
    }),
  )
}

/** Who may move how much in a fund by its scheme, as it holds on a day. Pence. */
export interface BookLimit {
  readonly fund: string
  readonly role: MoverRole
  readonly upTo: bigint
  readonly per: 'move' | 'year'
  readonly clause: string
  readonly startsOn: Temporal.PlainDate
}

/** The limits of some funds that hold on a day. */
export async function findBookLimits(reader: Reader, funds: readonly string[], onDay: Temporal.PlainDate): Promise<readonly BookLimit[]> {
  if (funds.length === 0) return []
  const found = await reader
    .selectFrom('commissioning.virement_limit')
    .select(['fund', 'role', 'up_to as upTo', 'per', 'clause', 'starts_on as startsOn'])
    .where(among('fund', funds))
    .where('starts_on', '<=', onDay)
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', onDay)]))
    .orderBy('fund')
    .orderBy('up_to')
    .execute()
  return found.map((row) => ({ ...row, role: row.role as MoverRole, per: row.per as 'move' | 'year' }))
}

/** What is asked of a year of some funds at least, with who asks it. Pence. */
export async function findBookMinimums(reader: Reader, funds: readonly string[], year: number) {
  if (funds.length === 0) return []
  return reader
    .selectFrom('commissioning.fund_year')
    .select(['fund', 'minimum', 'minimum_source as source'])
    .where(among('fund', funds))
    .where('year', '=', year)
    .where('minimum', 'is not', null)
    .execute()
}

/** The lists of steps of some funds that are in force in a year: who bears what is over or under. */
export async function findBookLists(reader: Reader, funds: readonly string[], year: number) {
  if (funds.length === 0) return []
  return reader
    .selectFrom('commissioning.risk_rule')
    .select(['id', 'fund', 'title', 'first_year as firstYear'])
    .where(among('fund', funds))
    .where('in_force_on', 'is not', null)
    .where('first_year', '<=', year)
    .where((where) => where.or([where('last_year', 'is', null), where('last_year', '>=', year)]))
    .orderBy('title')
    .execute()
}
