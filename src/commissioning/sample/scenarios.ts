import { newId } from '#platform/database/ids.ts'
import { yearOf } from '../rules/year.ts'
import type { Scene } from './ground.ts'

/** People, take-up in hundredths of a percent, pence for one, and by how much prices rise into the year, by option. */
const assumed = {
  low: [420, 5500, 1_180_00n, 200],
  central: [480, 6250, 1_250_00n, 280],
  high: [560, 7000, 1_340_00n, 350],
} as const

/** Writes what a new duty would cost: assumed for three years, assumed anew for the first of them, and paid for in part. */
export async function writeScenarios({ tx, body, ago, today, organisation, id: idOf }: Scene): Promise<void> {
  const [id, first] = [newId(), yearOf(today) + 1]
  const known = { scenario: id, body, sight: 'public' as const }
  await tx
    .insertInto('commissioning.scenario')
    .values({
      ...{ id, body, sight: 'public', lead: organisation('council'), title: 'A family worker for every child under two who needs one' },
      duty: 'From next April families with a child under two who ask for help are offered a named worker within ten working days. A new duty is consulted on; it is not law yet.',
      ...{ service: idOf('service', 'family-support'), strategy: idOf('strategy', 'first-years') },
    })
    .execute()
  const yearly = ['low', 'central', 'high'].flatMap((name) => {
    const option = name as keyof typeof assumed
    const [volume, takeUp, unit, rise] = assumed[option]
    const of = (place: number, more: object) => ({
      ...{ id: newId(), ...known, option, year: first + place, volume: volume + 15 * place, take_up: takeUp + 200 * place, unit },
      ...{ rise: place === 0 ? 0 : rise, source: 'Birth forecast of the county and the impact assessment, table 4', said_on: ago(30) },
      ...more,
    })
    return [
      of(0, { volume: volume - 60, source: 'First estimate of the working group', said_on: ago(190) }),
      ...[0, 1, 2].map((place) => of(place, {})),
    ]
  })
  await tx.insertInto('commissioning.scenario_assumption').values(yearly).execute()
  const fund = await tx
    .selectFrom('commissioning.fund')
    .select('id')
    .where('body', '=', body)
    .where('title', '=', 'Northbrook pooled fund')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('commissioning.scenario_funding')
    .values([
      {
        id: newId(),
        ...known,
        year: first,
        pence: 180_000_00n,
        fund: fund.id,
        source: 'Reserve for new duties, budget report of the county council',
      },
      { id: newId(), ...known, year: first, pence: 60_000_00n, fund: null, source: 'Start-up grant that the department announced' },
      {
        id: newId(),
        ...known,
        year: first + 1,
        pence: 180_000_00n,
        fund: fund.id,
        source: 'Reserve for new duties, budget report of the county council',
      },
    ])
    .execute()
}
