import type { JSX } from 'hono/jsx/jsx-runtime'
import { CsrfField } from '#platform/web/components/csrf-field.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import type { FormState } from '#platform/web/forms.ts'
import { Button } from '#platform/web/govuk/components.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { recordPaths } from '../paths.ts'
import type { RollLine } from '../rules/roll.ts'
import { attendanceStatuses } from '../words/attendance.ts'
import { AreaField, CellSelect, type Offer, RadioField, RowInput, RowTick, SelectField, TextField } from './record-fields.tsx'

/** The form of attendance with what stands in it. */
export interface AttendanceFormView {
  readonly lines: readonly RollLine[]
  readonly state: FormState
  readonly mark: string
  readonly slug: string
  readonly chair: { readonly id: string; readonly name: string } | undefined
  readonly deputyChair: { readonly id: string; readonly name: string } | undefined
}

interface Props {
  readonly visit: Visit
  readonly meeting: string
  readonly form: AttendanceFormView
}

/** One form with a row for every place. */
export function AttendanceFields({ visit, meeting, form }: Props): JSX.Element {
  const { lines, state, mark, slug } = form
  return (
    <form method="post" action={recordPaths.attendance(meeting)} novalidate>
      <CsrfField visit={visit} />
      <input type="hidden" name="mark" value={mark} />
      <h2 class="govuk-heading-m">Members</h2>
      {lines.length > 0 && (
        <p>
          <a class="govuk-link" href={`${recordPaths.attendance(meeting)}?everybody=present`}>
            Mark everybody as present
          </a>
          , then change whoever was not, and save.
        </p>
      )}
      <p class="govuk-hint">
        Open ‘Late, early or remote’ where somebody was not there all the time, or not in the room. Leave a time blank for somebody who was
        there from the start, or to the end. Who left and came back is counted in between as absent. A deputy who is not offered is
        authorised on the{' '}
        <a class="govuk-link" href={recordPaths.boardMembers(slug)}>
          members page
        </a>{' '}
        first.
      </p>
      {lines.length === 0 ? (
        <EmptyState
          title="No seats on this day"
          text="The body had no seats on the day of the meeting. Enter its seats and members first."
          action={{ text: 'Members', href: recordPaths.boardMembers(slug) }}
        />
      ) : (
        rollsOf(lines).map((own) => (
          <>
            {own.body && <h3 class="govuk-heading-s">{own.body.name}</h3>}
            <RollTable lines={own.lines} state={state} body={own.body?.name} />
          </>
        ))
      )}
      <h2 class="govuk-heading-m">Others</h2>
      <AreaField
        form={state}
        name="others"
        label="People in attendance without a seat"
        hint="One on each line: the name, a comma, and what they are. For example: Rae Winters, democratic services"
      />
      <ChairFields form={form} />
      <Button>Save the attendance</Button>
    </form>
  )
}

/** The roll of each body under its own; one where one body meets. */
function rollsOf(lines: readonly RollLine[]) {
  return [...Map.groupBy(lines, ({ body }) => body?.id).values()].map((own) => ({ body: own[0]?.body, lines: own }))
}

function RollTable(props: {
  readonly lines: readonly RollLine[]
  readonly state: FormState
  readonly body: string | undefined
}): JSX.Element {
  const { lines, state, body } = props
  const columns = ['Member', 'Attendance', 'Deputy', 'Times and remote link'].map((heading) => ({ heading }))
  return (
    <DataTable
      caption={body === undefined ? 'Attendance of each place' : `Attendance of each place: ${body}`}
      hideCaption
      columns={columns}
      narrow="stack"
      rows={lines.map((line) => ({ cells: cellsOf(line, state) }))}
    />
  )
}

function cellsOf(line: RollLine, state: FormState) {
  const { field, person, deputies, seatName, capacity, also } = line
  const name = person?.name ?? 'Vacant'
  const seat = [seatName, capacity].filter((part, index, all) => part !== '' && all.indexOf(part) === index).join(', ')
  const title = (
    <>
      {name}
      <br />
      <span class="govuk-body-s">{seat}</span>
    </>
  )
  if (also && deputies.length === 0) return [title, 'Recorded above', '', '']
  if (!person && deputies.length === 0) return [title, 'Nobody holds this place', '', '']
  const about = `${name}, ${seatName}`
  const statuses = also
    ? [{ value: '', text: 'As recorded above' }, ...attendanceStatuses.filter(({ value }) => value === 'deputy')]
    : attendanceStatuses.filter(
        ({ value }) => (value !== 'deputy' || deputies.length > 0) && (person || value === '' || value === 'deputy'),
      )
  const offers: readonly Offer[] = [{ value: '', text: 'No deputy' }, ...deputies.map(({ id, name: text }) => ({ value: id, text }))]
  return [
    title,
    <CellSelect form={state} name={`status_${field}`} label={`Attendance of ${about}`} offers={statuses} />,
    deputies.length > 0 ? (
      <CellSelect form={state} name={`deputy_${field}`} label={`Deputy for ${about}`} offers={offers} />
    ) : (
      'None authorised'
    ),
    <TimesOf field={field} about={about} state={state} />,
  ]
}

const times = [
  ['arrived', 'Arrived'],
  ['left', 'Left'],
  ['back', 'Came back'],
  ['leftAgain', 'Left again'],
] as const

/** Times and how somebody took part: few rows need them, so they fold; whatever is filled in or wrong shows. */
function TimesOf({ field, about, state }: { readonly field: string; readonly about: string; readonly state: FormState }): JSX.Element {
  const names = [...times.map(([code]) => `${code}_${field}`), `remote_${field}`]
  return (
    <details class="govuk-details" open={names.some((name) => state.value(name) !== '' || state.error(name) !== undefined)}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">
          Late, early or remote<span class="govuk-visually-hidden">: {about}</span>
        </span>
      </summary>
      {times.map(([code, label]) => (
        <RowInput form={state} name={`${code}_${field}`} label={label} about={about} />
      ))}
      <RowTick form={state} name={`remote_${field}`} label="By remote link" about={about} />
    </details>
  )
}

function ChairFields({ form }: { readonly form: AttendanceFormView }): JSX.Element {
  const { state, lines, chair, deputyChair } = form
  const people = new Map(
    lines.flatMap(({ person, deputies }) => [...(person ? [person] : []), ...deputies]).map(({ id, name }) => [id, name]),
  )
  const offers = [{ value: '', text: 'Choose a person' }, ...[...people].map(([value, text]) => ({ value, text }))]
  const officers: readonly Offer[] = [
    ...(chair ? [{ value: 'chair', text: `${chair.name}, chair` }] : []),
    ...(deputyChair ? [{ value: 'deputy_chair', text: `${deputyChair.name}, deputy chair` }] : []),
    {
      value: 'other',
      text: 'Somebody elected for this meeting',
      hint: 'As the first item, when the chair and the deputy chair are both absent.',
    },
  ]
  return (
    <>
      <h2 class="govuk-heading-m">In the chair</h2>
      <RadioField form={state} name="chairWho" label="Who chaired?" offers={officers} />
      <SelectField form={state} name="chairOther" label="Who was elected for this meeting?" offers={offers} />
      <details class="govuk-details" open={state.value('nextChair') !== '' || state.error('nextFrom') !== undefined}>
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">Somebody else took the chair later</span>
        </summary>
        <div class="govuk-details__text">
          <SelectField form={state} name="nextChair" label="Who took the chair?" offers={offers} />
          <TextField form={state} name="nextFrom" label="From what time?" hint="For example 3.30pm" size={10} />
        </div>
      </details>
    </>
  )
}
