import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Database, type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type {
  CompetencyInput,
  CourseInput,
  MandatoryInput,
  NeedInput,
  ScheduleInput,
  SessionChange,
  SessionInput,
} from '../forms/training.ts'
import { type CaseworkTies, demandTie, findTies } from '../queries/ties.ts'

type Needs = { readonly db: Database }
type Made = Result<{ readonly id: string }, FieldProblem>

/** Somebody who keeps training writes one record of it, with its line of audit. @throws Forbidden */
async function keep(
  needs: Needs,
  doer: Doer,
  what: string,
  write: (tx: Writer, id: string, ties: CaseworkTies) => Promise<void>,
): Promise<Made> {
  return writeAs(needs.db, doer, async (tx) => {
    const ties = await findTies(tx, doer)
    demandTie(ties, 'training', 'keep')
    const id = newId()
    await write(tx, id, ties)
    await appendAudit(tx, { actor: doer.actor, act: `${what}.entered`, subjectType: what, subject: id, content: '' })
    return succeed({ id })
  })
}

const known: Readonly<Record<string, FieldProblem>> = {
  training_course_name_key: { field: 'name', code: 'name-taken' },
  competency_name_key: { field: 'name', code: 'name-taken' },
  training_need_organisation_competency_found_on_key: { field: 'foundOn', code: 'recorded-already' },
  draft_not_public: { field: 'isPublic', code: 'draft-not-public' },
  capacity_taken: { field: 'capacity', code: 'capacity-taken' },
}

/** Turns what the database refused into a problem of the form, where it is one. */
async function orProblem<Value>(work: Promise<Result<Value, FieldProblem>>): Promise<Result<Value, FieldProblem>> {
  try {
    return await work
  } catch (error) {
    const name = String((error as { readonly constraint?: unknown } | null)?.constraint ?? '')
    const problem = known[name] ?? (name.startsWith('mandatory_course_') ? { field: 'startsOn', code: 'mandatory-already' } : undefined)
    if (problem) return fail(problem)
    throw error
  }
}

/** Enters a course, and what one can do after it. */
export async function enterCourse(needs: Needs, doer: Doer, input: CourseInput): Promise<Made> {
  return orProblem(
    keep(needs, doer, 'training-course', async (tx, id, { person }) => {
      await tx
        .insertInto('casework.training_course')
        .values({ id, name: input.name, kind: input.kind, summary: input.summary, entered_by: person })
        .execute()
      if (input.competencies.length > 0)
        await tx
          .insertInto('casework.course_competency')
          .values(input.competencies.map((competency) => ({ course: id, competency })))
          .execute()
    }),
  )
}

/** Enters a competency. */
export async function enterCompetency(needs: Needs, doer: Doer, input: CompetencyInput): Promise<Made> {
  return orProblem(
    keep(needs, doer, 'competency', async (tx, id, { person }) => {
      await tx
        .insertInto('casework.competency')
        .values({ id, ...input, entered_by: person })
        .execute()
    }),
  )
}

/** Says which course is mandatory for whom, from when. */
export async function makeMandatory(needs: Needs, doer: Doer, { refreshMonths, startsOn, ...input }: MandatoryInput): Promise<Made> {
  return orProblem(
    keep(needs, doer, 'mandatory-course', async (tx, id, { person }) => {
      await tx
        .insertInto('casework.mandatory_course')
        .values({ id, ...input, refresh_months: refreshMonths ?? null, starts_on: startsOn, entered_by: person })
        .execute()
    }),
  )
}

/** Records what an agency lacks. */
export async function recordNeed(needs: Needs, doer: Doer, { foundOn, course, ...input }: NeedInput): Promise<Made> {
  return orProblem(
    keep(needs, doer, 'training-need', async (tx, id, { person }) => {
      await tx
        .insertInto('casework.training_need')
        .values({ id, ...input, found_on: foundOn, course: course ?? null, entered_by: person })
        .execute()
    }),
  )
}

/** Begins a schedule: a draft until it is agreed. */
export async function beginSchedule(needs: Needs, doer: Doer, input: ScheduleInput): Promise<Made> {
  return keep(needs, doer, 'training-schedule', async (tx, id, { person }) => {
    await tx
      .insertInto('casework.training_schedule')
      .values({ id, name: input.name, source: input.source ?? '', entered_by: person })
      .execute()
  })
}

/** Agrees a draft: from now on its sessions can be booked. */
export async function agreeSchedule(needs: Needs, doer: Doer, id: string): Promise<Result<void, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const ties = await findTies(tx, doer)
    demandTie(ties, 'training', 'keep')
    const { numUpdatedRows } = await tx
      .updateTable('casework.training_schedule')
      .set({ agreed_on: doer.today, agreed_by: ties.person })
      .where('id', '=', id)
      .where('agreed_on', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) return fail({ field: '', code: 'agreed-already' })
    await appendAudit(tx, {
      actor: doer.actor,
      act: 'training-schedule.agreed',
      subjectType: 'training-schedule',
      subject: id,
      content: '',
    })
    return succeed(undefined)
  })
}

const columns = ({ district, venue, heldOn, startsAt, endsAt, capacity, administrator, isPublic }: Omit<SessionInput, 'course'>) => ({
  ...{
    district,
    venue: venue ?? null,
    held_on: heldOn ?? null,
    starts_at: startsAt?.toString() ?? null,
    ends_at: endsAt?.toString() ?? null,
  },
  ...{ capacity: capacity ?? null, administrator, is_public: isPublic },
})

/** Plans a session; it may still lack its date, its place or its size. */
export async function planSession(needs: Needs, doer: Doer, schedule: string, input: SessionInput): Promise<Made> {
  return orProblem(
    keep(needs, doer, 'training-session', async (tx, id, { person }) => {
      await tx
        .insertInto('casework.training_session')
        .values({ id, schedule, course: input.course, entered_by: person, ...columns(input) })
        .execute()
    }),
  )
}

/** Changes a session, or cancels it with a reason. Whoever waits is offered what became free. @throws Conflict where somebody else changed it first */
export async function changeSession(needs: Needs, doer: Doer, id: string, input: SessionChange): Promise<Result<void, FieldProblem>> {
  return orProblem(
    writeAs(needs.db, doer, async (tx) => {
      demandTie(await findTies(tx, doer), 'training', 'keep')
      const { numUpdatedRows } = await tx
        .updateTable('casework.training_session')
        .set({ ...columns(input), cancelled_because: input.cancelledBecause ?? null, version: input.version + 1 })
        .where('id', '=', id)
        .where('version', '=', input.version)
        .executeTakeFirst()
      if (numUpdatedRows !== 1n) throw new Conflict('Somebody else changed this first.')
      await tx.selectNoFrom((of) => of.fn('casework.settle_session', [of.val(id)]).as('settled')).execute()
      await appendAudit(tx, {
        actor: doer.actor,
        act: 'training-session.changed',
        subjectType: 'training-session',
        subject: id,
        content: '',
      })
      return succeed(undefined)
    }),
  )
}
