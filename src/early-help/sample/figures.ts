import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { type Database, writeAs } from '#platform/database/session.ts'
import { publishFigures } from '../commands/figures.ts'

/** The invented counts of twelve months, the latest last: who began, step-downs, step-ups, steps that came back, reviews. */
const months = [
  ...[
    [251, 68, 6, 3, 49],
    [259, 72, 4, 2, 54],
    [266, 69, 5, 0, 52],
    [244, 75, 7, 1, 47],
    [258, 71, 8, 4, 50],
    [271, 77, 6, 2, 55],
  ],
  ...[
    [268, 73, 3, 6, 53],
    [249, 66, 9, 1, 51],
    [274, 70, 7, 2, 46],
    [281, 76, 8, 0, 52],
    [276, 79, 5, 3, 50],
    [279, 74, 6, 1, 44],
  ],
] as const
/** Closed by reason in each of them: needs met, one agency, stepped up, withdrew, not engaging, moved, grown up, twice, a death, another. */
const closures = [
  ...[
    [104, 61, 6, 22, 34, 12, 4, 2, 0, 3],
    [109, 58, 5, 25, 31, 9, 7, 1, 0, 6],
    [113, 66, 5, 19, 35, 14, 6, 3, 0, 2],
    [108, 52, 8, 21, 33, 11, 3, 0, 0, 4],
    [115, 63, 8, 24, 30, 8, 8, 2, 1, 5],
    [110, 69, 7, 27, 34, 13, 5, 1, 0, 3],
  ],
  ...[
    [117, 60, 3, 23, 32, 10, 6, 4, 0, 7],
    [112, 57, 9, 18, 36, 12, 2, 1, 0, 2],
    [119, 71, 7, 26, 29, 9, 7, 2, 0, 4],
    [121, 64, 8, 22, 31, 15, 4, 0, 0, 6],
    [116, 68, 5, 25, 28, 11, 6, 3, 0, 3],
    [122, 62, 6, 20, 30, 12, 5, 1, 0, 5],
  ],
] as const
const reasons = [
  'needs-met',
  'single-agency',
  'stepped-up',
  'withdrew',
  'not-engaging',
  'moved',
  'aged-out',
  'duplicate',
  'died',
  'other',
] as const

const SOURCE = 'Invented counts of a year, brought from the earlier system'

/** Brings twelve months of invented counts as an earlier system would have had them, and publishes them. Takes the owner's connection and the pool of casework. */
export async function loadFiguresSample(
  casework: Database,
  owner: Database,
  now: Temporal.Instant,
  today: Temporal.PlainDate,
): Promise<void> {
  const last = today.with({ day: 1 }).subtract({ months: 1 })
  let [active, children] = [1_240, 2_105]
  const rows = months.flatMap(([initiated, down, up, returned, reviewed], at) => {
    const month = last.subtract({ months: months.length - 1 - at })
    const ended = closures[at] ?? closures[0]
    const closed = ended.reduce((sum: number, count) => sum + count, 0)
    const began = Math.round(initiated * 1.7)
    active += initiated - closed
    children += began - Math.round(closed * 1.69)
    const counts: readonly (readonly [string, number])[] = [
      ['initiated', initiated],
      ['initiated-children', began],
      ['active', active],
      ['active-children', children],
      ['step-down', down],
      ['step-up', up],
      ['returned', returned],
      ['closed', closed],
      ['reviewed', reviewed],
      ...reasons.map((reason, index) => [`closed:${reason}`, ended[index] ?? 0] as const),
    ]
    return counts.map(([indicator, count]) => ({ month, indicator, count, provenance: 'brought', source: SOURCE }))
  })
  await writeAs(owner, { actor: SYSTEM_ACTOR, now, today }, (tx) => tx.insertInto('casework.month_count').values(rows).execute())
  await publishFigures({ db: casework }, now)
}
