import { sql } from 'kysely'
import { solve } from 'yalps'
import { writeAs } from '#platform/database/session.ts'
import type { Town } from './town.ts'

type Bounds = { readonly min?: number; readonly max?: number; readonly equal?: number }

/** A claim as it was published and corrected, with how many are out and left. */
interface ToldTwice {
  readonly before: ToldClaim
  readonly after: ToldClaim | null
  readonly truth: Readonly<Record<string, { readonly out: number; readonly left: number }>>
}

/** Claims of a town that are corrected, and attacked. */
export function correctedClaims({ ownerDb, db, as }: Pick<Town, 'ownerDb' | 'db' | 'as'>) {
  return {
    /** Takes up to three families out of every claim that is approved, under whatever heading: one proposes, another approves. Gives how many were. */
    async correct(): Promise<number> {
      const { rows } = await sql<{ claim: string; heading: string; episode: string }>`select claim, heading, episode from (
        select l.claim, l.heading, l.episode, row_number() over (partition by l.claim order by l.family, l.heading) as at
        from casework.claim_line l join casework.claim c on c.id = l.claim and c.verdict = 'approved') x where at <= 3`.execute(ownerDb)
      for (const { claim, heading, episode } of rows) {
        const made = await writeAs(db, as('co-ordinator'), (tx) =>
          sql<{
            id: string
          }>`select id from casework.propose_taking_out(${claim}::uuid, ${heading}, ${episode}::uuid, 'came-back', 'It came back')`.execute(
            tx,
          ),
        )
        await writeAs(db, as('governance'), (tx) =>
          sql`select casework.answer_taking_out(${claim}::uuid, ${made.rows[0]?.id}::uuid, 'approved', '')`.execute(tx),
        )
      }
      return rows.length
    },
    /** Attacks how many families were taken out of each claim, and how many are left: what is known more closely than the mark of a hidden count tells. */
    async attack(): Promise<readonly string[]> {
      const claim = (of: string) =>
        sql`(select jsonb_build_object('families', p.families, 'headings', (select jsonb_agg((t ->> 'shown')::int order by o) from jsonb_array_elements(p.figures) with ordinality x (t, o)))
          from published.claim p where p.starts_on = c.starts_on and p.revision = ${sql.lit(Number(of))})`
      const { rows } = await sql<ToldTwice>`select ${claim('1')} as before, ${claim('2')} as after, (
          select jsonb_object_agg(coalesce((x.o - 1)::text, 'all'), jsonb_build_object('out', x.out, 'left', x.left)) from (
            select t.o, count(*) filter (where l.is_out) as out, count(*) filter (where l.is_out is not true) as left
            from published.claim p cross join lateral jsonb_array_elements(p.figures) with ordinality t (told, o)
              join casework.claim_heading h on h.name = t.told ->> 'name' join casework.claim_line l on l.claim = c.id and l.heading = h.code and l.heading_from = h.starts_on
            where p.starts_on = c.starts_on and p.revision = 1 group by grouping sets ((t.o), ())) x) as truth
        from casework.claim c where c.verdict = 'approved' order by c.starts_on`.execute(ownerDb)
      return rows.flatMap(({ before, after, truth }) =>
        correctionAttacker(before, after ?? undefined, new Map(Object.entries(truth)) satisfies CorrectedClaim),
      )
    },
  }
}

/** What was published of a claim, by heading and in all; null where it is hidden. */
export interface ToldClaim {
  readonly headings: readonly (number | null)[]
  readonly families: number | null
}
/** How many families were taken out of a claim and how many are left in it, by heading and in all under the name 'all'. */
export type CorrectedClaim = ReadonlyMap<string, { readonly out: number; readonly left: number }>

/**
 * Whoever has read a claim before and after it was corrected and solves both, knowing that somebody was taken out. Gives each small count of families that were taken
 * out, or are left, which they know more closely than the mark of a hidden count tells.
 */
export function correctionAttacker(before: ToldClaim, after: ToldClaim | undefined, truth: CorrectedClaim): readonly string[] {
  const names = [...before.headings.keys()].map(String)
  const constraints = new Map<string, Bounds>([['most', { max: 1_000_000 }]])
  const variables = new Map<string, Map<string, number>>()
  for (const name of names) {
    variables.set(
      `left ${name}`,
      new Map([
        ['most', 1],
        [`before ${name}`, 1],
        [`after ${name}`, 1],
        ['before', 1],
        ['after', 1],
      ]),
    )
    variables.set(
      `out ${name}`,
      new Map([
        ['most', 1],
        [`before ${name}`, 1],
        ['before', 1],
        ['out', 1],
      ]),
    )
    constraints.set(`before ${name}`, toldBox(before.headings[Number(name)]))
    constraints.set(`after ${name}`, toldBox(after?.headings[Number(name)]))
  }
  constraints.set('before', toldBox(before.families))
  constraints.set('after', toldBox(after?.families))
  if (after) constraints.set('out', { min: 1 })
  const found: string[] = []
  for (const [name, counts] of truth)
    for (const kind of ['out', 'left'] as const) {
      if (counts[kind] < 1 || counts[kind] > 5) continue
      const aimed = [...variables].map(([key, row]): [string, Map<string, number>] => [
        key,
        key === `${kind} ${name}` || (name === 'all' && key.startsWith(kind)) ? new Map([...row, ['aim', 1]]) : row,
      ])
      const bound = (direction: 'minimize' | 'maximize') => solve({ direction, objective: 'aim', constraints, variables: aimed }).result
      const [least, most] = [bound('minimize'), bound('maximize')]
      if (!(most - least >= 4 - 1e-6)) found.push(`${kind} ${name}: ${counts[kind]} lies between ${least} and ${most}`)
    }
  return found
}

const toldBox = (shown: number | null | undefined): Bounds =>
  shown === null || shown === undefined ? { min: 0 } : shown === 0 ? { equal: 0 } : { min: Math.max(6, shown - 2), max: shown + 2 }
