import { findAgenda, findComingMeetings } from '#meetings/public-data.ts'
import { type Database, readAs } from '#platform/database/session.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import { freezeScorecard } from '../commands/freeze-scorecard.ts'

/** Freezes the scorecard of a board for the last open item of its next meeting, as its clerk would. */
export async function freezeSampleScorecard(owner: Database, doer: Doer, body: string): Promise<void> {
  const found = await readAs(owner, doer, async (reader) => {
    const [meeting] = await findComingMeetings(reader, doer.today, { bodies: [body], limit: 1 })
    const items = meeting === undefined ? [] : await findAgenda(reader, meeting.id)
    const item = items.findLast((one) => one.sight === 'public' && one.category === 'public' && one.body === body)
    return meeting && item ? `${meeting.id}/${item.id}` : undefined
  })
  if (found === undefined) return
  const note = 'The figures of October are provisional.'
  const frozen = await freezeScorecard({ db: owner }, doer, { body }, { item: found, note }, 'Omar Siddiqui')
  if (!frozen.ok) throw new Error(`The sample cannot freeze a scorecard: ${JSON.stringify(frozen.problems)}`)
}
