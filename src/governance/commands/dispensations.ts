import { newId } from '#platform/database/ids.ts'
import type { Acting, Database, Writer } from '#platform/database/session.ts'
import { Conflict, Forbidden, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { findInterest } from '../queries/interests.ts'
import { findTermsInForce } from '../queries/terms.ts'
import { type DispensedMatter, refuseEnd } from '../rules/dispensation.ts'
import { type Permitted, permit } from './permit.ts'
import { command, record } from './write-record.ts'

/** Leave that was given to somebody to take part in spite of an interest. */
export interface NewDispensation {
  readonly body: string
  readonly person: string
  /** What it is for. */
  readonly matter: DispensedMatter
  /** What it covers, in words. */
  readonly scope: string
  readonly grantedBy: string
  readonly startsOn: Temporal.PlainDate
  /** First day on which it no longer holds; undefined while none is stated. */
  readonly endsOn: Temporal.PlainDate | undefined
}

const constraints = { dispensation_person_fkey: { field: 'person', code: 'choice-unknown' } }

/** Records a dispensation (G13; Localism Act 2011, section 33). Nobody who is not the clerk records their own. Problems: 'ends-before-start'. */
export async function grantDispensation(
  db: Database,
  acting: Acting,
  input: NewDispensation,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return command(db, acting, constraints, async (tx) => {
    const permitted = await permit(tx, acting, { record: 'dispensation', verb: 'add', ties: { body: input.body } })
    if (isOwn(permitted, input)) return fail({ field: 'person', code: 'own-dispensation' })
    if (input.endsOn && Temporal.PlainDate.compare(input.endsOn, input.startsOn) <= 0)
      return fail({ field: 'endsOn', code: 'ends-before-start' })
    const wrong = await matterProblem(tx, input)
    if (wrong) return fail(wrong)
    const id = newId()
    const { body, person, matter, scope, grantedBy, startsOn, endsOn } = input
    await tx
      .insertInto('governance.dispensation')
      .values({
        ...{ id, body, person, scope, granted_by: grantedBy, starts_on: startsOn, ends_on: endsOn ?? null },
        ...{ matter: matter.matter, interest: matter.interest ?? null, function_key: matter.functionKey },
      })
      .execute()
    await record(tx, permitted.actor, 'dispensation.granted', 'dispensation', id, input)
    return succeed({ id })
  })
}

/** A dispensation that ends before the day that was stated when it was given. */
export interface EndedDispensation {
  readonly id: string
  readonly body: string
  /** First day on which it no longer holds. */
  readonly endsOn: Temporal.PlainDate
  readonly endedBy: string
  readonly reason: string
  readonly version: number
}

/**
 * Ends a dispensation early (G13). What rests on it at meetings that have not begun goes back to the terms; what was done under it stands.
 * Problems: 'ended-already', 'end-not-later', 'end-not-early', 'ends-before-start'. @throws NotFound, Conflict
 */
export async function endDispensation(
  db: Database,
  acting: Acting,
  input: EndedDispensation,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return command(db, acting, {}, async (tx) => {
    const permitted = await permit(tx, acting, { record: 'dispensation', verb: 'end', ties: { body: input.body } })
    const found = tx.selectFrom('governance.dispensation').selectAll().where('id', '=', input.id).where('body', '=', input.body)
    const before = await found.executeTakeFirst()
    if (before === undefined) throw new NotFound()
    if (isOwn(permitted, { body: input.body, person: before.person })) throw new Forbidden('Nobody ends their own dispensation.')
    const locked = await found.forUpdate().executeTakeFirst()
    if (locked?.version !== input.version) throw new Conflict()
    const given = { startsOn: locked.starts_on, endsOn: locked.ends_on ?? undefined, endedOn: locked.ended_on ?? undefined }
    const no = refuseEnd(given, input.endsOn, acting.today)
    if (no) return fail({ field: 'endsOn', code: no })
    await tx
      .updateTable('governance.dispensation')
      .set({ ended_on: input.endsOn, ended_by: input.endedBy, end_reason: input.reason, version: locked.version + 1 })
      .where('id', '=', input.id)
      .execute()
    await record(tx, permitted.actor, 'dispensation.ended', 'dispensation', input.id, input)
    return succeed({ id: input.id })
  })
}

/** A chair gives no leave to themselves and takes none from themselves; the clerk keeps the record of everybody's. */
function isOwn({ standing }: Permitted, { body, person }: { readonly body: string; readonly person: string }): boolean {
  return standing.person?.id === person && !standing.clerkOf.has(body)
}

/** An entry of the register is the person's own and open to be named; a function stands in the terms. */
async function matterProblem(tx: Writer, { body, person, matter, startsOn }: NewDispensation): Promise<FieldProblem | undefined> {
  if (matter.interest !== undefined) {
    const entry = await findInterest(tx, matter.interest)
    if (entry?.person.id !== person || entry.sensitive) return { field: 'matter', code: 'interest-of-another' }
  }
  if (matter.functionKey !== '') {
    const terms = await findTermsInForce(tx, body, startsOn)
    if (!terms?.functions.value?.some(({ key }) => key === matter.functionKey)) return { field: 'matter', code: 'choice-unknown' }
  }
  return undefined
}
