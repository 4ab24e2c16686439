import { newId } from '#platform/database/ids.ts'
import { type Database, writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { TieInput } from '../forms/national.ts'
import { demand, guardedMeasure } from '../permission.ts'
import { findMeasure } from '../queries/measure.ts'
import { findTie, listNationalMeasures, listPlaces } from '../queries/national.ts'
import { noteAct } from './note-act.ts'

/** Says which published measure a measure is shown beside, and which place stands for the partnership's own; without a code, none any more (I3). */
export async function tieNational(
  needs: { readonly db: Database },
  doer: Doer,
  id: string,
  { code, area }: TieInput,
): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const measure = await findMeasure(tx, id)
    await demand(tx, doer, guardedMeasure(measure, []), 'keep')
    await tx.selectFrom('performance.measure').select('id').where('id', '=', id).forUpdate().execute()
    const tie = await findTie(tx, id)
    if (code !== undefined) {
      if ((await listNationalMeasures(tx, { code })).length === 0) return fail({ field: 'code', code: 'choice-unknown' })
      const places = await listPlaces(tx)
      if (area === undefined) return fail({ field: 'area', code: 'national-area-needed' })
      if (!places.some(({ number, kind }) => kind === 'authority' && number === area))
        return fail({ field: 'area', code: 'choice-unknown' })
      if (tie?.code === code && tie.area === area) return succeed(null)
    } else if (tie === undefined) return succeed(null)
    if (tie) await tx.updateTable('performance.national_tie').set({ withdrawn_at: doer.now }).where('id', '=', tie.id).execute()
    if (code !== undefined && area !== undefined)
      await tx.insertInto('performance.national_tie').values({ id: newId(), measure: id, code, area, made_at: doer.now }).execute()
    await noteAct(tx, doer, 'measure.held-beside', 'measure', id, { code: code ?? '', area: area ?? 0 })
    return succeed(null)
  })
}
