import { newId } from '#platform/database/ids.ts'
import type { Acting, Database } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { permit } from './permit.ts'
import { command, record } from './write-record.ts'

/** Leave that was given to somebody to take part in spite of an interest. */
export interface NewDispensation {
  readonly body: string
  readonly person: string
  /** What it covers, in words. */
  readonly scope: string
  readonly grantedBy: string
  readonly startsOn: Temporal.PlainDate
  /** First day on which it no longer holds; undefined while none is stated. */
  readonly endsOn: Temporal.PlainDate | undefined
}

const constraints = { dispensation_person_fkey: { field: 'person', code: 'choice-unknown' } }

/** Records a dispensation (G13; Localism Act 2011, section 33). Problems: 'ends-before-start'. */
export async function grantDispensation(
  db: Database,
  acting: Acting,
  input: NewDispensation,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return command(db, acting, constraints, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'dispensation', verb: 'add', ties: { body: input.body } })
    if (input.endsOn && Temporal.PlainDate.compare(input.endsOn, input.startsOn) <= 0)
      return fail({ field: 'endsOn', code: 'ends-before-start' })
    const id = newId()
    const { body, person, scope, grantedBy, startsOn, endsOn } = input
    await tx
      .insertInto('governance.dispensation')
      .values({ id, body, person, scope, granted_by: grantedBy, starts_on: startsOn, ends_on: endsOn ?? null })
      .execute()
    await record(tx, actor, 'dispensation.granted', 'dispensation', id, input)
    return succeed({ id })
  })
}
