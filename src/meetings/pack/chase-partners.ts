import { findBodiesById, findContact, findPeopleToTell } from '#governance/public-data.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { sendLater } from '#platform/mail/mail.ts'
import { findMailChoices } from '#platform/mail/mail-choice.ts'
import { dayOf } from '#platform/time/london.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { recordPaths } from '../paths.ts'
import { findTakenHome } from '../queries/ratifications.ts'
import { reminderStage } from '../rules/deadlines.ts'
import type { AskedPartner, TakenHome } from '../rules/taken-home.ts'
import { partnerMail } from '../words/ratification-mail.ts'
import { asSystem } from './making.ts'

/**
 * Reminds whoever answers for a partner that has not answered: a week before the day, the day before and once it is late, each once for the words
 * that stand (M10). Whoever chose one summary a day finds it there instead. Returns how many mails.
 */
export async function chasePartners(needs: MeetingsNeeds, now: Temporal.Instant): Promise<number> {
  const today = dayOf(now)
  return writeAs(needs.db, asSystem(now), async (tx) => {
    const asks = await tx
      .selectFrom('meetings.ratification_ask')
      .select('decision')
      .where('withdrawn', '=', false)
      .where('due_on', '<=', today.add({ days: 7 }))
      .where('due_on', '>=', today.subtract({ days: 90 }))
      .execute()
    const homes = await findTakenHome(
      tx,
      asks.map(({ decision }) => decision),
      today,
    )
    let sent = 0
    for (const home of homes.values())
      for (const partner of home.partners) if (waitsFor(home, partner) && (await remind(needs, tx, now, home, partner))) sent += 1
    return sent
  })
}

function waitsFor({ purpose, force }: TakenHome, { standing }: AskedPartner): boolean {
  return standing.answer === 'pending' && (purpose === 'reply' || force.state !== 'ended')
}

async function remind(needs: MeetingsNeeds, tx: Writer, now: Temporal.Instant, home: TakenHome, partner: AskedPartner): Promise<boolean> {
  const stage = reminderStage(home.dueOn, dayOf(now))
  if (partner.lead === undefined || !stage) return false
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('meetings.ratification_reminder')
    .values({ ratification: partner.id, text_number: home.text.number, stage, at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if ((numInsertedOrUpdatedRows ?? 0n) === 0n || (await choseSummary(tx, partner.lead))) return false
  const contact = await findContact(tx, partner.lead)
  if (!contact?.email) return false
  const [body] = await findBodiesById(tx, [home.body], home.askedOn)
  const words = partnerMail(
    { board: body?.name ?? '', partner: partner.name, dueOn: home.dueOn, isLate: stage === 'overdue' },
    needs.config.publicUrl + recordPaths.answerRatification(partner.id),
  )
  await sendLater(needs.outbox, tx, { to: contact.email, ...words, about: { type: 'ratification', id: partner.id } })
  return true
}

async function choseSummary(tx: Writer, person: string): Promise<boolean> {
  const account = (await findPeopleToTell(tx, [person]))[0]?.account
  if (account === undefined) return false
  return (await findMailChoices(tx, [account])).get(account)?.news === 'digest'
}
