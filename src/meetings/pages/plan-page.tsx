import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import type { ProgrammeLine } from '#governance/public-data.ts'
import { dayOf } from '#platform/time/london.ts'
import { dayInWords, weekdayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { meetingPaths, questionPaths, yearPaths } from '../paths.ts'
import type { Consultation } from '../queries/consultations.ts'
import type { Meeting } from '../queries/meeting.ts'
import type { PlanItem } from '../queries/plan.ts'
import type { FreeTime } from '../rules/free-time.ts'
import { intakeStanding, type PlanPurpose } from '../rules/plan.ts'
import { type StandingGap, wasMissed } from '../rules/standing-places.ts'
import { beforeMinutesPill, intakeWords, planPurposeWords, planStateWords } from '../words/plan.ts'
import { dueInWords, freeTimeInWords, leftOut } from '../words/standing.ts'
import { ConsultationList } from './consultation-list.tsx'
import { PlanDuties } from './plan-duties.tsx'
import { EachMeeting, MissedItems, StandingNotice } from './plan-standing.tsx'

/** A meeting of the plan with the day by which items for it must be nominated. */
export interface PlanMeeting {
  readonly meeting: Meeting
  /** Undefined where the terms state none. */
  readonly nominateBy: Temporal.PlainDate | undefined
  /** What is left of its time. */
  readonly time: FreeTime
}

/** The forward plan of a board. */
export interface PlanPageProps {
  readonly visit: Visit
  readonly board: { readonly id: string; readonly slug: string; readonly name: string }
  readonly meetings: readonly PlanMeeting[]
  readonly items: readonly PlanItem[]
  /** What the terms ask of a nominated item, in sentences; empty where they say nothing. */
  readonly intake: readonly string[]
  /** What protocols ask of the board and its neighbours. */
  readonly duties: readonly ProgrammeLine[]
  /** How many standing items are not where the terms want them; 0 for whoever may not place them. */
  readonly unplacedStanding: number
  readonly gaps: readonly StandingGap[]
  /** Consultations that are planned, open or lately closed. */
  readonly windows: readonly Consultation[]
  readonly mayNominate: boolean
  readonly mayAdd: boolean
  /** How many items could be shown to everybody and are not; 0 for whoever may not show them. */
  readonly hidden: number
}

/** Items by meeting, and those that have none yet (M1). */
export function PlanPage(props: PlanPageProps): JSX.Element {
  const { visit, board, meetings, items, mayNominate, mayAdd, intake } = props
  const open = (item: PlanItem): boolean => item.state === 'accepted' || item.state === 'nominated'
  const missed = items.filter((item) => wasMissed({ ...item, key: item.standingKey }, item.heldOn ?? undefined, visit.today))
  const isAhead = ({ meeting: at }: PlanItem): boolean => meetings.some(({ meeting }) => meeting.id === at)
  // The day of a meeting that is not announced is for those who prepare it.
  const later = items.filter(
    (item) => item.state === 'accepted' && item.meeting !== null && item.heldOn === null && item.dueMeeting === null,
  )
  const unplaced = items.filter(
    (item) =>
      open(item) &&
      !missed.includes(item) &&
      (item.meeting === null || (item.heldOn !== null && !isAhead(item)) || item.state === 'nominated'),
  )
  const over = items.filter((item) => !open(item))
  const add = mayNominate ? (
    <a class="govuk-button" href={meetingPaths.newPlanItem(board.slug)}>
      {mayAdd ? 'Add an item' : 'Nominate an item'}
    </a>
  ) : undefined
  return (
    <Page
      visit={visit}
      title={`Forward plan of ${board.name}`}
      breadcrumbs={[
        { text: 'Boards', href: '/boards' },
        { text: board.name, href: `/boards/${board.slug}` },
      ]}
      width="workspace"
    >
      <PageHead title="Forward plan" caption={board.name} actions={add} />
      {boardNavigation(board.slug, 'plan')}
      <StandingNotice visit={visit} slug={board.slug} unplaced={props.unplacedStanding} gaps={props.gaps} />
      <MissedItems slug={board.slug} items={missed} />
      <p class="govuk-body">
        <a class="govuk-link" href={yearPaths.calendarOf(board.slug)}>
          This board’s calendar, and others beside it
        </a>
        {'. '}
        {props.hidden > 0 && (
          <>
            <a class="govuk-link" href={meetingPaths.showPlan(board.slug)}>
              {props.hidden === 1 ? 'Show 1 item to everybody' : `Show ${props.hidden} items to everybody`}
            </a>
            {'. '}
          </>
        )}
        {mayAdd && (
          <>
            <a class="govuk-link" href={yearPaths.year(board.slug)}>
              Plan the year
            </a>
            {'. '}
          </>
        )}
        <a class="govuk-link" href={questionPaths.sets(board.slug)}>
          Key questions that papers answer
        </a>
      </p>
      {intake.length > 0 && <div class="govuk-inset-text">{intake.join(' ')}</div>}
      {meetings.length === 0 && unplaced.length === 0 && later.length === 0 && (
        <EmptyState title="Nothing is planned that you may see" text="Items and meetings are shown here as soon as they are on the plan." />
      )}
      <div class="gt-card-grid gt-card-grid--plan">
        {meetings.map((one) => (
          <MeetingCard
            {...one}
            slug={board.slug}
            board={board.id}
            items={items.filter((item) => item.meeting === one.meeting.id && item.state === 'accepted')}
          />
        ))}
      </div>
      {later.length > 0 && (
        <Card title="For meetings that are not announced yet" id="later">
          <Items slug={board.slug} items={later} nominateBy={undefined} />
        </Card>
      )}
      {unplaced.length > 0 && (
        <Card title="Not placed in a meeting" id="unplaced">
          <Items slug={board.slug} items={unplaced} nominateBy={undefined} showState />
        </Card>
      )}
      <ConsultationList slug={board.slug} windows={props.windows} today={visit.today} mayKeep={mayAdd} />
      <PlanDuties board={board} lines={props.duties} />
      {over.length > 0 && (
        <Card title="Refused or withdrawn" id="over">
          <Items slug={board.slug} items={over} nominateBy={undefined} showState />
        </Card>
      )}
    </Page>
  )
}

function MeetingCard({
  meeting,
  nominateBy,
  time,
  items,
  slug,
  board,
}: PlanMeeting & { readonly items: readonly PlanItem[]; readonly slug: string; readonly board: string }): JSX.Element {
  const by = nominateBy ? `Nominate items by ${weekdayInWords(nominateBy)}` : 'The terms state no day for nominating items'
  const free = freeTimeInWords(time)
  const lead = free === '' ? by : `${by}. ${free}`
  const own = items.filter(({ dueMeeting }) => dueMeeting === null)
  return (
    <Card
      title={weekdayInWords(meeting.heldOn)}
      id={`meeting-${meeting.id}`}
      link={{ text: 'Meeting', href: meetingPaths.meeting(meeting.id) }}
      lead={lead}
    >
      {meeting.body !== board && <p class="govuk-body-s">A joint meeting that another board called: the standing items of this board</p>}
      {meeting.theme !== '' && <p class="govuk-body-s">Theme: {meeting.theme}</p>}
      {own.length === 0 ? <p class="gt-missing">No items placed yet</p> : <Items slug={slug} items={own} nominateBy={nominateBy} />}
      <EachMeeting slug={slug} items={items.filter(({ dueMeeting }) => dueMeeting !== null)} />
    </Card>
  )
}

function Items(props: {
  readonly slug: string
  readonly items: readonly PlanItem[]
  readonly nominateBy: Temporal.PlainDate | undefined
  readonly showState?: boolean
}): JSX.Element {
  return (
    <ul class="govuk-list gt-rows">
      {props.items.map((item) => {
        const isStanding = item.standingKey !== ''
        const { word, meaning } = isStanding && item.state === 'withdrawn' ? leftOut : planStateWords[item.state]
        const late = !isStanding && intakeStanding(dayOf(item.nominatedAt), props.nominateBy) === 'late'
        return (
          <li>
            <span>
              <a class="govuk-link" href={meetingPaths.planItem(props.slug, item.id)}>
                {item.title}
              </a>
              <br />
              <span class="govuk-hint">
                {[
                  isStanding ? 'Standing item' : (planPurposeWords[item.purpose as PlanPurpose] ?? item.purpose),
                  item.lead,
                  item.minutes === null ? '' : `${item.minutes} minutes`,
                  isStanding && item.state === 'withdrawn' && item.heldOn ? dayInWords(item.heldOn) : '',
                  isStanding ? dueInWords(item) : `put forward ${dayInWords(dayOf(item.nominatedAt))}`,
                ]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </span>
            </span>
            {item.isBeforeMinutes && <StatusPill meaning="warning">{beforeMinutesPill}</StatusPill>}
            {(props.showState || late) && <StatusPill meaning={late ? 'warning' : meaning}>{late ? intakeWords.late : word}</StatusPill>}
          </li>
        )
      })}
    </ul>
  )
}
