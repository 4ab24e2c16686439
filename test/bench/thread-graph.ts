import { sql } from 'kysely'
import type { Database } from '#platform/database/session.ts'

/** How many records stand in each layer of the graph that is walked; each serves up to three of the layer above. */
const layers = { need: 100, priority: 500, outcome: 2_000, deed: 10_000, figure: 22_000 } as const
const names = Object.keys(layers) as readonly (keyof typeof layers)[]

/** The layers' names, from the top, and how many records each has. */
export const layerNames = names
export const layerSizes = layers

/**
 * A domain of the benchmark's own beside those of the house, so that the walk is measured over kinds of which none is special, under policies like those of
 * the real ones. Half of the links are implied by columns, half are asserted; some records are hidden.
 */
export async function addGraph(owner: Database, body: string): Promise<void> {
  await sql.raw('create schema bench; grant usage on schema bench to goldenthread_app').execute(owner)
  const nodes: string[] = []
  const links: string[] = []
  for (const [index, name] of names.entries()) {
    const above = names[index - 1]
    await sql.raw(tableOf('bench', name)).execute(owner)
    nodes.push(
      `select '${name}'::text as kind, id, label, body as body_id, null::date as starts_on, null::date as ends_on, '{}'::text[] as says from bench.${name}`,
    )
    await fill(owner, body, name, above)
    if (above === undefined) continue
    for (const column of ['one', 'two'])
      links.push(`select '${name}'::text as from_kind, id as from_id, 'part-of'::text as relation, '${above}'::text as to_kind, ${column} as to_id,
        null::date as starts_on, null::date as ends_on from bench.${name} where ${column} is not null`)
  }
  await sql
    .raw(`create view bench.thread_node with (security_invoker = true) as ${nodes.join(' union all ')};
    create view bench.thread_link with (security_invoker = true) as ${links.join(' union all ')};
    grant select on bench.thread_node, bench.thread_link to goldenthread_app; call thread.compose(); analyze;`)
    .execute(owner)
}

const tableOf = (
  schema: string,
  kind: string,
): string => `create table ${schema}.${kind} (id uuid primary key, body uuid not null, sight text not null, label text not null, one uuid, two uuid);
  create index on ${schema}.${kind} (one); create index on ${schema}.${kind} (two); create index on ${schema}.${kind} (body);
  select platform.protect('${schema}.${kind}'); grant select on ${schema}.${kind} to goldenthread_app;
  create policy read on ${schema}.${kind} for select to goldenthread_app using (sight = 'public'
    or (sight = 'members' and body = any ((select governance.my_full_sight_bodies())::uuid[]))
    or body = any ((select governance.my_clerk_bodies())::uuid[]) or body = any ((select governance.my_chair_bodies())::uuid[]));`

/** Ids that tell their layer and number, so that links can be made without looking them up. */
const idOf = (layer: number, number: string): string =>
  `('00000000-${String(layer).padStart(4, '0')}-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`

async function fill(owner: Database, body: string, name: keyof typeof layers, above: keyof typeof layers | undefined): Promise<void> {
  const layer = names.indexOf(name)
  const up = (turn: number): string =>
    above === undefined ? 'null::uuid' : idOf(layer - 1, `((n::bigint * ${turn} + n / 7) % ${layers[above]})::int`)
  await sql
    .raw(`insert into bench.${name} select ${idOf(layer, 'n')}, '${body}'::uuid, case when n % 10 = 3 then 'members' else 'public' end, '${name} number ' || n, ${up(31)},
    case when n % 2 = 0 then ${up(57)} end from generate_series(0, ${layers[name] - 1}) n`)
    .execute(owner)
  if (above === undefined) return
  await sql
    .raw(`insert into thread.link (id, from_kind, from_id, relation, to_kind, to_id, body, why, starts_on, made_by, made_at)
    select ${idOf(90 + layer, 'n')}, '${name}', ${idOf(layer, 'n')}, 'serves', '${above}', ${up(83)}, '${body}'::uuid, 'As the plan says', '2020-01-01'::date, '${body}'::uuid, now()
    from generate_series(0, ${layers[name] - 1}) n
    union all select ${idOf(80 + layer, 'n')}, '${name}', ${idOf(layer, 'n')}, 'delivers', '${above}', ${up(97)}, '${body}'::uuid, 'As the plan says', '2020-01-01'::date, '${body}'::uuid, now()
    from generate_series(0, ${layers[name] - 1}, 2) n`)
    .execute(owner)
}

/** The id of a record of a layer. */
export function idIn(layer: number, number: number): string {
  return `00000000-${String(layer).padStart(4, '0')}-7000-8000-${number.toString(16).padStart(12, '0')}`
}

/** The kinds of a place with 50 plans. */
export const plannedKinds: ReadonlySet<string> = new Set(['plan', 'priority', 'outcome', 'plan-action', 'measure'])

/** 50 plans of 5 priorities with 2 outcomes, 5,000 actions and 2,000 measures, one in seven of them wanting something. */
export async function addPlannedThread(owner: Database, body: string): Promise<void> {
  await sql.raw('create schema bench; grant usage on schema bench to goldenthread_app').execute(owner)
  const kinds = [
    ['plan', 50, 0],
    ['priority', 250, 50],
    ['outcome', 500, 250],
    ['plan_action', 5_000, 500],
    ['measure', 2_000, 500],
  ] as const
  const above = { plan: undefined, priority: 'plan', outcome: 'priority', plan_action: 'outcome', measure: 'outcome' } as const
  const layer = { plan: 0, priority: 1, outcome: 2, plan_action: 3, measure: 4 } as const
  const nodes: string[] = []
  const links: string[] = []
  for (const [name, count, parents] of kinds) {
    const kind = name.replace('_', '-')
    const parent = above[name]
    await sql.raw(tableOf('bench', name)).execute(owner)
    const one = parent === undefined ? 'null::uuid' : `case when n % 7 <> 3 then ${idOf(layer[parent], `(n % ${parents})`)} end`
    await sql
      .raw(
        `insert into bench.${name} select ${idOf(layer[name], 'n')}, '${body}'::uuid, 'public', '${kind} ' || n, ${one}, null from generate_series(0, ${count - 1}) n`,
      )
      .execute(owner)
    nodes.push(`select '${kind}'::text as kind, id, label, body as body_id, null::date as starts_on, null::date as ends_on,
      case when one is null then '{owner}'::text[] else '{owner,lead,due,reported}'::text[] end as says from bench.${name}`)
    if (parent !== undefined)
      links.push(`select '${kind}'::text as from_kind, id as from_id, 'part-of'::text as relation, '${parent}'::text as to_kind, one as to_id,
        null::date as starts_on, null::date as ends_on from bench.${name} where one is not null`)
  }
  await sql
    .raw(`create view bench.thread_node with (security_invoker = true) as ${nodes.join(' union all ')};
      create view bench.thread_link with (security_invoker = true) as ${links.join(' union all ')};
      grant select on bench.thread_node, bench.thread_link to goldenthread_app; call thread.compose(); analyze;`)
    .execute(owner)
}
