import { newId } from '#platform/database/ids.ts'
import { monthsEnded } from '../rules/forecast.ts'
import type { FundKind } from '../rules/fund.ts'
import { instalmentsOf, splitPence } from '../rules/split.ts'
import { yearOf } from '../rules/year.ts'
import { writeOpenYear } from './fund-open-year.ts'
import { writePromise } from './fund-promise.ts'
import { writeSavings } from './fund-savings.ts'
import { writeScheme } from './fund-scheme.ts'
import { writeYearBefore } from './fund-year-before.ts'
import { writeYearOfGroups } from './fund-year-of-groups.ts'
import type { Scene } from './ground.ts'

interface SampleGiven {
  readonly partner: string
  readonly source: string
  readonly kind?: 'cash' | 'staff' | 'in_kind'
  readonly pounds: number | null
  readonly fence?: string
  readonly parts?: number
}
interface SampleLine {
  readonly title: string
  readonly service?: string
  readonly by: string
  readonly pounds: number | null
  readonly before?: number
  readonly fence?: string
  readonly code: string
  /** Thousandths of an even year that each month so far cost; undefined: nothing is spent yet. */
  readonly pace?: number
  readonly committed?: number
}
interface SampleFund {
  readonly key: string
  readonly kind: FundKind
  readonly title: string
  readonly purpose: string
  readonly host: string
  readonly manager?: string
  readonly agreement?: string
  readonly minimum?: readonly [pounds: number, source: string]
  readonly method?: string
  readonly isPlanned?: boolean
  readonly fences?: readonly (readonly [title: string, source: string])[]
  readonly given: readonly SampleGiven[]
  readonly lines: readonly SampleLine[]
}

// The sums of the pooled fund are those of a real plan: 23,686 and 40,161 thousand against a minimum of 18,203 thousand.
const funds: readonly SampleFund[] = [
  {
    ...{ key: 'pooled', kind: 'pooled', title: 'Northbrook pooled fund', host: 'council', manager: 'rigby', agreement: 'section-75' },
    purpose: 'Health and care that families and older people get from one team in place of two.',
    minimum: [18_203_000, 'planning requirements of the year'],
    fences: [['Adaptations of homes', 'conditions of the disabled facilities grant']],
    given: [
      { partner: 'council', source: 'Children and adults budgets', pounds: 20_786_000, parts: 12 },
      { partner: 'council', source: 'Disabled facilities grant', pounds: 2_400_000, fence: 'Adaptations of homes', parts: 1 },
      { partner: 'council', source: 'Joint commissioning team', kind: 'staff', pounds: 500_000 },
      { partner: 'icb', source: 'Community and mental health allocation', pounds: 40_161_000, parts: 12 },
    ],
    lines: [
      {
        title: 'Health visiting',
        service: 'health-visiting',
        by: 'council',
        pounds: 8_600_000,
        before: 8_900_000,
        code: 'NB1010',
        pace: 980,
        committed: 300_000,
      },
      { title: 'School nursing', service: 'school-nursing', by: 'council', pounds: 3_150_000, code: 'NB1020', pace: 1010 },
      {
        title: 'Family support',
        service: 'family-support',
        by: 'council',
        pounds: 6_420_000,
        before: 6_250_000,
        code: 'NB1030',
        pace: 1040,
        committed: 410_000,
      },
      {
        title: 'Mental health of children and young people',
        service: 'camhs',
        by: 'icb',
        pounds: 14_977_000,
        code: 'NB2010',
        pace: 1065,
        committed: 900_000,
      },
      { title: 'Speech and language therapy', service: 'speech', by: 'icb', pounds: 4_300_000, code: 'NB2020', pace: 960 },
      { title: 'Short breaks', service: 'short-breaks', by: 'icb', pounds: 2_500_000, code: 'NB2030', pace: 1000 },
      { title: 'Care at home', service: 'home-care', by: 'council', pounds: 15_000_000, code: 'NB3010', pace: 1020, committed: 2_000_000 },
      { title: 'Weeks after hospital', service: 'reablement', by: 'icb', pounds: 6_000_000, code: 'NB3020', pace: 990 },
      { title: 'Adaptations of homes', by: 'council', pounds: 2_400_000, fence: 'Adaptations of homes', code: 'NB4010', pace: 700 },
      { title: 'Joint commissioning team', by: 'council', pounds: 500_000, code: 'NB5010', pace: 1000 },
    ],
  },
  {
    ...{
      key: 'aligned',
      kind: 'aligned',
      title: 'Emotional health in schools',
      host: 'icb',
      agreement: 'section-75',
      method: 'remaining-plan',
    },
    purpose: 'Help for pupils before they are ill. Each partner keeps its own money and plans it with the others.',
    given: [
      { partner: 'council', source: 'Schools budget', pounds: 640_000, parts: 4 },
      { partner: 'icb', source: 'Mental health investment', pounds: 910_000, parts: 4 },
    ],
    lines: [
      { title: 'Teams in schools', service: 'emotional-schools', by: 'icb', pounds: 910_000, code: 'EH1', pace: 950 },
      { title: 'Counselling', service: 'counselling', by: 'council', pounds: 640_000, code: 'EH2', pace: 1015 },
    ],
  },
  {
    ...{ key: 'grant', kind: 'grant', title: 'Supporting families grant', host: 'council', isPlanned: true },
    purpose: 'Whole-family work where several things are hard at once, paid in part by what families achieve.',
    given: [
      { partner: 'council', source: 'National programme, fixed part', pounds: 380_000, parts: 2 },
      { partner: 'council', source: 'National programme, paid by results', pounds: null },
    ],
    lines: [
      { title: 'Family workers', service: 'family-support', by: 'council', pounds: 350_000, code: 'SF1' },
      { title: 'What results will pay for', by: 'council', pounds: null, code: 'SF2' },
    ],
  },
]

