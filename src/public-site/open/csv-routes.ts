import { Hono } from 'hono'
import { csvOf } from '#platform/csv.ts'
import type { AppEnv, Visit } from '#platform/web/visit.ts'
import type { Needs } from '#src/needs.ts'
import { publicPatterns } from '../paths.ts'
import { openBatches } from '../queries/open-batches.ts'
import { errorAnswer, nothingHere, openAnswer, openHeaders } from './answers.ts'
import { type CsvName, type CsvTable, csvTables, type Lookup, meetingCells } from './csv/tables.ts'
import type { OpenDoor } from './door.ts'
import { streamOf } from './streamed.ts'

/** Every public table as CSV (requirement O2), made of the open data as they are when it is asked for. */
export function csvRoutes(needs: Needs, door: OpenDoor): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  routes.get(publicPatterns.csv, (c) =>
    openAnswer(c, needs.log, async () => {
      const name = c.req.param('file').replace(/\.csv$/, '')
      if (!Object.hasOwn(csvTables, name)) return errorAnswer(c, nothingHere)
      await door.fresh()
      const visitor = { ...c.get('visit'), actor: undefined }
      const table: CsvTable = csvTables[name as CsvName]
      const lookup = await findLookup(needs, visitor, table)
      return c.body(streamOf(rowsOf(needs, visitor, table, lookup)), 200, {
        ...openHeaders,
        'content-type': 'text/csv; charset=utf-8; header=present',
        'content-disposition': `attachment; filename="${name}.csv"`,
      })
    }),
  )
  return routes
}

async function findLookup(needs: Needs, visitor: Visit, table: CsvTable): Promise<Lookup> {
  const names = new Map<string, string>()
  for (const type of ['Organization', 'Person'] as const)
    for await (const batch of openBatches(needs, visitor, type)) for (const { id, name } of batch) names.set(String(id), String(name))
  const meetings = new Map<string, { readonly date: string; readonly board: string }>()
  if (table.from === 'Paper')
    for await (const batch of openBatches(needs, visitor, 'Meeting'))
      for (const meeting of batch) {
        const [board = '', date = ''] = meetingCells(meeting, { names })
        meetings.set(String(meeting.id), { date, board })
      }
  return { names, meetings }
}

async function* rowsOf(needs: Needs, visitor: Visit, table: CsvTable, lookup: Lookup): AsyncGenerator<string> {
  yield csvOf([table.header])
  for await (const batch of openBatches(needs, visitor, table.from)) {
    const rows = batch.flatMap((object) => table.rowsOf(object, lookup))
    if (rows.length > 0) yield csvOf(rows)
  }
}
