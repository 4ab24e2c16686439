import { listAreas } from '#governance/public-data.ts'
import { makeAccessToken } from '#platform/access-token.ts'
import { newId } from '#platform/database/ids.ts'
import { type ActorId, type Database, type Writer, writeAs } from '#platform/database/session.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import { importNational } from '../commands/import-national.ts'
import { type FigureOf, storeFigures } from '../commands/store-figures.ts'
import { findMeasure } from '../queries/measure.ts'
import { findNationalEdition } from '../queries/national.ts'
import { readFigure } from '../rules/figure.ts'
import { type Cell, definitionFor, type Measure, wholeCell } from '../rules/measure.ts'
import { lastEnded, type Period, periodAway, type RegularPeriodType } from '../rules/period.ts'
import { type SampleMeasure, sampleMeasures } from './measures.ts'
import { sampleNationalSet } from './national.ts'
import { planMeasures } from './plan-measures.ts'
import { addAlerts, addOpenUpload, addReturns } from './returns.ts'
import { freezeSampleScorecard } from './scorecards.ts'

/** What the sample of performance stands on: ids by the keys of governance's sample. */
export interface PerformanceGround {
  readonly bodies: ReadonlyMap<string, string>
  readonly people: ReadonlyMap<string, string>
  readonly organisations: ReadonlyMap<string, string>
  readonly clerk: ActorId
  readonly today: Temporal.PlainDate
  readonly now: Temporal.Instant
}

const SINCE = Temporal.PlainDate.from('2013-12-01')
const PAPER = 'Paper on early help, February 2014, appendix B'

/** Loads the seven indicators of early 2014 and the measures of the plans, with two years of invented figures up to the present. Takes the owner's connection. */
export async function loadPerformanceSample(owner: Database, ground: PerformanceGround): Promise<void> {
  const doer: Doer = { actor: ground.clerk, now: ground.now, today: ground.today }
  await writeAs(owner, doer, async (tx) => {
    const ids = new Map<string, string>()
    for (const sample of [...sampleMeasures, ...planMeasures]) ids.set(sample.key, await addMeasure(tx, doer, sample, ground))
    await reviseOne(tx, doer, ids.get('step-down') ?? '')
    await addNotes(tx, doer, ids)
    await addReturns(tx, ids, ground)
    // Where somebody has read in the real ones already, nothing is invented.
    if ((await findNationalEdition(tx)) === undefined) await readInvented(tx, doer)
    await tx
      .insertInto('performance.national_tie')
      .values({ id: newId(), measure: ids.get('conferences') ?? '', code: 'ICPC15', area: 930, made_at: doer.now })
      .execute()
    await addAlerts(tx, ids, ground)
    await addOpenUpload(tx, ground)
    const council = ground.organisations.get('council')
    const scope = { may: 'figures', of: { type: 'agency', id: council ?? '' } } as const
    // Its secret is known to nobody: it shows how such a program is seen, and opens nothing.
    if (council !== undefined) await makeAccessToken(tx, doer, { name: 'Nightly export of the case system', days: 365, scope })
  })
  await freezeSampleScorecard(owner, doer, ground.bodies.get('northbrook-childrens-partnership') ?? '')
}

/** Reads invented published figures in, as if somebody had brought their files. */
async function readInvented(tx: Writer, doer: Doer): Promise<void> {
  const { edition } = await importNational(tx, doer, sampleNationalSet(doer.today))
  const times = { started_at: doer.now, seen_at: doer.now, ended_at: doer.now }
  const files = ['lait-values-all.csv.gz', 'lait_data_dictionary.csv', 'la_code_list.xlsx', 'sn_may_2025.xlsx']
  await tx
    .insertInto('performance.national_reading')
    .values({ id: newId(), files, state: 'read', edition, percent: 100, rows_read: 900, ...times })
    .execute()
}

async function addMeasure(tx: Writer, doer: Doer, sample: SampleMeasure, ground: PerformanceGround): Promise<string> {
  const id = newId()
  const body = ground.bodies.get(sample.board) ?? ''
  await tx.insertInto('performance.measure').values({ id, body, sight: 'public', reference: sample.reference }).execute()
  const { overTime, overAreas, lagDays = 10, frequency = 'month', breakdowns = [], ...definition } = sample.definition
  const [plausibleFrom, plausibleTo] = sample.plausible ?? [null, null]
  const districts = sample.byArea ? (await listAreas(tx, ground.today)).filter((one) => one.kind === 'district').map((one) => one.id) : []
  await tx
    .insertInto('performance.measure_definition')
    .values({
      ...definition,
      ...{
        id: newId(),
        measure: id,
        number: 1,
        starts_on: SINCE,
        over_time: overTime,
        over_areas: overAreas,
        lag_days: lagDays,
        frequency,
        areas: districts,
      },
      ...{ breakdowns: JSON.stringify(breakdowns), source: 'Case records of the county council', made_at: doer.now },
      ...{ owner_person: ground.people.get('marsh') ?? null, owner_office: 'Director of Children’s Services' },
      owner_organisation: ground.organisations.get('council') ?? null,
      ...{ plausible_from: plausibleFrom?.toString() ?? null, plausible_to: plausibleTo?.toString() ?? null },
    })
    .execute()
  await addTarget(tx, doer, id, sample)
  const measure = await findMeasure(tx, id)
  const list = figuresOf(measure, sample, doer.today)
  const settled = await storeFigures(tx, doer, list, { how: 'import', reason: '', publishes: true })
  if (!settled.ok) throw new Error(`The sample cannot store ${sample.key}: ${JSON.stringify(settled.problems)}`)
  return id
}

