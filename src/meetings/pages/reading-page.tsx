import type { JSX } from 'hono/jsx/jsx-runtime'
import { instantInWords, weekdayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { meetingPaths, readingPaths } from '../paths.ts'
import { type AgendaItem, titleOf } from '../queries/agenda.ts'
import type { Meeting } from '../queries/meeting.ts'
import type { Change, PaperToRead, PrivateNote, Reading } from '../queries/reading.ts'
import { rangeInWords } from '../rules/pages.ts'
import { changeInWords, sizeInWords } from '../words/reading.ts'

type Board = { readonly slug: string; readonly name: string }

/** What one member reads of a meeting. */
export interface ReadingPageProps {
  readonly visit: Visit
  readonly board: Board
  readonly meeting: Meeting
  readonly reading: Reading
  readonly notes: ReadonlyMap<string, PrivateNote>
  /** Files of the download and their length in bytes; none: nothing to download. */
  readonly download: { readonly files: number; readonly bytes: number }
}

const crumbs = (board: Board, meeting: Meeting) => [
  { text: board.name, href: `/boards/${board.slug}` },
  { text: weekdayInWords(meeting.heldOn), href: meetingPaths.meeting(meeting.id) },
]

/** What changed since one last looked, which papers one has read, the download, one's notes (M6). */
export function ReadingPage(props: ReadingPageProps): JSX.Element {
  const { visit, board, meeting, reading, notes, download } = props
  return (
    <Page visit={visit} title={`Your reading: ${weekdayInWords(meeting.heldOn)}`} breadcrumbs={crumbs(board, meeting)} width="workspace">
      <PageHead
        title="Your reading"
        caption={`${board.name}, ${weekdayInWords(meeting.heldOn)}`}
        lead="Only you see what you have read and noted. Clerks and administrators have no page that shows it."
      />
      <Changes {...props} />
      <Card title={unreadInWords(reading.papers)} id="papers" flush={reading.papers.length > 0}>
        {reading.papers.length === 0 ? (
          <EmptyState title="No papers yet" text="Papers appear here once they are published." />
        ) : (
          <DataTable
            caption="Papers"
            hideCaption
            columns={[
              { heading: 'Item', namesNumber: true },
              { heading: 'Paper' },
              { heading: 'Read' },
              { heading: 'Mark', hiddenHeading: true },
            ]}
            rows={reading.papers.map((paper) => paperRow(visit, meeting, paper, notes.has(paper.item)))}
            narrow="stack"
          />
        )}
      </Card>
      <Card title="For the train" id="download">
        {download.files === 0 ? (
          <p class="govuk-body">There is nothing to download yet.</p>
        ) : (
          <p class="govuk-body">
            <a class="govuk-link" href={readingPaths.download(meeting.id)}>
              Download everything that you may read
            </a>{' '}
            (ZIP, {download.files === 1 ? '1 file' : `${download.files} files`}, about {sizeInWords(download.bytes)})
          </p>
        )}
        <p class="govuk-body">
          <a class="govuk-link" href={readingPaths.notes(meeting.id)}>
            The agenda with your notes, to print
          </a>
        </p>
      </Card>
      {reading.papers.some(({ readAt }) => readAt === null) && (
        <PostButton visit={visit} action={readingPaths.mark(meeting.id)} text="Mark all papers as read" fields={{ read: 'yes' }} />
      )}
    </Page>
  )
}

function Changes({ visit, meeting, reading }: ReadingPageProps): JSX.Element {
  const { seenAt, changes } = reading
  const button = (
    <PostButton
      visit={visit}
      action={readingPaths.seen(meeting.id)}
      text={changes.length > 0 ? 'I have seen these changes' : 'I have seen everything up to now'}
    />
  )
  return (
    <Card
      title="What changed since you last looked"
      id="changes"
      lead={seenAt ? `You last looked, or said that you had seen everything, on ${instantInWords(seenAt)}` : undefined}
    >
      {seenAt === undefined && (
        <p class="govuk-body">Changes are shown from when you first read a paper, or say here that you have seen what is there.</p>
      )}
      {seenAt !== undefined && changes.length === 0 && <p class="govuk-body">Nothing.</p>}
      {changes.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {changes.map((change) => (
            <li>
              <ChangeText meeting={meeting} change={change} papers={reading.papers} />
            </li>
          ))}
        </ul>
      )}
      {button}
    </Card>
  )
}

