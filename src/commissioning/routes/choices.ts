import { type AskedBoard, listAreas, listOrganisationsOn, listPeople } from '#governance/public-data.ts'
import { findDecisionsBetween } from '#meetings/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import type { FieldOption } from '#platform/web/form-page/form-fields.tsx'
import { findLinesOf } from '../queries/fund-money.ts'
import { findYears, listFunds } from '../queries/funds.ts'
import { spanOfYear, yearInWords } from '../rules/year.ts'
import { poundsOr } from '../words/pence.ts'

type Asking = Pick<AskedBoard, 'reader' | 'visit'>

/** The organisations that exist today. */
export async function organisationOptions({ reader, visit }: Asking): Promise<readonly FieldOption[]> {
  return (await listOrganisationsOn(reader, visit.today)).map(({ id, name }) => ({ value: id, text: name }))
}

/**
 * Decisions of a board that may be about the money of a year, the earliest first: those of the last two years, and of an earlier year those from the year before it to
 * the year after it.
 */
export async function decisionsAbout(reader: Reader, body: string, today: Temporal.PlainDate, year?: number) {
  const latest = { from: today.subtract({ years: 2 }), until: today.add({ days: 1 }) }
  const of = (span: typeof latest) => findDecisionsBetween(reader, body, span)
  if (year === undefined) return of(latest)
  const [from, until] = [spanOfYear(year - 1).from, spanOfYear(year + 2).from]
  if (Temporal.PlainDate.compare(latest.from, from) <= 0) return of(latest)
  const earlier = Temporal.PlainDate.compare(until, latest.from) < 0 ? until : latest.from
  return [...(await of({ from, until: earlier })), ...(await of(latest))]
}

/** The people of the directory. */
export async function peopleOptions({ reader }: Asking): Promise<readonly FieldOption[]> {
  return (await listPeople(reader)).map(({ id, name }) => ({ value: id, text: name }))
}

/** The areas of today that are large enough for a service. */
export async function areaOptions({ reader, visit }: Asking): Promise<readonly FieldOption[]> {
  return (await listAreas(reader, visit.today)).filter(({ kind }) => kind !== 'ward').map(({ id, name }) => ({ value: id, text: name }))
}

/** The lines of the funds of a board that one may see, of years that are not closed. */
export async function openLineOptions({ reader, visit, body }: AskedBoard): Promise<readonly FieldOption[]> {
  const funds = await listFunds(reader, body.id, visit.today)
  const years = await Promise.all(
    funds.map(async ({ id }) => (await findYears(reader, id)).filter(({ state }) => state !== 'closed').map(({ year }) => ({ id, year }))),
  )
  const open = years.flat()
  const ids = funds.map(({ id }) => id)
  const lines = await Promise.all([...new Set(open.map(({ year }) => year))].map((year) => findLinesOf(reader, ids, year)))
  const nameOf = new Map(funds.map(({ id, title }) => [id, title]))
  return lines
    .flat()
    .filter(({ fund, year }) => open.some((one) => one.id === fund && one.year === year))
    .map((line) => ({
      value: line.id,
      text: `${nameOf.get(line.fund) ?? ''}, ${yearInWords(line.year)}: ${line.title} (${poundsOr(line.original === null ? null : line.original + line.moved)})`,
    }))
}
