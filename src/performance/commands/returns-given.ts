import type { Writer } from '#platform/database/session.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { Period } from '../rules/period.ts'
import { noteAct } from './note-act.ts'

/** Figures that say that there will be one: a return that holds them is not given yet. */
const waiting = ['not-yet-available', 'not-due']

/**
 * Writes down which returns of somebody are given with figures that came by file or by program: those whose every measure has its figure of the period now, or a
 * state that says why there is none. They are asked for no longer, and wait for the clerk like any other. @param person - who gives the returns
 */
export async function markReturnsGiven(
  tx: Writer,
  doer: Doer,
  person: string | undefined,
  stored: readonly { readonly measure: string; readonly period: Period }[],
): Promise<void> {
  if (person === undefined || stored.length === 0) return
  const measures = [...new Set(stored.map(({ measure }) => measure))]
  const days = new Set(stored.map(({ period }) => `${period.startsOn} ${period.endsOn}`))
  const dues = await tx
    .selectFrom('performance.return_due as d')
    .innerJoin('performance.return_template as t', 't.id', 'd.template')
    .select(['d.id', 'd.template', 'd.starts_on', 'd.ends_on'])
    .where('t.giver', '=', person)
    .where('d.state', '=', 'due')
    .where('d.template', 'in', (query) =>
      query.selectFrom('performance.return_measure as r').select('r.template').where('r.measure', 'in', measures),
    )
    .execute()
  for (const due of dues.filter((one) => days.has(`${one.starts_on} ${one.ends_on}`))) {
    const open = await tx
      .selectFrom('performance.return_measure as r')
      .select('r.measure')
      .where('r.template', '=', due.template)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('performance.observation as o')
              .select('o.id')
              .whereRef('o.measure', '=', 'r.measure')
              .where('o.starts_on', '=', due.starts_on)
              .where('o.ends_on', '=', due.ends_on)
              .where('o.area', 'is', null)
              .where('o.dimension', '=', '')
              .where('o.status', 'not in', waiting),
          ),
        ),
      )
      .execute()
    if (open.length > 0) continue
    await tx
      .updateTable('performance.return_due')
      .set((row) => ({ state: 'given', given_at: doer.now, given_by: doer.actor, version: row('version', '+', 1) }))
      .where('id', '=', due.id)
      .execute()
    await noteAct(tx, doer, 'return.given', 'return', due.id, { note: '' })
  }
}
