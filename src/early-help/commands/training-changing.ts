import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Database, type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { CompetencyChange, CourseChange, EndInput, TrainingRuleInput } from '../forms/training.ts'
import { demandTie, findTies } from '../queries/ties.ts'

type Needs = { readonly db: Database }
type Done = Promise<Result<void, FieldProblem>>

/** Writes a change of a competency or a course with its line of audit; a name that is taken is a problem of the form. @throws Conflict where somebody else changed it first */
async function change(needs: Needs, doer: Doer, what: string, id: string, write: (tx: Writer) => Promise<bigint | undefined>): Done {
  try {
    return await writeAs(needs.db, doer, async (tx) => {
      demandTie(await findTies(tx, doer), 'training', 'keep')
      if ((await write(tx)) !== 1n) throw new Conflict('Somebody else changed this first.')
      await appendAudit(tx, { actor: doer.actor, act: `${what}.changed`, subjectType: what, subject: id, content: '' })
      return succeed(undefined)
    })
  } catch (error) {
    if (String((error as { readonly constraint?: unknown } | null)?.constraint).endsWith('_name_key'))
      return fail({ field: 'name', code: 'name-taken' })
    throw error
  }
}

/** Words a course anew: its name, its kind, what it is, and which competencies it teaches. */
export async function changeCourse(needs: Needs, doer: Doer, course: string, input: CourseChange): Done {
  return change(needs, doer, 'training-course', course, async (tx) => {
    const { name, kind, summary, version, competencies } = input
    const { numUpdatedRows } = await tx
      .updateTable('casework.training_course')
      .set({ name, kind, summary, version: version + 1 })
      .where('id', '=', course)
      .where('version', '=', version)
      .executeTakeFirst()
    await tx.deleteFrom('casework.course_competency').where('course', '=', course).execute()
    if (competencies.length > 0)
      await tx
        .insertInto('casework.course_competency')
        .values(competencies.map((competency) => ({ course, competency })))
        .execute()
    return numUpdatedRows
  })
}

/** Words a competency anew. */
export async function changeCompetency(needs: Needs, doer: Doer, id: string, { version, ...said }: CompetencyChange): Done {
  return change(needs, doer, 'competency', id, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('casework.competency')
      .set({ ...said, version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst()
    return numUpdatedRows
  })
}

/** Says from which day a course is mandatory no more, and who decided it; the days that are over stay as they were. */
export async function endMandatory(needs: Needs, doer: Doer, id: string, { endsOn, source }: EndInput): Done {
  return writeAs(needs.db, doer, async (tx) => {
    const ties = await findTies(tx, doer)
    demandTie(ties, 'training', 'keep')
    if (Temporal.PlainDate.compare(endsOn, doer.today) < 0) return fail({ field: 'endsOn', code: 'day-over' })
    const its = await tx
      .selectFrom('casework.mandatory_course')
      .select(['starts_on as startsOn', 'ends_on as endsOn'])
      .where('id', '=', id)
      .executeTakeFirst()
    if (!its || its.endsOn !== null) return fail({ field: '', code: 'ended-already' })
    if (Temporal.PlainDate.compare(endsOn, its.startsOn) <= 0) return fail({ field: 'endsOn', code: 'before-it-began' })
    const { numUpdatedRows } = await tx
      .updateTable('casework.mandatory_course')
      .set({ ends_on: endsOn, ended_by: ties.person, end_source: source })
      .where('id', '=', id)
      .where('ends_on', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) return fail({ field: '', code: 'ended-already' })
    await appendAudit(tx, {
      ...{ actor: doer.actor, act: 'mandatory-course.ended', subjectType: 'mandatory-course', subject: id },
      content: endsOn.toString(),
    })
    return succeed(undefined)
  })
}

/** Sets what holds for training from a day on, signed by name and day. Refuses days that are over, and one from which something is set already. @throws Forbidden */
export async function setTrainingRule(needs: Needs, doer: Doer, input: TrainingRuleInput): Done {
  return writeAs(needs.db, doer, async (tx) => {
    const ties = await findTies(tx, doer)
    demandTie(ties, 'training', 'set')
    if (Temporal.PlainDate.compare(input.startsOn, doer.today) < 0) return fail({ field: 'startsOn', code: 'day-over' })
    const id = newId()
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('casework.training_rule')
      .values({
        ...{ id, offer_hours: input.offerHours, smallest_group: input.smallestGroup, later_months: input.laterMonths },
        ...{ source: input.source, starts_on: input.startsOn, set_by: ties.person, set_on: doer.today },
      })
      .onConflict((conflict) => conflict.column('starts_on').doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows !== 1n) return fail({ field: 'startsOn', code: 'set-that-day' })
    await appendAudit(tx, {
      ...{ actor: doer.actor, act: 'training-rule.set', subjectType: 'training-rule', subject: id },
      content: `${input.startsOn.toString()}: ${input.offerHours}, ${input.smallestGroup}, ${input.laterMonths}`,
    })
    return succeed(undefined)
  })
}
