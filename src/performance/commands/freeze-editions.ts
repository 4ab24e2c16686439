import { findBodiesById } from '#governance/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import type { Writer } from '#platform/database/session.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import { findScorecardMeasures, type ReadMeasure, type ScorecardOf } from '../queries/scorecard.ts'

/** What is frozen, and what it was frozen for. */
export interface ToFreeze {
  readonly body: string
  /** Null: the whole board. */
  readonly priority: string | null
  readonly title: string
  /** First day after the last period shown; undefined: as everything stands. */
  readonly until?: Temporal.PlainDate | undefined
  /** What it is, in a sentence that stays. */
  readonly standing: string
  readonly by: string
  readonly note: string
  readonly for: { readonly meeting: string; readonly item: string } | { readonly schedule: string }
}

/** The two editions of a scorecard. */
export interface Editions {
  readonly full: readonly ReadMeasure[]
  readonly public: readonly ReadMeasure[]
}

/**
 * Reads both editions of a scorecard. Drafts are in neither. Of what other boards keep the full edition holds what anybody may see: whoever freezes for
 * one board must not show it what another one keeps to itself.
 */
export async function readEditions(
  tx: Writer,
  { body, priority, until }: Pick<ToFreeze, 'body' | 'priority' | 'until'>,
  today: Temporal.PlainDate,
): Promise<Editions> {
  const of: ScorecardOf = priority === null ? { body } : { priority }
  const shown = await findScorecardMeasures(tx, { ...of, until, asPublic: true }, today)
  const own = (await findScorecardMeasures(tx, { ...of, until }, today)).filter(({ measure }) => measure.sight !== 'draft')
  const asShown = new Map(shown.map((one) => [one.measure.id, one]))
  const full = own.flatMap((one) => (one.measure.body === body ? [one] : (asShown.get(one.measure.id) ?? [])))
  return { full, public: shown }
}

/** Writes a frozen scorecard with its editions; nothing changes it afterwards. Returns its id. */
export async function writeFrozen(tx: Writer, doer: Doer, freeze: ToFreeze, editions: Editions): Promise<string> {
  const { body, priority, title, standing, note, by, until } = freeze
  const [board] = await findBodiesById(tx, [body], doer.today)
  const id = newId()
  await tx
    .insertInto('performance.scorecard')
    .values({
      ...{ id, body, priority, title, standing, note, board_name: board?.name ?? '', until: until ?? doer.today },
      ...{ meeting: null, item: null, schedule: null, ...freeze.for, frozen_at: doer.now, frozen_by: by },
    })
    .execute()
  await addLines(tx, id, body, 'full', editions.full)
  await addLines(tx, id, body, 'public', editions.public)
  return id
}

async function addLines(
  tx: Writer,
  scorecard: string,
  body: string,
  edition: 'full' | 'public',
  measures: readonly ReadMeasure[],
): Promise<void> {
  if (measures.length === 0) return
  const lines = measures.map(({ measure, reading, rules, commentaries, heading, row }, index) => {
    const { now, definition } = reading
    const said = commentaries.findLast(
      (one) => now !== null && one.startsOn.equals(now.period.startsOn) && one.endsOn.equals(now.period.endsOn),
    )
    return {
      ...{ scorecard, body, edition, position: index + 1, heading, measure: measure.id, chart_rules: rules.id },
      ...{ definition: now?.judged.definition.id ?? definition.id, target: now?.judged.target?.id ?? null },
      ...{ observation: now?.observation?.id ?? null, commentary: said?.id ?? null, shown: JSON.stringify(row) },
    }
  })
  await tx.insertInto('performance.scorecard_line').values(lines).execute()
}