function ChangeText({
  meeting,
  change,
  papers,
}: {
  readonly meeting: Meeting
  readonly change: Change
  readonly papers: readonly PaperToRead[]
}): JSX.Element {
  const words = changeInWords(change)
  if ('item' in change)
    return (
      <a class="govuk-link" href={meetingPaths.item(meeting.id, change.item)}>
        {words}
      </a>
    )
  const corrected =
    change.kind === 'published' && change.what === 'correction' ? papers.filter(({ readBefore }) => readBefore !== null) : []
  return (
    <>
      {words}
      {corrected.map((paper) => (
        <>
          {'. '}
          <Differences paper={paper} />
        </>
      ))}
    </>
  )
}

function Differences({ paper }: { readonly paper: PaperToRead }): JSX.Element {
  return (
    <a class="govuk-link" href={meetingPaths.comparePaper(paper.paper, paper.readBefore ?? 1, paper.number)}>
      What is different in ‘{paper.title}’ since you read it
    </a>
  )
}

function unreadInWords(papers: readonly PaperToRead[]): string {
  const unread = papers.filter(({ readAt }) => readAt === null).length
  if (papers.length === 0) return 'Papers'
  return unread === 0 ? 'Papers: all read' : `Papers: ${unread} of ${papers.length} unread`
}

function paperRow(visit: Visit, meeting: Meeting, paper: PaperToRead, hasNote: boolean) {
  const isRead = paper.readAt !== null
  const range = rangeInWords(paper)
  return {
    cells: [
      paper.itemNumber,
      <>
        <a class="govuk-link" href={meetingPaths.item(meeting.id, paper.item)}>
          {paper.title}
        </a>
        {range && <span class="gt-quiet"> {range}</span>}
        {!isRead && paper.readBefore !== null && (
          <p>
            <Differences paper={paper} />
          </p>
        )}
        <p>
          <a class="govuk-link" href={readingPaths.note(meeting.id, paper.item)}>
            {hasNote ? 'Your note' : 'Add a note'}
            <span class="govuk-visually-hidden"> on item {paper.itemNumber}</span>
          </a>
        </p>
      </>,
      isRead ? (
        <StatusPill meaning="good">Read</StatusPill>
      ) : paper.readBefore === null ? (
        <StatusPill meaning="information">Unread</StatusPill>
      ) : (
        <StatusPill meaning="warning">Corrected since you read it</StatusPill>
      ),
      <PostButton
        visit={visit}
        action={readingPaths.mark(meeting.id)}
        text={isRead ? 'Mark as unread' : 'Mark as read'}
        about={paper.title}
        look="link"
        fields={{ version: paper.version, read: isRead ? 'no' : 'yes' }}
      />,
    ],
  }
}

/** The agenda with one's own notes, to print and take along. */
export function NotesPage(props: {
  readonly visit: Visit
  readonly board: Board
  readonly meeting: Meeting
  readonly items: readonly AgendaItem[]
  readonly notes: ReadonlyMap<string, PrivateNote>
}): JSX.Element {
  const { visit, board, meeting, items, notes } = props
  return (
    <Page
      visit={visit}
      title={`Agenda with your notes: ${weekdayInWords(meeting.heldOn)}`}
      breadcrumbs={[...crumbs(board, meeting), { text: 'Your reading', href: readingPaths.reading(meeting.id) }]}
    >
      <PageHead
        title="Agenda with your notes"
        caption={`${board.name}, ${weekdayInWords(meeting.heldOn)}`}
        lead="For you alone. Print it from your browser."
      />
      {items.length === 0 && <EmptyState title="No agenda yet" text="Your notes stand here under the items, once there are any." />}
      {items.map((item) => {
        const note = notes.get(item.id)
        return (
          <section aria-labelledby={`item-${item.number}`}>
            <h2 class="govuk-heading-s" id={`item-${item.number}`}>
              {item.number} {titleOf(item)}
              {item.withdrawnAt && ' (withdrawn)'}
            </h2>
            {note ? (
              note.text.split('\n').map((line) => <p class="govuk-body">{line}</p>)
            ) : (
              <p class="gt-quiet">
                <a class="govuk-link" href={readingPaths.note(meeting.id, item.id)}>
                  Add a note<span class="govuk-visually-hidden"> on item {item.number}</span>
                </a>
              </p>
            )}
            {note && (
              <p class="gt-no-print">
                <a class="govuk-link" href={readingPaths.note(meeting.id, item.id)}>
                  Change the note<span class="govuk-visually-hidden"> on item {item.number}</span>
                </a>
              </p>
            )}
          </section>
        )
      })}
    </Page>
  )
}
