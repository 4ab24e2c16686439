import { dayInWords } from '#platform/time/words.ts'
import type { ComparedRow } from '../rules/compare.ts'
import { ownColumns, type ShapeLevel } from '../rules/shape.ts'
import type { PlanHead } from './plans.ts'
import type { ActionRow, OutcomeRow, PlanRows, PriorityRow } from './rows.ts'

/** The rows of a version as they are compared, in reading order; `names` are those of bodies. */
export function comparedRows({ levels }: PlanHead, rows: PlanRows, names: ReadonlyMap<string, string>): readonly ComparedRow[] {
  return rows.priorities.flatMap((priority) => [
    compared('priority', priority, levels.priority, { 'Body that answers for it': names.get(priority.accountable ?? '') ?? '' }),
    ...rows.outcomes
      .filter((outcome) => outcome.priority === priority.id)
      .map((outcome) => compared('outcome', outcome, levels.outcome ?? levels.priority, {})),
    ...rows.actions.filter((action) => action.priority === priority.id).map((action) => compared('action', action, levels.action, {})),
  ])
}

function compared(
  level: ComparedRow['level'],
  row: PriorityRow | OutcomeRow | ActionRow,
  shape: ShapeLevel,
  more: Readonly<Record<string, string>>,
): ComparedRow {
  const names = (part: 'lead' | 'sponsor') =>
    row.leads
      .filter((lead) => lead.part === part)
      .map(({ name }) => name)
      .join(', ')
  const due = 'dueWords' in row ? row.dueWords + (row.dueTo ? ` (last day ${dayInWords(row.dueTo)})` : '') : ''
  const own = ownColumns(shape).map(({ code, label }) => [label, row.details[code] ?? ''] as const)
  const says = {
    ...{
      Title: row.title,
      Reference: row.reference,
      Words: row.text,
      'Who leads': names('lead'),
      Sponsor: names('sponsor'),
      Timescale: due,
    },
    ...more,
    ...Object.fromEntries(own),
  }
  return { id: row.id, level, title: row.title, says: Object.fromEntries(Object.entries(says).filter(([, words]) => words !== '')) }
}
