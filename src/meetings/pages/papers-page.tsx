import type { JSX } from 'hono/jsx/jsx-runtime'
import type { NoticeVerdict } from '#governance/public.ts'
import { weekdayInWords } from '#platform/time/words.ts'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { meetingPaths } from '../paths.ts'
import type { PaperOfAuthor } from '../queries/papers.ts'
import type { Lateness } from '../rules/late-papers.ts'
import { latenessWords, paperStateWords } from '../words/paper.ts'
import { verdictSentence } from '../words/publication.ts'

/** A paper of mine with its deadline. */
export interface MyPaper {
  readonly paper: PaperOfAuthor
  readonly board: string
  /** Questions of members that wait for an answer. */
  readonly unanswered: number
  /** Undefined where the terms state no deadline. */
  readonly verdict: NoticeVerdict | undefined
  readonly lateness: Lateness
}

/** The papers that somebody writes, with what is due when (M5). */
export function PapersPage({ visit, papers }: { readonly visit: Visit; readonly papers: readonly MyPaper[] }): JSX.Element {
  const rows = papers.map(({ paper, board, unanswered, verdict, lateness }) => ({
    cells: [
      <a class="govuk-link" href={meetingPaths.paper(paper.id)}>
        {paper.title}
      </a>,
      `${board}, ${weekdayInWords(paper.heldOn)}, item ${paper.number}`,
      unanswered === 0 ? (
        paperStateWords[paper.state]
      ) : (
        <>
          {paperStateWords[paper.state]}{' '}
          <StatusPill meaning="warning">{unanswered === 1 ? '1 question to answer' : `${unanswered} questions to answer`}</StatusPill>
        </>
      ),
      lateness === 'late' && paper.state !== 'published' ? (
        <>
          <StatusPill meaning="warning">Late</StatusPill> {verdict && verdictSentence(verdict)}
        </>
      ) : verdict ? (
        verdictSentence(verdict)
      ) : (
        latenessWords[lateness]
      ),
    ],
  }))
  return (
    <Page visit={visit} title="Your papers" width="workspace">
      <PageHead title="Your papers" lead="What you are asked to write, and when it is due" />
      {rows.length === 0 ? (
        <EmptyState
          title="You have no papers to write"
          text="When a clerk asks you for a paper it is listed here, with the day on which it is due."
        />
      ) : (
        <DataTable
          caption="Your papers"
          hideCaption
          columns={[{ heading: 'Paper' }, { heading: 'For' }, { heading: 'State' }, { heading: 'Due' }]}
          rows={rows}
          narrow="stack"
        />
      )}
    </Page>
  )
}
