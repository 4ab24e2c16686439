import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Database, writeAs } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { SuperviseInput } from '../forms/need-to-know.ts'
import type { EndDayInput } from '../forms/supervision.ts'
import { findPosts } from '../queries/posts.ts'
import { findSupervising } from '../queries/supervision.ts'
import { demandTie, findTies } from '../queries/ties.ts'

type Needs = { readonly db: Database }
type Done = Result<void, FieldProblem>

/** What the database refuses of a tie by the standard of the agency. */
const refused: Readonly<Record<string, FieldProblem>> = {
  long_enough_in_post: { field: 'supervisor', code: 'post-too-new' },
  course_attended: { field: 'supervisor', code: 'course-not-attended' },
}

/**
 * Says who supervises whom, both by posts of one agency; it opens to the supervisor, to be read, what the worker leads. Whoever supervises may do so by the
 * agency's standard of that day, which the database asks. @throws Forbidden
 */
export async function supervise(needs: Needs, doer: Doer, input: SuperviseInput): Promise<Done> {
  const done = writeAs(needs.db, doer, async (tx): Promise<Done> => {
    const ties = await findTies(tx, doer)
    demandTie(ties, 'supervision', 'keep')
    const posts = await findPosts(tx, doer.today, { ids: [input.supervisor, input.worker] })
    const [supervisor, worker] = [input.supervisor, input.worker].map((id) => posts.find((one) => one.id === id))
    if (!supervisor) return fail({ field: 'supervisor', code: 'no-such-post' })
    if (!worker || worker.organisation !== supervisor.organisation || worker.person === supervisor.person)
      return fail({ field: 'worker', code: 'same-agency' })
    if (!ties.relations.has('administrator') && !ties.ledAgencies.includes(supervisor.organisation))
      return fail({ field: 'supervisor', code: 'not-your-agency' })
    const held = await tx
      .selectFrom('casework.supervises')
      .select('id')
      .where('supervisor', '=', supervisor.person)
      .where('worker', '=', worker.person)
      .where('organisation', '=', worker.organisation)
      .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', input.startsOn)]))
      .executeTakeFirst()
    if (held) return fail({ field: 'worker', code: 'supervised-already' })
    const id = newId()
    await tx
      .insertInto('casework.supervises')
      .values({ id, supervisor: supervisor.person, worker: worker.person, organisation: worker.organisation, starts_on: input.startsOn })
      .execute()
    await appendAudit(tx, {
      actor: doer.actor,
      act: 'family.supervises',
      subjectType: 'post',
      subject: worker.id,
      content: supervisor.person,
    })
    return succeed(undefined)
  })
  return done.catch((error: unknown) => {
    const problem = refused[String((error as { readonly constraint?: unknown } | null)?.constraint ?? '')]
    if (problem) return fail(problem)
    throw error
  })
}

/** Ends that somebody supervises somebody: from that day nothing of a family is opened by it. @throws Forbidden, NotFound, Conflict */
export async function endSupervising(needs: Needs, doer: Doer, id: string, { endsOn, version }: EndDayInput): Promise<Done> {
  return writeAs(needs.db, doer, async (tx) => {
    const ties = await findTies(tx, doer)
    demandTie(ties, 'supervision', 'keep')
    const found = await findSupervising(tx, id, doer.today)
    if (!ties.relations.has('administrator') && !ties.ledAgencies.includes(found.organisation))
      return fail({ field: 'endsOn', code: 'not-your-agency' })
    if (Temporal.PlainDate.compare(endsOn, found.startsOn) <= 0) return fail({ field: 'endsOn', code: 'before-it-began' })
    const { numUpdatedRows } = await tx
      .updateTable('casework.supervises')
      .set({ ends_on: endsOn, version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version)
      .where('ends_on', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) throw new Conflict('Somebody else changed this first.')
    await appendAudit(tx, {
      ...{ actor: doer.actor, act: 'family.supervises-ended', subjectType: 'supervision', subject: id, content: endsOn.toString() },
    })
    return succeed(undefined)
  })
}
