import type { JSX } from 'hono/jsx/jsx-runtime'
import type { NoticeVerdict } from '#governance/public.ts'
import type { AccessNeeds } from '#governance/public-data.ts'
import { weekdayInWords } from '#platform/time/words.ts'
import { AttentionStrip } from '#platform/web/components/attention-strip.tsx'
import { Card } from '#platform/web/components/card.tsx'
import { Columns } from '#platform/web/components/columns.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { type StatusMeaning, StatusPill } from '#platform/web/components/status-pill.tsx'
import { TaskList } from '#platform/web/govuk/components.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { livePaths, meetingPaths, readingPaths } from '../paths.ts'
import type { Meeting } from '../queries/meeting.ts'
import type { PackFile } from '../queries/publications.ts'
import type { PublishCheck } from '../queries/publish-check.ts'
import type { Deadline } from '../rules/deadlines.ts'
import { isAhead, standingOf } from '../rules/meeting.ts'
import { whenInWords } from '../words/mails.ts'
import { standingWords } from '../words/meeting.ts'
import { latenessWords, paperStateWords } from '../words/paper.ts'
import { deadlineStands, deadlineWords, ruleAlone, verdictAfterColon } from '../words/publication.ts'

/** What the clerk has to do before a meeting. */
export interface PrepareProps {
  readonly visit: Visit
  readonly board: { readonly slug: string; readonly name: string }
  readonly meeting: Meeting
  readonly check: PublishCheck
  readonly deadlines: readonly { readonly deadline: Deadline; readonly verdict: NoticeVerdict | undefined }[]
  /** Items of the plan that wait to be brought onto the agenda. */
  readonly placed: number
  readonly files: readonly PackFile[]
  /** What those who are called need to take part; empty also for who may not see it. */
  readonly needs: readonly AccessNeeds[]
  /** Names by person. */
  readonly authors: ReadonlyMap<string, string>
}

/** The steps from a date to a published pack, in the order in which they are taken. */
export function PreparePage(props: PrepareProps): JSX.Element {
  const { visit, board, meeting, check } = props
  const { word, meaning } = standingWords[standingOf(meeting.state, meeting.heldOn, visit.today)]
  const breadcrumbs = [
    { text: board.name, href: `/boards/${board.slug}` },
    { text: 'Meetings', href: meetingPaths.meetings(board.slug) },
    { text: weekdayInWords(meeting.heldOn), href: meetingPaths.meeting(meeting.id) },
  ]
  return (
    <Page visit={visit} title={`Prepare the meeting of ${weekdayInWords(meeting.heldOn)}`} breadcrumbs={breadcrumbs} width="workspace">
      <PageHead
        title="Prepare the meeting"
        caption={`${board.name}, ${whenInWords(meeting)}`}
        status={<StatusPill meaning={meaning}>{word}</StatusPill>}
      />
      <AttentionStrip title="Needs you" items={attentionOf(props)} />
      <Columns
        main={
          <>
            <Card title="Steps" id="steps">
              <TaskList idPrefix="steps" items={stepsOf(props)} />
            </Card>
            <Papers meeting={meeting} check={check} authors={props.authors} />
          </>
        }
        aside={
          <>
            <Card title="Due by the terms" id="due">
              <Due deadlines={props.deadlines} />
            </Card>
            <Needs needs={props.needs} />
            <Details meeting={meeting} visit={visit} />
          </>
        }
      />
    </Page>
  )
}

