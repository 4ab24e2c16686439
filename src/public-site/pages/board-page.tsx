import type { JSX } from 'hono/jsx/jsx-runtime'
import { areaPath } from '#governance/area-paths.ts'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { arrangementPath, delegationsPath, disputesPath, protocolsPath, requestsPath, sharingPath } from '#governance/paths.ts'
import { officerPaths, topicPaths, yearPaths } from '#meetings/paths.ts'
import { Card } from '#platform/web/components/card.tsx'
import { Columns } from '#platform/web/components/columns.tsx'
import { DateText } from '#platform/web/components/date-text.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { NextMeeting } from '#platform/web/components/next-meeting.tsx'
import { Missing } from '#platform/web/components/prose.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Children } from '#platform/web/render.ts'
import type { Visit } from '#platform/web/visit.ts'
import { publicPaths } from '../paths.ts'
import type { BoardView } from '../queries/board.ts'
import { accessInWords, chairInWords, daysUntilInWords, promisesInWords, requestsInWords, timesInWords } from '../words.ts'
import { ConsultationLines, DecisionLines, MeetingLines, PublicationLines } from './lines.tsx'
import { ScorecardCard } from './scorecard-card.tsx'
import { ThreadCard } from './thread-card.tsx'

/** The public page of one board: what it is for, who leads it, when it meets, what came out and what it decided. */
export function BoardPage({ visit, view }: { readonly visit: Visit; readonly view: BoardView }): JSX.Element {
  const { board } = view
  return (
    <Page
      visit={visit}
      title={board.name}
      width="workspace"
      breadcrumbs={[{ text: 'Boards', href: '/boards' }]}
      description={board.purpose ?? `Meetings, papers and decisions of ${board.name}.`}
      alternates={[
        { type: 'application/atom+xml', title: `What ${board.name} publishes`, href: publicPaths.feed(board.slug) },
        { type: 'text/calendar', title: `Meetings of ${board.name}`, href: publicPaths.calendar(board.slug) },
      ]}
    >
      <PageHead caption={board.kindLabel} title={board.name} {...(board.purpose ? { lead: board.purpose } : {})} />
      {boardNavigation(board.slug, 'overview')}
      <Columns asideFirst main={<Main view={view} />} aside={<Aside visit={visit} view={view} />} />
    </Page>
  )
}

