import type { JSX } from 'hono/jsx/jsx-runtime'
import { weekdayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { CsrfField } from '#platform/web/components/csrf-field.tsx'
import { DrawnField, optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormState } from '#platform/web/forms.ts'
import { Button, Checkboxes } from '#platform/web/govuk/components.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { meetingPaths, yearPaths } from '../paths.ts'
import type { DayMark, YearPlace } from '../rules/year-builder.ts'
import { accessWords } from '../words/meeting.ts'
import { countInWords, markInWords, noDayInWords, yearInWords } from '../words/year-plan.ts'
import { YearSettingsForm } from './year-settings.tsx'

/** A row of the plan: a day that is proposed, or as it was typed. */
export interface YearRow {
  /** Its number in the form, from 0. */
  readonly index: number
  readonly marks: readonly DayMark[]
}

/** A year that was built, or posted and could not be planned. */
export interface BuiltYear {
  readonly from: Temporal.PlainDate
  readonly places: readonly YearPlace[]
  readonly rows: readonly YearRow[]
  /** What is said of consultations and of holidays that are not entered. */
  readonly notes: readonly string[]
  readonly form: FormState
  /** The settings as the form carries them on. */
  readonly settings: Readonly<Record<string, string>>
}

/** The year of one board. */
export interface YearPageProps {
  readonly visit: Visit
  readonly board: { readonly slug: string; readonly name: string }
  readonly form: FormState
  readonly beginnings: readonly Temporal.PlainDate[]
  readonly terms: readonly string[]
  readonly built: BuiltYear | undefined
}

/** Builds the year of a board: by what, the days proposed with what stands against each, and one button that creates the meetings (G11). */
export function YearPage(props: YearPageProps): JSX.Element {
  const { visit, board, built } = props
  return (
    <Page
      visit={visit}
      title={`Plan the year of ${board.name}`}
      breadcrumbs={[
        { text: board.name, href: `/boards/${board.slug}` },
        { text: 'Meetings', href: meetingPaths.meetings(board.slug) },
      ]}
      problems={[...props.form.problems, ...(built?.form.problems ?? [])]}
    >
      <PageHead
        title="Plan the year"
        caption={board.name}
        lead="Days are proposed by the terms. Nothing is planned until you accept them."
      />
      <div class="govuk-inset-text">{props.terms.join(' ')}</div>
      <YearSettingsForm {...props} />
      {built && <Proposals visit={visit} board={board} built={built} />}
    </Page>
  )
}

function Proposals({ visit, board, built }: Pick<YearPageProps, 'visit' | 'board'> & { readonly built: BuiltYear }): JSX.Element {
  const { places, rows, notes, form } = built
  const kept = places.flatMap((place) => (place.kind === 'kept' ? [place.day] : []))
  const none = places.flatMap((place) => (place.kind === 'none' ? [place] : []))
  return (
    <Card title={yearInWords(built.from)} id="proposals" lead={countInWords(places)}>
      {(kept.length > 0 || none.length > 0 || notes.length > 0) && (
        <ul class="govuk-list govuk-list--bullet">
          {kept.map((day) => (
            <li>{weekdayInWords(day)} stands already.</li>
          ))}
          {none.map((place) => (
            <li>{noDayInWords(place)}</li>
          ))}
          {notes.map((note) => (
            <li>{note}</li>
          ))}
        </ul>
      )}
      {rows.length > 0 && (
        <form method="post" action={yearPaths.planYear(board.slug)} novalidate>
          <CsrfField visit={visit} />
          {Object.entries({ ...built.settings, rows: String(rows.length) }).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          {rows.map((row) => (
            <Row row={row} form={form} />
          ))}
          <h3 class="govuk-heading-m">For all of them</h3>
          <DrawnField field={{ kind: 'short', name: 'startsAt', label: 'Starts at', hint: 'For example, 2pm' }} form={form} />
          <DrawnField field={{ kind: 'short', name: 'endsAt', label: 'Ends at', hint: 'Leave empty where it is not fixed' }} form={form} />
          <DrawnField field={{ kind: 'line', name: 'place', label: 'Place' }} form={form} />
          <DrawnField
            field={{ kind: 'radios', name: 'access', label: 'May the public come?', options: optionsOf(accessWords) }}
            form={form}
          />
          <Button text="Create these meetings" preventDoubleClick />
        </form>
      )}
    </Card>
  )
}

function Row({ row, form }: { readonly row: YearRow; readonly form: FormState }): JSX.Element {
  const { index, marks } = row
  const name = `take_${index}`
  return (
    <section class="gt-year-row" aria-label={`Meeting ${index + 1}`}>
      <Checkboxes
        idPrefix={name}
        name={name}
        classes="govuk-checkboxes--small"
        items={[{ value: 'yes', text: `Create meeting ${index + 1}`, checked: form.value(name) !== '' }]}
      />
      <DrawnField
        field={{ kind: 'day', name: `heldOn_${index}`, label: `Day of meeting ${index + 1}`, hint: dayWords(form, index) }}
        form={form}
      />
      {marks.length > 0 && (
        <ul class="govuk-list govuk-list--bullet gt-year-row__marks">
          {marks.map((mark) => (
            <li>{markInWords(mark)}</li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** The day of the week of what stands in the field; undefined where that is no day. */
function dayWords(form: FormState, index: number): string | undefined {
  const [day, month, year] = ['day', 'month', 'year'].map((part) => Number(form.value(`heldOn_${index}-${part}`)))
  try {
    return weekdayInWords(Temporal.PlainDate.from({ year: year ?? 0, month: month ?? 0, day: day ?? 0 }, { overflow: 'reject' }))
  } catch {
    return undefined
  }
}
