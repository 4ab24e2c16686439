import { newId } from '#platform/database/ids.ts'
import { findUsableNeeds } from '../queries/usable-needs.ts'
import type { Scene } from './ground.ts'
import type { SampleProviders } from './providers.ts'

/** Place on the map and hours a week that are needed; undefined: nobody has said yet. */
const districts: readonly (readonly [name: string, across: number, down: number, hours: number | undefined])[] = [
  ['Thornwick', 1, 1, 5200],
  ['Ashcombe', 2, 1, 3900],
  ['Harrowdale', 3, 1, 2100],
  ['Kelbrook', 1, 2, 3400],
  ['Millingford', 2, 2, 7800],
  ['Fenmarsh', 3, 2, 2600],
  ['Southmoor', 2, 3, undefined],
]
const ways: readonly (readonly [title: string, text: string, lots: readonly (readonly [name: string, areas: readonly string[]])[]])[] = [
  [
    'Four localities',
    'Large enough for two providers each; villages lie with a town.',
    [
      ['North west', ['Thornwick', 'Kelbrook']],
      ['North east', ['Ashcombe', 'Harrowdale']],
      ['Town', ['Millingford']],
      ['South east', ['Fenmarsh', 'Southmoor']],
    ],
  ],
  ['Seven districts', 'Near to people, but Harrowdale has no second provider.', districts.map(([name]) => [name, [name]])],
]
const qualities = ['good', 'good', 'outstanding', 'good', 'requires-improvement', 'not-rated', 'good', null] as const

/** Writes the market of help at home with returns of every provider, and one that counts children. */
export async function writeMarkets(scene: Scene, providers: SampleProviders): Promise<void> {
  const { tx, body, organisation, id: idOf } = scene
  const [home, breaks] = [newId(), newId()]
  const known = { body, sight: 'public' as const, lead: organisation('council') }
  await tx
    .insertInto('commissioning.market')
    .values([
      {
        ...{ id: home, ...known, title: 'Help at home', unit: 'hours a week', counts_people: false, every_months: 6 },
        purpose: 'Care and help at home for adults and for families, bought by the hour in the seven districts.',
        ...{ service: idOf('service', 'home-care'), strategy: idOf('strategy', 'home-care') },
      },
      {
        ...{ id: breaks, ...known, title: 'Overnight short breaks', unit: 'children', counts_people: true, every_months: null },
        ...{ purpose: 'Nights away from home for disabled children.', service: idOf('service', 'short-breaks'), strategy: null },
      },
    ])
    .execute()
  await writeHome(scene, home, providers)
  await writeAsks(scene, home, providers)
  await writeWays(scene, home)
  await writeBreaks(scene, breaks, providers)
}

async function writeHome({ tx, body, ago, area }: Scene, market: string, providers: SampleProviders): Promise<void> {
  const known = { market, body, sight: 'public' as const }
  await tx
    .insertInto('commissioning.market_area')
    .values(districts.map(([name, across, down]) => ({ ...known, area: area(name), across, down })))
    .execute()
  const need = (await findUsableNeeds(tx)).find(({ kind }) => kind === 'need')
  await tx
    .insertInto('commissioning.market_need')
    .values(
      districts.flatMap(([name, , , needed], place) =>
        needed === undefined
          ? []
          : [
              {
                ...{
                  id: newId(),
                  ...known,
                  area: area(name),
                  dated_on: ago(90),
                  needed,
                  source: 'Forecast of the council, this year’s edition',
                },
                ...(need && place === 0 ? { need: need.id, need_kind: need.kind } : {}),
              },
            ],
      ),
    )
    .execute()
  // Everybody works in one district or two; in Harrowdale one alone.
  const returns = [...providers.values()].flatMap((provider, place) => {
    const at = [place % 7, (place * 3 + 1) % 7].filter((one) => place === 16 || one !== 2)
    return [...new Set(at)].map((one) => {
      const places = place % 23 === 7 ? null : 150 + ((place * 37 + one * 53) % 11) * 20
      const price = 2150n + BigInt((place * 29) % 60) * 10n
      const made = {
        ...{
          id: newId(),
          ...known,
          area: area(districts[one]?.[0] ?? ''),
          provider,
          dated_on: ago((place % 6 === 5 ? 200 : 40) + (place % 30)),
          places,
        },
        ...{
          free: places === null || place % 5 === 3 ? null : ((place * 7) % 4) * 10,
          quality: qualities[(place * 5 + one * 3) % qualities.length] ?? null,
        },
        source: 'Return of the provider, this quarter',
      }
      const spend = BigInt(places ?? 100) * 52n * price
      return { made, price: { market_return: made.id, ...known, pence: price, spend } }
    })
  })
  await tx
    .insertInto('commissioning.market_return')
    .values(returns.map(({ made }) => made))
    .execute()
  await tx
    .insertInto('commissioning.market_price')
    .values(returns.map(({ price }) => price))
    .execute()
}

