import { sql } from 'kysely'
import { type DelegatedAct, ownPowerBy, refuseUse } from '#governance/public.ts'
import { findAdoptedTerms, findParagraphList, findScheme, holdsDelegation } from '#governance/public-data.ts'
import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { findOfficerDecision, guardedOfficerDecision } from '../../queries/officer-decisions.ts'
import type { Category } from '../../rules/agenda.ts'
import {
  type BackgroundPaper,
  type OfficerDecisionRefusal,
  officerDecisionNumber,
  refuseOfficerDecision,
} from '../../rules/officer-decision.ts'

/** Class of the locks under which a board's decisions by officers are numbered. */
const NUMBERING = 7_305_064

/** A decision under delegation as it is entered. */
export interface OfficerDecisionInput {
  readonly delegation: string
  readonly decidedBy: string
  readonly decidedOn: Temporal.PlainDate
  /** As the public reads it. */
  readonly title: string
  readonly resolved: string
  readonly reasons: string
  readonly options: string
  readonly consulted: string
  readonly interests: string
  /** Undefined where it commits no money. */
  readonly pence: number | undefined
  readonly background: readonly BackgroundPaper[]
  readonly category: Category
  readonly paragraphs: readonly string[]
  readonly privateReason: string
}

/** Which decision is recorded anew, the version that the form was made from, and why. */
export interface Corrected {
  readonly id: string
  readonly version: number
  /** Everybody reads it. */
  readonly reason: string
}

/**
 * Records a decision that somebody took under delegation (G14), numbered by the board's year. Where it corrects another, that one is withdrawn with the reason
 * in the same step. Problems: those of `refuseOfficerDecision`, 'withdrawn-already'. @throws NotFound, Conflict
 */
export async function recordOfficerDecision(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  body: string,
  input: OfficerDecisionInput,
  corrected?: Corrected,
): Promise<Result<string, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const found = await refusals(tx, doer, body, input)
    const [first, ...more] = found.map(problemOf)
    if (first) return fail(first, ...more)
    const id = newId()
    // One at a time for a board, so that no two decisions take one number and a correction corrects what nobody else just did.
    await sql`select pg_advisory_xact_lock(${NUMBERING}, hashtext(${body}))`.execute(tx)
    const serial = await nextSerial(tx, body, input.decidedOn.year)
    const number = officerDecisionNumber({ year: input.decidedOn.year, serial })
    if (corrected) {
      const taken = await takeBack(tx, doer, corrected, `Recorded anew as ${number}: ${corrected.reason}`)
      if (!taken.ok) return taken
    }
    await insert(tx, doer, { id, body, serial, corrects: corrected?.id ?? null }, input)
    await appendAudit(tx, {
      ...{ actor: doer.actor, act: 'officer-decision.recorded', subjectType: 'officer-decision', subject: id },
      content: JSON.stringify({ number, ...input }),
    })
    return succeed(id)
  })
}

async function refusals(tx: Writer, doer: Doer, body: string, input: OfficerDecisionInput): Promise<readonly OfficerDecisionRefusal[]> {
  const { decidedBy, decidedOn, delegation, pence } = input
  const isHolder = await holdsDelegation(tx, delegation, decidedBy, decidedOn)
  const scheme = new Map((await findScheme(tx, body, decidedOn)).map((one) => [one.id, one]))
  await demand(tx, doer, { record: 'officer-decision', state: 'public', ties: { body, leads: isHolder ? [decidedBy] : [] } }, 'record')
  if (!scheme.has(delegation)) throw new NotFound('No such delegation.')
  const act: DelegatedAct = { decidedOn, pence, isHolder }
  const uses = refuseUse(scheme, delegation, ownPowerBy(await findAdoptedTerms(tx, body)), act)
  const paragraphs = (await findParagraphList(tx, body, decidedOn))?.paragraphs ?? []
  return refuseOfficerDecision(
    input,
    uses,
    paragraphs.map(({ code }) => code),
    doer.today,
  )
}

function problemOf(found: OfficerDecisionRefusal): FieldProblem {
  if ('code' in found) return { field: found.field, code: found.code }
  const { field, refusal } = found
  if (refusal.code === 'over-delegated-limit') return { field, code: refusal.code, details: { pence: refusal.pence } }
  return refusal.code === 'delegation-not-in-force'
    ? { field, code: refusal.code, details: { state: refusal.state } }
    : { field, code: refusal.code }
}

async function nextSerial(tx: Writer, body: string, year: number): Promise<number> {
  const { last } = await tx
    .selectFrom('meetings.officer_decision')
    .select((row) => row.fn.max('serial').as('last'))
    .where('body', '=', body)
    .where('year', '=', year)
    .executeTakeFirstOrThrow()
  return (last ?? 0) + 1
}

async function insert(
  tx: Writer,
  doer: Doer,
  at: { readonly id: string; readonly body: string; readonly serial: number; readonly corrects: string | null },
  input: OfficerDecisionInput,
): Promise<void> {
  const { delegation, decidedBy, decidedOn, title, category, paragraphs, privateReason } = input
  await tx
    .insertInto('meetings.officer_decision')
    .values({
      ...{ ...at, delegation, year: decidedOn.year, decided_by: decidedBy, decided_on: decidedOn, title, category },
      ...{ paragraphs: [...paragraphs], private_reason: category === 'public' ? '' : privateReason },
      ...{ recorded_at: doer.now, recorded_by: doer.actor },
    })
    .execute()
  const { resolved, reasons, options, consulted, interests, pence, background } = input
  await tx
    .insertInto('meetings.officer_decision_content')
    .values({
      ...{ decision: at.id, body: at.body, category, sight: category === 'public' ? 'public' : 'members' },
      ...{ resolved, reasons, options, consulted, interests, pence: pence === undefined ? null : BigInt(pence) },
      background: JSON.stringify(background),
    })
    .execute()
}

/**
 * Withdraws a decision that was recorded wrongly or is no longer to be acted on; its number is not used again, and everybody reads the reason.
 * `hide` takes what it says out of public sight at once, for what should never have been published.
 */
export async function withdrawOfficerDecision(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  asked: Corrected & { readonly hide: boolean },
): Promise<Result<string, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const taken = await takeBack(tx, doer, asked, asked.reason)
    if (taken.ok && asked.hide)
      await tx.updateTable('meetings.officer_decision_content').set({ sight: 'members' }).where('decision', '=', asked.id).execute()
    return taken
  })
}

async function takeBack(tx: Writer, doer: Doer, { id, version }: Corrected, reason: string): Promise<Result<string, FieldProblem>> {
  await tx.selectFrom('meetings.officer_decision').select('id').where('id', '=', id).forUpdate().execute()
  const decision = await findOfficerDecision(tx, id, doer.today)
  if (!decision) throw new NotFound('No such decision.')
  await demand(tx, doer, guardedOfficerDecision(decision), 'withdraw')
  if (decision.withdrawnOn) return fail({ field: '', code: 'withdrawn-already' })
  if (decision.version !== version) throw new Conflict()
  await tx
    .updateTable('meetings.officer_decision')
    .set({ withdrawn_at: doer.now, withdrawn_reason: reason, version: version + 1 })
    .where('id', '=', id)
    .execute()
  await appendAudit(tx, {
    actor: doer.actor,
    act: 'officer-decision.withdrawn',
    subjectType: 'officer-decision',
    subject: id,
    content: reason,
  })
  return succeed(id)
}
