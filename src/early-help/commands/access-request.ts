import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Database, type Writer, writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { BeginRequestInput, EndInput, EntryInput, LongerInput, SendInput } from '../forms/access-request.ts'
import { findHeld, findRequestLine, type HeldRecord, type RequestLine } from '../queries/access-request.ts'
import { type CaseworkTies, demandTie, findTies } from '../queries/ties.ts'

type Needs = { readonly db: Database }
interface Answering {
  readonly tx: Writer
  readonly ties: CaseworkTies
  readonly request: RequestLine
  readonly held: HeldRecord
}

/**
 * Opens everything that is held for a request: a look at each record of the family and the audit are written in the transaction that reads (E12, X2).
 * Of a request that is over nothing is held any more. @throws NotFound, Forbidden, SignInNeeded
 */
export async function openHeld<Value>(
  db: Database,
  doer: Doer,
  of: { readonly id: string; readonly act: string },
  work: (answering: Answering) => Promise<Value>,
): Promise<Value> {
  return writeAs(db, doer, async (tx) => {
    const ties = await findTies(tx, doer)
    demandTie(ties, 'requests', 'keep')
    const request = await findRequestLine(tx, of.id)
    const held = await findHeld(tx, request)
    await appendAudit(tx, { actor: doer.actor, act: `family.${of.act}`, subjectType: 'access-request', subject: of.id, content: of.id })
    return work({ tx, ties, request, held })
  })
}

/** Records that somebody asked what is held of a person who is found by name (E12). The day by which to answer follows from the rule of the day it came. */
export async function beginRequest(
  { db }: Needs,
  doer: Doer,
  input: BeginRequestInput,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return writeAs(db, doer, async (tx) => {
    const ties = await findTies(tx, doer)
    demandTie(ties, 'requests', 'keep')
    const { rows } = await sql<{ person: string; family: string }>`
      select person, family from casework.find_subject(${input.name}, ${input.bornOn ?? null}::date, ${input.reference ?? null})`.execute(
      tx,
    )
    const [found, ...more] = rows
    if (!found) return fail({ field: 'name', code: 'nobody-held' })
    if (more.length > 0) return fail({ field: 'name', code: 'several-held' })
    const id = newId()
    // Where the asker is of the family too, what is shielded from them is shielded here.
    await sql`insert into casework.access_request (id, family, subject, asker, asked_by, entitled_by, entitled_how, received_on, due_on, rule, entered_by, entered_at)
      values (${id}::uuid, ${found.family}::uuid, ${found.person}::uuid, casework.relative_called(${found.family}::uuid, ${input.askedBy}), ${input.askedBy}, ${input.entitledBy}, ${input.entitledHow},
        ${input.receivedOn}::date, ${input.receivedOn}::date + 1, ${input.receivedOn}::date, ${ties.person}::uuid, ${doer.now}::timestamptz)`.execute(
      tx,
    )
    await appendAudit(tx, { actor: doer.actor, act: 'family.access-asked', subjectType: 'access-request', subject: id, content: id })
    return succeed({ id })
  })
}

/** Takes longer to answer, within what the rule allows, with the reason that the asker is told. */
export const takeLonger = (needs: Needs, doer: Doer, request: RequestLine, { until, because }: LongerInput) =>
  change(needs, doer, request, 'access-longer', async (tx) => {
    const { rows } = await sql<{ latest: Temporal.PlainDate }>`
      select (${request.receivedOn}::date + make_interval(months => months + longer_months))::date as latest from casework.access_rule
      where starts_on <= ${request.receivedOn}::date order by starts_on desc limit 1`.execute(tx)
    const latest = rows[0]?.latest
    if (!latest || Temporal.PlainDate.compare(until, latest) > 0 || Temporal.PlainDate.compare(until, request.dueOn) <= 0)
      return fail({ field: 'until', code: 'longer-than-rule' })
    await sql`update casework.access_request set longer_because = ${because}, due_on = ${until}::date, version = version + 1 where id = ${request.id}::uuid`.execute(
      tx,
    )
    return succeed(undefined)
  })

/** Ends a request without an answer, with the reason. */
export const endRequest = (needs: Needs, doer: Doer, request: RequestLine, { because }: EndInput) =>
  change(needs, doer, request, 'access-ended', async (tx) => {
    await sql`update casework.access_request set ended_on = ${doer.today}::date, ended_because = ${because}, version = version + 1 where id = ${request.id}::uuid`.execute(
      tx,
    )
    return succeed(undefined)
  })

