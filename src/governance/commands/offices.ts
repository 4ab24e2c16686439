import { newId } from '#platform/database/ids.ts'
import type { Acting, Database } from '#platform/database/session.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { dayInWords } from '#platform/time/words.ts'
import type { officeBases, officeRoles } from '../rules/choices.ts'
import { permit } from './permit.ts'
import { command, record } from './write-record.ts'

/** Somebody who is to hold an office (G8). */
export interface NewOffice {
  readonly body: string
  readonly role: (typeof officeRoles)[number]
  readonly person: string
  readonly basis: (typeof officeBases)[number]
  readonly note: string
  readonly startsOn: Temporal.PlainDate
}

const constraints = {
  office_one_chair: { field: 'role', code: 'office-just-filled' },
  office_person_fkey: { field: 'person', code: 'choice-unknown' },
}

/** Gives somebody an office of a body. Problems: 'office-filled' with who holds it; clerks may be several. */
export async function appointOffice(
  db: Database,
  acting: Acting,
  input: NewOffice,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return command(db, acting, constraints, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'office', verb: 'add', ties: { body: input.body } })
    const others = await tx
      .selectFrom('governance.office as f')
      .innerJoin('governance.person as p', 'p.id', 'f.person')
      .select(['p.id', 'p.name', 'f.ends_on as endsOn'])
      .where('f.body', '=', input.body)
      .where('f.role', '=', input.role)
      .where((where) => where.or([where('f.ends_on', 'is', null), where('f.ends_on', '>', input.startsOn)]))
      .execute()
    const holder = others.find(({ id }) => input.role !== 'clerk' || id === input.person)
    if (holder)
      return fail({
        field: 'role',
        code: 'office-filled',
        details: { name: holder.name, until: holder.endsOn ? dayInWords(holder.endsOn) : '' },
      })
    const id = newId()
    await tx
      .insertInto('governance.office')
      .values({
        id,
        body: input.body,
        role: input.role,
        person: input.person,
        basis: input.basis,
        note: input.note,
        starts_on: input.startsOn,
      })
      .execute()
    await record(tx, actor, 'office.given', 'office', id, input)
    return succeed({ id })
  })
}

/** Ends an office. Problems: 'ends-before-start', 'own-clerk-office': a clerk does not end the own office, so that no body is left without anybody who may. */
export async function endOffice(
  db: Database,
  acting: Acting,
  input: { readonly id: string; readonly version: number; readonly endsOn: Temporal.PlainDate },
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return command(db, acting, {}, async (tx) => {
    const before = await tx.selectFrom('governance.office').selectAll().where('id', '=', input.id).forUpdate().executeTakeFirst()
    if (before === undefined) throw new NotFound()
    const { actor, standing } = await permit(tx, acting, { record: 'office', verb: 'end', ties: { body: before.body } })
    if (before.version !== input.version) throw new Conflict()
    if (Temporal.PlainDate.compare(input.endsOn, before.starts_on) <= 0) return fail({ field: 'endsOn', code: 'ends-before-start' })
    const own = before.role === 'clerk' && standing.person?.id === before.person && !standing.administrator
    if (own) return fail({ field: '', code: 'own-clerk-office' })
    await tx
      .updateTable('governance.office')
      .set({ ends_on: input.endsOn, version: before.version + 1 })
      .where('id', '=', input.id)
      .execute()
    await record(tx, actor, 'office.ended', 'office', input.id, input)
    return succeed({ id: input.id })
  })
}
