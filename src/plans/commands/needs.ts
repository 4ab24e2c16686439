import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { AssessmentInput, ChangedAssessmentInput, EndAssessmentInput, PublishAssessmentInput } from '../forms/needs.ts'
import type { PlansNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import { type Assessment, findAssessment, findAssessmentRows, guardedAssessment, listAssessmentKinds } from '../queries/needs.ts'
import { type AssessmentState, assessmentCanGo, assessmentLacks, isOpenAssessment } from '../rules/needs.ts'

type Needs = Pick<PlansNeeds, 'db'>

/** Keeps what was done with a needs assessment. */
export function auditNeeds(tx: Writer, doer: Doer, act: string, subject: string, content: object): Promise<void> {
  return appendAudit(tx, {
    ...{ actor: doer.actor, act: `needs.${act}`, subjectType: 'needs-assessment', subject },
    content: JSON.stringify(content),
  })
}

/** Puts a proposal into the programme of a body (P1). */
export async function proposeAssessment(
  needs: Needs,
  doer: Doer,
  body: string,
  input: AssessmentInput,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, { record: 'needs-programme', state: 'any', ties: { body } }, 'make')
    const problem = await unknownKind(tx, input)
    if (problem) return fail(problem)
    const id = newId()
    await tx
      .insertInto('plans.assessment')
      .values({ id, body, made_at: doer.now, ...columnsOf(input) })
      .execute()
    await saveAreas(tx, { id, body, sight: input.sight }, input.areas)
    await auditNeeds(tx, doer, 'proposed', id, input)
    return succeed({ id })
  })
}

/** Changes what an assessment says of itself, until it is published. @throws Conflict where somebody else saved first */
export async function changeAssessment(
  needs: Needs,
  doer: Doer,
  id: string,
  input: ChangedAssessmentInput,
): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const held = await holdOpenAssessment(tx, doer, id)
    const problem = await unknownKind(tx, input)
    if (problem) return fail(problem)
    await saveAssessment(tx, id, input.version, columnsOf(input))
    await saveAreas(tx, { ...held, sight: input.sight }, input.areas)
    await auditNeeds(tx, doer, 'changed', id, input)
    return succeed(null)
  })
}

/** Begins the work on a proposal. */
export async function startAssessment(needs: Needs, doer: Doer, id: string): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const held = await holdAssessment(tx, doer, id)
    demandStep(held, 'underway')
    await saveAssessment(tx, id, held.version, { state: 'underway' })
    await auditNeeds(tx, doer, 'begun', id, {})
    return succeed(null)
  })
}

/** Publishes an assessment; what stands in it stays from now on. One without a finding is refused. */
export async function publishAssessment(
  needs: Needs,
  doer: Doer,
  id: string,
  input: PublishAssessmentInput,
): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const held = await holdAssessment(tx, doer, id)
    demandStep(held, 'published')
    const { publishedOn, nextOn, sight } = input
    if (Temporal.PlainDate.compare(publishedOn, doer.today) > 0) return fail({ field: 'publishedOn', code: 'in-the-future' })
    if (nextOn && Temporal.PlainDate.compare(nextOn, publishedOn) <= 0) return fail({ field: 'nextOn', code: 'next-before-published' })
    if (held.sight === 'public' && sight === 'members') return fail({ field: 'sight', code: 'was-public' })
    if (assessmentLacks(await findAssessmentRows(tx, [id])).has('no-finding')) return fail({ field: '', code: 'no-finding' })
    await saveAssessment(tx, id, input.version, { state: 'published', sight, published_on: publishedOn, next_on: nextOn ?? null })
    await auditNeeds(tx, doer, 'published', id, input)
    return succeed(null)
  })
}

/** Declines a proposal, or withdraws what was published; it can still be read, and says so. */
export async function endAssessment(
  needs: Needs,
  doer: Doer,
  id: string,
  to: 'declined' | 'withdrawn',
  input: EndAssessmentInput,
): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    demandStep(await holdAssessment(tx, doer, id), to)
    await saveAssessment(tx, id, input.version, { state: to, end_reason: input.reason })
    await auditNeeds(tx, doer, to, id, input)
    return succeed(null)
  })
}

/** Takes hold of an assessment, so that nobody else changes it meanwhile. @throws NotFound, Forbidden */
async function holdAssessment(tx: Writer, doer: Doer, id: string): Promise<Assessment> {
  await demand(tx, doer, guardedAssessment(await findAssessment(tx, id)), 'change')
  await tx.selectFrom('plans.assessment').select('id').where('id', '=', id).forUpdate().execute()
  return findAssessment(tx, id)
}

/** The same of one that can still be written in. @throws Conflict where it was published or declined meanwhile */
export async function holdOpenAssessment(tx: Writer, doer: Doer, id: string): Promise<Assessment> {
  const held = await holdAssessment(tx, doer, id)
  if (!isOpenAssessment(held.state)) throw new Conflict('What was published stays as it is.')
  return held
}

function demandStep({ state }: Assessment, to: AssessmentState): void {
  if (!assessmentCanGo(state, to)) throw new Conflict('Somebody else was there first: it is no longer as far as that.')
}

async function saveAssessment(tx: Writer, id: string, version: number, values: Readonly<Record<string, unknown>>): Promise<void> {
  const saved = await tx
    .updateTable('plans.assessment')
    .set({ ...values, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (saved.numUpdatedRows !== 1n) throw new Conflict('Somebody else changed it first.')
}

async function saveAreas(
  tx: Writer,
  { id, body, sight }: Pick<Assessment, 'id' | 'body' | 'sight'>,
  areas: readonly string[],
): Promise<void> {
  await tx.deleteFrom('plans.assessment_area').where('assessment', '=', id).execute()
  if (areas.length === 0) return
  await tx
    .insertInto('plans.assessment_area')
    .values(areas.map((area) => ({ assessment: id, area, body, sight })))
    .execute()
}

async function unknownKind(tx: Writer, { kind }: AssessmentInput): Promise<FieldProblem | undefined> {
  const kinds = await listAssessmentKinds(tx)
  return kinds.some(({ code }) => code === kind) ? undefined : { field: 'kind', code: 'choice-unknown' }
}

const columnsOf = ({ kind, title, topic, population, summary, rank, why, sight }: AssessmentInput) => ({
  ...{ kind, title, topic, population: population ?? '', summary: summary ?? '', rank: rank ?? null, why: why ?? '', sight },
})
