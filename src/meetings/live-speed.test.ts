import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { newId } from '#platform/database/ids.ts'
import { writeAs } from '#platform/database/session.ts'
import { doerAt, exemptInput, itemInput } from './testing/arrange.ts'
import { MARKER, openScene } from './testing/record-scene.ts'

const scene = await openScene()
const { board, needs } = scene
const day = '2014-02-24'
const time = (clock: string): string => `${day}T${clock}:00Z`

async function running() {
  const { id } = await scene.meetingWith(day, [itemInput('Opening'), exemptInput(`The price of ${MARKER}`, 'A contract')])
  const clerk = scene.at(board.clerk.account, time('14:00'))
  assert.equal((await clerk.post(`/meetings/${id}/live/start`, { entry: newId() })).status, 303)
  const arrive = (seat: number) =>
    scene
      .at(board.seats[seat]?.account, time('14:01'))
      .post(`/meetings/${id}/live/move`, { entry: newId(), line: scene.field(seat), movement: 'arrive' })
  return { id, arrive, parts: (seat: number, names: string) => scene.at(board.seats[seat]?.account, time('14:02')).get(partsAt(id, names)) }
}

const partsAt = (id: string, names: string): string => `/meetings/${id}/live/parts/${names}`

/** What goes to the database meanwhile: how many statements, and how often one had to go alone because nothing else was on its way. */
interface Asked {
  readonly statements: number
  readonly ways: number
}

async function askedBy(work: () => Promise<unknown>): Promise<Asked> {
  const { query } = pg.Client.prototype
  let [statements, ways, onTheWay] = [0, 0, 0]
  const arrived = (): void => {
    onTheWay -= 1
  }
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    statements += 1
    if (onTheWay === 0) ways += 1
    onTheWay += 1
    const answer = Reflect.apply(query, this, given) as Promise<unknown>
    answer.then(arrived, arrived)
    return answer
  } as typeof query
  try {
    await work()
  } finally {
    pg.Client.prototype.query = query
  }
  return { statements, ways }
}

/** At most so many statements, sent on at most so many ways: a quick answer can part two that would share one, so that ways are held loosely. */
function holdTo({ statements, ways }: Asked, most: Asked): void {
  assert.ok(statements <= most.statements && ways <= most.ways, `${statements} statements on ${ways} ways`)
}

/** The same for reading, once more where somebody in another database of the cluster wrote meanwhile: that is another moment, which nobody has read. */
async function holdToSoon(read: () => Promise<Asked>, most: Asked): Promise<void> {
  for (let attempt = 1; attempt < 50; attempt += 1) {
    const { statements, ways } = await read()
    if (statements <= most.statements && ways <= most.ways) return
  }
  holdTo(await read(), most)
}

test('X6: one arrival asks the database at most 27 times and does not wait for each, and three parts that others have read at most 8 times', async () => {
  const { arrive, parts } = await running()
  holdTo(await askedBy(async () => assert.equal((await arrive(0)).status, 303)), { statements: 27, ways: 20 })
  const names = 'meeting,attendance,motions'
  const read = (who: number, which: string) => askedBy(async () => assert.equal((await parts(who, which)).status, 200))
  // 24 where the answer to the arrival has read some of it already, 31 where nobody has.
  holdTo(await read(2, 'attendance'), { statements: 31, ways: 16 })
  await holdToSoon(
    async () => {
      await parts(0, names)
      return read(1, names)
    },
    { statements: 8, ways: 7 },
  )
})

test('M8: several parts come in one answer, each with its revision; what one may not follow is not among them', async () => {
  const { id, arrive, parts } = await running()
  await arrive(0)
  const { status, text } = await parts(1, 'attendance,meeting,attendance')
  assert.equal(status, 200)
  const found = [...text.matchAll(/<live-part id="part-\w+" name="(\w+)" src="([^"]*)" revision="(\d+)"/g)]
  assert.deepEqual(
    found.map(([, name, src]) => [name, src]),
    [
      ['attendance', partsAt(id, 'attendance')],
      ['meeting', partsAt(id, 'meeting')],
    ],
  )
  assert.ok(found.every(([, , , revision]) => Number(revision) >= 1))
  assert.match(text, /id="live-people"/)
  assert.equal((await parts(1, 'meeting,nothing')).status, 404)
  assert.equal((await parts(1, 'meeting,public')).status, 404)
  for (const names of ['public,meeting', 'meeting,attendance'])
    assert.equal((await scene.at(undefined, time('14:02')).get(partsAt(id, names))).status, 401)
  const outside = await scene.at(undefined, time('14:02')).get(partsAt(id, 'public,public'))
  assert.equal(outside.status, 200)
  assert.doesNotMatch(outside.text, new RegExp(MARKER))
})

test('X1: those who see all of a board are its members, its deputies and its clerks, whichever way one asks', async () => {
  const people = [board.clerk.account, board.chair.account, board.observer.account, ...board.seats.map(({ account }) => account), newId()]
  for (const account of people) {
    const { rows } = await writeAs(needs.db, doerAt(account as typeof board.clerk.account, time('14:00')), (tx) =>
      sql<{ one: string[]; parts: string[] }>`select governance.my_full_sight_bodies() as one,
        (select coalesce(array_agg(distinct b), '{}') from (select unnest(governance.my_member_bodies()) union select unnest(governance.my_deputy_bodies())
          union select unnest(governance.my_clerk_bodies()) union select unnest(governance.my_chair_bodies())) as all_of_them(b)) as parts`.execute(
        tx,
      ),
    )
    assert.deepEqual(new Set(rows[0]?.one), new Set(rows[0]?.parts))
  }
})
