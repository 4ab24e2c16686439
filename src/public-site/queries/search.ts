import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import { type AskedQuery, readQuery } from '../rules/asked-query.ts'
import { type Asked, beginnings, plainWords, wantedWords } from '../rules/asked-words.ts'
import { type ExcerptPart, foundAddress, partsOf } from '../rules/found.ts'

/** Results on a page. */
export const onAPage = 20
/** Of so many the most fitting come first; where more have the words, those with the words in their heading and the newest are among them. */
export const mostRanked = 100

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

/** A board as a search asks for it. */
export interface SearchedBoard {
  readonly id: string
  readonly slug: string
  readonly name: string
}

/** A search with everything that the database needs to know of it. */
interface Search extends Asked {
  readonly query: AskedQuery
  /** Id of the board that was asked for; of no board where there is none of that name. */
  readonly body: string | undefined
}

const noBoard = '00000000-0000-0000-0000-000000000000'
const nothing: FoundPage = { lines: [], total: 0, kinds: new Map(), pages: 0, byBeginnings: false, alike: [] }

/**
 * Searches as whoever asks: the view hands over what they may see and nothing else, so that nothing else is counted either. Words are read as people write
 * them ("exact words", -without, this or that); where nothing has them, words that begin so.
 */
export async function findWords(reader: Reader, asked: Asked, boards: readonly SearchedBoard[]): Promise<FoundPage> {
  const begun = beginnings(asked.words)
  const queries = await settle(reader, plainWords(asked.words), begun)
  const body = asked.board === undefined ? undefined : (boards.find(({ slug }) => slug === asked.board)?.id ?? noBoard)
  const names = new Map(boards.map(({ id, name }) => [id, name]))
  const exact = await findBy(reader, { ...asked, body, query: readQuery(queries.exact) }, names)
  if (exact.kinds.size > 0) return exact
  const found = await findBy(reader, { ...asked, body, query: readQuery(queries.begun) }, names)
  if (found.kinds.size > 0) return { ...found, byBeginnings: true }
  return { ...nothing, alike: await findAlike(reader, asked.words) }
}

/** Tells the database how to search until the transaction ends, and has it read what was typed. */
async function settle(reader: Reader, words: string, begun: string): Promise<{ readonly exact: string; readonly begun: string }> {
  return reader
    .selectNoFrom([
      // An index of words is read for every search: PostgreSQL takes reading a table for cheap, because it does not know what unpacking its words costs.
      sql`set_config('enable_seqscan', 'off', true)`.as('seqscan'),
      // The same few statements over and over: planning them anew takes as long as searching.
      sql`set_config('plan_cache_mode', 'force_generic_plan', true)`.as('plans'),
      sql`set_config('jit', 'off', true)`.as('jit'),
      sql<string>`websearch_to_tsquery('english', ${words})::text`.as('exact'),
      sql<string>`to_tsquery('simple', ${begun})::text`.as('begun'),
    ])
    .executeTakeFirstOrThrow()
}

async function findBy(reader: Reader, search: Search, names: ReadonlyMap<string, string>): Promise<FoundPage> {
  if (search.query.text === '') return nothing
  const [counted, rows] = await Promise.all([countKinds(reader, search), findRows(reader, search)])
  const kinds = new Map(counted.map(({ kind, many }) => [kind, many]))
  const total = search.kind === undefined ? counted.reduce((sum, { many }) => sum + many, 0) : (kinds.get(search.kind) ?? 0)
  const listed = search.order === 'relevance' ? Math.min(total, mostRanked) : Math.min(total, 50 * onAPage)
  return {
    ...nothing,
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
  }
}

/** A query as a value that is made once a statement: written in place, it would be read anew for every row. */
const asQuery = (text: string): RawBuilder<unknown> => sql`(select ${text}::tsquery)`

/** Everything within the filters. They stand in every statement, so that a connection keeps few of them prepared. */
function within(reader: Reader, { from, to, body }: Search, kind: string | undefined) {
  return reader
    .selectFrom('publicsite.findable as f')
    .select(['f.kind', 'f.record', 'f.meeting', 'f.item', 'f.body', 'f.subject', 'f.title', 'f.day', 'f.sight', 'f.words'])
    .select(['f.heading', 'f.everything'])
    .where(sql<boolean>`(${body ?? null}::uuid is null or ${body ?? null}::uuid in (f.body, f.other_body))`)
    .where(sql<boolean>`(${from ?? null}::date is null or f.day >= ${from ?? null}::date)`)
    .where(sql<boolean>`(${to ?? null}::date is null or f.day <= ${to ?? null}::date)`)
    .where(sql<boolean>`(${kind ?? null}::text is null or f.kind = ${kind ?? null}::text)`)
}

