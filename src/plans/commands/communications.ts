import { findPeopleNames, listPeopleWhoSignIn } from '#governance/public-data.ts'
import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type {
  ChangedCommunicationInput,
  CloseCommunicationInput,
  CommunicationInput,
  ShowCommunicationInput,
} from '../forms/communication.ts'
import type { PlansNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import {
  type Communication,
  findCommunication,
  findCommunicationItems,
  guardedCommunication,
  guardedCommunications,
  listAbouts,
} from '../queries/communications.ts'
import { aboutOf, itemStanding } from '../rules/communication.ts'

type Needs = Pick<PlansNeeds, 'db' | 'strategiesOf'>
type Done = Promise<Result<null, FieldProblem>>

/** Begins a communication plan as a draft (P12). */
export async function beginCommunication(
  needs: Needs,
  doer: Doer,
  body: string,
  input: CommunicationInput,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, guardedCommunications(body), 'make')
    const head = await headOf(needs, tx, doer, body, input)
    if (!head.ok) return head
    const id = newId()
    await tx
      .insertInto('plans.communication')
      .values({ id, body, ...head.value, made_on: doer.today })
      .execute()
    await auditCommunication(tx, doer, 'begun', id, input)
    return succeed({ id })
  })
}

/** Changes what a communication plan is for, what it belongs to and who owns it. @throws Conflict where somebody else saved first */
export async function changeCommunication(needs: Needs, doer: Doer, id: string, input: ChangedCommunicationInput): Done {
  return writeAs(needs.db, doer, async (tx) => {
    const held = await holdCommunication(tx, doer, id, 'keep')
    const head = await headOf(needs, tx, doer, held.body, input)
    if (!head.ok) return head
    await save(tx, held, input.version, head.value)
    await auditCommunication(tx, doer, 'changed', id, input)
    return succeed(null)
  })
}

/** Shows a communication plan to the members, or to everybody; never the other way round. @throws Conflict where somebody else saved first */
export async function showCommunication(needs: Needs, doer: Doer, id: string, { sight, version }: ShowCommunicationInput): Done {
  return writeAs(needs.db, doer, async (tx) => {
    const held = await holdCommunication(tx, doer, id, 'keep')
    if (held.sight === sight || held.sight === 'public') return fail({ field: 'sight', code: 'shown-already' })
    await save(tx, held, version, { sight })
    await auditCommunication(tx, doer, 'shown', id, { sight })
    return succeed(null)
  })
}

/** Closes a communication plan of which nothing is still to be done, with what was learned. @throws Conflict where somebody else saved first */
export async function closeCommunication(needs: Needs, doer: Doer, id: string, { learned, version }: CloseCommunicationInput): Done {
  return writeAs(needs.db, doer, async (tx) => {
    const held = await holdCommunication(tx, doer, id, 'keep')
    const items = await findCommunicationItems(tx, [id])
    if (items.some((item) => !['done', 'called-off'].includes(itemStanding(item, doer.today))))
      return fail({ field: '', code: 'still-to-do' })
    await save(tx, held, version, { closed_on: doer.today, learned })
    await auditCommunication(tx, doer, 'closed', id, { learned })
    return succeed(null)
  })
}

async function headOf(needs: Needs, tx: Writer, doer: Doer, body: string, input: CommunicationInput) {
  const about = aboutOf(input.about)
  const known = input.about === undefined ? [] : await listAbouts(needs, tx, body, doer.today)
  if (input.about !== undefined && !known.some(({ kind, id }) => kind === about?.kind && id === about.id))
    return fail({ field: 'about', code: 'choice-unknown' })
  const named = await nameSomebody(tx, { person: input.owner, post: input.ownerPost, fields: ['owner', 'ownerPost'] })
  if (!named.ok) return named
  const none = { plan: null, procedure: null, consultation: null, strategy: null }
  const head = { title: input.title, aim: input.aim, ...none, ...(about ? { [about.kind]: about.id } : {}) }
  return succeed({ ...head, owner: named.value.person, owner_name: named.value.name })
}

/** Who owns or sees to something: a person of the directory who signs in, a post in words, or both. */
export async function nameSomebody(
  tx: Writer,
  asked: { readonly person: string | undefined; readonly post: string | undefined; readonly fields: readonly [string, string] },
): Promise<Result<{ readonly person: string | null; readonly name: string }, FieldProblem>> {
  const { person, post, fields } = asked
  if (person === undefined && post === undefined) return fail({ field: fields[1], code: 'required' })
  if (person !== undefined && !(await listPeopleWhoSignIn(tx)).some(({ id }) => id === person))
    return fail({ field: fields[0], code: 'choice-unknown' })
  const name = person === undefined ? undefined : (await findPeopleNames(tx, [person])).get(person)
  return succeed({ person: person ?? null, name: [name, post].filter(Boolean).join(', ') })
}

/** Takes hold of a communication plan that is not closed, for whoever may do that with it. @throws Conflict where it was closed */
export async function holdCommunication(tx: Writer, doer: Doer, id: string, verb: 'change' | 'keep'): Promise<Communication> {
  const held = await findCommunication(tx, id)
  await demand(tx, doer, guardedCommunication(held), verb)
  if (held.closedOn !== null) throw new Conflict('It was closed.')
  return held
}

async function save(tx: Writer, { id }: Communication, version: number, values: Readonly<Record<string, unknown>>): Promise<void> {
  const saved = await tx
    .updateTable('plans.communication')
    .set({ ...values, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (saved.numUpdatedRows !== 1n) throw new Conflict('Somebody else saved first.')
}

/** Appends what was done with a communication plan to the audit. */
export function auditCommunication(tx: Writer, doer: Doer, act: string, subject: string, content: object): Promise<void> {
  return appendAudit(tx, {
    ...{ actor: doer.actor, act: `communication.${act}`, subjectType: 'communication', subject, content: JSON.stringify(content) },
  })
}
