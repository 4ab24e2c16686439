import type { JSX } from 'hono/jsx/jsx-runtime'
import { instantInWords, weekdayInWords } from '#platform/time/words.ts'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { meetingPaths } from '../paths.ts'
import type { AgendaItem } from '../queries/agenda.ts'
import type { Meeting } from '../queries/meeting.ts'
import type { PaperFile } from '../queries/paper-files.ts'
import type { PaperRecord, PaperVersion } from '../queries/papers.ts'
import { PaperArticle } from './paper-article.tsx'
import { PaperFileList } from './paper-file-list.tsx'

/** One version of a paper, as it stood. */
export interface PaperVersionProps {
  readonly visit: Visit
  readonly board: { readonly slug: string; readonly name: string }
  readonly meeting: Meeting
  readonly item: AgendaItem
  readonly paper: PaperRecord
  readonly version: PaperVersion
  readonly files: readonly PaperFile[]
  /** The version that stands published; undefined for none. */
  readonly newest: PaperVersion | undefined
}

/** An earlier version stays reachable and says that it is superseded (M15). */
export function PaperVersionPage({ visit, board, meeting, item, paper, version, files, newest }: PaperVersionProps): JSX.Element {
  const superseded = newest !== undefined && newest.number > version.number
  return (
    <Page
      visit={visit}
      title={`${paper.title}, version ${version.number}`}
      breadcrumbs={[
        { text: board.name, href: `/boards/${board.slug}` },
        { text: weekdayInWords(meeting.heldOn), href: meetingPaths.meeting(meeting.id) },
        { text: `Item ${item.number}`, href: meetingPaths.item(meeting.id, item.id) },
      ]}
    >
      <PageHead
        title={paper.title}
        caption={`Version ${version.number}, ${instantInWords(version.madeAt)}`}
        status={
          <StatusPill meaning={superseded ? 'neutral' : 'information'}>
            {superseded ? 'Superseded' : version.state === 'published' ? 'In force' : 'Draft'}
          </StatusPill>
        }
      />
      {version.reason !== '' && <p class="govuk-body">Why this version was made: {version.reason}</p>}
      {superseded && (
        <div class="govuk-inset-text">
          This version was replaced.{' '}
          <a class="govuk-link" href={meetingPaths.item(meeting.id, item.id)}>
            Read the one in force
          </a>
          .{newest.reason && ` Why it was corrected: ${newest.reason} `}{' '}
          <a class="govuk-link" href={meetingPaths.comparePaper(paper.id, version.number, newest.number)}>
            See what changed
          </a>
        </div>
      )}
      <PaperArticle title={paper.title} fields={version.fields} tree={version.tree} offset={1} />
      <PaperFileList paper={paper.id} files={files} level={2} />
    </Page>
  )
}
