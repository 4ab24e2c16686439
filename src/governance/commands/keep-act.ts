import { newId } from '#platform/database/ids.ts'
import type { Acting, Writer } from '#platform/database/session.ts'
import type { StandsInTheirName } from '../queries/succession.ts'
import type { SuccessionAct } from '../rules/succession.ts'

interface Act {
  readonly act: SuccessionAct
  readonly formers: readonly string[]
  readonly successors: readonly string[]
  readonly created: readonly string[]
  readonly onDay: Temporal.PlainDate
  readonly source: string
  readonly reason: string
}

/** Keeps an act by which something becomes of organisations, before it changes anything, so that it can be taken back (G1). Hands back its id. */
export async function keepAct(
  tx: Writer,
  { today }: Acting,
  { act, onDay, source, reason }: Act,
  formers: readonly { readonly id: string; readonly name: string; readonly endsOn: Temporal.PlainDate | undefined }[],
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('governance.succession_act')
    .values({ id, act, on_day: onDay, recorded_on: today, source, reason, keeps_effects: true })
    .execute()
  const parties = formers.map((former) => ({
    ...{ act: id, part: 'former', organisation: former.id, name: former.name, was_ends_on: former.endsOn ?? null },
  }))
  await tx.insertInto('governance.succession_party').values(parties).execute()
  return id
}

/** Keeps what an act changed: what ended as it was before, what was begun in its place, and who was set up. */
export async function keepEffects(
  tx: Writer,
  act: string,
  input: Act,
  done: { readonly hanging: StandsInTheirName; readonly next: ReadonlyMap<string, string>; readonly made: readonly string[] },
): Promise<void> {
  const names = await namesOf(tx, input.successors)
  const parties = [
    ...input.successors.map((organisation) => ({ act, part: 'successor', organisation, name: names.get(organisation) ?? '' })),
    ...done.made.map((organisation, index) => ({ act, part: 'made', organisation, name: input.created[index] ?? '' })),
  ]
  if (parties.length > 0) await tx.insertInto('governance.succession_party').values(parties).execute()
  const { places, posts } = done.hanging
  const held = [
    ...places.map((place) => ({ ...place, kind: 'appointment', was_reason: place.endingReason })),
    ...posts.map((post) => ({ ...post, kind: 'post', was_reason: '' })),
  ].map(({ id, kind, endsOn, was_reason }) => ({
    ...{ act, kind, record: id, was_ends_on: endsOn ?? null, was_reason, next: done.next.get(id) ?? null },
  }))
  if (held.length > 0) await tx.insertInto('governance.succession_held').values(held).execute()
}

async function namesOf(tx: Writer, organisations: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (organisations.length === 0) return new Map()
  const rows = await tx.selectFrom('governance.organisation').select(['id', 'name']).where('id', 'in', organisations).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
