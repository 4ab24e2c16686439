import { sql } from 'kysely'
import { findBodiesById } from '#governance/public-data.ts'
import { findMeetingItem } from '#meetings/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import { type Database, type Writer, writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import { isUuid } from '#platform/web/fields.ts'
import type { FreezeInput } from '../forms/freeze.ts'
import { demand, guardedScorecard } from '../permission.ts'
import { findScorecardMeasures, type ReadMeasure } from '../queries/scorecard.ts'
import { noteAct } from './note-act.ts'

interface Needs {
  readonly db: Database
}

/**
 * Freezes the scorecard of a board as it stands, in two editions, for an item of one of its meetings. From then on it is read as that item is read, and
 * nothing changes it: not a revised figure, not another definition, not a measure that is withdrawn. Drafts are not in it.
 */
export async function freezeScorecard(
  needs: Needs,
  doer: Doer,
  body: string,
  input: FreezeInput,
  by: string,
): Promise<Result<string, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, guardedScorecard(body), 'freeze')
    const [meeting = '', asked = ''] = input.item.split('/')
    if (!isUuid(meeting) || !isUuid(asked)) return fail({ field: 'item', code: 'choice' })
    const item = await findMeetingItem(tx, meeting, asked)
    const [board] = await findBodiesById(tx, [body], doer.today)
    if (item.body !== body || board === undefined) return fail({ field: 'item', code: 'choice' })
    const all = await findScorecardMeasures(tx, { body }, doer.today)
    const full = all.filter(({ measure }) => measure.sight !== 'draft')
    if (full.length === 0) return fail({ field: 'item', code: 'nothing-to-freeze' })
    const before = await frozenJustNow(tx, doer, asked, input.note ?? '')
    if (before !== undefined) return succeed(before)
    const scorecard = newId()
    await tx
      .insertInto('performance.scorecard')
      .values({
        ...{ id: scorecard, body, meeting, item: asked, title: 'Scorecard', until: doer.today, frozen_at: doer.now, frozen_by: by },
        note: input.note ?? '',
      })
      .execute()
    await addLines(tx, scorecard, body, 'full', full)
    await addLines(tx, scorecard, body, 'public', await findScorecardMeasures(tx, { body, asPublic: true }, doer.today))
    await noteAct(tx, doer, 'scorecard.frozen', 'scorecard', scorecard, { meeting, item: asked })
    return succeed(scorecard)
  })
}

/** What the same person froze for the same item within a minute: the second press of a button. Whoever asks waits for whoever freezes for that item. */
async function frozenJustNow(tx: Writer, doer: Doer, item: string, note: string): Promise<string | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`performance.scorecard ${item}`}, 0))`.execute(tx)
  const found = await tx
    .selectFrom('performance.scorecard')
    .select('id')
    .where('item', '=', item)
    .where('actor', '=', doer.actor)
    .where('note', '=', note)
    .where('frozen_at', '>', doer.now.subtract({ minutes: 1 }))
    .executeTakeFirst()
  return found?.id
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
