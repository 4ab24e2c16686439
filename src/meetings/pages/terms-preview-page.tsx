import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { termsGuidePath, termsPath, termsPreviewPath, termsVersionPath } from '#governance/paths.ts'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { recordPaths } from '../paths.ts'
import { isChanged, type ReplayedMeeting, type ReplayedQuorum, sumOf } from '../rules/replay.ts'
import {
  attendanceSumSentence,
  type BelowShare,
  noticeSumSentence,
  quorumSumSentence,
  replayedNoticeWords,
  replayedQuorumWords,
} from '../words/replay.ts'

/** What the preview of a draft shows. */
export interface TermsPreviewView {
  readonly board: { readonly slug: string; readonly name: string }
  readonly number: number
  /** The newest first. */
  readonly meetings: readonly ReplayedMeeting[]
  /** How many meetings the record holds over the whole span. */
  readonly held: number
  readonly all: boolean
  readonly years: readonly BelowShare[]
}

/** What past meetings would have been under a draft, meeting by meeting, beside the rules in force (G18). */
export function TermsPreviewPage({ visit, view }: { readonly visit: Visit; readonly view: TermsPreviewView }): JSX.Element {
  const { board, number, meetings, held, all, years } = view
  const title = `Draft ${number} on past meetings`
  const crumbs = [
    { text: board.name, href: recordPaths.board(board.slug) },
    { text: 'Terms of reference', href: termsPath(board.slug) },
    { text: `Version ${number}`, href: termsVersionPath(board.slug, number) },
    { text: 'Guided form', href: termsGuidePath(board.slug, number) },
  ]
  return (
    <Page visit={visit} title={`${title}: ${board.name}`} breadcrumbs={crumbs} width="workspace">
      <PageHead
        title={title}
        caption={board.name}
        lead="Who was there and when the agenda went out is taken from the record; the rules are those of the draft, beside those in force today. Nothing is changed by looking."
        status={<StatusPill meaning="draft">Draft</StatusPill>}
      />
      {boardNavigation(board.slug, 'terms')}
      {meetings.length === 0 ? (
        <EmptyState
          title="There are no past meetings to try it on"
          text="Once meetings have been held and their attendance recorded, this page shows what the draft would have meant for them."
        />
      ) : (
        <>
          <Sums meetings={meetings} years={years} />
          <Table meetings={meetings} />
          {!all && held > meetings.length && (
            <p>
              <a class="govuk-link" href={`${termsPreviewPath(board.slug, number)}?all=yes`}>
                Try it on all {held} meetings of the last ten years
              </a>
            </p>
          )}
        </>
      )}
    </Page>
  )
}

function Sums({ meetings, years }: { readonly meetings: readonly ReplayedMeeting[]; readonly years: readonly BelowShare[] }): JSX.Element {
  const [draft, today] = [sumOf(meetings, 'draft'), sumOf(meetings, 'today')]
  const assumed = meetings.filter(({ assumedThroughout }) => assumedThroughout).length
  return (
    <Card id="sums" title="What it would have meant">
      <p>
        <b>Quorum.</b> {quorumSumSentence(draft, today)}
      </p>
      <p>
        <b>Notice.</b> {noticeSumSentence(draft, today)}
      </p>
      {years.map((year) => (
        <p>
          <b>Attendance.</b> {attendanceSumSentence(year)}
        </p>
      ))}
      {assumed > 0 && (
        <p class="govuk-hint govuk-!-font-size-16">
          For {assumed === 1 ? 'one meeting' : `${assumed} meetings`} no times are recorded: whoever attended is assumed present throughout.
        </p>
      )}
    </Card>
  )
}

function Table({ meetings }: { readonly meetings: readonly ReplayedMeeting[] }): JSX.Element {
  const rows = meetings.map((meeting) => ({
    cells: [
      <>
        <a class="govuk-link" href={recordPaths.meeting(meeting.id)}>
          {dayInWords(meeting.heldOn)}
        </a>
        {meeting.assumedThroughout && <div class="govuk-hint govuk-!-font-size-16 govuk-!-margin-bottom-0">Assumed present throughout</div>}
      </>,
      <Quorum found={meeting.quorum.today} />,
      <Quorum found={meeting.quorum.draft} />,
      replayedNoticeWords(meeting.notice.today),
      replayedNoticeWords(meeting.notice.draft),
      isChanged(meeting) ? <StatusPill meaning="warning">Differs</StatusPill> : <StatusPill meaning="neutral">Same</StatusPill>,
    ],
  }))
  const columns = [
    { heading: 'Meeting' },
    { heading: 'Quorum by today’s rule' },
    { heading: 'Quorum in the draft' },
    { heading: 'Notice by today’s rule' },
    { heading: 'Notice in the draft' },
    { heading: 'Difference' },
  ]
  return (
    <Card id="meetings" title="Meeting by meeting" flush>
      <DataTable
        caption="Past meetings under both sets of rules, the newest first"
        hideCaption
        narrow="stack"
        columns={columns}
        rows={rows}
      />
    </Card>
  )
}

function Quorum({ found }: { readonly found: ReplayedQuorum | undefined }): JSX.Element {
  return (
    <>
      {replayedQuorumWords(found)}
      {found && found.reasons.length > 0 && (
        <div class="govuk-hint govuk-!-font-size-16 govuk-!-margin-bottom-0">{found.reasons.join(' ')}</div>
      )}
    </>
  )
}
