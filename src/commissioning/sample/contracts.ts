import { newId } from '#platform/database/ids.ts'
import { writeContractLife } from './contract-life.ts'
import type { Scene } from './ground.ts'
import type { SampleProviders } from './providers.ts'

/** A contract of the sample: days are days ago, so that a negative number is ahead. Money in pounds with VAT. */
export interface SampleContract {
  readonly key: string
  readonly title: string
  readonly summary: string
  readonly commissioner: 'council' | 'icb'
  readonly service?: string
  readonly regime: 'procurement-act' | 'light-touch' | 'provider-selection' | 'below-threshold' | 'grant' | 'earlier'
  readonly process?: string
  readonly starts: number
  readonly years?: number
  readonly pounds?: number
  readonly vat?: 'standard' | 'none'
  readonly providers: readonly string[]
  readonly served?: number
  readonly options?: readonly number[]
  readonly unsigned?: boolean
  readonly sight?: 'draft' | 'members' | 'public'
}

/** The contracts of the services that the sample has; one grant has no service, one is signed by nobody, one could tell who a child is and waits. */
export const sampleContracts: readonly SampleContract[] = [
  {
    ...{
      key: 'family-support',
      title: 'Family support at home',
      summary: 'Help at home for families for up to a year.',
      commissioner: 'council',
    },
    ...{ service: 'family-support', regime: 'light-touch', starts: 520, years: 3, pounds: 2_460_000, vat: 'none', served: 640 },
    ...{ providers: ['families-first'], options: [12, 12] },
  },
  {
    ...{ key: 'health-visiting', title: 'Health visiting and school nursing', summary: 'The healthy child programme from birth to 19.' },
    ...{
      commissioner: 'council',
      service: 'health-visiting',
      regime: 'provider-selection',
      process: 'direct-award-c',
      starts: 480,
      years: 5,
    },
    ...{ pounds: 21_300_000, vat: 'none', served: 31_000, providers: ['community-health'], options: [24] },
  },
  {
    ...{ key: 'camhs', title: 'Mental health of children and young people', summary: 'Specialist help from referral to discharge.' },
    ...{ commissioner: 'icb', service: 'camhs', regime: 'provider-selection', process: 'direct-award-a', starts: 600, years: 3 },
    ...{ pounds: 34_500_000, vat: 'none', served: 5_200, providers: ['mental-health'] },
  },
  {
    ...{
      key: 'young-carers',
      title: 'Young carers',
      summary: 'Groups, breaks and a named worker.',
      commissioner: 'council',
      service: 'young-carers',
    },
    ...{
      regime: 'below-threshold',
      starts: 330,
      years: 2,
      pounds: 180_000,
      vat: 'none',
      served: 210,
      providers: ['lanterns'],
      options: [12],
    },
  },
  {
    ...{ key: 'short-breaks', title: 'Short breaks', summary: 'Days, evenings and weekends away from home.', commissioner: 'council' },
    ...{
      service: 'short-breaks',
      regime: 'earlier',
      starts: 1300,
      years: 4,
      pounds: 1_920_000,
      vat: 'none',
      served: 330,
      providers: ['harbour-light'],
    },
    options: [12],
  },
  {
    ...{
      key: 'counselling',
      title: 'Counselling for young people',
      summary: 'Up to ten talks, in the towns and by video.',
      commissioner: 'icb',
    },
    ...{
      service: 'counselling',
      regime: 'light-touch',
      starts: 40,
      years: 3,
      pounds: 690_000,
      vat: 'none',
      served: 900,
      providers: ['open-window'],
    },
    unsigned: true,
  },
  {
    ...{
      key: 'advice',
      title: 'Advice on special needs',
      summary: 'Information for parents, apart from the council.',
      commissioner: 'council',
    },
    ...{
      service: 'send-advice',
      regime: 'below-threshold',
      starts: 200,
      years: 3,
      pounds: 144_000,
      vat: 'standard',
      served: 480,
      providers: ['brightwater'],
    },
  },
  {
    ...{ key: 'refuge', title: 'Refuge and outreach', summary: 'A safe place to stay, and help outside it.', commissioner: 'council' },
    ...{
      service: 'domestic-abuse',
      regime: 'earlier',
      starts: 1480,
      years: 4,
      pounds: 1_150_000,
      vat: 'none',
      served: 260,
      providers: ['greenfield'],
    },
  },
  {
    ...{
      key: 'youth-grant',
      title: 'Grant for youth clubs in villages',
      summary: 'Heating, rent and one worker.',
      commissioner: 'council',
    },
    ...{ regime: 'grant', starts: 150, years: 3, pounds: 96_000, vat: 'none', providers: ['young-people', 'community-Barley'] },
  },
  {
    ...{
      key: 'placement',
      title: 'Bespoke placement, north',
      summary: 'A home with therapy.',
      commissioner: 'council',
      regime: 'light-touch',
    },
    ...{ starts: 90, years: 1, pounds: 310_000, vat: 'none', served: 1, providers: ['trust-Vale'], sight: 'members' },
  },
]

