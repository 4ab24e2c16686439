import { createHash, randomBytes } from 'node:crypto'
import { type Expression, type RawBuilder, sql } from 'kysely'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Acting, readAs, type Writer, writeAs } from '#platform/database/session.ts'
import { forgetRecipients } from '#platform/mail/forget-recipients.ts'
import { sendLater } from '#platform/mail/mail.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { dayOf } from '#platform/time/london.ts'
import type { PublicSubmission } from '../../forms/submission.ts'
import type { CommandNeeds } from '../../needs.ts'
import { submissionPaths } from '../../paths.ts'
import { findMeeting } from '../../queries/meeting.ts'
import { takesSubmissions } from '../../rules/submission.ts'
import { confirmMail } from '../../words/submission-mail.ts'
import { keepPerson, valuesOf } from './bring-submission.ts'
import { testSubmission } from './test-submission.ts'
import { tellClerks } from './write-to-submitter.ts'

/** How long the link in the mail holds, in hours. */
const HOLDS = 72
/** Unconfirmed questions that one mail address may have at a time, so that nobody's letter box is filled in their name. */
const PER_ADDRESS = 3
/** Unconfirmed questions that one network may have at a time: a whole council may share one address. */
const PER_SENDER = 20
/** Unconfirmed questions of all meetings together: no people send so many, and a disk is not endless. */
const IN_ALL = 5_000

/** Nobody is signed in: the machine keeps it until the link in the mail is followed. */
function machine({ now }: Pick<Acting, 'now'>): Acting & { readonly actor: typeof SYSTEM_ACTOR } {
  return { actor: SYSTEM_ACTOR, now, today: dayOf(now) }
}

const digest = (token: string): string => createHash('sha256').update(token, 'utf8').digest('hex')

/**
 * Takes what somebody without an account sends to a public meeting, and mails a link (M13). Nobody sees it before the link is followed: who
 * does not own the address brings nothing, and what waits to be confirmed takes no room from anybody else's.
 * @param sender - keyed digest of the network that it comes from; '' where it is not known
 */
export async function requestSubmission(
  needs: CommandNeeds,
  visitor: Acting,
  meetingId: string,
  input: PublicSubmission,
  sender = '',
): Promise<Result<string, FieldProblem>> {
  const asked = await readAs(needs.db, visitor, async (reader) => {
    const meeting = await findMeeting(reader, meetingId)
    return { meeting, tested: await testSubmission(reader, meeting, { kind: input.kind, text: input.text, at: visitor.now }) }
  })
  const { meeting, tested } = asked
  if (meeting.access !== 'public' || meeting.sight !== 'public') throw new NotFound('No such form.')
  if (!takesSubmissions(meeting.state, meeting.heldOn, visitor.today)) return fail({ field: '', code: 'submission-closed' })
  if (!tested.ok) return tested
  return writeAs(needs.db, machine(visitor), async (tx) => {
    await forgetRequests(tx, visitor.now)
    if (await isFull(tx, input.email, sender)) return fail({ field: '', code: 'submission-busy' })
    const token = randomBytes(24).toString('base64url')
    const id = newId()
    const { kind, title = '', text, withheld, signatures = null, name, email } = input
    await tx
      .insertInto('meetings.submission_request')
      .values({
        id,
        meeting: meetingId,
        token: digest(token),
        ...{ kind, title, text, withheld, signatures, name, email, sender },
        at: visitor.now,
        expires_at: visitor.now.add({ hours: HOLDS }),
      })
      .execute()
    const link = `${needs.config.publicUrl}${submissionPaths.confirm()}?token=${token}`
    await sendLater(needs.outbox, tx, { to: email, ...confirmMail(link), about: { type: 'submission-request', id } })
    return succeed(meetingId)
  })
}

/** Whether this mail address or this network has its share waiting already; a box of the meeting's there is none, so that nobody can fill it. */
async function isFull(tx: Writer, email: string, sender: string): Promise<boolean> {
  // One at a time, or many posts at once would each see room for themselves.
  await sql`select pg_advisory_xact_lock(hashtextextended('submission-request', 0))`.execute(tx)
  const { rows } = await sql<{ mine: number; sent: number; all: number }>`
    select count(*) filter (where ${addressOf(sql.ref('email'))} = ${addressOf(sql.val(email))})::int as mine,
      count(*) filter (where sender <> '' and sender = ${sender})::int as sent, count(*)::int as all from meetings.submission_request`.execute(
    tx,
  )
  const [{ mine, sent, all } = { mine: 0, sent: 0, all: 0 }] = rows
  return mine >= PER_ADDRESS || sent >= PER_SENDER || all >= IN_ALL
}

/** The letter box behind an address: capitals and what stands after a plus make no other one. */
const addressOf = (email: RawBuilder<unknown> | Expression<unknown>) => sql`lower(regexp_replace(${email}, '\\+[^@]*@', '@'))`

/** Removes what nobody confirmed in time, and forgets where its link was sent. */
export async function forgetRequests(tx: Writer, now: Temporal.Instant): Promise<void> {
  const gone = await tx.deleteFrom('meetings.submission_request').where('expires_at', '<=', now).returning('id').execute()
  await forgetRecipients(tx, { type: 'submission-request', ids: gone.map(({ id }) => id) })
}

/** What a link stands for; undefined where it is unknown, used or too old. Nobody is told which. */
export async function findRequest(needs: Pick<CommandNeeds, 'db'>, acting: Acting, token: string) {
  return readAs(needs.db, machine(acting), (reader) =>
    reader
      .selectFrom('meetings.submission_request')
      .select(['meeting', 'kind', 'text'])
      .where('token', '=', digest(token))
      .where('expires_at', '>', acting.now)
      .executeTakeFirst(),
  )
}

/** Follows the link: now the clerk sees it and is told, tested against the rule by the moment at which it was sent. @throws NotFound */
export async function confirmSubmission(needs: CommandNeeds, acting: Acting, token: string): Promise<string> {
  const by = machine(acting)
  return writeAs(needs.db, by, async (tx) => {
    // Taken out as it is read: a link works once, also for two who press at the same moment.
    const request = await tx
      .deleteFrom('meetings.submission_request')
      .where('token', '=', digest(token))
      .where('expires_at', '>', acting.now)
      .returningAll()
      .executeTakeFirst()
    if (!request) throw new NotFound('No such link.')
    const meeting = await findMeeting(tx, request.meeting)
    const { kind, title, text, withheld, signatures, name, email, at } = request
    const tested = await testSubmission(tx, meeting, { kind: kind as PublicSubmission['kind'], text, at })
    const id = newId()
    await tx
      .insertInto('meetings.submission')
      .values({
        ...valuesOf(meeting, { kind, title, text, withheld, signatures: signatures ?? undefined }),
        id,
        received_at: at,
        notice: JSON.stringify(tested.ok ? tested.value : { state: 'no-rule' }),
      })
      .execute()
    await keepPerson(tx, { submission: id, body: meeting.body, name, email })
    // The address is kept with what was brought from now on, for as long as it is needed there.
    await forgetRecipients(tx, { type: 'submission-request', ids: [request.id] })
    await tellClerks(needs, tx, { id, kind: kind as PublicSubmission['kind'], from: 'public' }, meeting, by.today)
    await appendAudit(tx, { actor: by.actor, act: 'submission.confirmed', subjectType: 'submission', subject: id, content: kind })
    return meeting.id
  })
}
