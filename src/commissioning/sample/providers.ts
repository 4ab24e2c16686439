import { enterOrganisation } from '#governance/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import { yearOf } from '../rules/year.ts'
import { letterText } from '../words/provider-letter.ts'
import type { Scene } from './ground.ts'

/** Providers by a key: an organisation of the sample has its own key. */
export type SampleProviders = ReadonlyMap<string, string>

const known = [
  'families-first',
  'community-health',
  'mental-health',
  'young-people',
  'brightwater',
  'little-oaks',
  'voluntary-forum',
  'early-years',
]
const named: readonly (readonly [key: string, name: string])[] = [
  ['lanterns', 'Lanterns Young Carers'],
  ['harbour-light', 'Harbour Light Breaks'],
  ['open-window', 'The Open Window'],
  ['greenfield', 'Greenfield Refuge'],
  ['clear-water', 'Clear Water'],
]
const care = 'Alder Ash Aspen Beech Birch Bramble Cedar Cherry Clover Elder Elm Fern Hawthorn Hazel Holly Juniper'.split(' ')
const community = 'Barley Bracken Furze Heather Ivy Larch Linden Maple Meadow Myrtle Oak Orchard Pine Poplar Rowan Sorrel'.split(' ')
const trusts = 'Spruce Sycamore Tansy Teasel Thistle Thorn Vale Vetch Willow Yarrow Yew Sedge Rush Reed Moss Lichen'.split(' ')

/** Names of those that care at home; the first sixteen of the rest are community groups. All are invented. */
const rest: readonly (readonly [key: string, name: string])[] = [
  ...care.map((name) => [`care-${name}`, `${name} Home Care`] as const),
  ...community.map((name) => [`community-${name}`, `${name} Community Group`] as const),
  ...trusts.map((name) => [`trust-${name}`, `${name} Family Trust`] as const),
]

/** Writes the 61 providers of the sample, with their numbers, and what two commissioners have to do with the largest. */
export async function writeProviders(scene: Scene): Promise<SampleProviders> {
  const { tx, body, ago, organisation } = scene
  const made = new Map(known.map((key) => [key, organisation(key)]))
  for (const [key, name] of [...named, ...rest])
    made.set(key, await enterOrganisation(tx, { name, sector: key.startsWith('care-') ? 'provider' : 'voluntary', startsOn: ago(2500) }))
  const isVcse = (key: string): boolean => !key.startsWith('care-') && !['community-health', 'mental-health', 'brightwater'].includes(key)
  await tx
    .insertInto('commissioning.provider')
    .values(
      [...made].map(([key, id]) => ({
        ...{
          id,
          body,
          vcse: isVcse(key) ? 'yes' : 'no',
          vcse_source: isVcse(key) ? 'Its own return of this year' : 'Register of companies',
        },
      })),
    )
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((row) => ({ vcse: row.ref('excluded.vcse'), vcse_source: row.ref('excluded.vcse_source') })),
    )
    .execute()
  await tx
    .insertInto('commissioning.provider_identifier')
    .values(
      [...made].flatMap(([key, provider], place) => [
        {
          ...{ id: newId(), provider, starts_on: ago(2400), source: isVcse(key) ? 'Register of charities' : 'Register of companies' },
          ...(isVcse(key)
            ? { scheme: 'GB-CHC', value: String(9_000_001 + place) }
            : { scheme: 'GB-COH', value: String(900_001 + place).padStart(8, '0') }),
        },
      ]),
    )
    .execute()
  await writeRelations(scene, made)
  return made
}

async function writeRelations({ tx, body, ago, organisation, area }: Scene, made: SampleProviders): Promise<void> {
  for (const [key, rate] of [
    ['families-first', 4_150n],
    ['care-Alder', 2_285n],
    ['care-Ash', 2_340n],
    ['lanterns', 3_900n],
  ] as const) {
    const provider = made.get(key) ?? ''
    for (const [place, commissioner] of (['council', 'icb'] as const).entries()) {
      if (place === 1 && key === 'lanterns') continue
      const id = newId()
      await tx
        .insertInto('commissioning.provider_relation')
        .values({ id, provider, commissioner: organisation(commissioner), body, starts_on: ago(700) })
        .execute()
      const of = { relation: id, body, provider }
      await tx
        .insertInto('commissioning.provider_rate')
        .values({
          ...{
            id: newId(),
            ...of,
            unit: 'hour',
            need_band: 'Standard',
            vat: 'none',
            pence: rate + BigInt(place) * 115n,
            starts_on: ago(230),
          },
          ...(place === 1 && key !== 'care-Alder' ? { area: area('Kelbrook') } : {}),
        })
        .execute()
      if (key === 'families-first' && place === 0)
        await tx
          .insertInto('commissioning.provider_letter')
          .values({
            ...{ id: newId(), ...of, year: yearOf(ago(300)), number: 1, made_on: ago(30), sent_on: ago(28) },
            text: letterText({
              ...{ year: yearOf(ago(300)), number: 1, provider: 'Families First Northbrook', commissioner: 'Northbrook County Council' },
              contracts: [
                {
                  ...{ title: 'Family support at home', reference: '', gross: 246_000_000n },
                  ...{ startsOn: ago(520), runsUntil: ago(520).add({ years: 3 }) },
                },
              ],
            }),
          })
          .execute()
      await tx
        .insertInto('commissioning.provider_contact')
        .values({
          id: newId(),
          ...of,
          name: 'Contracts office',
          post: 'Office',
          email: `contracts@${key.toLowerCase()}.example`,
          starts_on: ago(700),
        })
        .execute()
    }
  }
}
