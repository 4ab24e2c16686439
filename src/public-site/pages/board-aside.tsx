import type { JSX } from 'hono/jsx/jsx-runtime'
import { areaPath } from '#governance/area-paths.ts'
import { arrangementPath, delegationsPath, disputesPath, protocolsPath, requestsPath, sharingPath } from '#governance/paths.ts'
import { meetingPaths, recordPaths, topicPaths, yearPaths } from '#meetings/paths.ts'
import { Card } from '#platform/web/components/card.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { NextMeeting } from '#platform/web/components/next-meeting.tsx'
import { Missing } from '#platform/web/components/prose.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { Children } from '#platform/web/render.ts'
import type { Visit } from '#platform/web/visit.ts'
import { clipped } from '#thread/public.ts'
import { feedbackPaths } from '#voice/paths.ts'
import { publicPaths } from '../paths.ts'
import type { BoardView } from '../queries/board.ts'
import { accessInWords, chairInWords, daysLateInWords, daysUntilInWords, timesInWords } from '../words.ts'
import { ConsultationLines } from './lines.tsx'

/** When and where the board meets next, and how far that is prepared. */
export function NextMeetingCard({ visit, view }: { readonly visit: Visit; readonly view: BoardView }): JSX.Element {
  const { board, coming } = view
  const [next] = coming
  if (next === undefined)
    return (
      <Card id="meetings" title="Next meeting" link={{ text: 'All meetings', href: meetingPaths.meetings(board.slug) }}>
        <EmptyState title="No meeting is announced" text="Meetings appear here as soon as the clerk announces them." />
      </Card>
    )
  return (
    <NextMeeting
      heading={`Next meeting, ${daysUntilInWords(visit.today, next.heldOn)}`}
      title={next.title || 'Meeting of the board'}
      day={next.heldOn}
      times={timesInWords(next.startsAt, next.endsAt)}
      place={next.place}
      facts={view.preparation}
      button={{ text: 'Agenda and papers', href: meetingPaths.meeting(next.id) }}
      links={[{ text: 'Add to your calendar', href: publicPaths.calendar(board.slug) }]}
    />
  )
}

const MOST_OVERDUE = 4

/** The actions that are late, the longest first; nothing where none is. */
export function OverdueCard({ view }: { readonly view: BoardView }): JSX.Element | null {
  const { overdue, open } = view.figures.actions(view.past[0]?.heldOn)
  if (overdue.length === 0) return null
  const all = { text: `All ${overdue.length} of ${open} open`, href: `${recordPaths.boardActions(view.board.slug)}?view=overdue` }
  return (
    <Card id="overdue" title="Overdue actions" link={all}>
      <ul class="gt-list">
        {overdue.slice(0, MOST_OVERDUE).map(({ action, days }) => (
          <li>
            <a class="govuk-link" href={recordPaths.action(action.id)}>
              {clipped(action.text, 90)}
            </a>
            <p>{action.leads.length > 0 ? action.leads.map(({ name }) => name).join(', ') : 'Nobody leads it'}</p>
            <StatusPill meaning="bad">{daysLateInWords(days)}</StatusPill>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** What it asks people, or soon will. */
export function ConsultationsCard({ visit, view }: { readonly visit: Visit; readonly view: BoardView }): JSX.Element {
  return (
    <Card id="consultations" title="Have your say" link={{ text: 'All consultations', href: yearPaths.consultations(view.board.slug) }}>
      {view.consultations.length > 0 ? (
        <ConsultationLines consultations={view.consultations} today={visit.today} />
      ) : (
        <p class="gt-quiet">Nothing is asked of people at present.</p>
      )}
      <p class="govuk-body-s govuk-!-margin-top-3">
        <a class="govuk-link" href={feedbackPaths.send(view.board.slug)}>
          Send a complaint or a compliment
        </a>
      </p>
    </Card>
  )
}

/** Who the board is, how it stands with others and how to follow it: read now and then, so it folds. */
export function AboutBoard({ view }: { readonly view: BoardView }): JSX.Element {
  const { board } = view
  return (
    <Card id="about" title="About this board" flush>
      <div class="gt-card__body">
        <StackedFacts facts={whoSits(board)} />
      </div>
      <Fold title="Whom it serves, and by which terms">
        <StackedFacts facts={byWhichTerms(board)} />
      </Fold>
      <Fold title="With other boards">
        <Links
          links={[
            [arrangementPath({ body: board.slug }), 'Map around this board'],
            [requestsPath(board.slug), 'Requests'],
            [protocolsPath(board.slug), 'Protocols and reports'],
            [sharingPath(board.slug), 'Information sharing agreements'],
            [disputesPath(board.slug), 'Disputes'],
          ]}
        />
      </Fold>
      <Fold title="Follow this board">
        <Links
          links={[
            [publicPaths.calendar(board.slug), 'Calendar of meetings'],
            [publicPaths.feed(board.slug), 'Feed of what comes out'],
            [publicPaths.follow({ board: board.slug }), 'Mails about what comes out', 'Without an account'],
            [topicPaths.topics, 'Follow a topic over all boards'],
          ]}
        />
      </Fold>
    </Card>
  )
}

function Links({ links }: { readonly links: readonly (readonly [href: string, text: string, said?: string])[] }): JSX.Element {
  return (
    <ul class="gt-list">
      {links.map(([href, text, said]) => (
        <li>
          <a class="govuk-link" href={href}>
            {text}
          </a>
          {said && <p>{said}</p>}
        </li>
      ))}
    </ul>
  )
}

type StackedFact = readonly [label: string, value: Children]

function whoSits(board: BoardView['board']): readonly StackedFact[] {
  return [
    ['Chair', board.chair ? chairInWords(board.chair, board.chairBasis) : <Missing>Nobody is recorded as chair today</Missing>],
    ['Clerk', board.clerk ?? <Missing>Not recorded</Missing>],
    ['Members', board.places > 0 ? `${board.places} seats, ${board.filled} filled` : <Missing>No seats are recorded</Missing>],
    [
      'Who may decide what',
      <a class="govuk-link" href={delegationsPath(board.slug)}>
        What it decides, and what others decide for it
      </a>,
    ],
  ]
}

function byWhichTerms(board: BoardView['board']): readonly StackedFact[] {
  const link = (href: string, text: string): JSX.Element => (
    <a class="govuk-link" href={href}>
      {text}
    </a>
  )
  return [
    ['Serves', board.areas.length > 0 ? <Areas areas={board.areas} /> : <Missing>No area is recorded</Missing>],
    ['Elections', link(`/boards/${board.slug}/elections`, 'Elections to the chair and to seats')],
    ['Meetings', board.publicAccess === null ? <Missing>Not recorded</Missing> : accessInWords(board.publicAccess)],
    [
      'Terms of reference',
      board.hasTerms ? link(`/boards/${board.slug}/terms`, 'In force, as rules') : <Missing>None in force today</Missing>,
    ],
  ]
}

function Areas({ areas }: { readonly areas: BoardView['board']['areas'] }): JSX.Element {
  return (
    <>
      {areas.map(({ id, name }, index) => (
        <>
          {index > 0 && ', '}
          <a class="govuk-link" href={areaPath(id)}>
            {name}
          </a>
        </>
      ))}
    </>
  )
}

/** Facts for a narrow column: each name above its value. */
function StackedFacts({ facts }: { readonly facts: readonly StackedFact[] }): JSX.Element {
  return (
    <dl class="gt-stacked-facts">
      {facts.map(([label, value]) => (
        <div>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
