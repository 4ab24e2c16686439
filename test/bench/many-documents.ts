import { sql } from 'kysely'
import { newId } from '#platform/database/ids.ts'
import type { Database } from '#platform/database/session.ts'

/** How much there is to be searched. */
export const manyDocuments = { documents: 20_000, meetings: 400 } as const

const syllables = 'ba con der mi sta ner vo ti re pla chi sup fa mil heal edu ser vi cou lo gro pa ren you saf gua com mis bud get'.split(
  ' ',
)
const tables = ['agenda_item', 'item_content', 'paper', 'paper_version', 'decision', 'minutes_version', 'minutes_section', 'meeting']

/** The same numbers at every run. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Words as a language has them: a few everywhere, most of them rare. */
export function vocabulary(): { readonly word: (rank: number) => string; readonly any: () => string } {
  const count = 40_000
  const next = numbers(20_140_224)
  const word = (rank: number): string => {
    let [left, text] = [rank + 900, '']
    for (; left > 0; left = Math.floor(left / syllables.length)) text += syllables[left % syllables.length]
    return text
  }
  const sums = new Float64Array(count)
  let sum = 0
  for (let rank = 0; rank < count; rank += 1) sums[rank] = sum += 1 / (rank + 2.7)
  const any = (): string => {
    const at = next() * sum
    let [low, high] = [0, count - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? 0) < at) low = middle + 1
      else high = middle
    }
    return word(low)
  }
  return { word, any }
}

/**
 * Gives a board 20,000 texts of 40 to 1,500 words: half of them papers, the rest decisions and minutes; every tenth is exempt. The index of words is filled in one
 * go, as a migration does it.
 */
export async function addManyDocuments(house: Database, body: string): Promise<void> {
  await house.connection().execute(async (owner) => {
    await sql`set statement_timeout = 0`.execute(owner)
    await addAll(owner, body)
    await sql`reset statement_timeout`.execute(owner)
  })
}

async function addAll(owner: Database, body: string): Promise<void> {
  const { documents, meetings } = manyDocuments
  const { any } = vocabulary()
  const next = numbers(7)
  const words = (most: number): string => Array.from({ length: 40 + Math.floor(next() * next() * most) }, any).join(' ')
  const person = newId()
  await owner.insertInto('governance.person').values({ id: person, name: 'Bench author' }).execute()
  for (const table of tables) await sql`alter table ${sql.table(`meetings.${table}`)} disable trigger user`.execute(owner)
  await sql`create table public.bench_meeting as select gen_random_uuid() as id, gen_random_uuid() as minutes, gen_random_uuid() as version, n
    from generate_series(0, ${sql.lit(meetings - 1)}) n`.execute(owner)
  await sql`insert into meetings.meeting (id, body, sight, kind, held_on, starts_at, access, state)
    select id, ${body}::uuid, 'public', 'ordinary', date '2003-01-07' + n * 21, '14:00', 'public', 'ended' from public.bench_meeting`.execute(
    owner,
  )
  await sql`insert into meetings.minutes (id, meeting, body, sight, state, approved_on, published_at)
    select minutes, id, ${body}::uuid, 'public', 'published', '2024-01-01', now() from public.bench_meeting`.execute(owner)
  await sql`insert into meetings.minutes_version (id, minutes, meeting, body, sight, number, made_by, made_at)
    select version, minutes, id, ${body}::uuid, 'public', 1, ${person}, now() from public.bench_meeting`.execute(owner)
  for (let from = 0; from < documents / 2; from += 500) {
    const texts = Array.from({ length: 1000 }, (_, index) => words(index < 500 ? 3000 : 500))
    const titles = Array.from({ length: 500 }, () => Array.from({ length: 5 }, any).join(' '))
    await addSome(owner, { body, person, from, texts, titles })
  }
  for (const table of tables) await sql`alter table ${sql.table(`meetings.${table}`)} enable trigger user`.execute(owner)
  const indexes = await sql<{ name: string; made: string }>`select indexname as name, indexdef as made from pg_indexes
    where schemaname = 'publicsite' and tablename = 'indexed' and indexdef ilike '% using gin %'`.execute(owner)
  for (const { name } of indexes.rows) await sql`drop index ${sql.table(`publicsite.${name}`)}`.execute(owner)
  for (const kind of ['meeting', 'item', 'paper', 'decision', 'minutes'])
    for (let part = 0; part < 16; part += 1)
      await sql`insert into publicsite.indexed (kind, record, part, face, sight, part_two, body, other_body, meeting, item, author, maker, day, subject, title, words, heading, everything)
        select t.*, publicsite.vector_of(t.title, ''), publicsite.vector_of(t.title, t.words) from publicsite.to_index t
        where t.kind = ${kind} and abs(hashtext(t.record::text)) % 16 = ${sql.lit(part)} on conflict do nothing`.execute(owner)
  for (const { made } of indexes.rows) await sql.raw(made).execute(owner)
  await sql`drop table public.bench_meeting`.execute(owner)
  await sql`vacuum analyze`.execute(owner)
}

