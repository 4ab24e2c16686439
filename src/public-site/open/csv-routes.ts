import { Hono } from 'hono'
import { findOpenContracts, findOpenTerms } from '#commissioning/public-data.ts'
import { listBoardCards } from '#governance/public-data.ts'
import { csvOf } from '#platform/csv.ts'
import { readAs } from '#platform/database/session.ts'
import type { AppEnv, Visit } from '#platform/web/visit.ts'
import type { Needs } from '#src/needs.ts'
import { publicPaths, publicPatterns } from '../paths.ts'
import { openBatches } from '../queries/open-batches.ts'
import { findPlaceName } from '../queries/open-objects.ts'
import { errorAnswer, jsonAnswer, nothingHere, openAnswer, openHeaders } from './answers.ts'
import type { BoardTable } from './csv/board-table.ts'
import { type BoardTableName, boardTables } from './csv/board-tables.ts'
import { csvwOf, describedTables } from './csv/described.ts'
import { type CsvName, type CsvTable, csvTables, type Lookup, meetingCells } from './csv/tables.ts'
import type { OpenDoor } from './door.ts'
import { grantPackage } from './giving/grants.ts'
import { streamOf } from './streamed.ts'

/** Every public table as CSV (requirement O2), made of the open data as they are when it is asked for. */
export function csvRoutes(needs: Needs, door: OpenDoor): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  routes.get(publicPatterns.csv, (c) =>
    openAnswer(c, needs.log, async () => {
      const name = c.req.param('file').replace(/\.csv$/, '')
      const visitor = { ...c.get('visit'), actor: undefined }
      const rows = await findRows(needs, door, visitor, name)
      if (rows === undefined) return errorAnswer(c, nothingHere)
      return c.body(streamOf(rows), 200, {
        ...openHeaders,
        'content-type': 'text/csv; charset=utf-8; header=present',
        'content-disposition': `attachment; filename="${name}.csv"`,
        ...(Object.hasOwn(describedTables, name)
          ? { link: `<${publicPaths.csvDescription(name)}>; rel="describedby"; type="application/csvm+json"` }
          : {}),
      })
    }),
  )
  routes.get(publicPatterns.csvDescription, (c) =>
    openAnswer(c, needs.log, async () => {
      const name = c.req.param('file').replace(/\.csv-metadata\.json$/, '')
      const { publicUrl } = needs.config
      const place = await readAs(needs.db, { ...c.get('visit'), actor: undefined }, findPlaceName)
      const table = Object.hasOwn(boardTables, name) ? boardTables[name as BoardTableName] : undefined
      const described =
        table &&
        csvwOf(name, {
          ...{ url: `${publicUrl}${publicPaths.csv(name)}`, title: table.title, about: table.about },
          publisher: { name: place === '' ? publicUrl : place, url: publicUrl },
        })
      if (described === undefined) return errorAnswer(c, nothingHere)
      return c.body(described, 200, { ...openHeaders, 'content-type': 'application/csvm+json; charset=utf-8' })
    }),
  )
  routes.get(publicPaths.grants, (c) =>
    openAnswer(c, needs.log, async () => {
      const visitor = { ...c.get('visit'), actor: undefined }
      const found = await readAs(needs.db, visitor, async (reader) => {
        const [contracts, name, terms] = await Promise.all([
          findOpenContracts(reader, undefined, visitor.today),
          findPlaceName(reader),
          findOpenTerms(reader),
        ])
        return grantPackage(contracts, visitor.today, { name, publicUrl: needs.config.publicUrl, terms }, publicPaths.grants)
      })
      return found === undefined ? errorAnswer(c, nothingHere) : jsonAnswer(c, found)
    }),
  )
  return routes
}

/** The text of a table, piece by piece; undefined where there is none of that name. */
async function findRows(needs: Needs, door: OpenDoor, visitor: Visit, name: string): Promise<AsyncGenerator<string> | undefined> {
  if (Object.hasOwn(boardTables, name)) return boardRows(needs, visitor, boardTables[name as BoardTableName])
  if (!Object.hasOwn(csvTables, name)) return undefined
  await door.fresh()
  const table: CsvTable = csvTables[name as CsvName]
  return rowsOf(needs, visitor, table, await findLookup(needs, visitor, table))
}

/** A table that is read board by board: no connection waits for a slow reader. */
async function* boardRows({ db }: Needs, visitor: Visit, table: BoardTable): AsyncGenerator<string> {
  yield csvOf([table.header])
  for (const board of await readAs(db, visitor, (reader) => listBoardCards(reader, visitor.today))) {
    const rows = await readAs(db, visitor, (reader) => table.rowsOf(reader, board, visitor.today))
    if (rows.length > 0) yield csvOf(rows)
  }
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
