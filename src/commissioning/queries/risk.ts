import { findBodiesById } from '#governance/public-data.ts'
import { among } from '#platform/database/among.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { ContributionKind } from '../rules/contributions.ts'
import type { MidYear } from '../rules/leaving.ts'
import type { ListedStep, StepKind, UnderspendRule, Weighing } from '../rules/risk-list.ts'

/** A list of steps by which the risk of a fund is shared in some of its years (C6). */
export interface RiskList {
  readonly id: string
  readonly fund: string
  /** Where it stands: 'Schedule 3 of the agreement'. */
  readonly title: string
  readonly firstYear: number
  /** Undefined: until another list follows. */
  readonly lastYear: number | undefined
  readonly underspend: UnderspendRule
  readonly underspendClause: string
  /** Undefined: a draft. */
  readonly inForceOn: Temporal.PlainDate | undefined
  readonly steps: readonly ListedStep[]
  readonly version: number
}

/** The lists of a fund, the latest years first; drafts among them. */
export async function findRiskLists(reader: Reader, fund: string, today: Temporal.PlainDate): Promise<readonly RiskList[]> {
  return lists(
    reader,
    await reader
      .selectFrom('commissioning.risk_rule')
      .selectAll()
      .where('fund', '=', fund)
      .orderBy('first_year', 'desc')
      .orderBy('id', 'desc')
      .execute(),
    today,
  )
}

/** One list that one may see. @throws NotFound */
export async function findRiskList(reader: Reader, id: string, today: Temporal.PlainDate): Promise<RiskList> {
  const row = isUuid(id)
    ? await reader.selectFrom('commissioning.risk_rule').selectAll().where('id', '=', id).executeTakeFirst()
    : undefined
  const [found] = row ? await lists(reader, [row], today) : []
  if (!found) throw new NotFound('No such list of steps.')
  return found
}

/** The list that is in force for a year; undefined: none is. */
export const listOfYear = (found: readonly RiskList[], year: number): RiskList | undefined =>
  found.find(({ inForceOn, firstYear, lastYear }) => inForceOn !== undefined && firstYear <= year && year <= (lastYear ?? year))

interface RuleRow {
  readonly id: string
  readonly fund: string
  readonly title: string
  readonly first_year: number
  readonly last_year: number | null
  readonly underspend: string
  readonly underspend_clause: string
  readonly in_force_on: Temporal.PlainDate | null
  readonly version: number
}

async function lists(reader: Reader, rules: readonly RuleRow[], today: Temporal.PlainDate): Promise<readonly RiskList[]> {
  if (rules.length === 0) return []
  const ids = rules.map(({ id }) => id)
  const [steps, parts] = await Promise.all([
    reader
      .selectFrom('commissioning.risk_step as s')
      .leftJoin('commissioning.budget_line as l', 'l.id', 's.line')
      .selectAll('s')
      .select(['l.title as lineTitle', 'l.year as lineYear'])
      .where(among('s.rule', ids))
      .orderBy('s.position')
      .execute(),
    reader.selectFrom('commissioning.risk_part').selectAll().where(among('rule', ids)).orderBy('place').execute(),
  ])
  const bodies = [...new Set(steps.flatMap(({ refer_to }) => refer_to ?? []))]
  const names = new Map((await findBodiesById(reader, bodies, today)).map(({ id, name }) => [id, name]))
  return rules.map((rule) => ({
    ...{ id: rule.id, fund: rule.fund, title: rule.title, firstYear: rule.first_year, lastYear: rule.last_year ?? undefined },
    ...{ underspend: rule.underspend as UnderspendRule, underspendClause: rule.underspend_clause, version: rule.version },
    inForceOn: rule.in_force_on ?? undefined,
    steps: steps
      .filter((step) => step.rule === rule.id)
      .map((step) => ({
        ...{ kind: step.kind as StepKind, clause: step.clause, authority: step.authority, above: step.above, upTo: step.up_to },
        ...{
          weighedBy: step.weighed_by as Weighing | null,
          kinds: step.kinds as readonly ContributionKind[],
          withFenced: step.with_fenced,
        },
        ...{ midYear: step.mid_year as MidYear, partner: step.partner, excessTo: step.excess_to },
        line: step.line === null ? null : { id: step.line, title: step.lineTitle ?? '', year: step.lineYear ?? 0 },
        referTo: step.refer_to === null ? null : { id: step.refer_to, name: names.get(step.refer_to) ?? 'another body' },
        parts: parts
          .filter((part) => part.rule === rule.id && part.position === step.position)
          .map(({ partner, share, cap }) => ({ partner, share, cap })),
      })),
  }))
}
