import { listActions } from '#plans/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import { type Database, type Writer, writeAs } from '#platform/database/session.ts'
import { findMeasure } from '../queries/measure.ts'
import { findSeries } from '../queries/series.ts'
import { foresee } from '../rules/curve.ts'
import { printed, whole } from '../rules/exact.ts'
import { houseChartRules } from '../rules/outlook.ts'
import { readingOf } from '../rules/reading.ts'
import { methodOf } from '../words/curve.ts'
import type { PerformanceGround } from './load.ts'

const MEASURE = 'Team Around the Child: families starting'
const ACTION = 'Agree one way of telling neglect early'
const STORY =
  'Schools and health visitors ask for a first meeting earlier than before: they know the form now, and somebody answers within two days. ' +
  'Two districts have no early help consultant, and there families wait longest. We do not know why hardly anybody comes through general practice.'

/** Turns the curve of one measure of the sample (T4), once its plans are there: two frozen forecasts, story, partners, ideas, actions. Takes the owner's connection. */
export async function turnSampleCurve(owner: Database, ground: PerformanceGround): Promise<void> {
  const measure = await measureNamed(owner, ground)
  for (const months of [14, 6]) await freeze(owner, ground, measure, ground.today.with({ day: 12 }).subtract({ months }))
  const { clerk, now, today } = ground
  await writeAs(owner, { actor: clerk, now, today }, async (tx) => {
    const of = () => ({ id: newId(), measure, made_at: now })
    await tx
      .insertInto('performance.curve_story')
      .values({ ...of(), number: 1, words: STORY })
      .execute()
    await tx
      .insertInto('performance.curve_partner')
      .values([
        {
          ...of(),
          organisation: ground.organisations.get('council') ?? null,
          name: 'Northbrook Council, early help',
          part: 'Calls the first meeting',
        },
        { ...of(), organisation: null, name: 'Heads of the secondary schools', part: 'Ask for a meeting at the first signs of absence' },
      ])
      .execute()
    await tx
      .insertInto('performance.curve_idea')
      .values([
        { ...of(), words: 'The same person answers every first call of a school', cost: 'none', evidence: 'Stonham did it for a term' },
        { ...of(), words: 'A consultant in each of the two districts without one', cost: 'some', evidence: '' },
        {
          ...of(),
          words: 'One page on early help for every general practice',
          cost: 'low',
          evidence: 'Asked for by the practices themselves',
        },
      ])
      .execute()
    await tx
      .insertInto('performance.curve_action')
      .values(await agreed(tx, ground, of))
      .execute()
  })
}

async function agreed(
  tx: Writer,
  { bodies, today }: PerformanceGround,
  of: () => { id: string; measure: string; made_at: Temporal.Instant },
) {
  const actions = await listActions(tx, bodies.get('northbrook-childrens-partnership') ?? '')
  const inPlan = actions.filter(({ title }) => title.startsWith(ACTION)).map(({ id }) => ({ ...of(), action: id }))
  const byWhen = today.add({ months: 2 }).with({ day: 1 })
  return [...inPlan, { ...of(), words: 'Send the page on early help to every practice', who: 'Early help team', by_when: byWhen }]
}

async function measureNamed(owner: Database, { clerk, now, today }: PerformanceGround): Promise<string> {
  const found = await writeAs(owner, { actor: clerk, now, today }, (tx) =>
    tx.selectFrom('performance.measure_definition').select('measure').where('title', '=', MEASURE).executeTakeFirstOrThrow(),
  )
  return found.measure
}

/** A forecast of that day, from the figures that were known on it. */
async function freeze(owner: Database, { clerk }: PerformanceGround, id: string, day: Temporal.PlainDate): Promise<void> {
  const now = day.toZonedDateTime({ timeZone: 'Europe/London', plainTime: '10:00' }).toInstant()
  await writeAs(owner, { actor: clerk, now, today: day }, async (tx) => {
    const measure = await findMeasure(tx, id)
    const [series] = await findSeries(tx, [id])
    const observations = (series?.observations ?? []).filter(({ period }) => Temporal.PlainDate.compare(period.endsOn, day) <= 0)
    const reading = readingOf({ measure, targets: [], observations, rebases: [] }, houseChartRules, day)
    const worked = foresee(reading.points, { method: 'trend', last: 8, ahead: 12, floor: whole(0) })
    if (typeof worked === 'string') throw new Error(`The sample cannot foresee: ${worked}`)
    const forecast = newId()
    await tx
      .insertInto('performance.forecast')
      .values({
        ...{ id: forecast, measure: id, purpose: 'do-nothing', method: methodOf('trend', worked), author: 'Early help team' },
        ...{ frozen_on: day, inputs: '{}', made_at: now },
      })
      .execute()
    await tx
      .insertInto('performance.forecast_point')
      .values(
        worked.points.map(({ period, value }) => ({
          forecast,
          starts_on: period.startsOn,
          ends_on: period.endsOn,
          value: printed(value, 6),
        })),
      )
      .execute()
  })
}