async function change(
  { db }: Needs,
  doer: Doer,
  request: RequestLine,
  act: string,
  work: (tx: Writer) => Promise<Result<void, FieldProblem>>,
): Promise<Result<void, FieldProblem>> {
  return writeAs(db, doer, async (tx) => {
    demandTie(await findTies(tx, doer), 'requests', 'keep')
    const { sentOn, endedOn } = await findRequestLine(tx, request.id)
    if (sentOn || endedOn) return fail({ field: '', code: 'request-over' })
    const outcome = await work(tx)
    if (outcome.ok)
      await appendAudit(tx, {
        actor: doer.actor,
        act: `family.${act}`,
        subjectType: 'access-request',
        subject: request.id,
        content: request.id,
      })
    return outcome
  })
}

/** Decides of one entry: give it, give it in part, or keep it back. What is shielded from whoever asks cannot be given. */
export async function decideEntry(
  { db }: Needs,
  doer: Doer,
  of: { readonly id: string; readonly source: string; readonly record: string },
  input: EntryInput,
): Promise<Result<void, FieldProblem>> {
  return openHeld(db, doer, { id: of.id, act: 'access-decided' }, async ({ tx, ties, held }) => {
    const found = held.entries.find(({ entry }) => entry.source === of.source && entry.record === of.record)
    if (!found) return fail({ field: '', code: 'request-over' })
    if (found.entry.isHidden && input.verdict === 'give') return fail({ field: 'verdict', code: 'not-shielded' })
    await writeDecision(tx, { request: of.id, by: ties.person, at: doer.now }, found.entry, input)
    return succeed(undefined)
  })
}

/** Gives every entry that bears no mark and is not decided yet; those with a mark are read one by one. */
export async function giveUnmarked({ db }: Needs, doer: Doer, id: string): Promise<Result<void, FieldProblem>> {
  return openHeld(db, doer, { id, act: 'access-decided' }, async ({ tx, ties, held, request }) => {
    if (request.sentOn || request.endedOn) return fail({ field: '', code: 'request-over' })
    for (const { entry, decision } of held.entries)
      if (!decision && entry.marks.length === 0)
        await writeDecision(tx, { request: id, by: ties.person, at: doer.now }, entry, { verdict: 'give' })
    return succeed(undefined)
  })
}

async function writeDecision(
  tx: Writer,
  of: { readonly request: string; readonly by: string; readonly at: Temporal.Instant },
  entry: HeldRecord['entries'][number]['entry'],
  { verdict, given, exemption, because }: { readonly [key in keyof EntryInput]?: EntryInput[key] },
): Promise<void> {
  await sql`insert into casework.access_entry (request, source, record, digest, verdict, given, exemption, because, decided_by, decided_at)
    values (${of.request}::uuid, ${entry.source}, ${entry.record}::uuid, ${entry.digest}, ${verdict}, ${given ?? ''}, ${exemption ?? null}, ${because ?? ''}, ${of.by}::uuid, ${of.at}::timestamptz)
    on conflict (request, source, record) do update set digest = excluded.digest, verdict = excluded.verdict, given = excluded.given, exemption = excluded.exemption,
      because = excluded.because, decided_by = excluded.decided_by, decided_at = excluded.decided_at`.execute(tx)
}

/** Records that the answer was given, with the digest of what was given: it stands among what went to whom. Every entry is decided first. */
export async function sendAnswer({ db }: Needs, doer: Doer, id: string, { sentOn, how }: SendInput): Promise<Result<void, FieldProblem>> {
  return openHeld(db, doer, { id, act: 'access-sent' }, async ({ tx, ties, held, request }) => {
    if (request.sentOn || request.endedOn) return fail({ field: '', code: 'request-over' })
    if (Temporal.PlainDate.compare(sentOn, doer.today) > 0) return fail({ field: 'sentOn', code: 'in-the-future' })
    if (Temporal.PlainDate.compare(sentOn, request.receivedOn) < 0) return fail({ field: 'sentOn', code: 'before-it-began' })
    if (held.entries.some(({ decision }) => !decision)) return fail({ field: '', code: 'undecided' })
    const told = held.entries.map(({ entry, decision }) => [entry.source, entry.record, entry.digest, decision?.verdict, decision?.given])
    const digest = createHash('sha256').update(JSON.stringify(told)).digest('hex')
    await sql`update casework.access_request set sent_on = ${sentOn}::date, sent_how = ${how}, sent_by = ${ties.person}::uuid, digest = ${digest}, version = version + 1
      where id = ${id}::uuid`.execute(tx)
    return succeed(undefined)
  })
}
