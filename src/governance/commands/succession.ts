import { createHash } from 'node:crypto'
import { newId } from '#platform/database/ids.ts'
import type { Acting, Database, Reader, Writer } from '#platform/database/session.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { findInTheirName, findSuccessionLine, type StandsInTheirName } from '../queries/succession.ts'
import { refuseSuccession, type Succeeding, type SuccessionAct, successionKinds } from '../rules/succession.ts'
import { keepAct, keepEffects } from './keep-act.ts'
import { permit } from './permit.ts'
import { command, record } from './write-record.ts'

/** What becomes of organisations, as it is asked for. */
export interface AskedSuccession {
  readonly act: SuccessionAct
  readonly formers: readonly string[]
  readonly successors: readonly string[]
  /** Names of the successors that are set up with it, in the formers' sector. */
  readonly created: readonly string[]
  /** First day on which the formers no longer exist. */
  readonly onDay: Temporal.PlainDate
}

/** The same, with everything that was decided on seeing what hangs on it. */
export interface ConfirmedSuccession extends AskedSuccession {
  readonly source: string
  readonly reason: string
  /** For whom people go on, by person: an id of a successor, or 'new-0' for the first one set up. Who is not named ends with the organisation. */
  readonly goesOn: ReadonlyMap<string, string>
  /** `fingerprintOf` what was shown. */
  readonly seen: number
}

interface Former extends Succeeding {
  readonly name: string
  readonly sector: string
}

const onDayProblem = (code: string): FieldProblem => ({ field: 'onDay', code })
const constraints = {
  organisation_succession_pkey: onDayProblem('succession-known'),
  succession_no_circle: onDayProblem('succession-circle'),
  succession_after_founding: onDayProblem('before-founding'),
  succession_ends_former: onDayProblem('ended-another-day'),
  succession_by_existing: onDayProblem('successor-begins-later'),
  organisation_dates_follow_succession: onDayProblem('before-own-succession'),
  appointment_place_filled_once: { field: '', code: 'place-just-filled' },
}

/** A number that changes with whatever a preview shows, so that nobody confirms what they did not see. */
export function fingerprintOf({ places, posts, seats, later }: StandsInTheirName): number {
  const shown = JSON.stringify([
    ...[...places, ...posts].map(({ id, endsOn }) => `${id} ${endsOn ?? ''}`),
    ...seats.map(({ id }) => id),
    later,
  ])
  return createHash('sha256').update(shown).digest().readUInt32BE(0) + 1
}

/** Whether a succession could be recorded, and what stands in the names of those that would end. Problems: those of `refuseSuccession`. */
export async function previewSuccession(tx: Reader, input: AskedSuccession): Promise<Result<StandsInTheirName, FieldProblem>> {
  const { problem } = await judge(tx, input)
  return problem === undefined ? succeed(await findInTheirName(tx, input.formers, input.onDay)) : fail(problem)
}

/** The organisations of a plan and why it cannot be. @throws NotFound */
async function judge(tx: Reader, { act, formers, successors, created, onDay }: AskedSuccession) {
  const ids = [...new Set([...formers, ...successors])].toSorted()
  const rows = await tx
    .selectFrom('governance.organisation')
    .select(['id', 'name', 'sector', 'starts_on as startsOn', 'ends_on as endsOn'])
    .where('id', 'in', ids)
    .execute()
  const known = new Map(rows.map((row): [string, Former] => [row.id, { ...row, endsOn: row.endsOn ?? undefined }]))
  const found = (all: readonly string[]): readonly Former[] =>
    all.map((id) => {
      const one = known.get(id)
      if (one === undefined) throw new NotFound()
      return one
    })
  const plan = { act, formers: found(formers), successors: found(successors), created: created.length, onDay }
  const refusal = refuseSuccession(plan, await findSuccessionLine(tx))
  const field = refusal === undefined || refusal.about !== undefined ? 'onDay' : act === 'split' ? 'created' : 'successor'
  const problem: FieldProblem | undefined = refusal && {
    field,
    code: refusal.code,
    details: { name: refusal.about === undefined ? '' : (known.get(refusal.about)?.name ?? '') },
  }
  return { problem, formers: plan.formers }
}

/**
 * Records what became of organisations (G1) in one transaction: they end, their successors are named, and everything that stands in their name ends with
 * them or goes on for a successor, person by person. History stays with the old ones.
 * Problems: those of `refuseSuccession`, 'organisation-known', 'choice-unknown', 'place-just-filled'.
 * @throws Conflict where what hangs on it is no longer what was shown
 */
