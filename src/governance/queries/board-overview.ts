import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import { holdsOn } from './periods.ts'

/** The few facts of a body that its public page leads with; read in one query, because that page is the most visited. */
export interface BoardOverview {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly kindLabel: string
  /** Null on a day for which no status is recorded. */
  readonly status: string | null
  /** Null on a day for which no settings are recorded. */
  readonly publicAccess: string | null
  /** From the terms in force; null where there are no terms or they do not say. */
  readonly purpose: string | null
  readonly hasTerms: boolean
  /** Null where nobody holds the office on the day. */
  readonly chair: string | null
  readonly chairBasis: string | null
  readonly clerk: string | null
  /** Places of all seats on the day. */
  readonly places: number
  readonly filled: number
  /** The areas that it serves on the day, by name. */
  readonly areas: readonly { readonly id: string; readonly name: string }[]
}

/** A body's leading facts on a day, by the name in its address; undefined where there is no such body. */
export async function findBoardOverview(reader: Reader, slug: string, onDay: Temporal.PlainDate): Promise<BoardOverview | undefined> {
  return reader
    .selectFrom('governance.body as b')
    .leftJoin('governance.body_status as t', (join) => join.onRef('t.body', '=', 'b.id').on(holdsOn('t', onDay)))
    .leftJoin('governance.body_setting as g', (join) => join.onRef('g.body', '=', 'b.id').on(holdsOn('g', onDay)))
    .leftJoin('governance.terms_version as v', (join) =>
      join.onRef('v.body', '=', 'b.id').on('v.state', '=', 'adopted').on(holdsOn('v', onDay)),
    )
    .leftJoin('governance.office as c', (join) => join.onRef('c.body', '=', 'b.id').on('c.role', '=', 'chair').on(holdsOn('c', onDay)))
    .leftJoin('governance.person as p', 'p.id', 'c.person')
    .leftJoin('governance.code as k', (join) => join.onRef('k.code', '=', 'b.kind').on('k.list', '=', 'body-kind'))
    .select(['b.id', 'b.slug', 'b.name', 't.status', 'g.public_access as publicAccess', 'p.name as chair', 'c.basis as chairBasis'])
    .select([
      sql<string>`coalesce(k.label, b.kind)`.as('kindLabel'),
      sql<string | null>`v.document #>> '{purpose,value}'`.as('purpose'),
      sql<boolean>`v.id is not null`.as('hasTerms'),
    ])
    .select((query) => [
      query
        .selectFrom('governance.body_area as x')
        .innerJoin('governance.area as e', 'e.id', 'x.area')
        .select(
          sql<BoardOverview['areas']>`coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'name', e.name) order by e.name), '[]')`.as('n'),
        )
        .whereRef('x.body', '=', 'b.id')
        .where(holdsOn('x', onDay))
        .$asScalar()
        .as('areas'),
      query
        .selectFrom('governance.office as f')
        .innerJoin('governance.person as q', 'q.id', 'f.person')
        .select('q.name')
        .whereRef('f.body', '=', 'b.id')
        .where('f.role', '=', 'clerk')
        .where(holdsOn('f', onDay))
        .orderBy('f.starts_on')
        .limit(1)
        .as('clerk'),
      query
        .selectFrom('governance.seat as s')
        .select(sql<number>`coalesce(sum(s.places), 0)::int`.as('n'))
        .whereRef('s.body', '=', 'b.id')
        .where(holdsOn('s', onDay))
        .$asScalar()
        .as('places'),
      query
        .selectFrom('governance.appointment as a')
        .innerJoin('governance.seat as s', 's.id', 'a.seat')
        .select(sql<number>`count(*)::int`.as('n'))
        .whereRef('s.body', '=', 'b.id')
        .where(holdsOn('s', onDay))
        .where(holdsOn('a', onDay))
        .$asScalar()
        .as('filled'),
    ])
    .where('b.slug', '=', slug)
    .executeTakeFirst() as Promise<BoardOverview | undefined>
}

/** A body as a card shows it. */
export interface BoardCard {
  readonly id: string
  readonly slug: string
  readonly name: string
  /** Empty where the body has no shorter name. */
  readonly shortName: string
  readonly kindLabel: string
  readonly status: string | null
  /** From the terms in force; null where there are none or they do not say. */
  readonly purpose: string | null
}

/** Every body as a card, in the order in which the kinds of bodies are listed, then by name. */
export async function listBoardCards(reader: Reader, onDay: Temporal.PlainDate): Promise<readonly BoardCard[]> {
  return reader
    .selectFrom('governance.body as b')
    .leftJoin('governance.body_status as t', (join) => join.onRef('t.body', '=', 'b.id').on(holdsOn('t', onDay)))
    .leftJoin('governance.terms_version as v', (join) =>
      join.onRef('v.body', '=', 'b.id').on('v.state', '=', 'adopted').on(holdsOn('v', onDay)),
    )
    .leftJoin('governance.code as k', (join) => join.onRef('k.code', '=', 'b.kind').on('k.list', '=', 'body-kind'))
    .select(['b.id', 'b.slug', 'b.name', 'b.short_name as shortName', 't.status'])
    .select([sql<string>`coalesce(k.label, b.kind)`.as('kindLabel'), sql<string | null>`v.document #>> '{purpose,value}'`.as('purpose')])
    .orderBy('k.position')
    .orderBy('b.name')
    .orderBy('b.id')
    .execute()
}
