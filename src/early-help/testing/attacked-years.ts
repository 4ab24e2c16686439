import { sql } from 'kysely'
import { publishFigures } from '../commands/figures.ts'
import { figureAttacker, type PublishedFigure, type Truth } from './figure-attacker.ts'
import type { Town } from './town.ts'

/** A town whose months are published at several times, with the true counts behind each. */
export function attackedYears({ ownerDb, db }: Pick<Town, 'ownerDb' | 'db'>) {
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
    /** Attacks every small count that was hidden in any publication: how many were, and which of them are known more closely than their mark tells. */
    async attack(): Promise<{ readonly attacked: number; readonly found: readonly string[] }> {
      const all = await published()
      const attacker = figureAttacker(all, truths)
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
