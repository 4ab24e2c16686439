import { type RawBuilder, sql } from 'kysely'
import { findBodiesById, findBody } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { type Asked, beginnings, plainWords, wantedWords } from '../rules/asked-words.ts'
import { type ExcerptPart, foundAddress, partsOf } from '../rules/found.ts'

/** Results on a page. */
export const onAPage = 20
/** Of so many the most fitting come first; where more have the words, those with the words in their heading and the newest are among them. */
export const mostRanked = 200

/** One result as the page shows it. */
export interface FoundLine {
  readonly kind: string
  readonly title: string
  readonly href: string
  /** Name of the board; '' where it belongs to none. */
  readonly where: string
  readonly day: Temporal.PlainDate | null
  /** Whether it is seen by those who may read the full agenda, and not by the public. */
  readonly isOpen: boolean
  readonly excerpt: readonly ExcerptPart[]
}

/** What a search found. */
export interface FoundPage {
  readonly lines: readonly FoundLine[]
  /** Of the kind that was asked for. */
  readonly total: number
  /** How many of each kind there are with the other filters. */
  readonly kinds: ReadonlyMap<string, number>
  readonly pages: number
  /** Nothing had just these words: these have words that begin with them. */
  readonly byBeginnings: boolean
  /** Headings like what was asked for, where nothing was found. */
  readonly alike: readonly { readonly title: string; readonly href: string }[]
}

interface Row {
  readonly kind: string
  readonly record: string
  readonly meeting: string | null
  readonly item: string | null
  readonly body: string | null
  readonly subject: string
  readonly title: string
  readonly day: Temporal.PlainDate | null
  readonly sight: string
  readonly excerpt: string
}

/**
 * Searches as whoever asks: the view hands over what they may see and nothing else, so that nothing else is counted either. Words are read as people write
 * them ("exact words", -without, this or that); where nothing has them, words that begin so.
 */
export async function findWords(reader: Reader, asked: Asked, today: Temporal.PlainDate): Promise<FoundPage> {
  // An index of words is read for every search: PostgreSQL takes reading a table for cheap, because it does not know what unpacking its words costs.
  await reader.selectNoFrom(sql`set_config('enable_seqscan', 'off', true)`.as('one')).execute()
  const board = asked.board === undefined ? undefined : ((await findBody(reader, asked.board, today))?.id ?? null)
  const exact = await findBy(reader, asked, board, sql`websearch_to_tsquery('english', ${plainWords(asked.words)})`, today)
  if (exact.kinds.size > 0) return exact
  const begun = beginnings(asked.words)
  if (begun !== '') {
    const found = await findBy(reader, asked, board, sql`to_tsquery('simple', ${begun})`, today)
    if (found.kinds.size > 0) return { ...found, byBeginnings: true }
  }
  return { ...exact, alike: await findAlike(reader, asked.words) }
}

type Query = RawBuilder<unknown>

async function findBy(
  reader: Reader,
  asked: Asked,
  board: string | null | undefined,
  query: Query,
  today: Temporal.PlainDate,
): Promise<FoundPage> {
  const [counted, rows] = await Promise.all([countKinds(reader, asked, board, query), findRows(reader, asked, board, query)])
  const kinds = new Map(counted.map(({ kind, many }) => [kind, many]))
  const total = asked.kind === undefined ? counted.reduce((sum, { many }) => sum + many, 0) : (kinds.get(asked.kind) ?? 0)
  const bodies = await findBodiesById(reader, [...new Set(rows.flatMap(({ body }) => (body === null ? [] : [body])))], today)
  const names = new Map(bodies.map(({ id, name }) => [id, name]))
  const listed = asked.order === 'relevance' ? Math.min(total, mostRanked) : Math.min(total, 50 * onAPage)
  return {
    lines: rows.map((row) => ({
      kind: row.kind,
      title: row.title,
      href: foundAddress(row),
      where: names.get(row.body ?? '') ?? '',
      day: row.day,
      isOpen: row.sight === 'public',
      excerpt: partsOf(row.excerpt),
    })),
    total,
    kinds,
    pages: Math.ceil(listed / onAPage),
    byBeginnings: false,
    alike: [],
  }
}

/** Everything that has the words and lies within the filters, kinds aside. */
function having(reader: Reader, { from, to }: Asked, board: string | null | undefined, query: Query) {
  return reader
    .selectFrom('publicsite.findable as f')
    .where(sql<boolean>`f.everything @@ ${query}`)
    .$if(board !== undefined, (rows) => rows.where(sql<boolean>`${board ?? null}::uuid in (f.body, f.other_body)`))
    .$if(from !== undefined, (rows) => rows.where('f.day', '>=', from ?? null))
    .$if(to !== undefined, (rows) => rows.where('f.day', '<=', to ?? null))
}

