import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import type { Database, Writer } from '#platform/database/session.ts'
import { Forbidden } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { CorrectInput, SignatureInput, StartInput, ViewInput } from '../forms/assessment.ts'
import { type AssessmentLine, findAnswers, findAround, findAssessment, findContributions, listAssessments } from '../queries/assessments.ts'
import { findDefinition, formOfDay } from '../queries/forms.ts'
import { classOfKnown, findKnown } from '../queries/known.ts'
import { findAgreements, findGrants, findPeople } from '../queries/record.ts'
import { missingIn } from '../rules/assessment-form.ts'
import { type Looking, lookAt } from './look.ts'

type Needs = { readonly db: Database }
/** An assessment of a family, as addresses name it. */
export interface OfAssessment {
  readonly episode: string
  readonly assessment: string
}

const readable = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const four = (): string => Array.from({ length: 4 }, () => readable[randomInt(readable.length)]).join('')

/** Whether the agreement opens the assessment to one of these agencies, now. */
export async function isAssessmentAgreed({ tx, family, ties }: Looking, today: Temporal.PlainDate): Promise<boolean> {
  const agreed = (await findAgreements(tx, family.id, today)).find(({ standing }) => standing === 'in-force')
  return agreed?.scope.some((cover) => cover.class === 'assessment' && ties.agencies.includes(cover.organisation)) ?? false
}

/** Begins an assessment by the version of the form of this day, once the family's agreement covers it (E1, E11). */
export async function startAssessment(
  needs: Needs,
  doer: Doer,
  episode: string,
  input: StartInput,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return lookAt(needs.db, doer, episode, 'assess', async (looking) => {
    const { tx, family, ties } = looking
    if (family.closedOn) return fail({ field: '', code: 'closed-already' })
    if (!(await isAssessmentAgreed(looking, doer.today))) return fail({ field: '', code: 'assessment-not-agreed' })
    if ((await listAssessments(tx, episode)).some(({ isOpen }) => isOpen)) return fail({ field: '', code: 'assessment-open' })
    if (Temporal.PlainDate.compare(input.startedOn, doer.today) > 0) return fail({ field: 'startedOn', code: 'in-the-future' })
    if (family.agreedOn && Temporal.PlainDate.compare(input.startedOn, family.agreedOn) < 0)
      return fail({ field: 'startedOn', code: 'before-agreement' })
    const form = await formOfDay(tx, doer.today)
    if (!form) return fail({ field: '', code: 'no-form' })
    const known = new Set((await findPeople(tx, family.family)).filter(({ part }) => part === 'child').map((child) => child.id))
    if (input.children.some((child) => !known.has(child))) return fail({ field: 'children', code: 'choice-unknown' })
    const id = newId()
    const entered = { episode, entered_by: ties.person, entered_at: doer.now }
    await tx
      .insertInto('casework.assessment')
      .values({ ...entered, id, family: family.family, form_version: form, number: `EA-${four()}-${four()}`, started_on: input.startedOn })
      .execute()
    await tx
      .insertInto('casework.assessment_child')
      .values(input.children.map((person) => ({ ...entered, id: newId(), family: family.family, assessment: id, person })))
      .execute()
    await appendAudit(tx, { actor: doer.actor, act: 'family.assessment-started', subjectType: 'family', subject: episode, content: id })
    return succeed({ id })
  })
}

/** Does something to an assessment that is not complete, in one look. @throws NotFound, Forbidden */
async function change(
  needs: Needs,
  doer: Doer,
  of: OfAssessment,
  act: string,
  work: (looking: Looking, assessment: AssessmentLine) => Promise<FieldProblem | undefined>,
): Promise<Result<void, FieldProblem>> {
  return lookAt(needs.db, doer, of.episode, 'assess', async (looking) => {
    const assessment = await findAssessment(looking.tx, of.episode, of.assessment)
    if (assessment.takenBack) return fail({ field: '', code: 'assessment-taken-back' })
    if (assessment.completedAt && act !== 'signed' && act !== 'sent') return fail({ field: '', code: 'assessment-complete' })
    const problem = await work(looking, assessment)
    if (problem) return fail(problem)
    await appendAudit(looking.tx, {
      actor: doer.actor,
      act: `family.assessment-${act}`,
      subjectType: 'family',
      subject: of.episode,
      content: of.assessment,
    })
    return succeed(undefined)
  })
}

