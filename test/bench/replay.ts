import { sql } from 'kysely'
import { findAllTermsInForce, findCalendar } from '#governance/public-data.ts'
import { findPastRecord, replay } from '#meetings/queries/replay.ts'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { type Database, readAs } from '#platform/database/session.ts'
import { openNeeds } from '../support/needs.ts'
import { alone, type Figure, median } from './figure.ts'
import { benchNow, openBenchHouse } from './house.ts'

const BODIES = 12
const MEETINGS = 80
const today = Temporal.PlainDate.from('2026-03-10')

/** A changed quorum tried on ten years of twelve bodies: every meeting read and judged by the rules of today and by the draft (G18). */
export async function replayBench(): Promise<readonly Figure[]> {
  const house = await openBenchHouse()
  const { needs, close } = await openNeeds(house.appUrl, house.data, benchNow)
  try {
    const bodies = await addTenYears(house.ownerDb)
    const acting = { actor: SYSTEM_ACTOR, now: benchNow, today }
    const times: number[] = []
    for (let round = 0; round < 5; round += 1) {
      const began = performance.now()
      const count = await readAs(needs.db, acting, async (reader) => {
        const terms = await findAllTermsInForce(reader, today)
        const calendar = await findCalendar(reader, 'england-and-wales')
        const past = await findPastRecord(reader, bodies, today.subtract({ years: 10 }), today)
        const [any] = terms.values()
        if (any === undefined) throw new Error('The sample has no terms in force.')
        const half = { kind: 'share', numerator: 1, denominator: 2, moreThan: true, counts: 'people', of: { kind: 'members' } } as const
        const tried = bodies.map((body) => {
          const now = terms.get(body) ?? any
          const quorum = { status: 'stated', value: { ...half, vacantSeats: 'not-counted' }, source: null } as const
          return { body, today: now, draft: { ...now, quorum }, calendar }
        })
        return replay(past, tried).filter(({ quorum }) => quorum.draft !== undefined).length
      })
      if (count < BODIES * MEETINGS) throw new Error(`Only ${count} meetings were judged.`)
      times.push(performance.now() - began)
    }
    const taken = median(times)
    return [alone(`a rule tried on ${BODIES * MEETINGS} meetings of ${BODIES} bodies`, 'ms', taken, 'under 1000 ms', taken < 1000)]
  } finally {
    await close()
    await house.close()
  }
}

/** Twelve bodies with eighty meetings each and twenty people at every one of them, half of them with times of coming and going. */
async function addTenYears(owner: Database): Promise<readonly string[]> {
  const run = (query: ReturnType<typeof sql>): Promise<unknown> => query.execute(owner)
  const { rows } = await sql<{ id: string }>`select b.id from governance.body b
    order by (select count(*) from governance.seat s where s.body = b.id) desc, b.id limit ${sql.lit(BODIES)}`.execute(owner)
  const bodies = rows.map(({ id }) => id)
  await run(sql`insert into meetings.meeting (id, body, sight, kind, held_on, starts_at, ends_at, place, access, state, called_at)
    select gen_random_uuid(), b.id, 'public', 'ordinary', date '2016-04-05' + n * 45, '14:00', '16:30', 'Council chamber, Harbour House', 'public', 'ended',
      '2016-01-01Z' from unnest(${bodies}::uuid[]) b(id), generate_series(0, ${sql.lit(MEETINGS - 1)}) n`)
  await run(sql`insert into meetings.attendance (id, meeting, body, sight, person, name, seat, place, mode, arrived_at, left_at)
    select gen_random_uuid(), m.id, m.body, 'public', p.id, p.name, s.id, s.place, 'in_room',
      case when p.n % 2 = 0 then m.held_on + time '14:05' + p.n * interval '1 minute' end,
      case when p.n % 2 = 0 then m.held_on + time '15:30' + p.n * interval '1 minute' end
    from meetings.meeting m
    join (select id, name, row_number() over (order by id) as n from governance.person limit 20) p on true
    left join (select s.id, s.body, g.place, row_number() over (partition by s.body order by s.position, s.id, g.place) as n
      from governance.seat s, generate_series(1, s.places) g(place)) s on s.body = m.body and s.n = p.n
    where m.place = 'Council chamber, Harbour House'`)
  await run(sql`analyze`)
  return bodies
}
