import { listDecisions } from '#meetings/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import { delegatedShares } from '../rules/delegated.ts'
import type { Scene } from './ground.ts'

type Kind = 'locality' | 'cluster' | 'professional'
const holders: readonly (readonly [kind: Kind, name: string, person: string, children: number, need: number])[] = [
  ['locality', 'North locality', 'marsh', 21_480, 3_106],
  ['locality', 'Town locality', 'rigby', 26_912, 5_874],
  ['locality', 'South locality', 'rahman', 18_305, 2_440],
  ['cluster', 'Kelbrook cluster of schools', 'pryce', 9_940, 1_287],
  ['professional', 'Family worker, Fenmarsh', 'haddad', 2_118, 402],
]

/** Writes what is handed to localities, schools and a lead professional, and budgets of persons: enough of one year to be told, too few of the next. */
export async function writeDelegated(scene: Scene): Promise<void> {
  await writeHanded(scene)
  await writeIndividual(scene)
}

type Known = { readonly budget: string; readonly body: string; readonly sight: 'public' }
const counts = [
  {
    name: 'Children under 18',
    weight: 2,
    source: 'Estimate of the population',
    values: holders.map(([, , , children]) => BigInt(children)),
  },
  {
    name: 'Children in families with little money',
    weight: 3,
    source: 'Count of the council',
    values: holders.map(([, , , , need]) => BigInt(need)),
  },
] as const
const pence = 120_000_01n

async function writeHanded(scene: Scene): Promise<void> {
  const { tx, body, ago, person, organisation, area, id: idOf } = scene
  const { decisions } = await listDecisions(tx, body, { year: undefined, type: undefined, words: undefined, page: 1 })
  // Out of which line of this year it is taken, so that its purchases stand in the ledger.
  const from = await tx
    .selectFrom('commissioning.budget_line as l')
    .innerJoin('commissioning.fund_year as y', (join) => join.onRef('y.fund', '=', 'l.fund').onRef('y.year', '=', 'l.year'))
    .select(['l.id', 'l.fund'])
    .where('l.body', '=', body)
    .where('l.service', '=', idOf('service', 'family-support'))
    .where('y.state', '=', 'agreed')
    .orderBy('l.year', 'desc')
    .orderBy('l.title')
    .executeTakeFirst()
  const budget = newId()
  const known: Known = { budget, body, sight: 'public' }
  const made = { body, sight: 'public' as const, lead: organisation('council'), starts_on: ago(42), ends_on: ago(-323) }
  await tx
    .insertInto('commissioning.delegated_budget')
    .values([
      {
        ...{ id: budget, ...made, title: 'Early help money of the localities', pence, fund: from?.fund ?? null, line: from?.id ?? null },
        purpose: 'Small sums where families are: activities, a place for a group, a thing that helps a family over a bad week.',
      },
      {
        ...{
          id: newId(),
          ...made,
          fund: null,
          line: null,
          title: 'Holiday activities next summer',
          pence: 40_000_00n,
          starts_on: ago(-150),
          ends_on: ago(-260),
        },
        purpose: 'Activities in the holidays, chosen by the localities.',
      },
    ])
    .execute()
  const named = holders.map(([kind, name, who], index) => ({ id: newId(), ...known, position: index + 1, kind, name, person: person(who) }))
  await tx
    .insertInto('commissioning.budget_holder')
    .values(named.map((one) => ({ ...one, area: one.kind === 'cluster' ? area('Kelbrook') : null })))
    .execute()
  const ids = named.map(({ id }) => id)
  await writeFactors(scene, known, ids)
  const decision = decisions[0]
  if (!decision) return
  const divided = delegatedShares(
    pence,
    ids,
    counts.map(({ weight, values }) => ({ weight, values: new Map(ids.map((id, place) => [id, values[place] ?? 0n])) })),
  )
  if (!divided.ok) throw new Error(`The sample cannot be divided: ${divided.lack}.`)
  for (const [id, share] of divided.shares)
    await tx.updateTable('commissioning.budget_holder').set({ pence: share }).where('id', '=', id).execute()
  await tx
    .updateTable('commissioning.delegated_budget')
    .set({ decision: decision.id, handed_on: decision.decidedOn })
    .where('id', '=', budget)
    .execute()
  await writeBought(scene, known, ids)
}

