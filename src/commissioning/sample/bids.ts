import { listAreas } from '#governance/public-data.ts'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { newId } from '#platform/database/ids.ts'
import { type Database, type Writer, writeAs } from '#platform/database/session.ts'
import { instantOf } from '#platform/time/london.ts'
import { writeAwardedContract } from './awards.ts'
import { writeBidFile } from './bid-files.ts'
import { writeCriteria, writeEvaluation, writeEvaluators } from './evaluations.ts'
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
  await writeAsked(owner, at(1), async (tx) => {
    const of = await groundOf(tx)
    return { of, row: (id: string) => call(id, of, 'A kitchen and a play room for two hubs', -24) }
  })
}

/** A call that is open for bids; of those who evaluate it one has still to declare, and the other has an interest that the clerk settles. */
async function writeAsked<Row extends object>(
  owner: Database,
  at: Parameters<typeof writeAs>[1],
  make: (tx: Writer) => Promise<{ readonly of: Ground; readonly row: (id: string) => Row }>,
): Promise<void> {
  const id = newId()
  const interested = await writeAs(owner, at, async (tx) => {
    const { of, row } = await make(tx)
    await tx
      .insertInto('commissioning.bid_call')
      .values(row(id) as never)
      .execute()
    await writeCriteria(tx, { call: id, body: of.body }, at.now)
    const bid = { bid: newId(), call: id, provider: of.organisation('families-first') }
    const envelope = { call: id, body: of.body, provider: bid.provider, submitted_by: of.person('lyle'), received_at: at.now }
    await tx
      .insertInto('commissioning.bid')
      .values({ id: bid.bid, ...envelope })
      .execute()
    await tx
      .insertInto('commissioning.bid_content')
      .values({ ...bid, amount: 2_950_000n, text: 'Both rooms by the summer.' })
      .execute()
    const file = { call: id, body: of.body, provider: bid.provider, added_by: of.person('lyle') }
    await writeBidFile(tx, file, 'Plan of both rooms.pdf', at.now)
    const [, second] = await writeEvaluators(tx, { call: id, body: of.body }, [of.person('mbeki'), of.person('rahman')], at.today)
    return second
  })
  await writeAs(owner, { ...at, actor: SYSTEM_ACTOR }, async (tx) => {
    await tx
      .updateTable('commissioning.bid_evaluator')
      .set({ declared_on: at.today, interest: 'A friend is a trustee of one of the hubs.' })
      .where('id', '=', interested)
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
  const [id, first, second] = [newId(), newId(), newId()]
  const criteria = await writeAs(owner, at(80), async (tx) => {
    const { of, row } = await make(tx)
    await tx
      .insertInto('commissioning.bid_call')
      .values(row(id) as never)
      .execute()
    return writeCriteria(tx, { call: id, body: of.body }, at(80).now)
  })
  const of = await writeAs(owner, at(60), async (tx) => {
    const made = (await make(tx)).of
    const bids = [
      {
        id: first,
        provider: made.organisation('families-first'),
        amount: 1_240_000n,
        text: 'Forty boxes a year, filled with families who use them.',
      },
      {
        id: second,
        provider: made.organisation('voluntary-forum'),
        amount: 1_310_000n,
        text: 'Fifty boxes a year, brought to each library twice.',
      },
    ]
    const known = { call: id, body: made.body, submitted_by: made.person('lyle'), received_at: at(60).now }
    await tx
      .insertInto('commissioning.bid')
      .values(bids.map((bid) => ({ id: bid.id, provider: bid.provider, ...known })))
      .execute()
    await tx
      .insertInto('commissioning.bid_content')
      .values(bids.map(({ id: bid, provider, amount, text }) => ({ bid, call: id, provider, amount, text })))
      .execute()
    const file = { call: id, body: made.body, provider: made.organisation('families-first'), added_by: known.submitted_by }
    if (isDecided) await writeBidFile(tx, file, 'How we fill the boxes.pdf', at(60).now)
    return made
  })
  await writeAs(owner, at(49), async (tx) => {
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
  await writeEvaluation(owner, at(48), {
    ...{ judged: { call: id, body: of.body }, people: [of.person('mbeki'), of.person('rahman')], criteria, bids: [first, second] },
    isWhole: isDecided,
  })
  if (!isDecided) return
  await writeAs(owner, at(30), async (tx) => {
    await tx
      .updateTable('commissioning.bid_call')
      .set({ decided_on: at(30).today, decided_note: 'The head of commissioning, under the scheme of delegation' })
      .where('id', '=', id)
      .execute()
    await tx.insertInto('commissioning.bid_award').values({ call: id, body: of.body, bid: first }).execute()
    await writeAwardedContract(tx, { call: id, bid: first, body: of.body, provider: of.organisation('families-first') }, at(30).today, {
      commissioner: of.organisation('council'),
      person: of.person('mbeki'),
    })
  })
}

const asks = (title: string): string =>
  `${title}: say what you offer, with whom, from when, and for how much without VAT.\nPrice counts for four tenths and what families get for six.`
