import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Reader } from '#platform/database/session.ts'
import { allows } from '../commands/permit.ts'
import { AreaPage } from '../pages/area-page.tsx'
import { AreasPage } from '../pages/areas-page.tsx'
import { findOfficersOf, findSeatedOrganisations, findServingBodies } from '../queries/area-bodies.ts'
import { findLinesTakenBack } from '../queries/area-lines.ts'
import { type AreaLine, findArea, findAreaLines, listAreas, listAreasOfOtherDays, othersOf } from '../queries/areas.ts'
import { surroundingsOf } from '../rules/area-nesting.ts'
import { askedDay } from './asked-day.ts'
import { type Asked, known } from './endpoint.tsx'

/** All areas, as they are or were on the day behind '?on='. */
export async function areasPage(asked: Asked): Promise<JSX.Element> {
  const { reader, visit, standing } = asked
  const { onDay, form } = askedDay(asked)
  const areas = await listAreas(reader, onDay)
  const view = {
    ...{ onDay, form, areas, lines: await findAreaLines(reader, onDay), others: await listAreasOfOtherDays(reader, onDay) },
    boards: await findServingBodies(
      reader,
      areas.map(({ id }) => id),
      onDay,
    ),
    keeps: allows(standing, { record: 'area', verb: 'add' }),
  }
  return <AreasPage visit={visit} view={view} />
}

/** One area, today or on the day behind '?on='. */
export async function areaPage(asked: Asked): Promise<JSX.Element> {
  const { reader, visit, standing } = asked
  const { onDay, form } = askedDay(asked)
  const area = known(await findArea(reader, asked.id('area'), onDay))
  const lines = await findAreaLines(reader, onDay)
  const boards = await boardsAround(reader, area.id, lines, onDay)
  const own = boards.own.map(({ body }) => body)
  const view = {
    ...{ area, onDay, form, lines, boards },
    areas: new Map((await listAreas(reader, onDay)).map((one) => [one.id, one])),
    organisations: await findSeatedOrganisations(reader, own, onDay),
    officers: await findOfficersOf(reader, own, onDay),
    takenBack: await findLinesTakenBack(reader, area.id),
    keeps: allows(standing, { record: 'area', verb: 'change' }),
  }
  return <AreaPage visit={visit} view={view} />
}

async function boardsAround(reader: Reader, id: string, lines: readonly AreaLine[], onDay: Temporal.PlainDate) {
  const nested = lines.filter(({ kind }) => kind === 'within').map(({ area, other }) => ({ area, within: other }))
  const { wider, parts } = surroundingsOf(id, nested)
  const overlapping = othersOf(lines, id, 'overlaps').filter((other) => !wider.has(other) && !parts.has(other))
  const serving = (ids: Iterable<string>) => findServingBodies(reader, [...ids], onDay)
  return { own: await serving([id]), wider: await serving(wider), parts: await serving(parts), overlaps: await serving(overlapping) }
}
