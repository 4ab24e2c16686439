import { createHash } from 'node:crypto'
import { newId } from '#platform/database/ids.ts'
import type { Writer } from '#platform/database/session.ts'
import { lastEnded, periodAway, periodWords } from '../rules/period.ts'
import type { PerformanceGround } from './load.ts'

/** Which agencies give which figures: one return stands open, one is overdue, earlier ones were accepted. */
export async function addReturns(tx: Writer, measures: ReadonlyMap<string, string>, ground: PerformanceGround): Promise<void> {
  const body = ground.bodies.get('northbrook-childrens-partnership') ?? ''
  const templates = [
    { title: 'Early help: families', agency: 'council', giver: 'haddad', keys: ['starts', 'open', 'step-down', 'step-up'], days: 60 },
    { title: 'Early help: plans that closed', agency: 'families-first', giver: undefined, keys: ['needs-met', 'not-engaged'], days: 10 },
  ]
  for (const { title, agency, giver, keys, days } of templates) {
    const template = newId()
    await tx
      .insertInto('performance.return_template')
      .values({
        ...{
          id: template,
          body,
          title,
          agency: ground.organisations.get(agency) ?? '',
          giver: giver ? (ground.people.get(giver) ?? null) : null,
        },
        ...{ period_type: 'month', due_days: days, starts_on: ground.today.with({ day: 1 }).subtract({ months: 4 }) },
      })
      .execute()
    await tx
      .insertInto('performance.return_measure')
      .values(keys.map((key, position) => ({ template, body, measure: measures.get(key) ?? '', position })))
      .execute()
    for (const back of [-3, -2, -1, 0]) {
      const period = periodAway(lastEnded('month', ground.today), back)
      if (period === null) continue
      const at = period.endsOn.add({ days: 5 }).toZonedDateTime('Europe/London').toInstant()
      const accepted =
        back < 0 ? { state: 'accepted', given_at: at, given_by: ground.clerk, accepted_at: at, accepted_by: ground.clerk } : {}
      await tx
        .insertInto('performance.return_due')
        .values({
          ...{
            id: newId(),
            template,
            body,
            starts_on: period.startsOn,
            ends_on: period.endsOn,
            due_on: period.endsOn.add({ days: days - 1 }),
          },
          ...accepted,
        })
        .execute()
    }
  }
}

/** Two figures of the last published month that are off track, and ask the director for an answer. */
export async function addAlerts(tx: Writer, measures: ReadonlyMap<string, string>, ground: PerformanceGround): Promise<void> {
  const body = ground.bodies.get('northbrook-childrens-partnership') ?? ''
  const period = lastEnded('month', ground.today)
  await tx
    .insertInto('performance.alert')
    .values(
      ['step-down', 'quality'].map((key) => ({
        ...{ id: newId(), measure: measures.get(key) ?? '', body, kind: 'red', starts_on: period.startsOn, ends_on: period.endsOn },
        ...{ owner: ground.people.get('marsh') ?? null, raised_on: ground.today.subtract({ days: 2 }) },
      })),
    )
    .execute()
}

/** A file that the clerk brought and did not load: one figure is asked about, one revises another. */
export async function addOpenUpload(tx: Writer, ground: PerformanceGround): Promise<void> {
  const body = ground.bodies.get('northbrook-childrens-partnership') ?? ''
  const month = periodWords(lastEnded('month', ground.today))
  const content = JSON.stringify([
    ['measure', 'period', 'status', 'value', 'note'],
    ['EH6', month, 'final', '31', ''],
    ['EH1', month, 'final', '612', 'Two districts sent their figures late'],
  ])
  const digest = createHash('sha256').update(content).digest('hex')
  await tx
    .insertInto('performance.upload')
    .values({ id: newId(), body, actor: ground.clerk, file_name: 'early-help-figures.csv', digest, made_at: ground.now, content })
    .execute()
}
