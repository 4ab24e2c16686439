import { sql } from 'kysely'
import { writeAs } from '#platform/database/session.ts'
import { publishFigures } from '../commands/figures.ts'
import { type AtLeast, figureAttacker, type PublishedFigure, type Truth } from './figure-attacker.ts'
import type { Town } from './town.ts'

/** A town whose months are published at several times, with the true counts behind each. */
export function attackedYears({ ownerDb, db, as }: Pick<Town, 'ownerDb' | 'db' | 'as'>) {
  const truths: Truth[] = []
  const times: Temporal.Instant[] = []
  async function published(): Promise<readonly PublishedFigure[]> {
    const { rows } = await sql<PublishedFigure>`select s.month::text, s.revision, f.indicator, f.span, f.is_hidden as "isHidden", f.count,
        array_position(${times.map(String)}::timestamptz[], s.made_at) - 1 as made
      from published.figure f join published.snapshot s on s.id = f.snapshot order by s.month, s.revision, f.indicator, f.span`.execute(
      ownerDb,
    )
    return rows
  }
  return {
    truths,
    published,
    async publish(when: string) {
      const made = await publishFigures({ db }, Temporal.Instant.from(when))
      const { rows } = await sql<{
        month: string
        indicator: string
        count: number
      }>`select month::text, indicator, count from casework.month_count`.execute(ownerDb)
      truths.push(new Map(rows.map(({ month, indicator, count }) => [`${indicator} ${month}`, count])))
      times.push(Temporal.Instant.from(when))
      return made
    },
    /** Draws and approves the claims of all quarters of 2025, under a heading that waits ten days, too. */
    async claimYear(): Promise<number> {
      await sql`insert into casework.claim_heading (code, starts_on, name, needs, hold_days, price_pence, source)
        values ('soon', '2010-01-01', 'Soon', '{closed-met}', 10, 100, 'Test')`.execute(ownerDb)
      for (const month of [1, 4, 7, 10]) {
        const first = new Temporal.PlainDate(2025, month, 1)
        const next = first.add({ months: 3 })
        const drawn = await writeAs(db, as('co-ordinator'), (tx) =>
          sql<{
            id: string | null
          }>`select id from casework.draw_claim(${first.toString()}::date, ${next.toString()}::date)`.execute(tx),
        )
        const id = drawn.rows[0]?.id
        if (id) await writeAs(db, as('governance'), (tx) => sql`select casework.answer_claim(${id}::uuid, 'approved', '')`.execute(tx))
      }
      return (await claimed(ownerDb)).length
    },
    /** Attacks every small count that was hidden in any publication: how many were, and which of them are known more closely than their mark tells. */
    async attack(): Promise<{ readonly attacked: number; readonly found: readonly string[] }> {
      const all = await published()
      const attacker = figureAttacker(all, truths, await claimed(ownerDb))
      const found: string[] = []
      const attacked = new Set<string>()
      for (const { indicator, month, made, isHidden, span } of all) {
        const name = attacker.nameOf(indicator, month, made)
        const count = truths[made]?.get(`${indicator} ${month}`) ?? 0
        if (span !== 'month' || !isHidden || count < 1 || count > 5 || attacked.has(name)) continue
        attacked.add(name)
        const [least, most] = attacker.between(name)
        if (most - least < 4 - 1e-6) found.push(`${name}: ${count} lies between ${least} and ${most}`)
      }
      return { attacked: attacked.size, found }
    },
  }
}

/** What claims tell: so many families at least were closed because needs were met, in the months of which the attacker is told. Claims add up. */
async function claimed(ownerDb: Town['ownerDb']): Promise<readonly AtLeast[]> {
  const { rows } = await sql<{
    heading: string
    shown: number
    months: readonly string[]
  }>`select x.heading, (t.told ->> 'shown')::int as shown, x.months
    from published.claim p cross join lateral jsonb_array_elements(p.figures) t (told) join casework.claim c on c.starts_on = p.starts_on and c.verdict = 'approved'
    join lateral (select l.heading, h.name, array_agg(distinct date_trunc('month', l.closed_on)::date::text) as months from casework.claim_line l
      join casework.claim_heading h on h.code = l.heading and h.starts_on = l.heading_from where l.claim = c.id group by 1, 2) x on x.name = t.told ->> 'name'
    where not (t.told ->> 'hidden')::boolean and (t.told ->> 'shown')::int > 0 order by p.starts_on`.execute(ownerDb)
  return rows.flatMap(({ heading }, first) => {
    const parts: AtLeast[] = []
    const months = new Set<string>()
    let least = 0
    for (const one of rows.slice(first)) {
      if (one.heading !== heading) continue
      least += Math.max(6, one.shown - 2)
      for (const month of one.months) months.add(month)
      parts.push({
        least,
        keys: [...months].flatMap((month) => ['closed:needs-met', 'closed:single-agency'].map((key) => `${key} ${month}`)),
      })
    }
    return parts
  })
}
