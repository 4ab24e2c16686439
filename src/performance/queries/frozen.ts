import { type BodySummary, findBodiesById } from '#governance/public-data.ts'
import { findMeeting, findMeetingItem } from '#meetings/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { dayInWords, instantInWords } from '#platform/time/words.ts'
import { isUuid } from '#platform/web/fields.ts'
import { figureKey } from '../rules/figure.ts'
import { latestDefinition } from '../rules/measure.ts'
import { countsOf, type ScorecardRow } from '../words/scorecard.ts'
import { groupsOf, type ScorecardView, sentenceOf } from '../words/scorecard-view.ts'
import { findMeasures } from './measure.ts'
import type { ReportsOf } from './report-schedules.ts'
import { findObservations } from './series.ts'

/** A scorecard as it was shown, in a list. */
export interface FrozenLine {
  readonly id: string
  readonly title: string
  /** The meeting and the item to which it was shown; null: a schedule made it. */
  readonly meeting: string | null
  readonly item: string | null
  readonly frozenAt: Temporal.Instant
  readonly frozenBy: string
}

/** A scorecard as it was shown: all of its words are those of that day. */
export interface FrozenScorecard extends FrozenLine {
  readonly body: BodySummary
  /** The priority it is of; null: the whole board. */
  readonly priority: string | null
  readonly view: ScorecardView
  readonly note: string
  /** Which of two editions this is: what the board saw, or what anybody could see. */
  readonly edition: 'full' | 'public'
}

/** The scorecards of a board, or of a priority, that were shown to meetings, the latest first, as far as one may read what their items say. */
export function listFrozen(reader: Reader, of: ReportsOf): Promise<readonly FrozenLine[]> {
  const shown = reader
    .selectFrom('performance.scorecard')
    .select(['id', 'title', 'meeting', 'item', 'frozen_at as frozenAt', 'frozen_by as frozenBy'])
    .where('item', 'is not', null)
    .orderBy('frozen_at', 'desc')
  return 'body' in of
    ? shown.where('body', '=', of.body).where('priority', 'is', null).execute()
    : shown.where('priority', '=', of.priority).execute()
}

/** One scorecard as it was shown. @throws NotFound where there is none that one may see */
export async function findFrozen(reader: Reader, id: string, today: Temporal.PlainDate): Promise<FrozenScorecard> {
  const found = isUuid(id)
    ? await reader
        .selectFrom('performance.scorecard')
        .select(['id', 'body', 'priority', 'title', 'meeting', 'item', 'until', 'frozen_at as frozenAt', 'frozen_by as frozenBy', 'note'])
        .select(['board_name as boardName', 'standing'])
        .where('id', '=', id)
        .executeTakeFirst()
    : undefined
  if (found === undefined) throw new NotFound('No such scorecard.')
  const [lines, [body]] = await Promise.all([linesOf(reader, found.id), findBodiesById(reader, [found.body], today)])
  if (body === undefined) throw new NotFound('No such body.')
  const edition = lines.some((line) => line.edition === 'full') ? 'full' : 'public'
  const rows = lines
    .filter((line) => line.edition === edition)
    .map(({ heading, shown }) => ({ heading, priority: heading === '' ? null : heading, row: shown }))
  const counts = countsOf(rows.map(({ row }) => row))
  const standing = found.standing || (await standingOf(reader, found))
  const board = found.boardName || body.name
  return {
    ...found,
    body,
    edition,
    view: { title: found.title, board, standing, groups: groupsOf(rows), counts, sentence: sentenceOf(counts) },
  }
}

/** What a scorecard is that was frozen before these words were kept with it. */
async function standingOf(reader: Reader, { meeting, item, frozenAt, frozenBy }: FrozenLine): Promise<string> {
  if (meeting === null || item === null) return ''
  const [{ heldOn }, { number }] = [await findMeeting(reader, meeting), await findMeetingItem(reader, meeting, item)]
  const shown = `As shown at item ${number} of the meeting of ${dayInWords(heldOn)}`
  return `${shown}, frozen on ${instantInWords(frozenAt)} by ${frozenBy}. Nothing here changes when figures do.`
}

/** What has become of one measure of a frozen scorecard since, in sentences; none where nothing has. */
export interface SinceFrozen {
  readonly measure: string
  readonly title: string
  readonly said: readonly string[]
}

/** What has become of the measures of a frozen scorecard since: withdrawn, defined anew, their figure revised. The scorecard itself says nothing of it. */
export async function findSince(
  reader: Reader,
  { id, edition }: FrozenScorecard,
  today: Temporal.PlainDate,
): Promise<readonly SinceFrozen[]> {
  const lines = (await linesOf(reader, id)).filter((line) => line.edition === edition)
  const ids = lines.map(({ shown }) => shown.measure)
  const measures = new Map((await findMeasures(reader, ids)).map((one) => [one.id, one]))
  const observations = Map.groupBy(await findObservations(reader, ids), ({ measure }) => measure)
  return lines.flatMap(({ shown, observation }) => {
    const measure = measures.get(shown.measure)
    if (measure === undefined) return []
    const own = observations.get(shown.measure) ?? []
    const then = own.find((one) => one.id === observation)
    const now = then && own.findLast((one) => figureKey(one.measure, one) === figureKey(then.measure, then) && one.revision > then.revision)
    const { title, number } = latestDefinition(measure)
    const { withdrawnOn, withdrawnReason } = measure
    const said = [
      ...(withdrawnOn !== null && Temporal.PlainDate.compare(withdrawnOn, today) <= 0
        ? [`No longer kept from ${dayInWords(withdrawnOn)}: ${withdrawnReason}`]
        : []),
      ...(title === shown.title ? [] : [`It is called “${title}” now.`]),
      ...(number === shown.definition ? [] : ['It was defined anew.']),
      ...(now === undefined ? [] : [`Its figure of ${shown.period} was revised: ${now.reason}`]),
    ]
    return said.length === 0 ? [] : [{ measure: measure.id, title: shown.title, said }]
  })
}

async function linesOf(reader: Reader, scorecard: string) {
  const rows = await reader
    .selectFrom('performance.scorecard_line')
    .select(['edition', 'heading', 'shown', 'observation'])
    .where('scorecard', '=', scorecard)
    .orderBy('edition')
    .orderBy('position')
    .execute()
  return rows.map((row) => ({ ...row, shown: row.shown as unknown as ScorecardRow }))
}
