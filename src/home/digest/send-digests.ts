import { ownTaskInWords, ownTaskPath } from '#governance/public.ts'
import { findContact, findPersonOfAccount } from '#governance/public-data.ts'
import { livePaths, meetingPaths, readingPaths, recordPaths, submissionPaths } from '#meetings/paths.ts'
import { countUnread, findDigestNews } from '#meetings/public-data.ts'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { type Acting, type ActorId, type Reader, readAs, type Writer, writeAs } from '#platform/database/session.ts'
import type { JobHandler } from '#platform/jobs/worker.ts'
import { sendLater } from '#platform/mail/mail.ts'
import { stopNewsAddresses } from '#platform/mail/stop-news.ts'
import { dayOf } from '#platform/time/london.ts'
import { dayInWords } from '#platform/time/words.ts'
import type { Needs } from '#src/needs.ts'
import { homePaths } from '../paths.ts'
import { findWork, type Work } from '../queries/work.ts'
import { clerkDutyInWords, ratificationDutyInWords } from '../words.ts'
import { type DigestFacts, digestLines, digestMail } from './digest-lines.ts'
import { workInWords } from './digest-words.ts'

type DigestNeeds = Pick<Needs, 'db' | 'clock' | 'outbox' | 'log' | 'secrets'> & { readonly config: Pick<Needs['config'], 'publicUrl'> }

/** Works off the queue 'notice', which comes every morning: one summary for each account that chose it. One that fails does not keep back the others. */
export function digestHandler(needs: DigestNeeds): JobHandler {
  return async () => {
    const now = needs.clock.now()
    const failed: unknown[] = []
    for (const account of await findSubscribers(needs, now))
      await sendDigest(needs, account, now).catch((error: unknown) => {
        needs.log.error({ err: error, account }, 'a daily summary was not made')
        failed.push(error)
      })
    if (failed.length > 0) throw new Error(`${failed.length} daily summaries were not made`)
  }
}

/** Accounts that chose a summary and have none of today. */
async function findSubscribers({ db }: DigestNeeds, now: Temporal.Instant): Promise<readonly ActorId[]> {
  return readAs(db, { actor: SYSTEM_ACTOR, now, today: dayOf(now) }, async (reader) => {
    const rows = await reader
      .selectFrom('platform.mail_choice as c')
      .leftJoin('platform.digest as d', (join) => join.onRef('d.account', '=', 'c.account').on('d.day', '=', dayOf(now)))
      .select('c.account')
      .where('c.news', '=', 'digest')
      .where('d.account', 'is', null)
      .orderBy('c.account')
      .execute()
    return rows.map(({ account }) => account as ActorId)
  })
}

/** Makes and sends one summary, read as the person whose it is, so that it holds nothing that they may not see. At most one a day. */
export async function sendDigest(needs: DigestNeeds, account: ActorId, now: Temporal.Instant): Promise<void> {
  const acting = { actor: account, now, today: dayOf(now) }
  const news = await findNews(needs, acting)
  await writeAs(needs.db, acting, async (tx) => {
    const first = await tx
      .insertInto('platform.digest')
      .values({ account, day: acting.today, at: now, mail: null })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (first.numInsertedOrUpdatedRows === 0n) return // another process was here first
    await mailDigest(needs, tx, acting, news)
  })
}

async function mailDigest(
  needs: DigestNeeds,
  tx: Writer,
  acting: Acting & { readonly actor: ActorId },
  news: DigestFacts['news'],
): Promise<void> {
  const person = await findPersonOfAccount(tx, acting.actor)
  const contact = person && (await findContact(tx, person.id))
  if (!person || !contact?.email) return
  const work = await findWork(tx, acting)
  const lines = digestLines({ ...(await factsOf(needs, tx, work, { person: person.id, today: acting.today })), news }, acting.today)
  if (lines.length === 0) return
  const { publicUrl } = needs.config
  const stop = stopNewsAddresses({ publicUrl, secret: needs.secrets.feeds }, acting.actor)
  await sendLater(needs.outbox, tx, {
    to: contact.email,
    ...digestMail(lines, acting.today, { choice: publicUrl + homePaths.mailChoice, stop: stop.page }),
    unsubscribe: stop.atOnce,
  })
}

