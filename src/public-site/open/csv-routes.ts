import { Hono } from 'hono'
import { csvOf } from '#platform/csv.ts'
import { readAs } from '#platform/database/session.ts'
import type { AppEnv, Visit } from '#platform/web/visit.ts'
import type { Needs } from '#src/needs.ts'
import { publicPatterns } from '../paths.ts'
import { findOpenBatch } from '../queries/open-objects.ts'
import { errorAnswer, nothingHere, openAnswer, openHeaders } from './answers.ts'
import type { OpenJson } from './csv/read-json.ts'
import { type CsvName, type CsvTable, csvTables, type Lookup, meetingCells } from './csv/tables.ts'
import type { OpenDoor } from './door.ts'
import type { OparlType } from './oparl/addresses.ts'
import type { AskedList } from './oparl/asked.ts'

/** Objects that are read at a time: no connection waits for a slow reader. */
const BATCH = 200

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

/** The objects of a type, batch by batch. */
async function* batches({ db }: Pick<Needs, 'db'>, visitor: Visit, type: OparlType): AsyncGenerator<readonly OpenJson[]> {
  let after: AskedList['after']
  for (;;) {
    const found = await readAs(db, visitor, (reader) => findOpenBatch(reader, type, after, BATCH))
    if (found.length > 0) yield found.map(({ content }) => JSON.parse(content) as OpenJson)
    const last = found.at(-1)
    if (found.length < BATCH || last === undefined) return
    after = { created: last.created, id: last.id }
  }
}

async function findLookup(needs: Needs, visitor: Visit, table: CsvTable): Promise<Lookup> {
  const names = new Map<string, string>()
  for (const type of ['Organization', 'Person'] as const)
    for await (const batch of batches(needs, visitor, type)) for (const { id, name } of batch) names.set(String(id), String(name))
  const meetings = new Map<string, { readonly date: string; readonly board: string }>()
  if (table.from === 'Paper')
    for await (const batch of batches(needs, visitor, 'Meeting'))
      for (const meeting of batch) {
        const [board = '', date = ''] = meetingCells(meeting, { names })
        meetings.set(String(meeting.id), { date, board })
      }
  return { names, meetings }
}

async function* rowsOf(needs: Needs, visitor: Visit, table: CsvTable, lookup: Lookup): AsyncGenerator<string> {
  yield csvOf([table.header])
  for await (const batch of batches(needs, visitor, table.from)) {
    const rows = batch.flatMap((object) => table.rowsOf(object, lookup))
    if (rows.length > 0) yield csvOf(rows)
  }
}

function streamOf(parts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await parts.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    cancel: async () => void (await parts.return(undefined)),
  })
}
