import { findContact } from '#governance/public-data.ts'
import { writeAs } from '#platform/database/session.ts'
import { sendLater } from '#platform/mail/mail.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { meetingPaths } from '../paths.ts'
import { questionAnsweredMail, questionAskedMail } from '../words/paper-question.ts'
import { asSystem } from './making.ts'

/** Tells the author that a question came, or whoever asked that it is answered: members know no addresses, so the machine writes (M4). */
export async function tellOfQuestion(needs: MeetingsNeeds, now: Temporal.Instant, id: string, news: 'asked' | 'answered'): Promise<void> {
  await writeAs(needs.db, asSystem(now), async (tx) => {
    const row = await tx
      .selectFrom('meetings.paper_question as q')
      .innerJoin('meetings.paper as p', 'p.id', 'q.paper')
      .innerJoin('meetings.meeting as m', 'm.id', 'q.meeting')
      .select(['q.person', 'q.item', 'q.meeting', 'p.id', 'p.author', 'm.held_on as heldOn'])
      .where('q.id', '=', id)
      .executeTakeFirst()
    if (!row) return
    const contact = await findContact(tx, news === 'asked' ? row.author : row.person)
    if (!contact?.email) return
    const site = needs.config.publicUrl
    const words =
      news === 'asked'
        ? questionAskedMail(row.heldOn, site + meetingPaths.paper(row.id))
        : questionAnsweredMail(row.heldOn, site + meetingPaths.item(row.meeting, row.item))
    await sendLater(needs.outbox, tx, { to: contact.email, ...words, about: { type: 'paper', id: row.id } })
  })
}