const entered = ({ ties }: Looking, doer: Doer, of: OfAssessment) => ({
  ...{ id: newId(), episode: of.episode, assessment: of.assessment, entered_by: ties.person, entered_at: doer.now },
})

/** Records what one of the family says of the assessment: agreed, or disputed in their own words (E1, handbook 1.2). */
export async function recordView(needs: Needs, doer: Doer, of: OfAssessment, input: ViewInput): Promise<Result<void, FieldProblem>> {
  return change(needs, doer, of, 'view', async (looking) => {
    const { tx, family } = looking
    if (Temporal.PlainDate.compare(input.saidOn, doer.today) > 0) return { field: 'saidOn', code: 'in-the-future' }
    if (!(await findPeople(tx, family.family)).some(({ id }) => id === input.person)) return { field: 'person', code: 'choice-unknown' }
    const said = { took_part: input.tookPart, verdict: input.verdict, words: input.words, said_on: input.saidOn }
    await tx
      .insertInto('casework.assessment_view')
      .values({ ...entered(looking, doer, of), family: family.family, person: input.person, ...said })
      .onConflict((conflict) =>
        conflict
          .columns(['assessment', 'person'])
          .doUpdateSet((set) => ({ ...said, version: sql<number>`${set.ref('casework.assessment_view.version')} + 1` })),
      )
      .execute()
    return undefined
  })
}

/** Records who signed that it is accurate, and how one knows. It can be signed after it is complete. */
export async function recordSignature(
  needs: Needs,
  doer: Doer,
  of: OfAssessment,
  input: SignatureInput,
): Promise<Result<void, FieldProblem>> {
  return change(needs, doer, of, 'signed', async (looking, assessment) => {
    if (Temporal.PlainDate.compare(input.signedOn, doer.today) > 0) return { field: 'signedOn', code: 'in-the-future' }
    if (Temporal.PlainDate.compare(input.signedOn, assessment.startedOn) < 0) return { field: 'signedOn', code: 'before-it-began' }
    const { name, capacity, evidence, signedOn } = input
    await looking.tx
      .insertInto('casework.assessment_signature')
      .values({ ...entered(looking, doer, of), name, capacity, evidence, signed_on: signedOn })
      .execute()
    return undefined
  })
}

/** Records the day on which it went to the co-ordinator. */
export async function markSent(needs: Needs, doer: Doer, of: OfAssessment, day: Temporal.PlainDate): Promise<Result<void, FieldProblem>> {
  return change(needs, doer, of, 'sent', async ({ tx }, assessment) => {
    if (Temporal.PlainDate.compare(day, doer.today) > 0) return { field: 'day', code: 'in-the-future' }
    if (Temporal.PlainDate.compare(day, assessment.startedOn) < 0) return { field: 'day', code: 'before-it-began' }
    await tx
      .updateTable('casework.assessment')
      .set({ sent_on: day, version: assessment.version + 1 })
      .where('id', '=', assessment.id)
      .execute()
    return undefined
  })
}

/** Names somebody who reads the assessment as one who writes it too, or ends that. */
export async function keepAuthor(
  needs: Needs,
  doer: Doer,
  of: OfAssessment,
  person: string,
  does: 'name' | 'end',
): Promise<Result<void, FieldProblem>> {
  return change(needs, doer, of, does === 'name' ? 'author-named' : 'author-ended', async (looking) => {
    const { tx } = looking
    const { authors } = await findAround(tx, of.assessment)
    const held = authors.find((author) => author.person === person)
    if (does === 'end') {
      if (held) await tx.updateTable('casework.assessment_author').set({ ended_at: doer.now }).where('id', '=', held.id).execute()
      return undefined
    }
    const reads = (await findGrants(tx, of.episode, doer.now)).some(
      (one) => one.isOpen && one.person === person && one.class === 'assessment',
    )
    if (!reads) return { field: 'person', code: 'author-reads-nothing' }
    if (!held)
      await tx
        .insertInto('casework.assessment_author')
        .values({ ...entered(looking, doer, of), person })
        .execute()
    return undefined
  })
}

/**
 * Takes back an assessment that was begun by mistake: it is read as it was, with the reason, and counts for nothing any more. Not one that is complete, was sent
 * or signed, or to which somebody was asked to contribute: that is corrected by another version (E1).
 */
