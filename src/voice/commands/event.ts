import { listOrganisationsOn } from '#governance/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { ChangedEventInput, EventInput, ShowInput } from '../forms/source.ts'
import type { VoiceNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import { findEvent, guardedEvent } from '../queries/events.ts'
import { findSmallNumberRule } from '../queries/ground.ts'
import { tellNumber } from '../rules/published-numbers.ts'
import { ageProblem, auditVoice } from './keep.ts'

/** Records something that was held to hear people; nobody but those who prepare it sees it until it is shown (S3). */
export async function addEvent(
  needs: VoiceNeeds,
  doer: Doer,
  body: string,
  input: EventInput,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, { record: 'voices', state: 'any', ties: { body } }, 'keep')
    const problem = await eventProblem(tx, doer, input)
    if (problem) return fail(problem)
    const id = newId()
    await tx
      .insertInto('voice.event')
      .values({ id, body, ...(await columnsOf(tx, doer, input)) })
      .execute()
    await keepCount(tx, { event: id, body }, input.came)
    await auditVoice(tx, doer, 'event-added', id, input)
    return succeed({ id })
  })
}

/** Changes what is recorded of an event. @throws Conflict where somebody else saved first */
export async function changeEvent(
  needs: VoiceNeeds,
  doer: Doer,
  id: string,
  input: ChangedEventInput,
): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const event = await findEvent(tx, id)
    await demand(tx, doer, guardedEvent(event), 'keep')
    const problem = await eventProblem(tx, doer, input)
    if (problem) return fail(problem)
    await save(tx, { id, version: input.version }, await columnsOf(tx, doer, input))
    await keepCount(tx, { event: id, body: event.body }, input.came)
    await auditVoice(tx, doer, 'event-changed', id, input)
    return succeed(null)
  })
}

/** Shows an event to its board or to everybody, with the words that were cleared; what is public stays public. */
export async function showEvent(needs: VoiceNeeds, doer: Doer, id: string, input: ShowInput): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const event = await findEvent(tx, id)
    await demand(tx, doer, guardedEvent(event), 'keep')
    if (event.sight === 'public' && input.sight !== 'public') return fail({ field: 'sight', code: 'public-already' })
    await save(tx, { id, version: input.version }, { sight: input.sight })
    await auditVoice(tx, doer, 'event-shown', id, input)
    return succeed(null)
  })
}

async function save(tx: Writer, { id, version }: { id: string; version: number }, columns: object): Promise<void> {
  const saved = await tx
    .updateTable('voice.event')
    .set({ ...columns, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (saved.numUpdatedRows !== 1n) throw new Conflict('Somebody else saved first.')
}

async function eventProblem(tx: Writer, doer: Doer, input: EventInput): Promise<FieldProblem | undefined> {
  if (input.whose.length === 0) return { field: 'whose', code: 'whose-missing' }
  if (Temporal.PlainDate.compare(input.heldOn, doer.today) > 0) return { field: 'heldOn', code: 'in-the-future', details: { part: 'day' } }
  const agencies = input.organisation === undefined ? [] : await listOrganisationsOn(tx, input.heldOn)
  if (input.organisation !== undefined && !agencies.some(({ id }) => id === input.organisation))
    return { field: 'organisation', code: 'choice-unknown' }
  return ageProblem(tx, doer, input.ageBand)
}

/** The true number stays with the board; what is told of it is settled before anything is shown. */
async function keepCount(tx: Writer, { event, body }: { event: string; body: string }, came: number | undefined): Promise<void> {
  await tx.deleteFrom('voice.event_count').where('event', '=', event).execute()
  if (came !== undefined) await tx.insertInto('voice.event_count').values({ event, body, came }).execute()
}

async function columnsOf(tx: Writer, doer: Doer, input: EventInput) {
  const { fewest } = await findSmallNumberRule(tx, doer.today)
  const told = input.came === undefined ? null : tellNumber(input.came, fewest).n
  return {
    ...{ title: input.title, held_on: input.heldOn, place: input.place ?? '', held_by: input.heldBy ?? '' },
    ...{ organisation: input.organisation ?? null, whose: [...input.whose], age_band: input.ageBand ?? null },
    ...{ summary: input.summary ?? '', came_known: input.came !== undefined, came_shown: told },
  }
}