function Needs({ needs }: Pick<PrepareProps, 'needs'>): JSX.Element | null {
  if (needs.length === 0) return null
  return (
    <Card title="What people need" id="needs" lead="Only the clerks of their boards see this. Keep it out of papers and mails.">
      <ul class="gt-list">
        {needs.map(({ person, needs: asked, words }) => (
          <li>
            <b>{person.name}</b>
            {asked.length > 0 && <p>{asked.join('; ')}</p>}
            {words !== '' && <p class="gt-typed">{words}</p>}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function attentionOf({ meeting, check, files, placed }: PrepareProps) {
  const failed = files.filter(({ state, sight }) => state === 'failed' && sight !== 'draft')
  const late = check.publishable.papers.filter(({ consentsMissing, state }) => consentsMissing.length > 0 && state !== 'published')
  return [
    ...failed.map((file) => ({
      text: `A ${file.edition} pack was not made`,
      href: meetingPaths.publication(meeting.id, file.publication),
    })),
    ...(late.length > 0 ? [{ text: 'Late papers need consent', href: '#papers', count: late.length }] : []),
    ...(placed > 0 && isAhead(meeting.state)
      ? [{ text: 'Items of the forward plan wait for this agenda', href: meetingPaths.agenda(meeting.id), count: placed }]
      : []),
  ]
}

type Step = {
  readonly title: { readonly text: string }
  readonly href: string
  readonly hint?: { readonly text: string }
  readonly status: { readonly html: JSX.Element }
}

function stepsOf({ meeting, check, visit }: PrepareProps): Step[] {
  const live = check.agenda.filter(({ withdrawnAt }) => !withdrawnAt)
  const papers = check.publishable.papers
  const cleared = papers.filter(({ state }) => state === 'cleared' || state === 'published').length
  const out = check.publications.some(({ kind, withdrawnAt }) => kind === 'pack' && !withdrawnAt)
  const called = meeting.calledAt !== undefined
  const notice = (check.notices.find(({ verdict }) => verdict?.state === 'late') ?? check.notices[0])?.verdict
  const step = (text: string, href: string, meaning: StatusMeaning, word: string, hint?: string): Step => ({
    title: { text },
    href,
    status: { html: <StatusPill meaning={meaning}>{word}</StatusPill> },
    ...(hint === undefined ? {} : { hint: { text: hint } }),
  })
  const problems = check.problems.filter(({ code }) => code !== 'nothing-new').length
  return [
    step(
      'Details',
      meetingPaths.editMeeting(meeting.id),
      meeting.place === '' ? 'warning' : 'good',
      meeting.place === '' ? 'No place yet' : 'Complete',
      whenInWords(meeting),
    ),
    step('Announce it', '#announce', called ? 'good' : 'draft', called ? 'Announced' : 'Not announced'),
    step(
      'Agenda',
      meetingPaths.agenda(meeting.id),
      live.length === 0 ? 'draft' : 'good',
      live.length === 0 ? 'Empty' : `${live.length} ${live.length === 1 ? 'item' : 'items'}`,
    ),
    step(
      'Papers',
      '#papers',
      papers.length > cleared ? 'warning' : papers.length === 0 ? 'neutral' : 'good',
      papers.length === 0 ? 'None started' : `${cleared} of ${papers.length} cleared`,
    ),
    step(
      out ? 'Check and publish a supplement' : 'Check and publish',
      meetingPaths.check(meeting.id),
      out ? 'good' : problems > 0 ? 'draft' : 'warning',
      out ? 'Pack published' : problems > 0 ? 'Not ready' : 'Ready',
      out || !notice ? undefined : `If published today, ${weekdayInWords(visit.today)}: ${verdictAfterColon(notice)}`,
    ),
    ...(called && isOnItsDay(meeting, visit.today)
      ? [
          step(
            'Run the meeting',
            livePaths.live(meeting.id),
            meeting.state === 'in_progress' ? 'good' : 'draft',
            meeting.state === 'in_progress' ? 'In progress' : 'Not begun',
          ),
        ]
      : []),
  ]
}

const isOnItsDay = ({ state, heldOn }: Meeting, today: Temporal.PlainDate): boolean =>
  state === 'in_progress' || (state === 'called' && Temporal.PlainDate.compare(heldOn, today) <= 0)

function Papers({ meeting, check, authors }: Pick<PrepareProps, 'meeting' | 'check' | 'authors'>): JSX.Element {
  const rows = check.publishable.papers.map((paper) => {
    const record = check.papers.find(({ id }) => id === paper.id)
    return {
      cells: [
        paper.itemNumber,
        <a class="govuk-link" href={meetingPaths.paper(paper.id)}>
          {record?.title ?? ''}
        </a>,
        authors.get(record?.author ?? '') ?? '',
        paperStateWords[paper.state],
        paper.lateness === 'late' ? (
          <StatusPill meaning="warning">{paper.consentsMissing.length > 0 ? 'Late, needs consent' : 'Late'}</StatusPill>
        ) : (
          latenessWords[paper.lateness]
        ),
      ],
    }
  })
  return (
    <Card title="Papers" id="papers" flush={rows.length > 0}>
      {rows.length === 0 ? (
        <EmptyState
          title="No paper is started"
          text="Open an item of the agenda, then say who writes its paper."
          action={{ text: 'Open the agenda', href: meetingPaths.agenda(meeting.id) }}
        />
      ) : (
        <DataTable
          caption="Papers"
          hideCaption
          columns={[
            { heading: 'Item', namesNumber: true },
            { heading: 'Paper' },
            { heading: 'Author' },
            { heading: 'State' },
            { heading: 'Deadline' },
          ]}
          rows={rows}
          narrow="stack"
        />
      )}
    </Card>
  )
}

function Due({ deadlines }: Pick<PrepareProps, 'deadlines'>): JSX.Element {
  return (
    <dl class="gt-stacked">
      {deadlines.map(({ deadline, verdict }) => (
        <>
          <dt>{deadlineWords[deadline.name]}</dt>
          <dd>
            {deadline.rule ? (
              verdict && deadlineStands(deadline.name, verdict)
            ) : (
              <span class="gt-missing">The terms state no deadline</span>
            )}
            {deadline.rule && (
              <span class="gt-stacked__source">
                {ruleAlone(deadline.rule)}
                {deadline.source && `. ${deadline.source}`}
              </span>
            )}
          </dd>
        </>
      ))}
    </dl>
  )
}

function Details({ meeting, visit }: { readonly meeting: Meeting; readonly visit: Visit }): JSX.Element | null {
  if (!isAhead(meeting.state)) return null
  return (
    <Card
      title={meeting.calledAt ? 'If plans change' : 'Announce it'}
      id="announce"
      link={meeting.calledAt ? { text: 'Who was told', href: readingPaths.told(meeting.id) } : undefined}
    >
      {!meeting.calledAt && (
        <>
          <p class="govuk-body">
            {Temporal.PlainDate.compare(meeting.heldOn, visit.today) < 0
              ? 'The meeting is shown to those who may know of it, and can be recorded. Nobody is mailed, because its day is past.'
              : 'Everybody on the board’s list is mailed with a calendar entry, and the meeting is shown to those who may know of it.'}
          </p>
          <PostButton
            visit={visit}
            action={meetingPaths.callMeeting(meeting.id)}
            text="Announce the meeting"
            look="primary"
            fields={{ version: meeting.version }}
          />
        </>
      )}
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href={meetingPaths.rescheduleMeeting(meeting.id)}>
            Move it to another day
          </a>
        </li>
        <li>
          <a class="govuk-link" href={meetingPaths.cancelMeeting(meeting.id)}>
            Cancel it
          </a>
        </li>
      </ul>
    </Card>
  )
}
