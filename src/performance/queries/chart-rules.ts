import type { Reader } from '#platform/database/session.ts'
import type { ChartRules } from '../rules/reading.ts'

/** The rules by which charts of a board are judged, with the record they come from. */
export interface ChartRulesInForce extends ChartRules {
  readonly id: string
  /** Null: the house's; this board has set none. */
  readonly body: string | null
  /** Null: every measure of the board that has no rule of its own. */
  readonly measure: string | null
  readonly first: 'process' | 'run'
  readonly startsOn: Temporal.PlainDate
  readonly reason: string
}

/** Every chart rule that bears on some boards, their own and the house's, the latest first. */
export async function listChartRules(reader: Reader, bodies: readonly string[]): Promise<readonly ChartRulesInForce[]> {
  const rows = await reader
    .selectFrom('performance.chart_rules')
    .select([
      'id',
      'body',
      'measure',
      'first_chart',
      'starts_on as startsOn',
      'screening',
      'run_below as runBelow',
      'trial_below as trialBelow',
    ])
    .select(['none_below as noneBelow', 'reason'])
    .where(({ eb, or }) => or([eb('body', 'is', null), ...(bodies.length > 0 ? [eb('body', 'in', [...bodies])] : [])]))
    .orderBy('starts_on', 'desc')
    .execute()
  return rows.map(({ first_chart: first, ...row }) => ({ ...row, first: first === 'run' ? 'run' : 'process' }))
}

/** The rule in force for a measure on a day: its own, else its board's, else the house's. @throws where the house has none, which no migration leaves */
export function rulesInForce(
  all: readonly ChartRulesInForce[],
  { id, body }: { readonly id: string; readonly body: string },
  day: Temporal.PlainDate,
): ChartRulesInForce {
  const holds = all.filter(({ startsOn }) => Temporal.PlainDate.compare(startsOn, day) <= 0)
  const ofBoard = holds.filter((one) => one.body === body)
  const found =
    ofBoard.find(({ measure }) => measure === id) ??
    ofBoard.find(({ measure }) => measure === null) ??
    holds.find((one) => one.body === null)
  if (found === undefined) throw new Error('No rules for charts are in force.')
  return found
}
