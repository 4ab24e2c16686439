import type { JSX } from 'hono/jsx/jsx-runtime'
import type { AttendanceStep } from '#governance/public.ts'
import { dayInWords } from '#platform/time/words.ts'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { recordPaths } from '../paths.ts'
import type { Register } from '../queries/register.ts'
import { BoardRecordPage } from './record-page.tsx'

/** What the register shows. */
export interface RegisterPageProps {
  readonly visit: Visit
  readonly board: { readonly slug: string; readonly name: string }
  /** Undefined where the body does not publish it and the reader is no member. */
  readonly register: Register | undefined
  /** What misses call for is shown to the clerk and the chair only. */
  readonly showSteps: boolean
}

interface Figure {
  readonly attended: number
  readonly due: number
  readonly meets: boolean | null
}

function figure({ attended, due, meets }: Figure): JSX.Element {
  const tenths = Math.floor((attended * 1000) / due)
  return (
    <>
      {attended} of {due} ({tenths / 10}%){' '}
      {meets !== null && <StatusPill meaning={meets ? 'good' : 'bad'}>{meets ? 'Meets the rule' : 'Below the rule'}</StatusPill>}
    </>
  )
}

function stepsWords(steps: readonly AttendanceStep[]): string {
  const explain = steps.flatMap((step) => (step.step === 'ask-explanation' ? [dayInWords(step.day)] : []))
  const letter = steps.find((step) => step.step === 'consider-letter')
  const parts = [
    explain.length > 0 ? `Ask for an explanation of ${explain.join(', ')}.` : '',
    letter
      ? `Consider a letter to the chief officer: a person decides.${letter.certain ? '' : ' The misses do not follow one another, and the terms do not say whether they must.'}`
      : '',
  ]
  return parts.filter((part) => part !== '').join(' ') || 'Nothing'
}

/** Attendance over a financial year, always with two figures: of the person and of the seat. */
export function RegisterPage({ visit, board, register, showSteps }: RegisterPageProps): JSX.Element {
  if (!register)
    return (
      <BoardRecordPage visit={visit} board={board} section="members" title="Attendance register">
        <EmptyState title="This board does not publish its register" text="Members of the board can read it when they are signed in." />
      </BoardRecordPage>
    )
  const { year, entries, counted, missing, rule, agencies } = register
  const share = rule?.share
    ? `The terms ask for ${Math.floor((rule.share.numerator * 100) / rule.share.denominator)}%.`
    : 'The terms ask for no share of attendance.'
  const lead = `${dayInWords(year.from)} to ${dayInWords(year.until.subtract({ days: 1 }))}. ${share}`
  const before = year.from.subtract({ days: 1 })
  return (
    <BoardRecordPage visit={visit} board={board} section="members" title="Attendance register" lead={lead} width="workspace">
      <p>
        {counted} {counted === 1 ? 'meeting counts' : 'meetings count'}.
        {missing > 0 && ` The attendance of ${missing} more is not recorded or not published yet.`}{' '}
        <a class="govuk-link" href={`${recordPaths.register(board.slug)}?year=${before.year - (before.month < 4 ? 1 : 0)}`}>
          The year before
        </a>
      </p>
      {entries.length === 0 ? (
        <EmptyState
          title="Nobody held a seat in this year"
          text="Enter the seats and the members of the board first."
          action={{ text: 'Members', href: recordPaths.boardMembers(board.slug) }}
        />
      ) : (
        <DataTable
          caption="Attendance of each member"
          hideCaption
          columns={columnsOf(showSteps)}
          rows={entries.map((entry) => ({ cells: cellsOf(entry, showSteps) }))}
          narrow="stack"
        />
      )}
      {agencies.length > 0 && <Agencies agencies={agencies} />}
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href={recordPaths.registerCsv(board.slug)}>
            This year as a file for spreadsheets (CSV)
          </a>
        </li>
        {showSteps && (
          <li>
            <a class="govuk-link" href={recordPaths.misses(board.slug)}>
              Explanations and letters that missed meetings call for
            </a>
          </li>
        )}
      </ul>
    </BoardRecordPage>
  )
}

const columnsOf = (showSteps: boolean) =>
  ['Member', 'Seat', 'In person', 'The seat, deputies counted', ...(showSteps ? ['What follows'] : [])].map((heading) => ({ heading }))

function cellsOf({ member, rate, steps }: Register['entries'][number], showSteps: boolean) {
  const none = 'No meetings due'
  const seat = member.agency === '' ? member.seatName : `${member.seatName}, ${member.agency}`
  const figures = rate.state === 'counted' ? [figure(rate.person), figure(rate.seat)] : [none, none]
  return [member.person.name, seat, ...figures, ...(showSteps ? [stepsWords(steps)] : [])]
}

function Agencies({ agencies }: { readonly agencies: Register['agencies'] }): JSX.Element {
  const total = agencies.reduce(
    (sum, one) => ({ due: sum.due + one.due, byPerson: sum.byPerson + one.byPerson, bySeat: sum.bySeat + one.bySeat }),
    { due: 0, byPerson: 0, bySeat: 0 },
  )
  const rows = [
    ...agencies.map((one) => ({ ...one, name: one.name === '' ? 'No agency recorded' : one.name })),
    { name: 'The whole board', ...total },
  ]
  return (
    <section>
      <h2 class="govuk-heading-m">By agency</h2>
      <DataTable
        caption="Attendance by agency"
        hideCaption
        columns={[
          { heading: 'Agency' },
          { heading: 'Due', numeric: true },
          { heading: 'In person', numeric: true },
          { heading: 'The seat', numeric: true },
        ]}
        rows={rows.map(({ name, due, byPerson, bySeat }) => ({ cells: [name, String(due), String(byPerson), String(bySeat)] }))}
      />
    </section>
  )
}