async function factsOf(
  { config }: DigestNeeds,
  reader: Reader,
  work: Work,
  { person, today }: { readonly person: string; readonly today: Temporal.PlainDate },
): Promise<Omit<DigestFacts, 'news'>> {
  const at = (path: string): string => config.publicUrl + path
  const boards = new Map(work.bodies.map(({ id, name }) => [id, name]))
  const unread = await countUnread(
    reader,
    work.meetings.map(({ id }) => id),
    person,
  )
  return {
    absences: work.absences.map(({ id }) => ({ address: at(recordPaths.absence(id)) })),
    actions: work.actions.map(({ id, dueTo }) => ({ dueTo, address: at(recordPaths.action(id)) })),
    papers: work.papers
      .filter(({ submittedAt }) => submittedAt === null)
      .map(({ id, heldOn }) => ({ heldOn, address: at(meetingPaths.paper(id)) })),
    clerking: work.clerking.map((duty) => ({ words: dutyWords(duty), heldOn: duty.heldOn, address: at(dutyPath(duty)) })),
    own: work.own.map((task) => ({ words: ownTaskInWords(task, today), dueOn: task.dueOn, address: at(ownTaskPath(task)) })),
    between: workInWords(work, today).map(({ words, dueOn, path }) => ({ words, dueOn, address: at(path) })),
    live: work.meetings
      .filter(({ state, heldOn }) => state === 'in_progress' || (state === 'called' && heldOn.equals(today)))
      .map(({ id, body }) => ({ board: boards.get(body) ?? '', address: at(livePaths.live(id)) })),
    ratifications: work.ratifications.map((duty) => ({
      words: ratificationDutyInWords(duty, today),
      dueOn: duty.dueOn,
      address: at(duty.kind === 'answer' ? recordPaths.answerRatification(duty.id) : recordPaths.decision(duty.id)),
    })),
    returned: work.returned.map(({ meeting, heldOn, count }) => ({ heldOn, count, address: at(readingPaths.told(meeting)) })),
    unread: work.meetings.flatMap(({ id, body, heldOn }) => {
      const count = unread.get(id) ?? 0
      return count === 0 ? [] : [{ board: boards.get(body) ?? '', heldOn, count, address: at(readingPaths.reading(id)) }]
    }),
  }
}

type Duty = Work['clerking'][number]

/** A paper's title may be in Part 2, and a mail travels far. */
function dutyWords(duty: Duty): string {
  return duty.kind === 'clear-paper'
    ? `A paper handed in for ${dayInWords(duty.heldOn)} waits to be cleared`
    : clerkDutyInWords({ ...duty, title: '' })
}

function dutyPath({ kind, id }: Duty): string {
  if (kind === 'settle-question') return submissionPaths.list(id)
  return kind === 'clear-paper' ? meetingPaths.paper(id) : recordPaths.minutes(id)
}

/** What the account was not mailed about since its last summary, as the evidence of despatch says. */
async function findNews(needs: DigestNeeds, acting: Acting & { readonly actor: ActorId }): Promise<DigestFacts['news']> {
  return readAs(needs.db, { ...acting, actor: SYSTEM_ACTOR }, async (reader) => {
    const person = await findPersonOfAccount(reader, acting.actor)
    if (!person) return []
    const last = await reader
      .selectFrom('platform.digest')
      .select((row) => row.fn.max('at').as('at'))
      .where('account', '=', acting.actor)
      .executeTakeFirst()
    const since = last?.at ?? acting.now.subtract({ hours: 24 * 7 })
    const news = await findDigestNews(reader, person.id, since, acting.today)
    return news.map(({ meeting, ...one }) => ({ ...one, address: needs.config.publicUrl + meetingPaths.meeting(meeting) }))
  })
}
