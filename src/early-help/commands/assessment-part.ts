import { sql } from 'kysely'
import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import type { Database, Writer } from '#platform/database/session.ts'
import { Conflict, Forbidden, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { FormBody } from '#platform/web/form-body.ts'
import { draftOf, parsePart } from '../forms/assessment-part.ts'
import { type AssessmentLine, findAnswers, findAround, findAssessment } from '../queries/assessments.ts'
import { findDefinition } from '../queries/forms.ts'
import { type Answer, type FormDefinition, type FormPart, isSameAnswer, noAnswer } from '../rules/assessment-form.ts'
import type { OfAssessment } from './assessment.ts'
import { type Looking, lookAt } from './look.ts'

type Needs = { readonly db: Database }
/** A part of an assessment, as addresses name it. */
export type OfPart = OfAssessment & { readonly part: string }

/** What filling in begins with. */
export interface OpenPart {
  readonly assessment: AssessmentLine
  readonly definition: FormDefinition
  readonly part: FormPart
}

/** Finds a part that whoever looks may fill in: they lead, or are named as an author, and its class is open to them. @throws NotFound, Forbidden */
export async function openPart({ tx, ties }: Looking, of: OfPart): Promise<OpenPart> {
  const assessment = await findAssessment(tx, of.episode, of.assessment)
  const definition = await findDefinition(tx, assessment.formVersion)
  const part = definition.parts.find(({ code }) => code === of.part)
  if (!part) throw new NotFound('No such part.')
  const writes = ties.relations.has('keeper') || (await findAround(tx, assessment.id)).authors.some(({ person }) => person === ties.person)
  if (!writes) throw new Forbidden('Only the lead, and the authors whom they name, fill this in.')
  if (!(await isClassOpen(tx, of.episode, part.class))) throw new Forbidden('The family has not opened this part to you.')
  return { assessment, definition, part }
}

async function isClassOpen(tx: Writer, episode: string, wanted: string): Promise<boolean> {
  const { open } = await tx
    .selectNoFrom(sql<boolean>`${episode}::uuid = any (casework.open_now(${wanted}))`.as('open'))
    .executeTakeFirstOrThrow()
  return open
}

/**
 * Saves a part. `seen` is the version of it that whoever saves had before them; 0 where nobody had saved it.
 * @throws Conflict where somebody else saved it meanwhile: nothing of either is lost, the draft of whoever comes second is kept
 */
export async function savePart(needs: Needs, doer: Doer, of: OfPart, body: FormBody, seen: number): Promise<Result<void, FieldProblem>> {
  return lookAt(needs.db, doer, of.episode, 'fill', async (looking) => {
    const { tx, ties } = looking
    const { assessment, part } = await openPart(looking, of)
    if (!assessment.isOpen) return fail({ field: '', code: assessment.takenBack ? 'assessment-taken-back' : 'assessment-complete' })
    const parsed = parsePart(part, body)
    if (!parsed.ok) return parsed
    const common = {
      episode: of.episode,
      assessment: of.assessment,
      form_version: assessment.formVersion,
      class: part.class,
      entered_by: ties.person,
      entered_at: doer.now,
    }
    const saved = { saved_by: ties.person, saved_at: doer.now }
    const won = await tx
      .insertInto('casework.assessment_part')
      .values({ id: newId(), ...common, part: part.id, ...saved })
      .onConflict((conflict) =>
        conflict
          .columns(['assessment', 'part'])
          .doUpdateSet({ ...saved, version: seen + 1 })
          .where('casework.assessment_part.version', '=', seen),
      )
      .returning('version')
      .executeTakeFirst()
    if (won?.version !== seen + 1) throw new Conflict('Somebody else saved this part first.')
    const changed = changedAnswers(parsed.value, await findAnswers(tx, of.assessment), part)
    if (changed.length > 0) await writeAnswers(tx, changed, common)
    await tx
      .deleteFrom('casework.assessment_draft')
      .where('assessment', '=', of.assessment)
      .where('part', '=', part.id)
      .where('entered_by', '=', ties.person)
      .execute()
    await appendAudit(tx, {
      actor: doer.actor,
      act: 'family.assessment-filled',
      subjectType: 'family',
      subject: of.episode,
      content: `${of.assessment} ${of.part}`,
    })
    return succeed(undefined)
  })
}

/** What differs from what is saved; a row of a repeat that was not posted any more says nothing from now on. */
function changedAnswers(posted: readonly Answer[], saved: readonly Answer[], part: FormPart): readonly Answer[] {
  const own = new Set(part.lines.map(({ field }) => field))
  const before = new Map(saved.filter(({ field }) => own.has(field)).map((answer) => [`${answer.field} ${answer.row}`, answer]))
  const now = new Map(posted.map((answer) => [`${answer.field} ${answer.row}`, answer]))
  const gone = [...before].filter(([key]) => !now.has(key)).map(([, { field, row }]) => noAnswer(field, row))
  return [...posted, ...gone].filter(
    (answer) => !isSameAnswer(answer, before.get(`${answer.field} ${answer.row}`) ?? noAnswer(answer.field, answer.row)),
  )
}

interface Common {
  readonly episode: string
  readonly assessment: string
  readonly form_version: string
  readonly class: string
  readonly entered_by: string
  readonly entered_at: Temporal.Instant
}

async function writeAnswers(tx: Writer, changed: readonly Answer[], common: Common): Promise<void> {
  await tx
    .insertInto('casework.answer')
    .values(
      changed.map(({ field, row, codes, day, partialDay, number, words }) => ({
        ...{ id: newId(), ...common, field, row, codes: [...codes], words },
        ...{ day: day ?? null, partial_day: partialDay ?? null, number: number ?? null },
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['assessment', 'field', 'row']).doUpdateSet((set) => ({
        codes: set.ref('excluded.codes'),
        day: set.ref('excluded.day'),
        partial_day: set.ref('excluded.partial_day'),
        number: set.ref('excluded.number'),
        words: set.ref('excluded.words'),
      })),
    )
    .execute()
}

/** Keeps what is being typed, as it is: only whoever types it sees it. @throws NotFound, Forbidden once it is not open to them any more */
export async function keepDraft(needs: Needs, doer: Doer, of: OfPart, body: FormBody, seen: number): Promise<Result<void, FieldProblem>> {
  return lookAt(needs.db, doer, of.episode, 'fill', async (looking) => {
    const { tx, ties } = looking
    const { assessment, part } = await openPart(looking, of)
    if (!assessment.isOpen) return fail({ field: '', code: assessment.takenBack ? 'assessment-taken-back' : 'assessment-complete' })
    const fields = JSON.stringify(draftOf(part, body))
    await tx
      .insertInto('casework.assessment_draft')
      .values({
        ...{
          id: newId(),
          episode: of.episode,
          assessment: of.assessment,
          form_version: assessment.formVersion,
          part: part.id,
          class: part.class,
        },
        ...{ entered_by: ties.person, entered_at: doer.now, fields, seen_version: seen, saved_at: doer.now },
      })
      .onConflict((conflict) =>
        conflict.columns(['assessment', 'part', 'entered_by']).doUpdateSet({ fields, seen_version: seen, saved_at: doer.now }),
      )
      .execute()
    return succeed(undefined)
  })
}

/** Throws away what one typed and did not save. */
export async function discardDraft(needs: Needs, doer: Doer, of: OfPart): Promise<Result<void, FieldProblem>> {
  return lookAt(needs.db, doer, of.episode, 'fill', async (looking) => {
    const { part } = await openPart(looking, of)
    await looking.tx
      .deleteFrom('casework.assessment_draft')
      .where('assessment', '=', of.assessment)
      .where('part', '=', part.id)
      .where('entered_by', '=', looking.ties.person)
      .execute()
    return succeed(undefined)
  })
}
