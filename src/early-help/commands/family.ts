import { sql } from 'kysely'
import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Database, type Writer, writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { AskInput, CloseInput } from '../forms/family.ts'
import { listClosingDocuments } from '../queries/closing.ts'
import { demandTie, findTies } from '../queries/ties.ts'
import { heldOn } from '../rules/dated.ts'
import { closureChoices } from '../rules/episode.ts'
import { faultOfClosing, keepClosing } from './closing.ts'
import { lookAt } from './look.ts'
import { newReference } from './reference.ts'
import type { TellNeeds } from './tell.ts'

type Needs = { readonly db: Database }

/** Asks for help for a family: nothing is opened to anybody else until the family agrees (E5). */
export async function askForHelp(needs: Needs, doer: Doer, input: AskInput): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const ties = await findTies(tx, doer)
    demandTie(ties, 'families', 'ask')
    if (!ties.agencies.includes(input.agency)) return fail({ field: 'agency', code: 'not-your-agency' })
    if (Temporal.PlainDate.compare(input.requestedOn, doer.today) > 0) return fail({ field: 'requestedOn', code: 'in-the-future' })
    const [family, id] = [newId(), newId()]
    await tx.insertInto('casework.family').values({ id: family, label: input.label, area: input.area }).execute()
    await tx
      .insertInto('casework.episode')
      .values({
        ...{ id, family, area: input.area, is_shielded: false, reference: newReference(), agency: input.agency },
        ...{ requested_by: ties.person, requested_on: input.requestedOn },
      })
      .execute()
    await tx
      .insertInto('casework.request')
      .values({ episode: id, why: input.why, is_family_told: input.isFamilyTold, not_told_because: input.notToldBecause ?? '' })
      .execute()
    for (const child of input.children) await addPerson(tx, child, { family, id, person: ties.person })
    await appendAudit(tx, { actor: doer.actor, act: 'family.asked', subjectType: 'family', subject: id, content: input.agency })
    return succeed({ id })
  })
}

async function addPerson(
  tx: Writer,
  input: AskInput['children'][number],
  of: { readonly family: string; readonly id: string; readonly person: string },
): Promise<void> {
  await tx
    .insertInto('casework.person')
    .values({
      ...{ id: newId(), family: of.family, name: input.name, part: 'child', born_on: input.bornOn ?? null, due_on: input.dueOn ?? null },
      ...{ has_responsibility: false, entered_by: of.person, entered_in: of.id },
    })
    .execute()
}

/** Closes a family's record with one reason; whoever led it leads it no more, and what rested on agreement ends (E5). */
export async function closeFamily(
  needs: Needs & TellNeeds,
  doer: Doer,
  episode: string,
  input: CloseInput,
): Promise<Result<void, FieldProblem>> {
  return lookAt(needs.db, doer, episode, 'close', async ({ tx, family, ties }) => {
    if (family.closedOn) return fail({ field: '', code: 'closed-already' })
    if (!closureChoices(family.agreedOn).includes(input.reason)) return fail({ field: 'reason', code: 'not-this-reason' })
    const held = heldOn(await listClosingDocuments(tx), doer.today)
    const called = held?.reasons.find(({ reason }) => reason === input.reason)?.names[input.place - 1]
    if (called === undefined) return fail({ field: 'reason', code: 'choice-unknown' })
    if (Temporal.PlainDate.compare(input.closedOn, doer.today) > 0) return fail({ field: 'closedOn', code: 'in-the-future' })
    if (Temporal.PlainDate.compare(input.closedOn, family.agreedOn ?? family.requestedOn) < 0)
      return fail({ field: 'closedOn', code: 'before-it-began' })
    const fault = await faultOfClosing(tx, family, input)
    if (fault) return fail(fault)
    await keepClosing(needs, tx, doer, { family, person: ties.person, input })
    await tx
      .updateTable('casework.episode')
      .set({ closed_on: input.closedOn, closure_reason: input.reason, version: family.version + 1 })
      .where('id', '=', episode)
      .execute()
    // Of a day on which it was called otherwise the database keeps the words of that day.
    await sql`select casework.say_closure(${episode}::uuid, ${called})`.execute(tx)
    await appendAudit(tx, { actor: doer.actor, act: 'family.closed', subjectType: 'family', subject: episode, content: input.reason })
    return succeed(undefined)
  })
}
