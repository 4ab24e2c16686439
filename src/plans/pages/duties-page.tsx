import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { cycleWords, dutyStateWords, windowWords } from '#governance/public.ts'
import { meetingPaths } from '#meetings/public.ts'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { dutyPaths, reportPaths } from '../paths.ts'
import type { DutyLine, YearlyDuty } from '../queries/yearly-duties.ts'
import { dutyKindWords } from '../words/duty.ts'
import { PlanSections } from './plan-sections.tsx'

interface Props {
  readonly visit: Visit
  readonly board: { readonly slug: string; readonly name: string }
  readonly duties: readonly YearlyDuty[]
  readonly lines: readonly DutyLine[]
  /** Titles of the reports and meetings that may be seen, by id. */
  readonly titles: ReadonlyMap<string, string>
  readonly mayKeep: boolean
}

/** What a board owes every year: its reports, its self-assessment, its annual meeting, and what became of each (P11). */
export function DutiesPage(props: Props): JSX.Element {
  const { visit, board, duties, lines, mayKeep } = props
  const overdue = lines.filter(({ state }) => state === 'overdue').length
  return (
    <Page
      visit={visit}
      title={`Yearly duties: ${board.name}`}
      breadcrumbs={[
        { text: 'Boards', href: '/boards' },
        { text: board.name, href: `/boards/${board.slug}` },
      ]}
      width="workspace"
      description={`What ${board.name} owes every year: reports, self-assessment, annual meeting.`}
    >
      <PageHead
        title="Yearly duties"
        caption={board.name}
        lead="Reports, self-assessment and annual meeting: in which months each is to be done, by what source, and whether it was."
        actions={
          mayKeep ? (
            <a class="govuk-button" href={dutyPaths.create(board.slug)}>
              Add a duty
            </a>
          ) : undefined
        }
      />
      {boardNavigation(board.slug, 'plans')}
      <PlanSections slug={board.slug} current="duties" />
      {overdue > 0 && <div class="govuk-inset-text">{overdue === 1 ? 'One is overdue.' : `${overdue} are overdue.`}</div>}
      {duties.length === 0 ? (
        <EmptyState
          title="No yearly duty is recorded"
          text={
            mayKeep
              ? 'Add a duty: what it is, which source asks for it, and in which months it is to be done.'
              : 'They appear here once the clerk has recorded them.'
          }
        />
      ) : (
        <>
          <Lines {...props} />
          <Rules {...props} />
        </>
      )}
    </Page>
  )
}

function Lines({ lines, titles, mayKeep }: Props): JSX.Element {
  return (
    <Card id="lines" title="How they stand" flush={lines.length > 0}>
      {lines.length === 0 ? (
        <p class="gt-missing">The first whole time of each is still to come</p>
      ) : (
        <DataTable
          caption="Duties of this year and the last, the most urgent first"
          hideCaption
          narrow="stack"
          columns={[
            { heading: 'Duty' },
            { heading: 'When' },
            { heading: 'How it stands' },
            { heading: 'What shows it' },
            ...(mayKeep ? [{ heading: 'To do' }] : []),
          ]}
          rows={lines.map((line) => {
            const [meaning, word] = dutyStateWords[line.state]
            return {
              cells: [
                dutyKindWords[line.duty.kind],
                cycleWords(line.window),
                <StatusPill meaning={meaning}>{word}</StatusPill>,
                <Shown line={line} titles={titles} />,
                ...(mayKeep ? [<Record line={line} />] : []),
              ],
            }
          })}
        />
      )}
    </Card>
  )
}

function Record({ line: { duty, window, settled, state } }: { readonly line: DutyLine }): JSX.Element {
  if (state === 'coming') return <>Not yet</>
  return (
    <a class="govuk-link" href={dutyPaths.settle(duty.id, window.year)}>
      {settled ? 'Correct' : 'Record'}
      <span class="govuk-visually-hidden">
        {' '}
        {dutyKindWords[duty.kind].toLowerCase()}, {cycleWords(window)}
      </span>
    </a>
  )
}

function Shown({ line: { settled, state }, titles }: { readonly line: DutyLine; readonly titles: Props['titles'] }): JSX.Element {
  if (state === 'coming') return <>Still to come</>
  if (!settled) return <span class="gt-missing">Nothing recorded</span>
  const { report, meeting, note, onDay } = settled
  const id = report ?? meeting
  const title = id === null ? undefined : titles.get(id)
  return (
    <>
      {id !== null && title !== undefined && (
        <>
          <a class="govuk-link" href={report === null ? meetingPaths.meeting(id) : reportPaths.report(id)}>
            {title}
          </a>
          <br />
        </>
      )}
      {dayInWords(onDay)}
      {note !== '' && `: ${note}`}
    </>
  )
}

function Rules({ visit, duties, mayKeep }: Props): JSX.Element {
  return (
    <Card id="rules" title="What asks for them">
      <ul class="govuk-list gt-rows">
        {duties.map(({ id, kind, window, source, startsOn, endsOn }) => (
          <li>
            <div>
              {dutyKindWords[kind]}, every year: {windowWords(window)}
              <br />
              <span class="govuk-hint">
                {source}. Owed from {dayInWords(startsOn)}
                {endsOn && ` until ${dayInWords(endsOn)}`}
              </span>
            </div>
            {mayKeep && (endsOn === null || Temporal.PlainDate.compare(visit.today, endsOn) < 0) && (
              <a class="govuk-link" href={dutyPaths.end(id)}>
                End<span class="govuk-visually-hidden"> {dutyKindWords[kind].toLowerCase()}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
