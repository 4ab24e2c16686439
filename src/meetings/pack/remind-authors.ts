import { findBodiesById, findContact } from '#governance/public-data.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { sendLater } from '#platform/mail/mail.ts'
import { dayOf } from '#platform/time/london.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { meetingPaths } from '../paths.ts'
import { findMeetingRules } from '../queries/meeting-rules.ts'
import { deadlineOf, lastDayOf, type ReminderStage, reminderStage } from '../rules/deadlines.ts'
import { reminderMail } from '../words/mails.ts'
import { asSystem } from './making.ts'

/** A paper that nobody handed in, for a meeting that is still to come. */
interface OpenPaper {
  readonly id: string
  readonly author: string
  readonly body: string
  readonly heldOn: Temporal.PlainDate
}

/** Reminds authors of papers that are due: a week before, the day before, and once they are overdue; each once (M5). Returns how many mails. */
export async function remindAuthors(needs: MeetingsNeeds, now: Temporal.Instant): Promise<number> {
  const today = dayOf(now)
  return writeAs(needs.db, asSystem(now), async (tx) => {
    const papers = await tx
      .selectFrom('meetings.paper as p')
      .innerJoin('meetings.meeting as m', 'm.id', 'p.meeting')
      .select(['p.id', 'p.author', 'p.body', 'm.held_on as heldOn'])
      .where('p.submitted_at', 'is', null)
      .where('p.state', 'in', ['draft', 'in_checking'])
      .where('m.held_on', '>=', today)
      .where('m.state', 'in', ['planned', 'called'])
      .execute()
    let sent = 0
    for (const paper of papers) if (await remind(needs, tx, now, paper)) sent += 1
    return sent
  })
}

async function remind(needs: MeetingsNeeds, tx: Writer, now: Temporal.Instant, paper: OpenPaper): Promise<boolean> {
  const rules = await findMeetingRules(tx, paper.body, paper.heldOn)
  const dueOn = lastDayOf(deadlineOf('papersDue', rules, paper.heldOn))
  const stage = dueOn && reminderStage(dueOn, dayOf(now))
  if (!dueOn || !stage || !(await claim(tx, now, paper.id, stage))) return false
  const contact = await findContact(tx, paper.author)
  if (!contact?.email) return false
  const [body] = await findBodiesById(tx, [paper.body], paper.heldOn)
  const words = reminderMail(
    { meeting: body?.name ?? '', heldOn: paper.heldOn, dueOn },
    stage,
    needs.config.publicUrl + meetingPaths.paper(paper.id),
  )
  await sendLater(needs.outbox, tx, { to: contact.email, ...words, about: { type: 'paper', id: paper.id } })
  return true
}

/** Writes that this stage was reminded of; false where it was already. */
async function claim(tx: Writer, now: Temporal.Instant, paper: string, stage: ReminderStage): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('meetings.reminder')
    .values({ paper, stage, at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}
