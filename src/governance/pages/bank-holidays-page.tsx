import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { Contents } from '#platform/web/components/contents.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { DateText } from '#platform/web/components/date-text.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import {
  announcedYearPath,
  newBankHolidayPath,
  newClosureDaysPath,
  withdrawBankHolidayPath,
  withdrawClosureDayPath,
} from '../holiday-paths.ts'
import type { BankHoliday, DivisionHolidays } from '../queries/bank-holidays.ts'
import type { ClosureDay } from '../queries/closure-days.ts'
import { ButtonLink, TextLink } from './board-page.tsx'

const closuresTitle = 'Days on which a house is closed'

/** The bank holidays by which working days are counted, by nation, with what was entered here (G10). */
export function BankHolidaysPage({
  visit,
  divisions,
  closures,
  keeps,
}: {
  readonly visit: Visit
  readonly divisions: readonly DivisionHolidays[]
  readonly closures: readonly ClosureDay[]
  readonly keeps: boolean
}): JSX.Element {
  return (
    <Page visit={visit} title="Bank holidays" width="workspace">
      <PageHead
        title="Bank holidays"
        lead="Working days are Monday to Friday without these. Deadlines that are open follow every change; a certificate of notice keeps the days that it counted."
        actions={
          keeps ? (
            <>
              <ButtonLink href={newBankHolidayPath} text="Enter a bank holiday" main />{' '}
              <ButtonLink href={announcedYearPath} text="Say that a year is announced" />
            </>
          ) : undefined
        }
      />
      <Contents parts={[...divisions.map(({ division, name }) => [division, name] as const), ['closures', closuresTitle]]} />
      {divisions.map((one) => (
        <Division of={one} year={visit.today.year} keeps={keeps} />
      ))}
      <Closures closures={closures} keeps={keeps} />
    </Page>
  )
}

/** A nation's days, a year at a time; this year stands open. */
function Division({ of, year, keeps }: { readonly of: DivisionHolidays; readonly year: number; readonly keeps: boolean }): JSX.Element {
  const columns = [
    { heading: 'Day' },
    { heading: 'What for' },
    { heading: 'Known from' },
    ...(keeps ? [{ heading: 'Take back', hiddenHeading: true }] : []),
  ]
  return (
    <Card
      id={of.division}
      title={of.name}
      lead={`Announced up to the end of ${of.lastAnnouncedYear}. Days beyond that are not counted, and pages say so.`}
      flush
    >
      {[...Map.groupBy(of.days, ({ day }) => day.year)].map(([each, days]) => (
        <Fold
          title={`${each}`}
          note={<span class="gt-quiet">{days.length === 1 ? '1 day' : `${days.length} days`}</span>}
          open={each === year}
        >
          <DataTable
            caption={`Bank holidays of ${of.name} in ${each}`}
            hideCaption
            narrow="stack"
            columns={columns}
            rows={days.map((one) => rowOf(of.division, one, keeps))}
          />
        </Fold>
      ))}
    </Card>
  )
}

/** The days on which houses are closed: they count only where terms name the house (G10). */
function Closures({ closures, keeps }: { readonly closures: readonly ClosureDay[]; readonly keeps: boolean }): JSX.Element {
  const columns = [
    ...['Day', 'House', 'What for', 'Known from'].map((heading) => ({ heading })),
    ...(keeps ? [{ heading: 'Take back', hiddenHeading: true }] : []),
  ]
  const rows = closures.map(({ id, day, organisation, title, source }) => ({
    cells: [
      <DateText day={day} />,
      organisation.name,
      title,
      source,
      ...(keeps ? [<TextLink href={withdrawClosureDayPath(id)} text="Take back" about={`${title}, ${dayInWords(day)}`} />] : []),
    ],
  }))
  return (
    <Card
      id="closures"
      title={closuresTitle}
      lead="Left out of the count where the terms of a board say ‘working days of the council’, or name another house. Elsewhere they are working days."
      link={keeps ? { text: 'Enter closure days', href: newClosureDaysPath } : undefined}
      flush={rows.length > 0}
    >
      {rows.length === 0 ? (
        <p class="gt-missing">None is on record.</p>
      ) : (
        <DataTable caption={closuresTitle} hideCaption narrow="stack" columns={columns} rows={rows} />
      )}
    </Card>
  )
}

function rowOf(division: string, { day, title, entered }: BankHoliday, keeps: boolean) {
  const known = entered
    ? `${entered.source}${entered.announcedOn ? `, announced on ${dayInWords(entered.announcedOn)}` : ''}`
    : 'The official list'
  return {
    cells: [
      <DateText day={day} />,
      title,
      known,
      ...(keeps
        ? [entered ? <TextLink href={withdrawBankHolidayPath(division, day.toString())} text="Take back" about={title} /> : '']
        : []),
    ],
  }
}