async function writeFactors({ tx, ago }: Scene, known: Known, ids: readonly string[]): Promise<void> {
  const made = counts.map((count) => ({ ...count, id: newId() }))
  await tx
    .insertInto('commissioning.budget_factor')
    .values(
      made.map(({ id, name, weight, source }, index) => ({ id, ...known, position: index + 1, name, weight, source, dated_on: ago(400) })),
    )
    .execute()
  await tx
    .insertInto('commissioning.budget_factor_value')
    .values(made.flatMap(({ id, values }) => ids.map((holder, place) => ({ factor: id, holder, ...known, value: values[place] ?? 0n }))))
    .execute()
}

const bought = [
  [0, 0, 40, 1_840_00n, 'Climbing wall for a week of the autumn holidays'],
  [1, 0, 36, 2_200_00n, 'Music room, twelve evenings'],
  [1, 1, 30, 310_50n, 'Beds and bedding'],
  [3, 0, 24, 960_00n, 'Breakfast group in two schools'],
  [4, 1, 15, 145_99n, 'Bus passes'],
] as const

async function writeBought({ tx, ago, id: idOf }: Scene, known: Known, ids: readonly string[]): Promise<void> {
  const rules = [
    {
      id: newId(),
      ...known,
      text: 'Activities and groups for young people',
      service: idOf('service', 'youth-work'),
      limit_pence: 2_500_00n,
    },
    {
      id: newId(),
      ...known,
      text: 'A thing or a place that helps a family',
      service: idOf('service', 'family-support'),
      limit_pence: 400_00n,
    },
  ]
  await tx
    .insertInto('commissioning.budget_rule')
    .values(rules.map((rule) => ({ ...rule, authority: 'Scheme of delegation, part 3', starts_on: ago(42) })))
    .execute()
  await tx
    .insertInto('commissioning.budget_entry')
    .values([
      ...bought.map(([holder, rule, day, sum, what]) => ({
        ...{ id: newId(), ...known, holder: ids[holder] ?? '', kind: 'purchase', rule: rules[rule]?.id ?? '' },
        ...{ happened_on: ago(day), pence: sum, what },
      })),
      {
        ...{ id: newId(), ...known, holder: ids[2] ?? '', kind: 'returned', happened_on: ago(9), pence: 5_000_00n },
        what: 'Not needed: a hall was lent for nothing',
      },
    ])
    .execute()
}

async function writeIndividual({ tx, body, ago, today, person, organisation }: Scene): Promise<void> {
  const year = today.month < 4 ? today.year - 1 : today.year
  const lastYear = Temporal.PlainDate.from({ year: year - 1, month: 9, day: 1 })
  const made = { body, lead: organisation('council'), professional: person('haddad'), opened_by: person('haddad'), held_by: 'family' }
  const before = [1, 2, 3, 4, 5, 6].map((number) => ({
    ...{ id: newId(), ...made, reference: `IB-010${number}`, pence: BigInt(1_800_00 + number * 250_00) },
    ...{ starts_on: lastYear, ends_on: lastYear.add({ days: 200 }) },
  }))
  const now = { id: newId(), ...made, reference: 'IB-0201', pence: 2_600_00n, starts_on: ago(20), ends_on: ago(-300) }
  await tx
    .insertInto('commissioning.individual_budget')
    .values([...before, now])
    .execute()
  await tx
    .insertInto('commissioning.individual_entry')
    .values([
      ...before.map(({ id, pence }) => ({
        id: newId(),
        budget: id,
        body,
        kind: 'purchase',
        happened_on: lastYear.add({ days: 40 }),
        pence: pence - 100_00n,
        what: 'Hours of help at home',
      })),
      { id: newId(), budget: now.id, body, kind: 'purchase', happened_on: ago(8), pence: 220_00n, what: 'Swimming lessons with a helper' },
    ])
    .execute()
  await tx
    .insertInto('commissioning.individual_reader')
    .values({ budget: now.id, body, person: person('pryce'), why: 'Pays the bills', starts_on: ago(20) })
    .execute()
}
