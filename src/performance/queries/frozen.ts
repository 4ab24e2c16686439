import { type BodySummary, findBodiesById } from '#governance/public-data.ts'
import { findMeeting, findMeetingItem } from '#meetings/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { dayInWords, instantInWords } from '#platform/time/words.ts'
import { isUuid } from '#platform/web/fields.ts'
import { countsOf, type ScorecardRow } from '../words/scorecard.ts'
import { groupsOf, type ScorecardView, sentenceOf } from '../words/scorecard-view.ts'
import { findMeasures } from './measure.ts'

/** A scorecard as it was shown to a meeting, in a list. */
export interface FrozenLine {
  readonly id: string
  readonly title: string
  readonly meeting: string
  readonly item: string
  readonly frozenAt: Temporal.Instant
  readonly frozenBy: string
}

/** A scorecard as it was shown, with what has become of its measures since. */
export interface FrozenScorecard extends FrozenLine {
  readonly body: BodySummary
  readonly view: ScorecardView
  readonly note: string
  readonly heldOn: Temporal.PlainDate
  readonly itemNumber: string
  /** Which of two editions this is: what the board saw, or what anybody could see. */
  readonly edition: 'full' | 'public'
  /** Measures that are no longer kept, with their reasons. */
  readonly withdrawn: readonly { readonly title: string; readonly from: Temporal.PlainDate; readonly reason: string }[]
}

/** The scorecards of a board that were shown to meetings, the latest first, as far as one may read what their items say. */
export function listFrozen(reader: Reader, body: string): Promise<readonly FrozenLine[]> {
  return reader
    .selectFrom('performance.scorecard')
    .select(['id', 'title', 'meeting', 'item', 'frozen_at as frozenAt', 'frozen_by as frozenBy'])
    .where('body', '=', body)
    .orderBy('frozen_at', 'desc')
    .execute()
}

/** One scorecard as it was shown. @throws NotFound where there is none that one may see */
export async function findFrozen(reader: Reader, id: string, today: Temporal.PlainDate): Promise<FrozenScorecard> {
  const found = isUuid(id)
    ? await reader
        .selectFrom('performance.scorecard')
        .select(['id', 'body', 'title', 'meeting', 'item', 'until', 'frozen_at as frozenAt', 'frozen_by as frozenBy', 'note'])
        .where('id', '=', id)
        .executeTakeFirst()
    : undefined
  if (found === undefined) throw new NotFound('No such scorecard.')
  const [lines, meeting, item, [body]] = await Promise.all([
    linesOf(reader, found.id),
    findMeeting(reader, found.meeting),
    findMeetingItem(reader, found.meeting, found.item),
    findBodiesById(reader, [found.body], today),
  ])
  if (body === undefined) throw new NotFound('No such body.')
  const edition = lines.some((line) => line.edition === 'full') ? 'full' : 'public'
  const rows = lines
    .filter((line) => line.edition === edition)
    .map(({ heading, shown }) => ({ heading, priority: heading === '' ? null : heading, row: shown }))
  const counts = countsOf(rows.map(({ row }) => row))
  const shown = `As shown at item ${item.number} of the meeting of ${dayInWords(meeting.heldOn)}`
  const standing = `${shown}, frozen on ${instantInWords(found.frozenAt)} by ${found.frozenBy}. Nothing here changes when figures do.`
  return {
    ...found,
    ...{ body, edition, heldOn: meeting.heldOn, itemNumber: item.number },
    view: { title: found.title, board: body.name, standing, groups: groupsOf(rows), counts, sentence: sentenceOf(counts) },
    withdrawn: await withdrawnOf(
      reader,
      rows.map(({ row }) => row),
      today,
    ),
  }
}

async function linesOf(reader: Reader, scorecard: string) {
  const rows = await reader
    .selectFrom('performance.scorecard_line')
    .select(['edition', 'heading', 'shown'])
    .where('scorecard', '=', scorecard)
    .orderBy('edition')
    .orderBy('position')
    .execute()
  return rows.map((row) => ({ ...row, shown: row.shown as unknown as ScorecardRow }))
}

async function withdrawnOf(
  reader: Reader,
  rows: readonly ScorecardRow[],
  today: Temporal.PlainDate,
): Promise<FrozenScorecard['withdrawn']> {
  const measures = await findMeasures(
    reader,
    rows.map(({ measure }) => measure),
  )
  return measures.flatMap(({ id, withdrawnOn, withdrawnReason }) =>
    withdrawnOn !== null && Temporal.PlainDate.compare(withdrawnOn, today) <= 0
      ? [{ title: rows.find(({ measure }) => measure === id)?.title ?? '', from: withdrawnOn, reason: withdrawnReason }]
      : [],
  )
}
