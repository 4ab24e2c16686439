import { sql } from 'kysely'
import type { Database } from '#platform/database/session.ts'

/** How much one body leaves behind in twenty years (handbook governance 8; what a city's council showed when it was read). */
export const twentyYears = { meetings: 346, items: 5106, papers: 2097 } as const

/** Gives a body of the sample the meetings, items and papers of twenty years, with packs, minutes, attendance, decisions, motions and votes. */
export async function addTwentyYears(owner: Database, slug: string): Promise<void> {
  const { meetings, items, papers } = twentyYears
  await owner.connection().execute(async (db) => {
    const run = (query: ReturnType<typeof sql>): Promise<unknown> => query.execute(db)
    await run(sql`create temporary table bench_body as select b.id, (select o.person from governance.office o where o.body = b.id limit 1) as person
      from governance.body b where b.slug = ${slug}`)
    await run(
      sql`create temporary table bench_meeting as select gen_random_uuid() as id, n from generate_series(0, ${sql.lit(meetings - 1)}) n`,
    )
    await run(sql`create temporary table bench_item as select gen_random_uuid() as id, m.id as meeting, g.n
      from generate_series(0, ${sql.lit(items - 1)}) as g(n) join bench_meeting m on m.n = g.n % ${sql.lit(meetings)}`)
    await run(sql`create temporary table bench_paper as select gen_random_uuid() as id, gen_random_uuid() as version, i.id as item, i.meeting, i.n
      from bench_item i where i.n < ${sql.lit(papers)}`)
    await run(sql`insert into meetings.meeting (id, body, sight, kind, held_on, starts_at, ends_at, place, access, state, called_at)
      select m.id, b.id, 'public', 'ordinary', date '2005-01-11' + m.n * 21, '14:00', '16:30', 'Council chamber, Harbour House', 'public', 'ended', '2005-01-01Z'
      from bench_meeting m, bench_body b`)
    await run(sql`insert into meetings.agenda_item (id, meeting, body, sight, position, number, public_title, purpose, report_status, category)
      select i.id, i.meeting, b.id, 'public', i.n / ${sql.lit(meetings)} + 1, (i.n / ${sql.lit(meetings)} + 1)::text, 'Item of business ' || i.n, 'decision', 'attached', 'public'
      from bench_item i, bench_body b`)
    await run(sql`insert into meetings.item_content (item, meeting, body, sight, category, title)
      select i.id, i.meeting, b.id, 'public', 'public', 'Item of business ' || i.n from bench_item i, bench_body b`)
    await run(sql`insert into meetings.paper (id, item, meeting, body, sight, category, title, author, state)
      select p.id, p.item, p.meeting, b.id, 'public', 'public', 'Report ' || p.n, b.person, 'published' from bench_paper p, bench_body b`)
    await run(sql`insert into meetings.paper_version (id, meeting, body, sight, paper, category, number, fields, tree, state, made_by, made_at)
      select p.version, p.meeting, b.id, 'public', p.id, 'public', 1, '{"summary":"What this report is about."}', '{"version":1,"blocks":[]}', 'published', b.person, now()
      from bench_paper p, bench_body b`)
    for (const kind of ['pack', 'minutes']) {
      await run(sql`insert into meetings.publication (id, meeting, body, sight, kind, number, published_at, published_on, actor)
        select gen_random_uuid(), m.id, b.id, 'public', ${kind}, 1, (date '2005-01-04' + m.n * 21)::timestamptz, date '2005-01-04' + m.n * 21, b.person
        from bench_meeting m, bench_body b`)
    }
    await run(sql`insert into meetings.pack_file (publication, meeting, body, sight, edition, state, document, pages)
      select p.id, p.meeting, p.body, 'public', 'public', 'ready', repeat('a', 64), 60 from meetings.publication p join bench_meeting m on m.id = p.meeting`)
    await addRecord(run, meetings)
  })
  await sql`analyze`.execute(owner)
}

async function addRecord(run: (query: ReturnType<typeof sql>) => Promise<unknown>, meetings: number): Promise<void> {
  await run(sql`insert into meetings.decision (id, meeting, body, sight, item, type, text, method, category, decided_on, recorded_at)
    select gen_random_uuid(), i.meeting, b.id, 'public', i.id, 'approve', 'That the report be approved and its recommendations carried out.', 'show_of_hands',
      'public', date '2005-01-11' + (i.n % ${sql.lit(meetings)}) * 21, now() from bench_item i, bench_body b where i.n % 2 = 0`)
  await run(sql`insert into meetings.action (id, meeting, body, sight, item, text, due_words, state, done_on, category)
    select gen_random_uuid(), i.meeting, b.id, 'public', i.id, 'Report back to the board', 'next meeting', 'done', date '2005-02-01' + i.n, 'public'
    from bench_item i, bench_body b where i.n % 5 = 0`)
  await run(sql`create temporary table bench_member as select a.person, a.seat, a.place, p.name, row_number() over (order by a.id) as n
    from governance.appointment a join governance.seat s on s.id = a.seat join bench_body b on b.id = s.body join governance.person p on p.id = a.person
    where a.ends_on is null limit 20`)
  await run(sql`insert into meetings.attendance (id, meeting, body, sight, person, name, seat, place, mode)
    select gen_random_uuid(), m.id, b.id, 'public', a.person, a.name, a.seat, a.place, 'in_room'
    from bench_meeting m, bench_body b, (select distinct on (person) * from bench_member) a`)
}
