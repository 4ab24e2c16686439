import { listAreas } from '#governance/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import { type Database, type Writer, writeAs } from '#platform/database/session.ts'
import { instantOf } from '#platform/time/london.ts'
import { type CommissioningSampleGround, sceneOf } from './ground.ts'

const NOON = Temporal.PlainTime.from('12:00')
const TWO = Temporal.PlainTime.from('14:00')

/** Writes two calls for sealed bids: one that is open, and one that two people are to open, with the bids of two providers. */
export async function writeBids(owner: Database, ground: CommissioningSampleGround): Promise<void> {
  const { today, accounts } = ground
  const at = (ago: number) => {
    const day = today.subtract({ days: ago })
    return { actor: accounts.otherClerk, now: instantOf(day, NOON), today: day }
  }
  const call = (id: string, of: Awaited<ReturnType<typeof groundOf>>, title: string, closes: number) => ({
    ...{ id, process: of.process, body: of.body, sight: 'public', round: of.round, title, asks: asks(title) },
    ...{ closes_at: instantOf(today.subtract({ days: closes }), NOON), opens_at: instantOf(today.subtract({ days: closes }), TWO) },
    ...{ first_opener: of.person('mbeki'), second_opener: of.person('rahman') },
  })
  const groundOf = async (tx: Parameters<Parameters<typeof writeAs>[2]>[0]) => {
    const scene = sceneOf(tx, ground, await listAreas(tx, today))
    const round = await tx
      .selectFrom('commissioning.process_round')
      .select(['id', 'process'])
      .where('body', '=', scene.body)
      .where('number', '=', 2)
      .executeTakeFirstOrThrow()
    return { ...scene, round: round.id, process: round.process }
  }
  const closed = newId()
  await writeAs(owner, at(40), async (tx) => {
    const of = await groundOf(tx)
    await tx
      .insertInto('commissioning.bid_call')
      .values(call(closed, of, 'Advice for communities in their first year', 9))
      .execute()
  })
  for (const [place, organisation, amount, text] of [
    [20, 'families-first', 4_800_000n, 'Two advisers for three days a week, for a year.'],
    [15, 'voluntary-forum', 5_150_000n, 'One adviser full time, and a shared telephone line.'],
    [12, 'families-first', 4_650_000n, 'Two advisers for three days a week, for a year; travel is in the price.'],
  ] as const)
    await writeAs(owner, at(place), async (tx) => {
      const of = await groundOf(tx)
      const bid = { id: newId(), call: closed, provider: of.organisation(organisation) }
      await tx
        .insertInto('commissioning.bid')
        .values({ ...bid, body: of.body, submitted_by: of.person('lyle'), received_at: instantOf(today, NOON) })
        .execute()
      await tx.insertInto('commissioning.bid_content').values({ bid: bid.id, call: closed, provider: bid.provider, amount, text }).execute()
    })
  for (const [title, isDecided] of [
    ['Books and play boxes for libraries', true],
    ['Paint and tools for two halls', false],
  ] as const)
    await writeOpened(owner, at, isDecided, async (tx) => {
      const of = await groundOf(tx)
      return { of, row: (id: string) => call(id, of, title, 50) }
    })
  await writeAs(owner, at(1), async (tx) => {
    const of = await groundOf(tx)
    await tx
      .insertInto('commissioning.bid_call')
      .values(call(newId(), of, 'A kitchen and a play room for two hubs', -24))
      .execute()
  })
}

type Ground = {
  readonly body: string
  readonly person: (key: string) => string
  readonly organisation: (key: string) => string
}

/** A call whose bids were opened by two people together, and decided on where that is said. */
async function writeOpened<Row extends object>(
  owner: Database,
  at: (ago: number) => Parameters<typeof writeAs>[1],
  isDecided: boolean,
  make: (tx: Writer) => Promise<{ readonly of: Ground; readonly row: (id: string) => Row }>,
): Promise<void> {
  const id = newId()
  await writeAs(owner, at(80), async (tx) => {
    const { row } = await make(tx)
    await tx
      .insertInto('commissioning.bid_call')
      .values(row(id) as never)
      .execute()
  })
  await writeAs(owner, at(60), async (tx) => {
    const { of } = await make(tx)
    const bid = { id: newId(), call: id, provider: of.organisation('families-first') }
    await tx
      .insertInto('commissioning.bid')
      .values({ ...bid, body: of.body, submitted_by: of.person('lyle'), received_at: at(60).now })
      .execute()
    const text = 'Forty boxes a year, filled with families who use them.'
    await tx
      .insertInto('commissioning.bid_content')
      .values({ bid: bid.id, call: id, provider: bid.provider, amount: 1_240_000n, text })
      .execute()
  })
  await writeAs(owner, at(49), async (tx) => {
    const { of } = await make(tx)
    for (const key of ['mbeki', 'rahman'])
      await tx
        .insertInto('commissioning.bid_opening')
        .values({ id: newId(), call: id, body: of.body, person: of.person(key), said_at: at(49).now })
        .execute()
    await tx
      .insertInto('commissioning.bid_look')
      .values({ id: newId(), call: id, body: of.body, person: of.person('mbeki'), looked_at: at(49).now, xact: 0n })
      .execute()
  })
  if (!isDecided) return
  await writeAs(owner, at(30), async (tx) => {
    await tx
      .updateTable('commissioning.bid_call')
      .set({ decided_on: at(30).today, decided_note: 'The head of commissioning, under the scheme of delegation' })
      .where('id', '=', id)
      .execute()
  })
}

const asks = (title: string): string =>
  `${title}: say what you offer, with whom, from when, and for how much without VAT.\nPrice counts for four tenths and what families get for six.`