/**
 * What has the words. Where words must stand together, the indexes say what has the pairs, and only that is looked at: behind `offset`, because PostgreSQL would
 * otherwise make the pairs of every text again to be sure.
 */
function having(reader: Reader, search: Search, kind: string | undefined) {
  const { text, needs } = search.query
  const has = sql<boolean>`f.everything @@ ${asQuery(text)}`
  const all = within(reader, search, kind)
  if (needs === undefined) return all.where(has)
  const [first, gap, next] = [
    needs.pairs.map((pair) => pair.first),
    needs.pairs.map((pair) => pair.gap),
    needs.pairs.map((pair) => pair.next),
  ]
  const pairs = sql`(select array_agg(publicsite.pair(hashtext(p.first), p.gap, hashtext(p.next))) from unnest(${first}::text[], ${gap}::int[], ${next}::text[]) p(first, gap, next))`
  const likely = all.where(sql<boolean>`f.pairs @> ${pairs}`).where(sql<boolean>`f.everything @@ ${asQuery(needs.words)}`)
  return reader.selectFrom(likely.offset(0).as('f')).selectAll().where(has)
}

async function countKinds(reader: Reader, search: Search) {
  return reader
    .selectFrom(having(reader, search, undefined).as('f'))
    .select(['f.kind as kind', sql<number>`count(*)::int`.as('many')])
    .groupBy('f.kind')
    .$narrowType<{ kind: string }>()
    .execute()
}

/** The rows of a page, with how well they fit: by date all fit alike. */
function onOnePage(reader: Reader, search: Search) {
  const { order, page, query } = search
  const asked = asQuery(query.text)
  const isRanked = order === 'relevance'
  const among = isRanked ? likeliest(reader, search) : sql<Likely>`${having(reader, search, search.kind)}`
  const fit = isRanked ? sql<number>`ts_rank(f.heading, ${asked}) * 2 + ts_rank(f.everything, ${asked}, 1)` : sql<number>`0::real`
  return reader
    .selectFrom(among.as('f'))
    .selectAll()
    .select(fit.as('fit'))
    .orderBy(sql`fit desc, f.day ${way(order)}, f.record`)
    .limit(onAPage)
    .offset((page - 1) * onAPage)
}

const way = (order: Asked['order']): RawBuilder<unknown> => (order === 'oldest' ? sql`asc nulls last` : sql`desc nulls last`)

type Likely = Omit<Row, 'excerpt'> & { readonly words: string; readonly heading: string; readonly everything: string }

/**
 * Those among which the most fitting are chosen: with the words in their heading, then the newest. What has them in its heading has them; others are asked for
 * only where there is room.
 */
function likeliest(reader: Reader, search: Search): RawBuilder<Likely> {
  const inHeading = sql<boolean>`f.heading @@ ${asQuery(search.query.text)}`
  const newest = sql`f.day desc nulls last, f.record`
  const all = having(reader, search, search.kind)
  if (search.query.leavesOut) return sql<Likely>`${all.orderBy(sql`${inHeading} desc, ${newest}`).limit(mostRanked)}`
  const headed = within(reader, search, search.kind).where(inHeading).orderBy(newest).limit(mostRanked)
  const others = all.where(sql<boolean>`not ${inHeading}`).orderBy(newest).limit(mostRanked)
  return sql<Likely>`(${headed} union all ${others} limit ${mostRanked})`
}

const headline = 'StartSel=\u0002, StopSel=\u0003, MaxWords=34, MinWords=16, MaxFragments=1'
/** Characters in which the first of the words is looked for; a text that has them further on shows its beginning. */
const mostRead = 40_000

async function findRows(reader: Reader, search: Search): Promise<readonly Row[]> {
  const stems = sql`(select tsvector_to_array(to_tsvector('english', ${wantedWords(search.words).join(' ')})))`
  // Only the words around the first that was asked for are read again: a whole report would take as long as the search. Case is told apart as in ASCII, which is
  // quicker by far: a text that has the first word only as 'Île' shows its beginning.
  const begins = sql`(select min(nullif(strpos(lower(t.text collate "C"), case when length(stem) > 4 then left(stem, -1) else stem end), 0)) from unnest(${stems}) stem)`
  const around = sql`substring(t.text from greatest(1, coalesce(${begins}, 1) - 140)::int for 480)`
  return reader
    .selectFrom(onOnePage(reader, search).as('s'))
    .select(['s.kind', 's.record', 's.meeting', 's.item', 's.body', 's.subject', 's.title', 's.day', 's.sight'])
    .select(
      sql<string>`(select ts_headline('english', ${around}, ${asQuery(search.query.text)}, ${headline}) from (select left(s.words, ${mostRead}::int) as text offset 0) t)`.as(
        'excerpt',
      ),
    )
    .orderBy(sql`s.fit desc, s.day ${way(search.order)}, s.record`)
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
