import { findBodiesById, listOrganisations } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'

type Day = Temporal.PlainDate

/** A body that works on a strategy. */
export interface StrategyGroup {
  readonly body: string
  readonly slug: string
  readonly name: string
  readonly role: 'steering' | 'reference'
  readonly does: string
}
/** A piece of the work by which a strategy is carried out. */
export interface StrategyTask {
  readonly id: string
  readonly title: string
  readonly ownerName: string
  readonly dueOn: Day
  readonly doneOn: Day | undefined
  readonly said: string
}
/** What follows on a strategy (C2). */
export interface StrategyWork {
  /** The matter on the forward plan of its board. */
  readonly planItem: string | undefined
  readonly eqia: string | undefined
  readonly groups: readonly StrategyGroup[]
  readonly tasks: readonly StrategyTask[]
  readonly reviews: readonly { readonly heldOn: Day; readonly found: string }[]
}

/** What follows on a strategy: groups, work, reviews. */
export async function findStrategyWork(reader: Reader, strategy: string, today: Day): Promise<StrategyWork> {
  const [row, groups, tasks, reviews, organisations] = await Promise.all([
    reader.selectFrom('commissioning.strategy').select(['plan_item', 'eqia']).where('id', '=', strategy).executeTakeFirst(),
    reader.selectFrom('commissioning.strategy_group').selectAll().where('strategy', '=', strategy).orderBy('role', 'desc').execute(),
    reader.selectFrom('commissioning.strategy_work').selectAll().where('strategy', '=', strategy).orderBy('due_on').orderBy('id').execute(),
    reader
      .selectFrom('commissioning.strategy_review')
      .select(['held_on as heldOn', 'found'])
      .where('strategy', '=', strategy)
      .orderBy('held_on', 'desc')
      .execute(),
    listOrganisations(reader),
  ])
  const bodies = await findBodiesById(
    reader,
    groups.map(({ group_body }) => group_body),
    today,
  )
  return {
    ...{ planItem: row?.plan_item ?? undefined, eqia: row?.eqia ?? undefined, reviews },
    groups: groups.flatMap(({ group_body, role, does }) =>
      bodies
        .filter(({ id }) => id === group_body)
        .map(({ id, slug, name }) => ({ body: id, slug, name, role: role as StrategyGroup['role'], does })),
    ),
    tasks: tasks.map((task) => ({
      ...{ id: task.id, title: task.title, ownerName: organisations.find(({ id }) => id === task.owner)?.name ?? '', dueOn: task.due_on },
      ...{ doneOn: task.done_on ?? undefined, said: task.said },
    })),
  }
}

/** What is intended for a service in a year that begins on 1 April. */
export interface Intention {
  readonly service: string
  readonly year: number
  readonly kind: 'continue' | 'change' | 'buy-again' | 'begin' | 'end'
  readonly text: string
}

/** What a board intends, the latest year first. */
export async function listIntentions(reader: Reader, body: string): Promise<readonly Intention[]> {
  const rows = await reader
    .selectFrom('commissioning.intention')
    .select(['service', 'year', 'kind', 'text'])
    .where('body', '=', body)
    .orderBy('year', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(({ kind, ...row }) => ({ ...row, kind: kind as Intention['kind'] }))
}
