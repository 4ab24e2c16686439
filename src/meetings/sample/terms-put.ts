import { printTerms } from '#governance/public.ts'
import { findTermsInForce, importTermsDraft } from '#governance/public-data.ts'
import { readAs } from '#platform/database/session.ts'
import { clearPaper, handIn } from '../commands/paper/check-paper.ts'
import { putTerms } from '../commands/terms/put-terms.ts'
import type { CommandNeeds } from '../needs.ts'
import { doerOn, done, type PlayedMeeting, type Prepared } from './play.ts'
import type { SampleItem } from './present-year.ts'

const outcome: SampleItem = {
  title: 'Terms of reference',
  purpose: 'decision',
  presenter: 'Maeve Delaney, head of service, women and children',
  outcome: {
    text: 'That the amended terms of reference be adopted.',
    type: 'approve',
    discussion: 'Ten days to publish minutes was more than the board had ever needed.',
  },
}

/**
 * Puts terms to a prepared meeting that publish minutes in seven days and not in ten.
 * @returns the meeting with that item; it is decided when the meeting is held, and waits for the clerk to bring it into force
 */
export async function putShorterTime(
  needs: CommandNeeds,
  play: PlayedMeeting,
  prepared: Prepared,
  day: Temporal.PlainDate,
): Promise<readonly [PlayedMeeting, Prepared]> {
  const clerk = doerOn(play.clerk, day, '14:00')
  const terms = await readAs(needs.db, clerk, (reader) => findTermsInForce(reader, play.body, day))
  if (terms?.minutesPublished.value === undefined || terms.minutesPublished.value === null) return [play, prepared]
  const from = play.heldOn.add({ months: 1 }).with({ day: 1 }).toString()
  const minutesPublished = { ...terms.minutesPublished, value: { ...terms.minutesPublished.value, days: 7 } }
  const document = printTerms({ ...terms, version: `Amended ${play.heldOn.year}`, from, until: null, minutesPublished })
  const { number } = done('draft terms', await importTermsDraft(needs.db, clerk, { body: play.body, document }))
  const put = done('put terms', await putTerms(needs, clerk, { body: play.body, number, meeting: prepared.meeting }))
  done('hand a report in', await handIn(needs, clerk, put.paper))
  done('clear a report', await clearPaper(needs, clerk, put.paper))
  return [
    { ...play, items: [...play.items, outcome] },
    { ...prepared, items: [...prepared.items, put.item] },
  ]
}