async function countKinds(reader: Reader, asked: Asked, board: string | null | undefined, query: Query) {
  return having(reader, asked, board, query)
    .select(['f.kind as kind', sql<number>`count(*)::int`.as('many')])
    .groupBy('f.kind')
    .$narrowType<{ kind: string }>()
    .execute()
}

const headline = 'StartSel=\u0002, StopSel=\u0003, MaxWords=34, MinWords=16, MaxFragments=1'

async function findRows(reader: Reader, asked: Asked, board: string | null | undefined, query: Query): Promise<readonly Row[]> {
  const stems = sql`tsvector_to_array(to_tsvector('english', ${wantedWords(asked.words).join(' ')}))`
  const { order, kind, page } = asked
  const matched = having(reader, asked, board, query)
    .$if(kind !== undefined, (rows) => rows.where('f.kind', '=', kind ?? null))
    .select(['f.kind', 'f.record', 'f.part', 'f.face', 'f.day'])
  const chosen =
    order === 'relevance'
      ? matched
          .orderBy(sql`f.heading @@ ${query}`, 'desc')
          .orderBy('f.day', (by) => by.desc().nullsLast())
          .orderBy('f.record')
          .limit(mostRanked)
      : matched
          .orderBy('f.day', (by) => (order === 'newest' ? by.desc().nullsLast() : by.asc().nullsLast()))
          .orderBy('f.record')
          .limit(onAPage)
          .offset((page - 1) * onAPage)
  const fit = sql`ts_rank(g.heading, ${query}) * 2 + ts_rank(g.everything, ${query}, 1)`
  return reader
    .with('chosen', (db) => db.selectFrom(chosen.as('c')).selectAll())
    .with('shown', (db) => {
      const rows = db
        .selectFrom('chosen as c')
        .innerJoin('publicsite.findable as g', (on) =>
          on
            .onRef('g.kind', '=', 'c.kind')
            .onRef('g.record', '=', 'c.record')
            .onRef('g.part', '=', 'c.part')
            .onRef('g.face', '=', 'c.face'),
        )
        .select(['g.kind', 'g.record', 'g.meeting', 'g.item', 'g.body', 'g.subject', 'g.title', 'g.day', 'g.sight', 'g.words'])
      const numbered =
        order === 'relevance'
          ? sql<number>`row_number() over (order by ${fit} desc, g.day desc nulls last, g.record)`
          : sql<number>`row_number() over (order by g.day ${sql.raw(order === 'newest' ? 'desc' : 'asc')} nulls last, g.record)`
      return rows.select(numbered.as('place'))
    })
    .selectFrom('shown as s')
    .select(['s.kind', 's.record', 's.meeting', 's.item', 's.body', 's.subject', 's.title', 's.day', 's.sight'])
    .select(
      // Only the words around the first that was asked for are read again: a whole report would take as long as the search.
      sql<string>`ts_headline('english', substring(s.words from greatest(1, coalesce((select min(nullif(strpos(lower(s.words),
        case when length(stem) > 4 then left(stem, -1) else stem end), 0)) from unnest(${stems}) stem), 1) - 160) for 700), ${query}, ${headline})`.as(
        'excerpt',
      ),
    )
    .where('s.place', '>', order === 'relevance' ? (page - 1) * onAPage : 0)
    .orderBy('s.place')
    .limit(onAPage)
    .$narrowType<{ kind: string; record: string; subject: string; title: string; sight: string }>()
    .execute()
}

/** Headings that are written like what was asked for, among those that may be seen: a help with slips of the pen. */
async function findAlike(reader: Reader, words: string): Promise<FoundPage['alike']> {
  const typed = sql`${wantedWords(words).join(' ')}`
  await reader.selectNoFrom(sql`set_config('pg_trgm.word_similarity_threshold', '0.45', true)`.as('one')).execute()
  const rows = await reader
    .selectFrom('publicsite.findable as f')
    .select(['f.kind', 'f.record', 'f.meeting', 'f.item', 'f.subject', 'f.title'])
    .where(sql<boolean>`${typed} operator(public.<%) f.title`)
    .orderBy(sql`public.word_similarity(${typed}, f.title)`, 'desc')
    .orderBy('f.day', (by) => by.desc().nullsLast())
    .limit(20)
    .$narrowType<{ kind: string; record: string; subject: string; title: string }>()
    .execute()
  const byTitle = new Map(rows.toReversed().map((row) => [row.title, row]))
  return [...byTitle.values()]
    .toReversed()
    .slice(0, 5)
    .map((row) => ({ title: row.title, href: foundAddress(row) }))
}
