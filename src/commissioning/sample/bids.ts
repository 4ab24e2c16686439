import { listAreas } from '#governance/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import { type Database, writeAs } from '#platform/database/session.ts'
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
  await writeAs(owner, at(1), async (tx) => {
    const of = await groundOf(tx)
    await tx
      .insertInto('commissioning.bid_call')
      .values(call(newId(), of, 'A kitchen and a play room for two hubs', -24))
      .execute()
  })
}

const asks = (title: string): string =>
  `${title}: say what you offer, with whom, from when, and for how much without VAT.\nPrice counts for four tenths and what families get for six.`