export async function takeBackAssessment(
  needs: Needs,
  doer: Doer,
  of: OfAssessment,
  { because }: CorrectInput,
): Promise<Result<void, FieldProblem>> {
  return change(needs, doer, of, 'taken-back', async ({ tx, ties }, assessment) => {
    if (await isShared(tx, assessment)) return { field: '', code: 'assessment-shared' }
    await tx
      .updateTable('casework.assessment')
      .set({ taken_back_at: doer.now, taken_back_by: ties.person, taken_back_because: because, version: assessment.version + 1 })
      .where('id', '=', assessment.id)
      .execute()
    return undefined
  })
}

/** Whether it was sent or signed, or somebody was asked to contribute to it: then others know of it. */
export async function isShared(tx: Writer, assessment: AssessmentLine): Promise<boolean> {
  if (assessment.sentOn || (await findAround(tx, assessment.id)).signatures.length > 0) return true
  return (await findContributions(tx, assessment.id)).some(({ takenBackAt }) => !takenBackAt)
}

/** Completes it: what is needed is answered, somebody of the family said what they think of it, and from then on it stays as it was made. */
export async function completeAssessment(needs: Needs, doer: Doer, of: OfAssessment): Promise<Result<void, FieldProblem>> {
  return change(needs, doer, of, 'completed', async (looking, assessment) => {
    const { tx, family, ties } = looking
    const definition = await findDefinition(tx, assessment.formVersion)
    const [missing] = missingIn(definition, await findAnswers(tx, assessment.id))
    if (missing) return { field: '', code: 'answer-missing', details: { label: missing.label } }
    if ((await findAround(tx, assessment.id)).views.length === 0) return { field: '', code: 'nobody-asked' }
    await keepKnown(tx, looking, of, doer)
    await tx
      .updateTable('casework.assessment')
      .set({ completed_at: doer.now, completed_by: ties.person, version: assessment.version + 1 })
      .where('id', '=', assessment.id)
      .where('episode', '=', family.id)
      .execute()
    return undefined
  })
}

/** Keeps beside the answers what the record says now, as far as whoever completes may read it; addresses are never copied. */
async function keepKnown(tx: Writer, looking: Looking, of: OfAssessment, doer: Doer): Promise<void> {
  const open = new Set(
    (await findGrants(tx, of.episode, doer.now)).filter((one) => one.isOpen && one.person === looking.ties.person).map((one) => one.class),
  )
  const known = [...(await findKnown(tx, { family: looking.family, assessment: of.assessment }, doer.today))].flatMap(
    ([source, content]) => {
      const its = classOfKnown[source]
      return its && open.has(its) ? [{ ...entered(looking, doer, of), source, class: its, content: JSON.stringify(content) }] : []
    },
  )
  if (known.length > 0) await tx.insertInto('casework.assessment_known').values(known).execute()
}

/** Begins a correction beside a complete assessment: another version of it, which starts with all that was there. */
export async function correctAssessment(
  needs: Needs,
  doer: Doer,
  of: OfAssessment,
  input: CorrectInput,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return lookAt(needs.db, doer, of.episode, 'assess', async ({ tx, family, ties }) => {
    const former = await findAssessment(tx, of.episode, of.assessment)
    if (!former.completedAt) return fail({ field: '', code: 'assessment-not-complete' })
    const all = await listAssessments(tx, of.episode)
    if (all.some(({ isOpen }) => isOpen)) return fail({ field: '', code: 'assessment-open' })
    if (all.some(({ corrects, takenBack }) => corrects === former.id && !takenBack)) return fail({ field: '', code: 'corrected-already' })
    if (family.closedOn) throw new Forbidden('This record is closed.')
    const id = newId()
    await tx
      .insertInto('casework.assessment')
      .values({
        ...{
          id,
          episode: of.episode,
          family: family.family,
          entered_by: ties.person,
          entered_at: doer.now,
          form_version: former.formVersion,
        },
        ...{
          number: former.number,
          revision: former.revision + 1,
          corrects: former.id,
          corrected_because: input.because,
          started_on: former.startedOn,
        },
      })
      .execute()
    await appendAudit(tx, {
      actor: doer.actor,
      act: 'family.assessment-corrected',
      subjectType: 'family',
      subject: of.episode,
      content: id,
    })
    return succeed({ id })
  })
}