/** Writes the contracts of the sample with how each came about and how it goes. */
export async function writeContracts(scene: Scene, providers: SampleProviders): Promise<void> {
  for (const contract of sampleContracts) await writeContract(scene, contract, providers)
  await writeHomeCare(scene, providers)
  await writeContractLife(scene, providers)
}

async function writeContract(scene: Scene, one: SampleContract, providers: SampleProviders): Promise<void> {
  const { tx, body, ago, organisation, id: idOf } = scene
  const id = idOf('contract', one.key)
  const sight = one.sight ?? 'public'
  const known = { contract: id, body, sight }
  const gross = one.pounds === undefined ? null : BigInt(one.pounds) * 100n
  const signed = one.unsigned ? null : ago(one.starts + 30)
  await tx
    .insertInto('commissioning.contract')
    .values({
      ...{ id, body, sight, title: one.title, summary: one.summary, commissioner: organisation(one.commissioner), regime: one.regime },
      ...{
        process: one.process ?? '',
        starts_on: ago(one.starts),
        ends_on: one.years === undefined ? null : ago(one.starts).add({ years: one.years }),
      },
      ...{ gross, net: gross === null || one.vat !== 'standard' ? gross : (gross * 5n) / 6n, vat: one.vat ?? 'not-known' },
      ...{ served: one.served ?? null, agreement: one.commissioner === 'icb' ? idOf('agreement', 'section-75') : null },
      ...{ tendered_on: one.regime === 'grant' ? null : ago(one.starts + 160), awarded_on: ago(one.starts + 50), signed_on: signed },
    })
    .execute()
  await tx
    .insertInto('commissioning.contract_provider')
    .values(
      one.providers.map((key, place) => ({
        ...{ id: newId(), ...known, provider: providers.get(key) ?? '', starts_on: ago(one.starts) },
        part: one.providers.length === 1 ? 'provider' : place === 0 ? 'consortium-lead' : 'consortium',
      })),
    )
    .execute()
  if (one.service)
    await tx
      .insertInto('commissioning.contract_service')
      .values({ ...known, service: idOf('service', one.service) })
      .execute()
  if (one.options)
    await tx
      .insertInto('commissioning.contract_extension')
      .values(one.options.map((months, place) => ({ id: newId(), ...known, position: place + 1, months })))
      .execute()
}

const districts = ['Ashcombe', 'Fenmarsh', 'Harrowdale', 'Kelbrook', 'Millingford', 'Southmoor', 'Thornwick']

/** Home care is bought anew: seven lots by district, each with room for some providers; one found nobody, one is still being bought. */
async function writeHomeCare(scene: Scene, providers: SampleProviders): Promise<void> {
  const { tx, body, ago, organisation, area, id: idOf } = scene
  const id = idOf('contract', 'home-care')
  const known = { contract: id, body, sight: 'public' as const }
  const care = [...providers].filter(([key]) => key.startsWith('care-'))
  await tx
    .insertInto('commissioning.contract')
    .values({
      ...{ id, body, sight: 'public', title: 'Home care in seven districts', reference: 'HC-2025', commissioner: organisation('council') },
      ...{ summary: 'Care at home by a few providers in each district, with a guaranteed volume.', regime: 'light-touch', process: 'open' },
      ...{ starts_on: ago(120), ends_on: ago(120).add({ years: 4 }), net: 4_180_000_000n, gross: 4_180_000_000n, vat: 'none' },
      ...{ said: 'About 10.45m a year', volume: 310_000n, volume_unit: 'hours a year', served: 2_150 },
      ...{ engaged_on: ago(480), tendered_on: ago(330), notified_on: ago(190), awarded_on: ago(180), signed_on: ago(150) },
      agreement: idOf('agreement', 'section-75'),
    })
    .execute()
  const status = ['awarded', 'awarded', 'awarded', 'awarded', 'awarded', 'unsuccessful', 'active'] as const
  for (const [place, name] of districts.entries()) {
    const lot = newId()
    await tx
      .insertInto('commissioning.contract_lot')
      .values({
        ...{ id: lot, ...known, number: place + 1, title: name, area: area(name), status: status[place] ?? 'planned' },
        provider_limit: place < 2 ? 2 : 3,
      })
      .execute()
    const winners = status[place] === 'awarded' ? care.slice(place * 2, place * 2 + 2) : []
    if (winners.length > 0)
      await tx
        .insertInto('commissioning.contract_provider')
        .values(winners.map(([, provider]) => ({ id: newId(), ...known, provider, part: 'provider', lot, starts_on: ago(120) })))
        .execute()
  }
  await tx
    .insertInto('commissioning.contract_service')
    .values({ ...known, service: idOf('service', 'home-care') })
    .execute()
  await tx
    .insertInto('commissioning.contract_extension')
    .values({ id: newId(), ...known, position: 1, months: 24 })
    .execute()
}