async function addTarget(tx: Writer, doer: Doer, measure: string, { baseline, target }: SampleMeasure): Promise<void> {
  const from = baseline === undefined ? null : newId()
  const value = baseline?.toString() ?? ''
  const december = { period_type: 'month', starts_on: SINCE, ends_on: Temporal.PlainDate.from('2014-01-01'), method: 'single-period' }
  if (from !== null) {
    await tx
      .insertInto('performance.baseline')
      .values({ id: from, measure, value, ...december, source: PAPER, made_at: doer.now })
      .execute()
  }
  if (target === undefined) return
  const { words, kind, upper, tolerance } = target
  await tx
    .insertInto('performance.target')
    .values({
      ...{ id: newId(), measure, starts_on: Temporal.PlainDate.from('2014-02-01'), words, kind, value: target.value.toString() },
      ...{ upper: upper?.toString() ?? null, baseline: kind === 'relative' ? from : null, made_at: doer.now, source: PAPER },
      ...{ tolerance_kind: tolerance === undefined ? null : 'share', tolerance: tolerance?.toString() ?? null },
      ...{ set_by: 'Early Help Steering Group', green_means: 'On track to meet or exceed the target', amber_means: 'Some concern' },
      red_means: 'Significantly below target',
    })
    .execute()
}

/** The figures of the last periods; the latest one is provisional, so that the board alone sees it. */
function figuresOf(measure: Measure, { figures }: SampleMeasure, today: Temporal.PlainDate): readonly FigureOf[] {
  const type = measure.definitions[0].frequency as RegularPeriodType
  const last = lastEnded(type, today)
  return figures.flatMap((given, index) => {
    const period = periodAway(last, index - figures.length + 1) ?? last
    const isLast = index === figures.length - 1 && typeof given !== 'string'
    const status = typeof given === 'string' ? given : isLast && type === 'month' ? 'provisional' : 'final'
    const whole = figureOf(measure, period, status, given, today)
    const parts = index < figures.length - 3 || typeof given !== 'number' ? [] : sharesOf(given, measure.definitions[0].areas.length, index)
    return [
      whole,
      ...parts.map((share, at) =>
        figureOf(measure, period, status, share, today, { ...wholeCell, area: measure.definitions[0].areas[at]?.id ?? null }),
      ),
    ]
  })
}

/** A number as shares of areas of different sizes that make it again, a little different from period to period. */
function sharesOf(number: number, areas: number, turn: number): readonly number[] {
  const weights = Array.from({ length: areas }, (_, at) => 3 + ((at * 5 + turn) % 7))
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const shares = weights.map((weight) => Math.floor((number * weight) / all))
  const rest = number - shares.reduce((sum, share) => sum + share, 0)
  return shares.map((share, at) => (at === 0 ? share + rest : share))
}

function figureOf(
  measure: Measure,
  period: Period,
  status: 'missing' | 'not-yet-available' | 'provisional' | 'final',
  given: SampleMeasure['figures'][number],
  today: Temporal.PlainDate,
  cell: Cell = wholeCell,
): FigureOf {
  const [numerator, denominator] = Array.isArray(given) ? given.map(String) : ['', '']
  const { figure, problems } = readFigure(
    {
      ...{ period, cell, status, value: typeof given === 'number' ? String(given) : '', numerator: numerator ?? '' },
      ...{ denominator: denominator ?? '', lower: '', upper: '', quality: '', source: '' },
    },
    definitionFor(measure, period),
    today,
  )
  if (figure === null) throw new Error(`The sample has a bad figure: ${JSON.stringify(problems)}`)
  return { measure, figure }
}

/** A month that was counted anew: the figure before it stays. */
async function reviseOne(tx: Writer, doer: Doer, id: string): Promise<void> {
  const measure = await findMeasure(tx, id)
  const period = periodAway(lastEnded('month', doer.today), -5)
  if (period === null) return
  const { figure } = figureOf(measure, period, 'final', 76, doer.today)
  const quality = 'Four families were counted in the month after they had moved.'
  const reason = 'Three families of one district had been counted in the month before.'
  await storeFigures(tx, doer, [{ measure, figure: { ...figure, quality } }], { how: 'import', reason, publishes: true })
}

async function addNotes(tx: Writer, doer: Doer, ids: ReadonlyMap<string, string>): Promise<void> {
  const back = (months: number) => doer.today.with({ day: 1 }).subtract({ months })
  const note = (key: string, months: number, words: string) => ({
    id: newId(),
    measure: ids.get(key) ?? '',
    on_day: back(months),
    words,
    made_at: doer.now,
  })
  await tx
    .insertInto('performance.annotation')
    .values([
      note('starts', 14, 'The new assessment form came into use in all districts.'),
      note('quality', 20, 'Four early help consultants were in post.'),
      note('contacts', 11, 'Contacts from the police come by one form.'),
    ])
    .execute()
  const reason = 'Four consultants were in post from this month: more plans can be checked than before.'
  await tx
    .insertInto('performance.rebase')
    .values({
      id: newId(),
      measure: ids.get('quality') ?? '',
      on_day: back(18),
      reason,
      decided_by: 'Early Help Steering Group',
      decided_on: back(16),
      made_at: doer.now,
    })
    .execute()
}
