import type { JSX } from 'hono/jsx/jsx-runtime'
import { weekdayInWords } from '#platform/time/words.ts'
import { Page, PageHead, type PageProblem } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { livePaths, meetingPaths, recordPaths } from '../../paths.ts'
import type { LiveSight, LivePart as PartName } from '../../rules/live-parts.ts'
import { LivePart } from './live-part.tsx'

/** What the live page shows: the parts that whoever looks may see, in order. */
export interface LivePageProps {
  readonly visit: Visit
  readonly meeting: { readonly id: string; readonly heldOn: Temporal.PlainDate }
  readonly board: { readonly name: string; readonly slug: string }
  readonly sight: LiveSight
  /** What is wrong with a form of the page; each leads to it. */
  readonly problems: readonly PageProblem[]
  readonly parts: readonly { readonly part: PartName; readonly revision: number; readonly content: JSX.Element }[]
}

/** The meeting in the room: one page for the clerk, for members with their phones, and for everybody who follows. */
export function LivePage({ visit, meeting, board, sight, parts, problems }: LivePageProps): JSX.Element {
  const crumbs = [
    { text: board.name, href: recordPaths.board(board.slug) },
    { text: weekdayInWords(meeting.heldOn), href: meetingPaths.meeting(meeting.id) },
  ]
  return (
    <Page visit={visit} title={`Live: ${board.name}`} breadcrumbs={crumbs} width="workspace" problems={problems} scripts={['live.js']}>
      <live-room class="gt-live" src={livePaths.stream(meeting.id)} sight={sight} who={visit.actor ?? ''}>
        <PageHead title="The meeting, live" caption={board.name} />
        <p class="gt-live-line">
          <span class="gt-live-line__state" role="status" />
          <a class="govuk-link" href={livePaths.live(meeting.id)}>
            Check for updates
          </a>
        </p>
        <div class="gt-live-unsent" hidden role="status">
          <p />
          <ul />
        </div>
        <div class="gt-live-refused" hidden />
        {parts.length > 1 && <Jumps parts={parts.map(({ part }) => part)} />}
        {parts.map(({ part, revision, content }) => (
          <LivePart meeting={meeting.id} part={part} revision={revision}>
            {content}
          </LivePart>
        ))}
      </live-room>
    </Page>
  )
}

const names: Readonly<Record<PartName, string>> = {
  meeting: 'Now',
  items: 'Items',
  attendance: 'People',
  interests: 'Interests',
  motions: 'Votes',
  record: 'Record',
  public: 'Meeting',
}

function Jumps({ parts }: { readonly parts: readonly PartName[] }): JSX.Element {
  return (
    <nav class="gt-live-jumps" aria-label="Parts of this page">
      <ul>
        {parts.map((part) => (
          <li>
            <a href={`#part-${part}`}>{names[part]}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
