import { sql } from 'kysely'
import type { Database } from '#platform/database/session.ts'
import { createApp } from '#src/app.tsx'
import { openNeeds } from '../support/needs.ts'
import { againstFloor, type Figure, median } from './figure.ts'
import { benchNow, openBenchHouse } from './house.ts'

const ROUNDS = 80
const pages: Readonly<Record<string, string>> = {
  'front page': '/',
  'board page': '/boards/northbrook-childrens-partnership',
  'list of meetings': '/boards/northbrook-childrens-partnership/meetings',
  'list of decisions': '/boards/northbrook-childrens-partnership/decisions',
  'list of actions': '/boards/northbrook-childrens-partnership/actions',
}

/** Lists and board pages with 100 times the meetings, against the same pages before; the floor is the smaller house. */
export async function growthBench(): Promise<readonly Figure[]> {
  const house = await openBenchHouse()
  const { needs, close } = await openNeeds(house.appUrl, house.data, benchNow)
  try {
    const app = await createApp(needs)
    const ask = async (path: string): Promise<void> => {
      const response = await app.request(path)
      await response.text()
      if (response.status !== 200) throw new Error(`${path} answered ${response.status}.`)
    }
    const before = await medians(ask)
    await multiply(house.ownerDb, 99)
    const after = await medians(ask)
    return Object.keys(pages).map((name) =>
      againstFloor(
        `${name}, 100 times the meetings`,
        'ms',
        before.get(name) ?? Number.NaN,
        after.get(name) ?? Number.NaN,
        'median at most 1.3 times',
        (ratio) => ratio <= 1.3,
      ),
    )
  } finally {
    await close()
    await house.close()
  }
}

async function medians(ask: (path: string) => Promise<void>): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  for (const [name, path] of Object.entries(pages)) {
    for (let round = 0; round < 20; round += 1) await ask(path)
    const times: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const began = performance.now()
      await ask(path)
      times.push(performance.now() - began)
    }
    found.set(name, median(times))
  }
  return found
}

/** Copies every meeting with its agenda, publications, decisions and actions so many times, each copy some weeks earlier. */
async function multiply(owner: Database, times: number): Promise<void> {
  await owner.connection().execute(async (db) => {
    await sql`create temporary table copy as select m.id as old, gen_random_uuid() as new, n from meetings.meeting m cross join generate_series(1, ${sql.lit(times)}) n`.execute(
      db,
    )
    await sql`insert into meetings.meeting (id, body, sight, title, kind, held_on, starts_at, ends_at, place, access, state, called_at, state_reason)
      select c.new, m.body, m.sight, m.title, m.kind, m.held_on - 7 * c.n, m.starts_at, m.ends_at, m.place, m.access,
        case when m.state = 'rescheduled' then 'cancelled' when m.held_on < current_date then m.state else 'ended' end, m.called_at, m.state_reason
      from meetings.meeting m join copy c on c.old = m.id`.execute(db)
    await sql`insert into meetings.agenda_item (id, meeting, body, sight, position, number, public_title, purpose, report_status, category, paragraphs)
      select gen_random_uuid(), c.new, i.body, i.sight, i.position, i.number, i.public_title, i.purpose, i.report_status, i.category, i.paragraphs
      from meetings.agenda_item i join copy c on c.old = i.meeting where i.withdrawn_at is null`.execute(db)
    await sql`insert into meetings.publication (id, meeting, body, sight, kind, number, published_at, published_on, actor)
      select gen_random_uuid(), c.new, p.body, p.sight, p.kind, p.number, p.published_at - 7 * c.n * interval '1 day', p.published_on - 7 * c.n, p.actor
      from meetings.publication p join copy c on c.old = p.meeting`.execute(db)
    await sql`insert into meetings.decision (id, meeting, body, sight, type, text, method, category, decided_on, recorded_at)
      select gen_random_uuid(), c.new, d.body, d.sight, d.type, d.text, d.method, d.category, d.decided_on - 7 * c.n, d.recorded_at
      from meetings.decision d join copy c on c.old = d.meeting`.execute(db)
    await sql`insert into meetings.action (id, meeting, body, sight, text, due_words, due_from, due_to, state, done_on, category)
      select gen_random_uuid(), c.new, a.body, a.sight, a.text, a.due_words, a.due_from, a.due_to, 'done', coalesce(a.done_on, a.due_to, current_date), a.category
      from meetings.action a join copy c on c.old = a.meeting`.execute(db)
  })
  await sql`analyze`.execute(owner)
}
