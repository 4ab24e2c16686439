import { findDecisionsBetween } from '#meetings/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import type { Database } from '#platform/database/session.ts'
import { closeYear } from '../commands/money-year-end.ts'
import { yearOf } from '../rules/year.ts'
import type { CommissioningSampleGround, Scene } from './ground.ts'

interface Known {
  readonly fund: string
  readonly body: string
  readonly sight: 'public'
}

const FENCE = 'Adaptations of homes'

/** Partner, source, how, thousand pounds, ring-fence: 23,686 and 40,161 thousand, as in a real plan of 2015. */
const given = [
  ['council', 'Children and adults budgets', 'cash', 20_786, undefined],
  ['council', 'Disabled facilities grant', 'cash', 2_400, FENCE],
  ['council', 'Joint commissioning team', 'staff', 500, undefined],
  ['icb', 'Community and mental health allocation', 'cash', 40_161, undefined],
] as const

/** Line, code, who manages it, thousand pounds, and what it came to above (+) or below (-) that, in pounds: 100,001 over together. */
const lines = [
  ['Health visiting', 'NB1010', 'council', 8_900, -87_600, 'health-visiting'],
  ['School nursing', 'NB1020', 'council', 3_100, 18_300, 'school-nursing'],
  ['Family support', 'NB1030', 'council', 6_250, 152_150, 'family-support'],
  ['Mental health of children and young people', 'NB2010', 'icb', 14_600, 273_551, 'camhs'],
  ['Speech and language therapy', 'NB2020', 'icb', 4_247, -61_400, 'speech'],
  ['Short breaks', 'NB2030', 'icb', 2_450, 12_000, 'short-breaks'],
  ['Care at home', 'NB3010', 'council', 15_200, 85_000, 'home-care'],
  ['Weeks after hospital', 'NB3020', 'icb', 6_200, -292_000, 'reablement'],
  [FENCE, 'NB4010', 'council', 2_400, -210_000, undefined],
  ['Joint commissioning team', 'NB5010', 'council', 500, 0, undefined],
] as const

const thousand = (pounds: number): bigint => BigInt(pounds) * 100_000n

/** Writes the year before of the pooled fund: its plan, its ledger, the list of steps that still holds, and what was carried forward. */
export async function writeYearBefore(scene: Scene, known: Known, thisYear: number, fences: ReadonlyMap<string, string>): Promise<void> {
  const { tx, organisation, id: idOf } = scene
  const year = thisYear - 1
  const april = new Temporal.PlainDate(year, 4, 1)
  await tx
    .insertInto('commissioning.fund_year')
    .values({
      ...known,
      year,
      minimum: thousand(18_203),
      minimum_source: 'planning requirements of the year',
      forecast_method: 'straight-line',
    })
    .execute()
  const fenceOf = (title: string | undefined): string | null => (title === undefined ? null : (fences.get(title) ?? null))
  await tx
    .insertInto('commissioning.contribution')
    .values(
      given.map(([partner, source, kind, pounds, fence]) => ({
        ...{
          id: newId(),
          ...known,
          year,
          partner: organisation(partner),
          source,
          kind,
          planned: thousand(pounds),
          ring_fence: fenceOf(fence),
        },
      })),
    )
    .execute()
  const ids = lines.map(() => newId())
  await tx
    .insertInto('commissioning.budget_line')
    .values(
      lines.map(([title, code, by, pounds, , service], place) => ({
        ...{ id: ids[place] ?? '', ...known, year, title, code, managed_by: organisation(by), original: thousand(pounds) },
        ...{ ring_fence: fenceOf(title === FENCE ? FENCE : undefined), service: service === undefined ? null : idOf('service', service) },
      })),
    )
    .execute()
  await tx
    .updateTable('commissioning.fund_year')
    .set({ state: 'agreed', agreed_on: april })
    .where('fund', '=', known.fund)
    .where('year', '=', year)
    .execute()
  await tx
    .insertInto('commissioning.entry')
    .values(
      lines.map(([, code, , pounds, over], place) => ({
        ...{
          id: newId(),
          ...known,
          year,
          line: ids[place] ?? '',
          kind: 'actual',
          period: 12,
          on_day: new Temporal.PlainDate(thisYear, 3, 31),
        },
        ...{ pence: thousand(pounds) + BigInt(over) * 100n, code, description: 'The whole year' },
      })),
    )
    .execute()
  await writeList(scene, known, year)
  await carryForward(scene, known, year, ids[lines.findIndex(([title]) => title === FENCE)] ?? '')
}

