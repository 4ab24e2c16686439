import { sql } from 'kysely'
import { findMeeting, findMeetingItem } from '#meetings/public-data.ts'
import { findPriority } from '#plans/public-data.ts'
import { type Database, type Writer, writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { dayInWords, instantInWords } from '#platform/time/words.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import { isUuid } from '#platform/web/fields.ts'
import type { FreezeInput } from '../forms/freeze.ts'
import { demand, guardedScorecard } from '../permission.ts'
import { scorecardTitle } from '../words/scorecard-view.ts'
import { readEditions, writeFrozen } from './freeze-editions.ts'
import { noteAct } from './note-act.ts'

interface Needs {
  readonly db: Database
}

/** The scorecard of a board, or of a priority of one of its plans. */
export interface FrozenOf {
  readonly body: string
  readonly priority?: string | undefined
}

/**
 * Freezes the scorecard of a board or of a priority as it stands, in two editions, for an item of one of the board's meetings. From then on it is read as
 * that item is read, and nothing changes it: not a revised figure, not another definition, not a measure that is withdrawn. Drafts are not in it.
 */
export async function freezeScorecard(
  needs: Needs,
  doer: Doer,
  { body, priority }: FrozenOf,
  input: FreezeInput,
  by: string,
): Promise<Result<string, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, guardedScorecard(body), 'freeze')
    const [meeting = '', asked = ''] = input.item.split('/')
    if (!isUuid(meeting) || !isUuid(asked)) return fail({ field: 'item', code: 'choice' })
    const item = await findMeetingItem(tx, meeting, asked)
    const about = priority === undefined ? undefined : await findPriority(tx, priority)
    if (item.body !== body || (priority !== undefined && about?.body !== body)) return fail({ field: 'item', code: 'choice' })
    const of = { body, priority: priority ?? null }
    const editions = await readEditions(tx, of, doer.today)
    if (editions.full.length === 0) return fail({ field: 'item', code: 'nothing-to-freeze' })
    const note = input.note ?? ''
    const before = await frozenJustNow(tx, doer, { ...of, item: asked, note })
    if (before !== undefined) return succeed(before)
    const { heldOn } = await findMeeting(tx, meeting)
    const shown = `As shown at item ${item.number} of the meeting of ${dayInWords(heldOn)}`
    const standing = `${shown}, frozen on ${instantInWords(doer.now)} by ${by}. Nothing here changes when figures do.`
    const freeze = { ...of, title: scorecardTitle(about), standing, note, by, for: { meeting, item: asked } }
    const scorecard = await writeFrozen(tx, doer, freeze, editions)
    await noteAct(tx, doer, 'scorecard.frozen', 'scorecard', scorecard, { meeting, item: asked, priority })
    return succeed(scorecard)
  })
}

interface Again {
  readonly priority: string | null
  readonly item: string
  readonly note: string
}

/** What the same person froze for the same item within a minute: the second press of a button. Whoever asks waits for whoever freezes for that item. */
async function frozenJustNow(tx: Writer, doer: Doer, { priority, item, note }: Again): Promise<string | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`performance.scorecard ${item}`}, 0))`.execute(tx)
  const found = await tx
    .selectFrom('performance.scorecard')
    .select('id')
    .where('item', '=', item)
    .where('priority', 'is not distinct from', priority)
    .where('actor', '=', doer.actor)
    .where('note', '=', note)
    .where('frozen_at', '>', doer.now.subtract({ minutes: 1 }))
    .executeTakeFirst()
  return found?.id
}