interface Some {
  readonly body: string
  readonly person: string
  readonly from: number
  /** Of 500 papers, then of 500 decisions and minutes. */
  readonly texts: readonly string[]
  readonly titles: readonly string[]
}

async function addSome(owner: Database, { body, person, from, texts, titles }: Some): Promise<void> {
  const meetings = sql.lit(manyDocuments.meetings)
  await sql`create table public.bench_some as select gen_random_uuid() as item, gen_random_uuid() as paper, m.*, t.title, t.long, t.short, t.at,
      case when (${sql.lit(from)} + t.at) % 10 = 0 then 'exempt' else 'public' end as category, case when (${sql.lit(from)} + t.at) % 10 = 0 then 'members' else 'public' end as sight
    from unnest(${titles}::text[], ${texts.slice(0, 500)}::text[], ${texts.slice(500)}::text[]) with ordinality as t(title, long, short, at)
    join public.bench_meeting m on m.n = (${sql.lit(from)} + t.at) % ${meetings}`.execute(owner)
  await sql`insert into meetings.agenda_item (id, meeting, body, sight, position, number, public_title, purpose, report_status, category, paragraphs)
    select item, id, ${body}::uuid, 'public', ${sql.lit(from)} + at, ((${sql.lit(from)} + at) / ${meetings} + 1)::text || 'b', case category when 'public' then title else 'A matter in private' end,
      'decision', 'attached', category, case category when 'public' then '{}'::text[] else '{lga1972.3}' end from public.bench_some`.execute(
    owner,
  )
  await sql`insert into meetings.item_content (item, meeting, body, sight, category, title) select item, id, ${body}::uuid, sight, category, title from public.bench_some`.execute(
    owner,
  )
  await sql`insert into meetings.paper (id, item, meeting, body, sight, category, title, author, state)
    select paper, item, id, ${body}::uuid, sight, category, title, ${person}, 'published' from public.bench_some`.execute(owner)
  await sql`insert into meetings.paper_version (id, meeting, body, sight, paper, category, number, fields, tree, state, made_by, made_at)
    select gen_random_uuid(), id, ${body}::uuid, sight, paper, category, 1, '{}', jsonb_build_object('blocks', jsonb_build_array(jsonb_build_object('text', long))), 'published', ${person}, now()
    from public.bench_some`.execute(owner)
  await sql`insert into meetings.decision (id, meeting, body, of_body, sight, item, type, text, method, category, decided_on, recorded_at)
    select gen_random_uuid(), id, ${body}::uuid, ${body}::uuid, sight, item, 'approve', short, 'consensus', category, date '2003-01-07' + n * 21, now() from public.bench_some where at % 2 = 0`.execute(
    owner,
  )
  await sql`insert into meetings.minutes_section (id, minutes_version, meeting, body, sight, item, position, heading, category, tree)
    select gen_random_uuid(), version, id, ${body}::uuid, sight, item, ${sql.lit(from)} + at, title, category, jsonb_build_object('text', short) from public.bench_some where at % 2 = 1`.execute(
    owner,
  )
  await sql`drop table public.bench_some`.execute(owner)
}