function Main({ view }: { readonly view: BoardView }): JSX.Element {
  const { board, coming, publications, decisions, past } = view
  const meetings = `/boards/${board.slug}/meetings`
  return (
    <>
      {view.scorecard && <ScorecardCard slug={board.slug} view={view.scorecard} />}
      {view.thread && <ThreadCard slug={board.slug} view={view.thread} />}
      <Card id="published" title="Published" link={{ text: 'All meetings', href: meetings }}>
        {publications.length > 0 ? (
          <PublicationLines publications={publications} />
        ) : (
          <EmptyState title="Nothing is published yet" text="Packs and minutes of this board appear here when they come out." />
        )}
      </Card>
      <Card id="decisions" title="Decisions" link={{ text: 'All decisions', href: `/boards/${board.slug}/decisions` }}>
        {decisions.length > 0 ? (
          <DecisionLines decisions={decisions} />
        ) : (
          <EmptyState title="No decision is published yet" text="Decisions appear here with the minutes they stand in." />
        )}
      </Card>
      {view.officers.length > 0 && (
        <Card id="officers" title="Decided by officers" link={{ text: 'All of them', href: officerPaths.list(board.slug) }}>
          <ul class="gt-list">
            {view.officers.map((one) => (
              <li>
                <a class="govuk-link" href={officerPaths.decision(one.id)}>
                  {one.number}: {one.title}
                </a>
                <p>
                  {one.officer}, <DateText day={one.decidedOn} weekday={false} />
                </p>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Card id="meetings" title="Next meetings" link={{ text: 'All meetings', href: meetings }}>
        {coming.length > 0 ? (
          <MeetingLines meetings={coming} />
        ) : (
          <EmptyState title="No meeting is announced" text="Meetings appear here as soon as the clerk announces them." />
        )}
      </Card>
      {past.length > 0 && (
        <Card id="held" title="Latest held">
          <MeetingLines meetings={past} />
        </Card>
      )}
    </>
  )
}

function Aside({ visit, view }: { readonly visit: Visit; readonly view: BoardView }): JSX.Element {
  const { board } = view
  const next = view.coming[0]
  return (
    <>
      {next && (
        <NextMeeting
          heading={`Next meeting, ${daysUntilInWords(visit.today, next.heldOn)}`}
          title={next.title || 'Meeting of the board'}
          day={next.heldOn}
          times={timesInWords(next.startsAt, next.endsAt)}
          place={next.place}
          button={{ text: 'Agenda and papers', href: `/meetings/${next.id}` }}
          links={[{ text: 'Add to your calendar', href: publicPaths.calendar(board.slug) }]}
        />
      )}
      <Card id="about" title="About this board">
        <StackedFacts
          facts={[
            ['Chair', board.chair ? chairInWords(board.chair, board.chairBasis) : <Missing>Nobody is recorded as chair today</Missing>],
            ['Clerk', board.clerk ?? <Missing>Not recorded</Missing>],
            ['Members', board.places > 0 ? `${board.places} seats, ${board.filled} filled` : <Missing>No seats are recorded</Missing>],
            ['Serves', board.areas.length > 0 ? <Areas areas={board.areas} /> : <Missing>No area is recorded</Missing>],
            [
              'Elections',
              <a class="govuk-link" href={`/boards/${board.slug}/elections`}>
                Elections to the chair and to seats
              </a>,
            ],
            ['Meetings', board.publicAccess === null ? <Missing>Not recorded</Missing> : accessInWords(board.publicAccess)],
            [
              'Who may decide what',
              <a class="govuk-link" href={delegationsPath(board.slug)}>
                What it decides, and what others decide for it
              </a>,
            ],
            [
              'Terms of reference',
              board.hasTerms ? (
                <a class="govuk-link" href={`/boards/${board.slug}/terms`}>
                  In force, as rules
                </a>
              ) : (
                <Missing>None in force today</Missing>
              ),
            ],
          ]}
        />
      </Card>
      <Card id="consultations" title="Have your say" link={{ text: 'All consultations', href: yearPaths.consultations(board.slug) }}>
        {view.consultations.length > 0 ? (
          <ConsultationLines consultations={view.consultations} today={visit.today} />
        ) : (
          <p class="gt-quiet">Nothing is asked of people at present.</p>
        )}
      </Card>
      <Card id="between" title="With other boards">
        <ul class="gt-list">
          <li>
            <a class="govuk-link" href={arrangementPath({ body: board.slug })}>
              Map around this board
            </a>
          </li>
          <li>
            <a class="govuk-link" href={requestsPath(board.slug)}>
              Requests
            </a>
            <p>{requestsInWords(view.between)}</p>
          </li>
          <li>
            <a class="govuk-link" href={protocolsPath(board.slug)}>
              Protocols and reports
            </a>
            <p>{promisesInWords(view.between)}</p>
          </li>
          <li>
            <a class="govuk-link" href={sharingPath(board.slug)}>
              Information sharing agreements
            </a>
          </li>
          <li>
            <a class="govuk-link" href={disputesPath(board.slug)}>
              Disputes
            </a>
          </li>
        </ul>
      </Card>
      <Card id="follow" title="Follow this board">
        <ul class="gt-list">
          <li>
            <a class="govuk-link" href={publicPaths.calendar(board.slug)}>
              Calendar of meetings
            </a>
          </li>
          <li>
            <a class="govuk-link" href={publicPaths.feed(board.slug)}>
              Feed of what comes out
            </a>
          </li>
          <li>
            <a class="govuk-link" href={publicPaths.follow({ board: board.slug })}>
              Mails about what comes out
            </a>
            <p>Without an account</p>
          </li>
          <li>
            <a class="govuk-link" href={topicPaths.topics}>
              Follow a topic over all boards
            </a>
          </li>
        </ul>
      </Card>
    </>
  )
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
function StackedFacts({ facts }: { readonly facts: readonly (readonly [string, Children])[] }): JSX.Element {
  return (
    <dl class="gt-stacked-facts">
      {facts.map(([label, value]) => (
        <div>
          <dt>{label}</dt>
          <dd>{value as never}</dd>
        </div>
      ))}
    </dl>
  )
}
