import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { dayOf } from '#platform/time/london.ts'
import type { PerformanceNeeds } from '../needs.ts'
import { measurePaths, returnPaths } from '../paths.ts'
import { findMeasures } from '../queries/measure.ts'
import { findDues, findTemplates } from '../queries/returns.ts'
import { findSeries } from '../queries/series.ts'
import { type Alert, alertsOf } from '../rules/alerts.ts'
import { latestDefinition, type Measure } from '../rules/measure.ts'
import { isChased, isOverdue } from '../rules/returns.ts'
import { alertMail, returnMail } from '../words/duties.ts'
import { askWhatIsOwed } from './keep-return.ts'
import { mailPerson } from './mail-person.ts'

/** What asking for figures needs from outside. */
type ChaseNeeds = Omit<PerformanceNeeds, 'counted'>

/** Once a day: writes down what is owed, asks for returns by mail, asks owners about red and missing figures, and lets go of what is settled. Returns how many mails. */
export async function chaseFigures(needs: ChaseNeeds, now: Temporal.Instant): Promise<number> {
  const acting = { actor: SYSTEM_ACTOR, now, today: dayOf(now) }
  const returns = await writeAs(needs.db, acting, (tx) => chaseReturns(needs, tx, acting.today))
  const measures = await writeAs(needs.db, acting, async (tx) =>
    (await tx.selectFrom('performance.measure').select('id').where('sight', '<>', 'draft').execute()).map(({ id }) => id),
  )
  let alerts = 0
  // A transaction for each handful: a board with hundreds of measures holds nobody up.
  for (let from = 0; from < measures.length; from += 50) {
    alerts += await writeAs(needs.db, acting, (tx) => raiseAlerts(needs, tx, measures.slice(from, from + 50), acting.today))
  }
  return returns + alerts
}

async function chaseReturns(needs: ChaseNeeds, tx: Writer, today: Temporal.PlainDate): Promise<number> {
  const ids = (await tx.selectFrom('performance.return_template').select('id').execute()).map(({ id }) => id)
  const templates = await findTemplates(tx, 'id', ids)
  await askWhatIsOwed(tx, today, templates)
  let sent = 0
  for (const template of templates) {
    if (template.giver === null) continue
    for (const due of (await findDues(tx, [template.id])).filter((one) => isChased(one, today))) {
      const period = { type: template.periodType, startsOn: due.startsOn, endsOn: due.endsOn }
      const words = returnMail(
        { title: template.title, period, dueOn: due.dueOn, isLate: isOverdue(due, today) },
        needs.config.publicUrl + returnPaths.give(due.id),
      )
      if (!(await mailPerson(needs, tx, template.giver, words, { type: 'return', id: due.id }))) continue
      await tx
        .updateTable('performance.return_due')
        .set({ chased: due.chased + 1, chased_on: today })
        .where('id', '=', due.id)
        .execute()
      sent += 1
    }
  }
  return sent
}

async function raiseAlerts(needs: ChaseNeeds, tx: Writer, ids: readonly string[], today: Temporal.PlainDate): Promise<number> {
  const measures = new Map((await findMeasures(tx, ids)).map((measure) => [measure.id, measure]))
  const span = { from: today.subtract({ years: 3 }), until: today.add({ years: 1 }) }
  let sent = 0
  for (const series of await findSeries(tx, ids, span)) {
    const measure = measures.get(series.measure)
    if (!measure) continue
    const alerts = alertsOf(measure, series.targets, series.observations, today)
    await settle(tx, measure, alerts, today)
    for (const alert of alerts) if (await raise(needs, tx, measure, alert, today)) sent += 1
  }
  return sent
}

/** What was asked about and is neither red nor missing any more asks nobody. */
async function settle(tx: Writer, measure: Measure, alerts: readonly Alert[], today: Temporal.PlainDate): Promise<void> {
  const open = await tx
    .selectFrom('performance.alert')
    .select(['id', 'kind', 'starts_on', 'ends_on'])
    .where('measure', '=', measure.id)
    .where('answered_by', 'is', null)
    .where('settled_on', 'is', null)
    .execute()
  const gone = open.filter(
    (row) =>
      !alerts.some(({ kind, period }) => kind === row.kind && period.startsOn.equals(row.starts_on) && period.endsOn.equals(row.ends_on)),
  )
  if (gone.length === 0) return
  await tx
    .updateTable('performance.alert')
    .set({ settled_on: today })
    .where(
      'id',
      'in',
      gone.map(({ id }) => id),
    )
    .execute()
}

async function raise(
  needs: ChaseNeeds,
  tx: Writer,
  measure: Measure,
  { kind, period }: Alert,
  today: Temporal.PlainDate,
): Promise<boolean> {
  const { ownerPerson: owner, title } = latestDefinition(measure)
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('performance.alert')
    .values({
      ...{
        id: newId(),
        measure: measure.id,
        body: measure.body,
        kind,
        starts_on: period.startsOn,
        ends_on: period.endsOn,
        owner,
        raised_on: today,
      },
    })
    .onConflict((conflict) => conflict.columns(['measure', 'kind', 'starts_on', 'ends_on']).doNothing())
    .executeTakeFirst()
  if (owner === null || (numInsertedOrUpdatedRows ?? 0n) === 0n) return false
  const address = needs.config.publicUrl + measurePaths.comment(measure.id, period.startsOn.toString(), period.endsOn.toString())
  return mailPerson(needs, tx, owner, alertMail({ title, period, kind, sight: measure.sight }, address), {
    type: 'measure',
    id: measure.id,
  })
}
