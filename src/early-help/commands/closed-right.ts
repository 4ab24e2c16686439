import { sql } from 'kysely'
import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Database, type Writer, writeAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { ApproveRightInput, Correction, ProposeInput, ProposeOtherInput } from '../forms/putting-right.ts'
import { type ClosedRight, findClosedLine, openClosedRight } from '../queries/closed-right.ts'
import { demandTie, findTies } from '../queries/ties.ts'
import { recordInWords } from '../words/record-in-words.ts'
import { lookAt } from './look.ts'
import { changeProblem, type OfRecord } from './putting-right.ts'

type Needs = { readonly db: Database }
type Done = Promise<Result<void, FieldProblem>>

/** Proposes what a record of its own in a closed record says from now on; it stays as it is until somebody else approves it (E12). @throws NotFound where it is not there, or held */
export async function proposeRight(needs: Needs, doer: Doer, of: OfRecord, input: ProposeInput): Done {
  return lookAt<Result<void, FieldProblem>>(needs.db, doer, of.episode, 'rectify-closed', async ({ tx, family }) => {
    if (!family.closedOn) return fail({ field: '', code: 'closed-no-more' })
    if (isLater(input.receivedOn, doer)) return fail({ field: 'receivedOn', code: 'in-the-future' })
    const now = await findClosedLine(tx, of)
    if (!now || !input.correction) throw new NotFound('No such record.')
    const problem = await changeProblem(tx, doer, now, input.correction)
    if (problem) return fail(problem)
    if (await waits(tx, of.record)) return fail({ field: '', code: 'right-waits' })
    const what = { class: of.source === 'person_fact' ? 'family' : 'voice', source: of.source, record: of.record, said: recordInWords(now) }
    await propose(tx, doer, of.episode, { ...input, ...what, columns: columnsOf(input.correction) })
    return succeed(undefined)
  })
}

/** Proposes the same of something that has no form of its own: what it says, and what it should say, stand beside the record once it is approved. */
export async function proposeOther(needs: Needs, doer: Doer, episode: string, input: ProposeOtherInput): Done {
  return lookAt<Result<void, FieldProblem>>(needs.db, doer, episode, 'rectify-closed', async ({ tx, family }) => {
    if (!family.closedOn) return fail({ field: '', code: 'closed-no-more' })
    if (isLater(input.receivedOn, doer)) return fail({ field: 'receivedOn', code: 'in-the-future' })
    await propose(tx, doer, episode, { ...input, source: 'other', record: null, columns: null })
    return succeed(undefined)
  })
}

/** Opens a proposal for whoever approves: the look, and the audit, are written in the transaction that reads. @throws NotFound, Forbidden, SignInNeeded */
export async function openRight(tx: Writer, doer: Doer, id: string): Promise<ClosedRight> {
  demandTie(await findTies(tx, doer), 'rights', 'decide')
  const right = await openClosedRight(tx, id)
  if (!right) throw new NotFound('Nothing waits here.')
  await appendAudit(tx, { actor: doer.actor, act: 'family.right-read', subjectType: 'family', subject: right.episode, content: id })
  return right
}

/** Decides a proposal: the record is put right in the same moment, or stays with the reason. Never whoever proposed it. */
export async function approveRight(needs: Needs, doer: Doer, id: string, input: ApproveRightInput): Done {
  return writeAs<Result<void, FieldProblem>>(needs.db, doer, async (tx) => {
    const { episode, kind } = await openRight(tx, doer, id)
    if (kind === 'asked' && input.toldHow === undefined) return fail({ field: 'toldHow', code: 'told-missing' })
    if (kind === 'mistake' && input.toldHow !== undefined) return fail({ field: 'toldHow', code: 'nobody-asked' })
    const { rows } = await sql<{ episode: string | null }>`
      select casework.decide_closed_right(${id}::uuid, ${input.verdict}, ${input.because}, ${input.toldHow ?? null}, ${input.version}) as episode`.execute(
      tx,
    )
    if (rows[0]?.episode !== episode) return fail({ field: '', code: 'right-decided' })
    const act = `family.right-${input.verdict}`
    await appendAudit(tx, { actor: doer.actor, act, subjectType: 'family', subject: episode, content: id })
    return succeed(undefined)
  })
}

const isLater = (day: Temporal.PlainDate, { today }: Doer): boolean => Temporal.PlainDate.compare(day, today) > 0

async function waits(tx: Writer, record: string): Promise<boolean> {
  const { rows } = await sql<{ waits: boolean }>`select casework.right_waits(${record}::uuid) as waits`.execute(tx)
  return rows[0]?.waits ?? false
}

/** What is proposed, as columns of its table. */
function columnsOf(correction: Correction): Readonly<Record<string, unknown>> {
  const { source, ...columns } = correction
  if (!('origin' in columns)) return columns
  const { origin, known_on, ...fact } = columns
  return { ...fact, source: origin, known_on: known_on.toString() }
}

async function propose(
  tx: Writer,
  doer: Doer,
  episode: string,
  input: Pick<ProposeOtherInput, 'kind' | 'askedBy' | 'entitledBy' | 'wanted' | 'receivedOn' | 'said'> & {
    readonly class: string
    readonly source: string
    readonly record: string | null
    readonly columns: Readonly<Record<string, unknown>> | null
  },
): Promise<void> {
  const id = newId()
  const { kind, said, wanted, askedBy, entitledBy, receivedOn, source, record, columns } = input
  await sql`select casework.propose_closed_right(${episode}::uuid, ${id}::uuid, ${input.class}, ${source}, ${record}::uuid, ${kind}, ${said}, ${wanted},
    ${askedBy ?? null}, ${entitledBy ?? null}, ${receivedOn}::date, ${columns === null ? null : JSON.stringify(columns)}::jsonb)`.execute(
    tx,
  )
  await appendAudit(tx, { actor: doer.actor, act: 'family.right-proposed', subjectType: 'family', subject: episode, content: id })
}
