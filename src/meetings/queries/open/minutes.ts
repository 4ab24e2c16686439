import type { Reader } from '#platform/database/session.ts'
import { boardsOf } from '../../rules/joint.ts'
import { minutesStateWords } from '../../words/minutes.ts'
import { findForce } from '../decision-force.ts'
import type { MinutesSection } from '../minutes.ts'
import { findMinutesToPrint } from '../minutes-files.ts'

/** Published minutes as far as the reader may read them. */
export interface PublishedMinutes {
  readonly board: { readonly id: string; readonly slug: string; readonly name: string }
  /** The boards at the table of a joint meeting, the one that called first; empty for a meeting of one board. */
  readonly boards: readonly { readonly id: string; readonly name: string }[]
  /** What they are: 'Minutes', or the state in which they came out. */
  readonly title: string
  readonly version: number
  readonly publishedOn: Temporal.PlainDate
  readonly signedBy: string
  readonly sections: readonly MinutesSection[]
  /** How decisions stand with the partners that must take them home, in a sentence, by decision. */
  readonly force: ReadonlyMap<string, string>
}

/** The minutes of a meeting that were published last and stand; undefined where there are none that the reader may know of. */
export async function findPublishedMinutes(
  reader: Reader,
  meeting: string,
  today: Temporal.PlainDate,
): Promise<PublishedMinutes | undefined> {
  const out = await reader
    .selectFrom('meetings.publication')
    .select(['id', 'published_on as publishedOn'])
    .where('meeting', '=', meeting)
    .where('kind', '=', 'minutes')
    .where('withdrawn_at', 'is', null)
    .orderBy('number', 'desc')
    .executeTakeFirst()
  const found = out && (await findMinutesToPrint(reader, meeting, out.id))
  if (!out || !found) return undefined
  const { minutes, version } = found
  const { id, slug, name } = found.meeting.body
  return {
    board: { id, slug, name },
    boards: boardsOf(found.meeting),
    title: minutes.state === 'published' ? 'Minutes' : `Minutes: ${minutesStateWords[minutes.state].word.toLowerCase()}`,
    ...{ version: version.number, publishedOn: out.publishedOn, signedBy: minutes.signedBy, sections: version.sections },
    force: new Map((await findForce(reader, meeting, today)).map(({ id: of, force }) => [of, force.words])),
  }
}
