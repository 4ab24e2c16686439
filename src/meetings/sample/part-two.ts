import { readAs } from '#platform/database/session.ts'
import { certifyDestruction } from '../commands/part-two/certify-destruction.ts'
import { askHolders, recordEnded } from '../commands/part-two/copies.ts'
import { recordExclusion } from '../commands/part-two/record-exclusion.ts'
import { keepExempt, releaseMatter, reviewVersion } from '../commands/part-two/review-matter.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { findItem } from '../queries/agenda.ts'
import { findCopies } from '../queries/exempt-copies.ts'
import { findExemptMatter } from '../queries/exempt-matter.ts'
import { findMeeting } from '../queries/meeting.ts'
import { doerOn, done, type PlayedMeeting, type Prepared } from './play.ts'

/** The press and public leave for the exempt items of a meeting, by resolution, and come back for its end. */
export async function excludeForPartTwo(needs: MeetingsNeeds, play: PlayedMeeting, { meeting, items }: Prepared): Promise<void> {
  const exempt = items.filter((_, index) => play.items[index]?.exempt !== undefined)
  if (exempt.length === 0) return
  const moved = { mover: 'Helen Marsh', seconder: 'Callum Reid', method: 'agreed' } as const
  const times = { leftAt: Temporal.PlainTime.from('15:20'), returnedAt: Temporal.PlainTime.from('15:45') }
  const counts = { votesFor: undefined, votesAgainst: undefined, abstained: undefined }
  const clerk = doerOn(play.clerk, play.heldOn, play.endsAt)
  done('exclude the public', await recordExclusion(needs, clerk, meeting, { items: exempt, papers: [], ...moved, ...times, ...counts }))
}

const reasons = {
  reasonsFor: 'Families in Kelbrook want to know whether the hub stays, and what it costs.',
  reasonsAgainst: 'To publish one landlord’s offer would raise the other.',
  decidedBy: 'Monitoring officer of the county council',
}

/** The exempt item of a meeting is looked at twice: first it stays exempt, then it is released with its paper and its minute. */
export async function reviewAndRelease(
  needs: MeetingsNeeds,
  play: PlayedMeeting,
  { meeting, items }: Prepared,
  [first, second]: readonly [Temporal.PlainDate, Temporal.PlainDate],
): Promise<void> {
  const item = items[play.items.findIndex(({ exempt }) => exempt !== undefined)]
  if (item === undefined) return
  const look = async (day: Temporal.PlainDate) => {
    const clerk = doerOn(play.clerk, day, '10:00')
    const found = await readAs(needs.db, clerk, async (reader) => {
      const own = await findItem(reader, meeting, item)
      const matter = await findExemptMatter(reader, await findMeeting(reader, meeting), own)
      return { version: reviewVersion(own, matter), papers: matter.papers.map(({ id }) => id) }
    })
    return { clerk, ...found }
  }
  const one = await look(first)
  const kept = { ...reasons, reason: 'The lease is not signed yet.', decidedOn: first, reviewOn: second, version: one.version }
  done('keep it exempt', await keepExempt(needs, one.clerk, meeting, item, kept))
  const two = await look(second)
  const open = { ...reasons, reasonsAgainst: 'None any more.', decidedOn: second, reviewOn: undefined, version: two.version }
  const words = {
    reason: 'The lease is signed.',
    publicNote: 'The lease of the hub was signed. What was private until then can be read here.',
  }
  done('release it', await releaseMatter(needs, two.clerk, meeting, item, { ...open, ...words, papers: two.papers, record: true }))
}

/** The holders of a meeting's exempt papers are listed the day after; `isClosed` takes every copy back and draws up the certificate. */
export async function destroyCopies(needs: MeetingsNeeds, play: PlayedMeeting, { meeting }: Prepared, isClosed: boolean): Promise<void> {
  const clerk = doerOn(play.clerk, play.heldOn.add({ days: 1 }), '09:30')
  done('list the holders', await askHolders(needs, clerk, meeting))
  if (!isClosed) return
  const copies = await readAs(needs.db, clerk, (reader) => findCopies(reader, meeting))
  const back = { ended: 'destroyed', words: 'Said so to the clerk at the end of the meeting.' } as const
  for (const { id } of copies.slice(1)) done('a copy is destroyed', await recordEnded(needs, clerk, id, back))
  done('certify', await certifyDestruction(needs, clerk, meeting, 'Northbrook Children and Young People’s Strategic Partnership'))
}