const pence = (pounds: number | null): bigint | null => (pounds === null ? null : BigInt(pounds) * 100n)

/** Writes the funds of the sample for this year: pooled and aligned ones that are agreed, and a grant that is being planned. */
export async function writeFunds(scene: Scene): Promise<void> {
  for (const fund of funds) await writeFund(scene, fund)
}

async function writeFund(scene: Scene, fund: SampleFund): Promise<void> {
  const { tx, body, organisation, person, today, id: idOf } = scene
  const [id, year] = [newId(), yearOf(today)]
  const known = { fund: id, body, sight: 'public' as const }
  const april = new Temporal.PlainDate(year, 4, 1)
  await tx
    .insertInto('commissioning.fund')
    .values({
      ...{ id, body, sight: 'public', kind: fund.kind, title: fund.title, purpose: fund.purpose, host: organisation(fund.host) },
      agreement: fund.agreement === undefined ? null : idOf('agreement', fund.agreement),
      manager: fund.manager === undefined ? null : person(fund.manager),
    })
    .execute()
  await tx
    .insertInto('commissioning.fund_year')
    .values({
      ...{ ...known, year, minimum: pence(fund.minimum?.[0] ?? null), minimum_source: fund.minimum?.[1] ?? '' },
      forecast_method: fund.method ?? 'straight-line',
    })
    .execute()
  const fences = new Map((fund.fences ?? []).map(([title]) => [title, newId()]))
  for (const [title, source] of fund.fences ?? [])
    await tx
      .insertInto('commissioning.ring_fence')
      .values({ id: fences.get(title) ?? '', ...known, title, source })
      .execute()
  for (const given of fund.given) await writeGiven(scene, { known, year, fences }, given)
  for (const line of fund.lines) await writeLine(scene, { known, year, fences }, line)
  if (!fund.isPlanned)
    await tx.updateTable('commissioning.fund_year').set({ state: 'agreed', agreed_on: april }).where('fund', '=', id).execute()
  if (fund.key === 'aligned') {
    await writeOpenYear(scene, known, year)
    await writeYearOfGroups(scene, known)
  }
  if (fund.key !== 'pooled') return
  await writeScheme(scene, known, year)
  await writeYearBefore(scene, known, year, fences)
  await writeSavings(scene, known, year)
  await writePromise(scene, known, year)
}

interface InFund {
  readonly known: { readonly fund: string; readonly body: string; readonly sight: 'public' }
  readonly year: number
  readonly fences: ReadonlyMap<string, string>
}

const fenceOf = ({ fences }: InFund, title: string | undefined): string | null => (title === undefined ? null : (fences.get(title) ?? null))

async function writeGiven({ tx, organisation, today }: Scene, at: InFund, given: SampleGiven): Promise<void> {
  const { known, year } = at
  const id = newId()
  const planned = pence(given.pounds)
  await tx
    .insertInto('commissioning.contribution')
    .values({
      ...{ id, ...known, year, partner: organisation(given.partner), source: given.source, kind: given.kind ?? 'cash', planned },
      ring_fence: fenceOf(at, given.fence),
    })
    .execute()
  if (given.parts === undefined || planned === null) return
  const every = 12 / given.parts
  await tx
    .insertInto('commissioning.instalment')
    .values(
      instalmentsOf(planned, given.parts).map((part, place) => {
        const due = new Temporal.PlainDate(year, 4, 15).add({ months: place * every })
        const isPaid = Temporal.PlainDate.compare(due, today) < 0
        return {
          ...{ contribution: id, ...known, position: place + 1, due_on: due, pence: part },
          ...(isPaid ? { paid_on: due, paid: part } : {}),
        }
      }),
    )
    .execute()
}

async function writeLine({ tx, organisation, today, id: idOf }: Scene, at: InFund, line: SampleLine): Promise<void> {
  const { known, year } = at
  const id = newId()
  const original = pence(line.pounds)
  await tx
    .insertInto('commissioning.budget_line')
    .values({
      ...{ id, ...known, year, title: line.title, code: line.code, managed_by: organisation(line.by), original },
      ...{ before: pence(line.before ?? null), ring_fence: fenceOf(at, line.fence) },
      service: line.service === undefined ? null : idOf('service', line.service),
    })
    .execute()
  const months = monthsEnded(year, today)
  if (line.pace === undefined || original === null || months === 0) return
  const even =
    splitPence(
      original,
      Array.from({ length: 12 }, () => 1n),
    ) ?? []
  const day = (period: number) => new Temporal.PlainDate(year, 4, 28).add({ months: period - 1 })
  const spent = even.slice(0, months).map((one, place) => ({
    ...{ id: newId(), ...known, year, line: id, kind: 'actual', period: place + 1, on_day: day(place + 1), code: line.code },
    ...{ pence: (one * BigInt(line.pace ?? 0)) / 1000n, description: 'Month' },
  }))
  const committed = pence(line.committed ?? null)
  const promised = {
    id: newId(),
    ...known,
    year,
    line: id,
    kind: 'commitment',
    period: months,
    on_day: day(months),
    code: line.code,
    description: 'Orders',
  }
  await tx
    .insertInto('commissioning.entry')
    .values([...spent, ...(committed === null ? [] : [{ ...promised, pence: committed }])])
    .execute()
}
