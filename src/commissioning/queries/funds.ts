import type { Guarded } from '#governance/public.ts'
import { findPeopleNames, listOrganisations } from '#governance/public-data.ts'
import { among } from '#platform/database/among.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { Sight } from '../rules/commissioned-service.ts'
import type { ForecastMethod } from '../rules/forecast.ts'
import type { FundKind, YearState } from '../rules/fund.ts'
import { findOfficers } from './officers.ts'

/** A fund (C5). */
export interface Fund {
  readonly id: string
  /** The board that answers for it. */
  readonly body: string
  readonly sight: Sight
  readonly kind: FundKind
  readonly title: string
  readonly purpose: string
  readonly agreement: string | undefined
  readonly agreementTitle: string
  /** Its agreement's first day, and the first day on which it has none; undefined: no agreement, or no end. */
  readonly agreementFrom: Temporal.PlainDate | undefined
  readonly agreementUntil: Temporal.PlainDate | undefined
  readonly host: string
  readonly hostName: string
  readonly manager: string | undefined
  /** '' where none is named. */
  readonly managerName: string
  /** People who keep its books today: finance officers of the host, and the pool manager. */
  readonly keepers: readonly string[]
  readonly version: number
}

/** One year of a fund. */
export interface FundYear {
  readonly year: number
  readonly state: YearState
  readonly minimum: bigint | null
  readonly minimumSource: string
  readonly method: ForecastMethod
  readonly agreedOn: Temporal.PlainDate | undefined
  readonly version: number
}

/** What the matrix knows of a fund. */
export const guardedFund = ({ body, sight, keepers }: Pick<Fund, 'body' | 'sight' | 'keepers'>): Guarded => ({
  ...{ record: 'fund', state: sight, ties: { body, leads: keepers } },
})

function rows(reader: Reader) {
  return reader
    .selectFrom('commissioning.fund as f')
    .leftJoin('commissioning.agreement as a', 'a.id', 'f.agreement')
    .selectAll('f')
    .select(['a.title as agreementTitle', 'a.starts_on as agreementFrom', 'a.ends_on as agreementEnds', 'a.ended_on as agreementEnded'])
}

/** One fund that one may see. @throws NotFound */
export async function findFund(reader: Reader, id: string, today: Temporal.PlainDate): Promise<Fund> {
  const row = isUuid(id) ? await rows(reader).where('f.id', '=', id).executeTakeFirst() : undefined
  const [found] = row ? await complete(reader, [row], today) : []
  if (!found) throw new NotFound('No such fund.')
  return found
}

/** The funds of a board that one may see, by name. */
export async function listFunds(reader: Reader, body: string, today: Temporal.PlainDate): Promise<readonly Fund[]> {
  return complete(reader, await rows(reader).where('f.body', '=', body).orderBy('f.title').orderBy('f.id').execute(), today)
}

type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>

async function complete(reader: Reader, found: readonly Row[], today: Temporal.PlainDate): Promise<readonly Fund[]> {
  if (found.length === 0) return []
  const managers = found.flatMap(({ manager }) => manager ?? [])
  const [organisations, names, officers] = await Promise.all([
    listOrganisations(reader),
    findPeopleNames(reader, managers),
    findOfficers(
      reader,
      found.map(({ host }) => host),
      'finance',
      today,
    ),
  ])
  const nameOf = new Map(organisations.map(({ id, name }) => [id, name]))
  return found.map(({ manager, agreement, ...row }) => ({
    ...{ id: row.id, body: row.body, sight: row.sight as Sight, kind: row.kind as FundKind, title: row.title, purpose: row.purpose },
    ...{ agreement: agreement ?? undefined, agreementTitle: row.agreementTitle ?? '', agreementFrom: row.agreementFrom ?? undefined },
    agreementUntil: row.agreementEnded ?? row.agreementEnds ?? undefined,
    ...{ host: row.host, hostName: nameOf.get(row.host) ?? '', manager: manager ?? undefined, version: row.version },
    managerName: manager === null ? '' : (names.get(manager) ?? ''),
    keepers: [...(officers.get(row.host) ?? []), ...(manager === null ? [] : [manager])],
  }))
}

/** The years of a fund, the latest first. */
export async function findYears(reader: Reader, fund: string): Promise<readonly FundYear[]> {
  const found = await reader.selectFrom('commissioning.fund_year').selectAll().where('fund', '=', fund).orderBy('year', 'desc').execute()
  return found.map((row) => ({
    ...{ year: row.year, state: row.state as YearState, minimum: row.minimum, minimumSource: row.minimum_source },
    ...{ method: row.forecast_method as ForecastMethod, agreedOn: row.agreed_on ?? undefined, version: row.version },
  }))
}

/** Of each fund of a board: its year, what is given and what is spent of it. Pence; null: nothing is recorded. */
export interface FundTotals {
  readonly fund: string
  readonly year: number
  readonly given: bigint | null
  readonly spent: bigint | null
}

/** The sums of a year of the funds of a board. */
export async function findFundTotals(reader: Reader, funds: readonly string[], year: number): Promise<ReadonlyMap<string, FundTotals>> {
  if (funds.length === 0) return new Map()
  const [given, spent] = await Promise.all([
    reader
      .selectFrom('commissioning.contribution')
      .select((eb) => ['fund', eb.fn.sum<string>('planned').as('pence')])
      .where(among('fund', funds))
      .where('year', '=', year)
      .groupBy('fund')
      .execute(),
    reader
      .selectFrom('commissioning.line_month as m')
      .innerJoin('commissioning.budget_line as l', 'l.id', 'm.line')
      .select((eb) => ['m.fund', eb.fn.sum<string>('m.pence').as('pence')])
      .where(among('m.fund', funds))
      .where('l.year', '=', year)
      .where('m.kind', 'in', ['actual', 'accrual'])
      .groupBy('m.fund')
      .execute(),
  ])
  const sum = (list: readonly { readonly fund: string; readonly pence: string | null }[], fund: string): bigint | null => {
    const pence = list.find((one) => one.fund === fund)?.pence
    return pence === null || pence === undefined ? null : BigInt(pence)
  }
  return new Map(funds.map((fund) => [fund, { fund, year, given: sum(given, fund), spent: sum(spent, fund) }]))
}