/** Two providers are asked: one by a day that is still to come, one by a day that has passed. */
async function writeAsks({ tx, body, ago, area }: Scene, market: string, providers: SampleProviders): Promise<void> {
  const [late] = [...providers.entries()].flatMap(([key, id], place) => (key !== 'families-first' && place % 6 === 5 ? [id] : []))
  const asked = [
    [providers.get('families-first'), ['Ashcombe', 'Millingford'], 12, -16],
    [late, ['Thornwick'], 35, 7],
  ] as const
  await tx
    .insertInto('commissioning.market_ask')
    .values(
      asked.flatMap(([provider, names, askedOn, dueOn]) =>
        provider === undefined
          ? []
          : names.map((name) => ({
              ...{ id: newId(), market, body, sight: 'public', area: area(name), provider, asked_on: ago(askedOn), due_on: ago(dueOn) },
              note: 'We ask before the board decides how to divide the market.',
            })),
      ),
    )
    .execute()
}

async function writeWays({ tx, body, ago, area }: Scene, market: string): Promise<void> {
  const known = { market, body, sight: 'public' as const }
  for (const [index, [title, text, lots]] of ways.entries()) {
    const division = newId()
    await tx
      .insertInto('commissioning.market_division')
      .values({ id: division, ...known, position: index + 1, title, text })
      .execute()
    const made = lots.map(([name], place) => ({
      id: newId(),
      division,
      ...known,
      position: place + 1,
      name,
      most_providers: index === 0 ? 12 : 8,
    }))
    await tx.insertInto('commissioning.market_lot').values(made).execute()
    await tx
      .insertInto('commissioning.market_lot_area')
      .values(
        lots.flatMap(([, names], place) => names.map((name) => ({ lot: made[place]?.id ?? '', division, ...known, area: area(name) }))),
      )
      .execute()
  }
  await tx
    .insertInto('commissioning.market_statement')
    .values([
      { id: newId(), ...known, number: 1, text: statement, figures_on: ago(60), published_on: ago(50) },
      {
        ...{ id: newId(), ...known, number: 2, figures_on: ago(5) },
        text: `${statement}\n\n## What we ask of providers\n\nTell us by the end of spring whether you would take on a whole locality.`,
      },
    ])
    .execute()
}

const statement = `## What this market is

Care and help at home for adults and for families, bought by the hour in the seven districts.

## What is needed, and where it is short

Most hours are needed in Millingford and Thornwick. One provider alone works in Harrowdale. What is needed in Southmoor is being counted.

## What we intend

- The present agreements end next year. Help at home is bought again from that day.
- The board weighs four localities against seven districts before it goes to tender.
- Small and voluntary providers can join others, or work under a lead provider.`

async function writeBreaks({ tx, body, ago, area }: Scene, market: string, providers: SampleProviders): Promise<void> {
  const known = { market, body, sight: 'public' as const }
  const places = [
    ['Kelbrook', 1, 34, 30, 4],
    ['Millingford', 2, 61, 44, 0],
    // So few children that the number is not stored.
    ['Fenmarsh', 3, 3, 6, 4],
  ] as const
  await tx
    .insertInto('commissioning.market_area')
    .values(places.map(([name, across]) => ({ ...known, area: area(name), across, down: 1 })))
    .execute()
  await tx
    .insertInto('commissioning.market_need')
    .values(
      places.map(([name, , needed]) => ({
        ...{ id: newId(), ...known, area: area(name), dated_on: ago(80), needed, source: 'Count of the council, autumn' },
      })),
    )
    .execute()
  const provider = providers.get('harbour-light')
  if (provider)
    await tx
      .insertInto('commissioning.market_return')
      .values(
        places.map(([name, , , can, free]) => ({
          ...{ id: newId(), ...known, area: area(name), provider, dated_on: ago(30), places: can, free, quality: 'good' },
          source: 'Return of the provider, this quarter',
        })),
      )
      .execute()
}
