import { listOrganisations } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { UnderspendRule } from '../rules/risk-list.ts'

/** A step of a statement as it was frozen. Pence. */
export interface StatedStep {
  readonly position: number
  readonly kind: string
  readonly words: string
  readonly clause: string
  readonly authority: string
  readonly amount: bigint
  readonly covered: bigint
  readonly left: bigint
  readonly shares: readonly { readonly place: number; readonly partner: string; readonly partnerName: string; readonly pence: bigint }[]
}

/** The year-end statement of a fund, frozen (C6). Pence. */
export interface YearStatement {
  readonly id: string
  readonly fund: string
  readonly year: number
  readonly rule: string | undefined
  readonly ruleTitle: string
  readonly underspend: UnderspendRule | ''
  readonly budget: bigint
  readonly spend: bigint
  readonly fenced: bigint
  readonly overspend: bigint
  readonly decision: string | undefined
  /** The statement that this one takes back. */
  readonly reverses: string | undefined
  /** The statement by which this one was taken back. */
  readonly reversedBy: string | undefined
  readonly why: string
  readonly madeOn: Temporal.PlainDate
  readonly steps: readonly StatedStep[]
}

/** What a list of statements shows of each. */
export type StatementLine = Pick<YearStatement, 'id' | 'year' | 'overspend' | 'madeOn' | 'reverses' | 'reversedBy'>

/** The statements of a fund, the latest first. */
export async function findStatements(reader: Reader, fund: string): Promise<readonly StatementLine[]> {
  const rows = await heads(reader).where('s.fund', '=', fund).orderBy('s.year', 'desc').orderBy('s.id', 'desc').execute()
  return rows.map(({ id, year, overspend, made_on, reverses, reversedBy }) => ({
    ...{ id, year, overspend, madeOn: made_on, reverses: reverses ?? undefined, reversedBy: reversedBy ?? undefined },
  }))
}

function heads(reader: Reader) {
  return reader
    .selectFrom('commissioning.settlement as s')
    .leftJoin('commissioning.settlement as r', 'r.reverses', 's.id')
    .leftJoin('commissioning.risk_rule as l', 'l.id', 's.rule')
    .selectAll('s')
    .select(['r.id as reversedBy', 'l.title as ruleTitle'])
}

/** One statement that one may see. @throws NotFound */
export async function findSettlement(reader: Reader, id: string): Promise<YearStatement> {
  const row = isUuid(id) ? await heads(reader).where('s.id', '=', id).executeTakeFirst() : undefined
  if (!row) throw new NotFound('No such statement.')
  const [steps, shares, organisations] = await Promise.all([
    reader.selectFrom('commissioning.settlement_step').selectAll().where('settlement', '=', id).orderBy('position').execute(),
    reader.selectFrom('commissioning.settlement_share').selectAll().where('settlement', '=', id).orderBy('place').execute(),
    listOrganisations(reader),
  ])
  const nameOf = new Map(organisations.map((one) => [one.id, one.name]))
  const byStep = Map.groupBy(shares, ({ position }) => position)
  return {
    ...{
      id,
      fund: row.fund,
      year: row.year,
      rule: row.rule ?? undefined,
      ruleTitle: row.ruleTitle ?? '',
      why: row.why,
      madeOn: row.made_on,
    },
    ...{
      underspend: row.underspend as UnderspendRule | '',
      budget: row.budget,
      spend: row.spend,
      fenced: row.fenced,
      overspend: row.overspend,
    },
    ...{ decision: row.decision ?? undefined, reverses: row.reverses ?? undefined, reversedBy: row.reversedBy ?? undefined },
    steps: steps.map(({ left_after, position, ...step }) => ({
      ...{ position, kind: step.kind, words: step.words, clause: step.clause, authority: step.authority, amount: step.amount },
      ...{ covered: step.covered, left: left_after },
      shares: (byStep.get(position) ?? []).map(({ place, partner, pence }) => ({
        place,
        partner,
        partnerName: nameOf.get(partner) ?? '',
        pence,
      })),
    })),
  }
}

/** Of each partner of a statement: its bill, to the penny, with the step of each part. */
export function billsOf(statement: Pick<YearStatement, 'steps'>) {
  const all = statement.steps.flatMap((step) => step.shares.map((share) => ({ ...share, step })))
  return [...Map.groupBy(all, ({ partner }) => partner)].map(([partner, parts]) => ({
    ...{ partner, partnerName: parts[0]?.partnerName ?? '', parts },
    pence: parts.reduce((sum, { pence }) => sum + pence, 0n),
  }))
}
