import { sql } from 'kysely'
import { findPeopleNames, listBodies, listOrganisationsOn, listPeopleWhoSignIn } from '#governance/public-data.ts'
import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type {
  ChangedProcedureInput,
  ProcedureAudienceInput,
  ProcedureInput,
  ProcedureReviewInput,
  WithdrawProcedureInput,
} from '../forms/procedure.ts'
import type { PlansNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import {
  findProcedure,
  findProcedureReviews,
  findProcedureVersions,
  guardedLibrary,
  guardedProcedure,
  type Procedure,
} from '../queries/procedures.ts'
import { themesOf } from '../rules/procedure.ts'

type Needs = Pick<PlansNeeds, 'db'>
type Done = Promise<Result<null, FieldProblem>>

/** Begins a procedure with an empty first draft (P12). */
export async function beginProcedure(
  needs: Needs,
  doer: Doer,
  body: string,
  input: ProcedureInput,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, guardedLibrary(body), 'make')
    const about = await aboutOf(tx, doer, input)
    if (!about.ok) return about
    const id = newId()
    await tx
      .insertInto('plans.procedure')
      .values({ id, body, ...about.value, audience: input.audience, review_on: input.reviewOn ?? null, made_on: doer.today })
      .execute()
    await tx
      .insertInto('plans.procedure_version')
      .values({ id: newId(), procedure: id, body, number: 1, text: JSON.stringify({ version: 1, blocks: [] }) })
      .execute()
    await auditProcedure(tx, doer, 'begun', id, input)
    return succeed({ id })
  })
}

/** Changes what a procedure is called, what it is about and who owns it. @throws Conflict where somebody else saved first */
export async function changeProcedure(needs: Needs, doer: Doer, id: string, input: ChangedProcedureInput): Done {
  return writeAs(needs.db, doer, async (tx) => {
    const held = await holdProcedure(tx, doer, id, 'issue')
    const about = await aboutOf(tx, doer, input)
    if (!about.ok) return about
    await saveProcedure(tx, held, input.version, about.value)
    await auditProcedure(tx, doer, 'changed', id, input)
    return succeed(null)
  })
}

async function aboutOf(tx: Writer, doer: Doer, input: Omit<ChangedProcedureInput, 'version'>) {
  const { kind, reference, title, owner, ownerPost, ownerOrganisation } = input
  if (owner === undefined && ownerPost === undefined) return fail({ field: 'ownerPost', code: 'required' })
  if (owner !== undefined && !(await listPeopleWhoSignIn(tx)).some(({ id }) => id === owner))
    return fail({ field: 'owner', code: 'choice-unknown' })
  if (ownerOrganisation !== undefined && !(await listOrganisationsOn(tx, doer.today)).some(({ id }) => id === ownerOrganisation))
    return fail({ field: 'ownerOrganisation', code: 'choice-unknown' })
  const person = owner === undefined ? undefined : (await findPeopleNames(tx, [owner])).get(owner)
  const named = {
    owner: owner ?? null,
    owner_name: [person, ownerPost].filter(Boolean).join(', '),
    owner_organisation: ownerOrganisation ?? null,
  }
  return succeed({ kind, reference: reference ?? '', title, themes: [...themesOf(input.themes)], ...named })
}

/** Says whose people must read a procedure. @throws Conflict where somebody else saved first */
export async function setProcedureAudience(needs: Needs, doer: Doer, id: string, input: ProcedureAudienceInput): Done {
  return writeAs(needs.db, doer, async (tx) => {
    const held = await holdProcedure(tx, doer, id, 'issue')
    const organisations = new Set((await listOrganisationsOn(tx, doer.today)).map((one) => one.id))
    const bodies = new Set((await listBodies(tx, doer.today)).map((one) => one.id))
    if (!input.organisations.every((one) => organisations.has(one))) return fail({ field: 'organisations', code: 'choice-unknown' })
    if (!input.bodies.every((one) => bodies.has(one))) return fail({ field: 'bodies', code: 'choice-unknown' })
    await saveProcedure(tx, held, input.version, {})
    await tx.deleteFrom('plans.procedure_audience').where('procedure', '=', id).execute()
    const rows = [
      ...input.organisations.map((organisation) => ({ organisation, readers_of: null })),
      ...input.bodies.map((readersOf) => ({ organisation: null, readers_of: readersOf })),
    ].map((row) => ({ id: newId(), procedure: id, body: held.body, ...row }))
    if (rows.length > 0) await tx.insertInto('plans.procedure_audience').values(rows).execute()
    await auditProcedure(tx, doer, 'audience-set', id, input)
    return succeed(null)
  })
}