export async function recordSuccession(
  db: Database,
  acting: Acting,
  input: ConfirmedSuccession,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return command(db, acting, constraints, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'organisation', verb: 'succeed' })
    await tx
      .selectFrom('governance.organisation')
      .select('id')
      .where('id', 'in', [...input.formers, ...input.successors])
      .orderBy('id')
      .forUpdate()
      .execute()
    const { problem, formers } = await judge(tx, input)
    if (problem) return fail(problem)
    const hanging = await findInTheirName(tx, input.formers, input.onDay)
    if (fingerprintOf(hanging) !== input.seen) throw new Conflict()
    const act = await keepAct(tx, acting, input, formers)
    await endFormers(tx, input)
    const made = await setUp(tx, input, formers[0]?.sector ?? 'other')
    if (!made.ok) return made
    const successors = new Map([
      ...input.successors.map((id) => [id, id] as const),
      ...made.value.map((id, index) => [`new-${index}`, id] as const),
    ])
    if ([...input.goesOn].some(([person, key]) => !successors.has(key) || !hanging.people.some(({ id }) => id === person)))
      return fail({ field: '', code: 'choice-unknown' })
    await writeSteps(tx, input, [...successors.values()])
    await endWhatStands(tx, input.onDay, hanging)
    const next = await goOn(tx, input, hanging, successors)
    await keepEffects(tx, act, input, { hanging, next, made: made.value })
    const content = { ...input, goesOn: [...input.goesOn], made: made.value }
    for (const former of input.formers) await record(tx, actor, `organisation.${audited[input.act]}`, 'organisation', former, content)
    return succeed({ id: input.formers[0] ?? '' })
  })
}

const audited = { merge: 'merged', split: 'split', replace: 'replaced', end: 'ended' } as const satisfies Readonly<
  Record<SuccessionAct, string>
>

async function endFormers(tx: Writer, { formers, onDay }: ConfirmedSuccession): Promise<void> {
  await tx
    .updateTable('governance.organisation')
    .set((set) => ({ ends_on: onDay, version: set('version', '+', 1) }))
    .where('id', 'in', formers)
    .execute()
}

async function setUp(
  tx: Writer,
  { created, onDay }: ConfirmedSuccession,
  sector: string,
): Promise<Result<readonly string[], FieldProblem>> {
  const made: string[] = []
  for (const name of created) {
    const same = await tx
      .selectFrom('governance.organisation')
      .select('id')
      .where((where) => where(where.fn('lower', ['name']), '=', name.toLowerCase()))
      .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', onDay)]))
      .executeTakeFirst()
    if (same) return fail({ field: 'created', code: 'organisation-known' })
    const id = newId()
    await tx.insertInto('governance.organisation').values({ id, name, sector, starts_on: onDay }).execute()
    made.push(id)
  }
  return succeed(made)
}

async function writeSteps(tx: Writer, { act, formers, onDay, source, reason }: ConfirmedSuccession, successors: readonly string[]) {
  if (act === 'end') return
  const kind = successionKinds[act]
  const rows = formers.flatMap((former) => successors.map((successor) => ({ former, successor, kind, on_day: onDay, source, reason })))
  await tx.insertInto('governance.organisation_succession').values(rows).execute()
}

async function endWhatStands(tx: Writer, onDay: Temporal.PlainDate, { places, posts }: StandsInTheirName): Promise<void> {
  const ids = (held: readonly { readonly id: string }[]): readonly string[] => held.map(({ id }) => id)
  if (places.length > 0)
    await tx
      .updateTable('governance.appointment')
      .set((set) => ({ ends_on: onDay, ending_reason: 'organisation_ended', version: set('version', '+', 1) }))
      .where('id', 'in', ids(places))
      .execute()
  if (posts.length > 0) await tx.updateTable('governance.post').set({ ends_on: onDay }).where('id', 'in', ids(posts)).execute()
}

async function goOn(
  tx: Writer,
  { goesOn, onDay }: ConfirmedSuccession,
  { places, posts }: StandsInTheirName,
  successors: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const next = new Map<string, string>()
  const begun = (before: string): string => {
    const id = newId()
    next.set(before, id)
    return id
  }
  const nextOf = (person: string): string | undefined => successors.get(goesOn.get(person) ?? '')
  const appointments = places.flatMap((held) => {
    const on_behalf_of = nextOf(held.person)
    const { person, seat, place, capacity, mandate } = held
    const dates = { starts_on: onDay, ends_on: held.endsOn ?? null }
    if (on_behalf_of === undefined) return []
    return [{ id: begun(held.id), seat, place, person, on_behalf_of, capacity, mandate: [...mandate], ...dates }]
  })
  if (appointments.length > 0) await tx.insertInto('governance.appointment').values(appointments).execute()
  const taken = posts.flatMap(({ id, person, title, endsOn }) => {
    const organisation = nextOf(person)
    return organisation === undefined ? [] : [{ id: begun(id), person, organisation, title, starts_on: onDay, ends_on: endsOn ?? null }]
  })
  if (taken.length > 0) await tx.insertInto('governance.post').values(taken).execute()
  return next
}
