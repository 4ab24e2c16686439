import type { Guarded } from '#governance/public.ts'
import { listAreas } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'

/** Days on which the schools of an area are closed. */
export interface SchoolHoliday {
  readonly id: string
  readonly area: string
  readonly areaName: string
  readonly title: string
  readonly startsOn: Temporal.PlainDate
  /** First day on which schools are open again. */
  readonly endsOn: Temporal.PlainDate
  /** Who published it, and where. */
  readonly source: string
  readonly version: number
}

function holidays(reader: Reader) {
  return reader
    .selectFrom('meetings.school_holiday as h')
    .select(['h.id', 'h.area', 'h.title', 'h.starts_on as startsOn', 'h.ends_on as endsOn', 'h.source', 'h.version'])
}

/** Holidays with a day in a span, by area and day; half-open. @param areas - undefined: of every area */
export async function findSchoolHolidays(
  reader: Reader,
  span: { readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate },
  areas?: readonly string[],
): Promise<readonly SchoolHoliday[]> {
  if (areas?.length === 0) return []
  const rows = await holidays(reader)
    .where('h.ends_on', '>', span.from)
    .where('h.starts_on', '<', span.until)
    .$if(areas !== undefined, (query) => query.where('h.area', 'in', [...(areas ?? [])]))
    .orderBy('h.starts_on')
    .limit(1000)
    .execute()
  const names = new Map((await listAreas(reader, span.from)).map(({ id, name }) => [id, name]))
  return rows
    .map((row) => ({ ...row, areaName: names.get(row.area) ?? '' }))
    .toSorted((a, b) => a.areaName.localeCompare(b.areaName, 'en-GB') || Temporal.PlainDate.compare(a.startsOn, b.startsOn))
}

/** One of them. @throws NotFound */
export async function findSchoolHoliday(reader: Reader, id: string): Promise<Omit<SchoolHoliday, 'areaName'>> {
  const row = isUuid(id) ? await holidays(reader).where('h.id', '=', id).executeTakeFirst() : undefined
  if (!row) throw new NotFound('No such school holiday.')
  return row
}

/** Holidays of schools as the access matrix names them. */
export const guardedSchoolHolidays: Guarded = { record: 'school-holiday', state: 'any', ties: {} }