async function writeList({ tx, organisation, body, ago }: Scene, known: Known, year: number): Promise<void> {
  const rule = newId()
  await tx
    .insertInto('commissioning.risk_rule')
    .values({ ...{ id: rule, ...known, title: 'Schedule 3 of the agreement', first_year: year }, underspend: 'silent' })
    .execute()
  const step = (position: number, kind: string, more: Readonly<Record<string, unknown>>) => ({ rule, position, ...known, kind, ...more })
  const none = { up_to: null, above: null, weighed_by: null, kinds: [] as string[], with_fenced: false, refer_to: null }
  await tx
    .insertInto('commissioning.risk_step')
    .values([
      {
        ...none,
        ...step(1, 'draw_on_risk_pool', {}),
        clause: 'clause 12.1',
        authority: 'The pool manager',
        up_to: thousand(250),
        above: thousand(500),
      },
      {
        ...{
          ...none,
          ...step(2, 'share', {}),
          clause: 'clause 12.2',
          authority: 'The finance officers of both partners',
          up_to: 127_694_000n,
        },
        ...{ weighed_by: 'planned', kinds: ['cash', 'staff', 'in_kind', 'net_of_charges'], with_fenced: true },
      },
      { ...none, ...step(3, 'refer', {}), clause: 'clause 12.4', authority: 'The board', refer_to: body },
    ])
    .execute()
  await tx
    .insertInto('commissioning.risk_part')
    .values(['council', 'icb'].map((partner, place) => ({ rule, position: 2, ...known, partner: organisation(partner), place: place + 1 })))
    .execute()
  await tx
    .updateTable('commissioning.risk_rule')
    .set({ in_force_on: ago(500) })
    .where('id', '=', rule)
    .execute()
}

/** What the ring-fenced line was under goes to the same purpose of the next year, by a decision of the board. */
async function carryForward({ tx, body, ago, today, accounts }: Scene, known: Known, year: number, from: string): Promise<void> {
  const decision = (await findDecisionsBetween(tx, body, { from: ago(1500), until: today })).find(({ text }) =>
    text.includes('carried forward'),
  )
  const [to] = await tx
    .selectFrom('commissioning.budget_line')
    .select('id')
    .where('fund', '=', known.fund)
    .where('year', '=', year + 1)
    .where('code', '=', 'NB4010')
    .execute()
  if (!decision || !to) return
  await tx
    .insertInto('commissioning.virement')
    .values({
      ...{ id: newId(), ...known, from_line: from, to_line: to.id, pence: 21_000_000n, on_day: decision.decidedOn.add({ days: 3 }) },
      ...{
        why: 'Carried forward: eleven homes were adapted after the end of the year.',
        decision: decision.id,
        moved_by: accounts.otherClerk,
      },
    })
    .execute()
}

/** Closes the year before with its statement, as its clerk would. */
export function closeYearBefore(owner: Database, ground: CommissioningSampleGround): Promise<void> {
  return closeSampleYear(owner, ground, 'Northbrook pooled fund', yearOf(ground.today) - 1)
}

/** Closes a year of a fund of the sample. */
export async function closeSampleYear(
  owner: Database,
  { accounts, now, today }: CommissioningSampleGround,
  fund: string,
  year: number,
): Promise<void> {
  const found = await owner
    .selectFrom('commissioning.fund_year as y')
    .innerJoin('commissioning.fund as f', 'f.id', 'y.fund')
    .select(['y.fund', 'y.version'])
    .where('f.title', '=', fund)
    .where('y.year', '=', year)
    .executeTakeFirst()
  if (!found) return
  const doer = { actor: accounts.otherClerk, now, today }
  const input = { complete: true, decision: undefined, decided: new Map<string, bigint>(), version: found.version }
  const closed = await closeYear({ db: owner }, doer, found.fund, year, input)
  if (!closed.ok) throw new Error(`The year of the sample does not close: ${closed.problems.map(({ code }) => code).join(', ')}`)
}