/** Records that a procedure was looked at again, and when next. */
export async function reviewProcedure(needs: Needs, doer: Doer, id: string, input: ProcedureReviewInput): Done {
  return writeAs(needs.db, doer, async (tx) => {
    const held = await holdProcedure(tx, doer, id, 'change')
    const { reviewedOn, outcome, nextOn } = input
    if (Temporal.PlainDate.compare(reviewedOn, doer.today) > 0) return fail({ field: 'reviewedOn', code: 'in-the-future' })
    if (Temporal.PlainDate.compare(nextOn, reviewedOn) <= 0) return fail({ field: 'nextOn', code: 'next-before' })
    const [last] = await findProcedureReviews(tx, id)
    if (last && Temporal.PlainDate.compare(reviewedOn, last.reviewedOn) <= 0) return fail({ field: 'reviewedOn', code: 'reviewed-then' })
    const { person } = await demand(tx, doer, guardedProcedure(held), 'change')
    await tx
      .insertInto('plans.procedure_review')
      .values({
        ...{ id: newId(), procedure: id, body: held.body, reviewed_on: reviewedOn, outcome, next_on: nextOn },
        name: person?.name ?? 'Somebody',
      })
      .execute()
    await auditProcedure(tx, doer, 'reviewed', id, input)
    return succeed(null)
  })
}

/** Withdraws a procedure: from that day nothing of it holds. @throws Conflict where somebody else saved first */
export async function withdrawProcedure(needs: Needs, doer: Doer, id: string, input: WithdrawProcedureInput): Done {
  return writeAs(needs.db, doer, async (tx) => {
    const held = await holdProcedure(tx, doer, id, 'issue')
    const versions = await findProcedureVersions(tx, [id])
    const open = versions.find(({ state, endsOn }) => state === 'issued' && endsOn === null)
    if (!open?.startsOn) return fail({ field: '', code: 'not-issued' })
    if (Temporal.PlainDate.compare(input.withdrawnOn, open.startsOn) <= 0) return fail({ field: 'withdrawnOn', code: 'before-in-force' })
    await tx.updateTable('plans.procedure_version').set({ ends_on: input.withdrawnOn }).where('id', '=', open.id).execute()
    await tx
      .updateTable('plans.procedure_version')
      .set({ state: 'dropped' })
      .where('procedure', '=', id)
      .where('state', 'in', ['draft', 'consultation'])
      .execute()
    await saveProcedure(tx, held, input.version, { withdrawn_on: input.withdrawnOn, withdrawn_because: input.because })
    await auditProcedure(tx, doer, 'withdrawn', id, input)
    return succeed(null)
  })
}

/** Takes hold of a procedure that was not withdrawn, for whoever may do that with it. @throws Conflict where it was withdrawn */
export async function holdProcedure(tx: Writer, doer: Doer, id: string, verb: 'change' | 'issue'): Promise<Procedure> {
  await demand(tx, doer, guardedProcedure(await findProcedure(tx, id)), verb)
  // Whoever owns it may write its drafts and not its head, and a lock on a row needs as much as a change.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`procedure ${id}`}, 0))`.execute(tx)
  const held = await findProcedure(tx, id)
  if (held.withdrawnOn !== null) throw new Conflict('It was withdrawn.')
  return held
}

/** Saves columns of a procedure against the version that a form was made from. @throws Conflict where somebody else saved first */
export async function saveProcedure(
  tx: Writer,
  { id }: Procedure,
  version: number,
  values: Readonly<Record<string, unknown>>,
): Promise<void> {
  const saved = await tx
    .updateTable('plans.procedure')
    .set({ ...values, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (saved.numUpdatedRows !== 1n) throw new Conflict('Somebody else saved first.')
}

/** Appends what was done with a procedure to the audit. */
export function auditProcedure(tx: Writer, doer: Doer, act: string, subject: string, content: object): Promise<void> {
  return appendAudit(tx, {
    actor: doer.actor,
    act: `procedure.${act}`,
    subjectType: 'procedure',
    subject,
    content: JSON.stringify(content),
  })
}
