import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { auditPaths } from '../paths.ts'
import type { RoundLine, Toolkit } from '../queries/audits.ts'
import type { CaseAudit } from '../queries/case-audits.ts'
import { caseAuditWords, roundStateWords, scoreWords } from '../words/audit.ts'
import { type BoardName, crumbsOf } from './crumbs.ts'

/** The audits of a board. */
export interface AuditsPageProps {
  readonly visit: Visit
  readonly board: BoardName
  readonly rounds: readonly RoundLine[]
  readonly toolkits: readonly Toolkit[]
  /** Undefined for whoever may not see them. */
  readonly caseAudits: readonly CaseAudit[] | undefined
  readonly mayAdd: boolean
}

/** Rounds in which agencies answer, the toolkits, and audits of case files (P6). */
export function AuditsPage({ visit, board, rounds, toolkits, caseAudits, mayAdd }: AuditsPageProps): JSX.Element {
  return (
    <Page visit={visit} title="Audits" width="workspace" breadcrumbs={crumbsOf(board)}>
      <PageHead
        title="Audits"
        caption={board.name}
        lead="Each agency answers the same standards, a peer moderates, and what falls short becomes an action."
      />
      {boardNavigation(board.slug, 'assurance')}
      <Card
        title="Rounds"
        id="rounds"
        flush={rounds.length > 0}
        link={mayAdd && toolkits.length > 0 ? { text: 'Prepare a round', href: auditPaths.newRound(board.slug) } : undefined}
      >
        {rounds.length === 0 ? (
          <EmptyState
            title="No rounds to show"
            text="Members see a round once it is open. Everybody sees its report once the board has published it."
            action={mayAdd && toolkits.length === 0 ? { text: 'Add a toolkit first', href: auditPaths.newToolkit(board.slug) } : undefined}
          />
        ) : (
          <DataTable
            caption="Rounds"
            hideCaption
            narrow="stack"
            columns={[{ heading: 'Round' }, { heading: 'Opened' }, { heading: 'Answers due' }, { heading: 'How far' }]}
            rows={rounds.map(({ id, title, opensOn, dueOn, state }) => ({
              cells: [
                <a class="govuk-link" href={auditPaths.round(id)}>
                  {title}
                </a>,
                dayInWords(opensOn),
                dayInWords(dueOn),
                <StatusPill meaning={roundStateWords[state].meaning}>{roundStateWords[state].word}</StatusPill>,
              ],
            }))}
          />
        )}
      </Card>
      <Toolkits board={board} toolkits={toolkits} mayAdd={mayAdd} />
      {caseAudits && <CaseAudits board={board} audits={caseAudits} mayAdd={mayAdd} />}
    </Page>
  )
}

function Toolkits({ board, toolkits, mayAdd }: Pick<AuditsPageProps, 'board' | 'toolkits' | 'mayAdd'>): JSX.Element {
  return (
    <Card title="Toolkits" id="toolkits" link={mayAdd ? { text: 'Add a toolkit', href: auditPaths.newToolkit(board.slug) } : undefined}>
      {toolkits.length === 0 ? (
        <EmptyState
          title="No toolkit yet"
          text="A toolkit holds the standards and the scores. A version of it never changes, so that rounds can be compared."
        />
      ) : (
        toolkits.map(({ title, number, source, scores, passMark, standards }) => (
          <>
            <h3 class="govuk-heading-s">
              {title}, version {number}
            </h3>
            <p class="govuk-body">
              {source === '' ? '' : `${source}. `}Scores: {scores.map(({ score, label }) => `${score} ${label}`).join(', ')}. Fully
              compliant from {scoreWords(scores, passMark)}.
            </p>
            <ol class="govuk-list govuk-list--number">
              {standards.map((standard) => (
                <li>
                  {standard.title}
                  {standard.question !== '' && <span class="gt-missing">: {standard.question}</span>}
                </li>
              ))}
            </ol>
          </>
        ))
      )}
    </Card>
  )
}

function CaseAudits({
  board,
  audits,
  mayAdd,
}: {
  readonly board: BoardName
  readonly audits: readonly CaseAudit[]
  readonly mayAdd: boolean
}): JSX.Element {
  return (
    <Card
      title="Audits of case files"
      id="case-audits"
      lead="For this board alone. Counts are kept here, never a case."
      flush={audits.length > 0}
      link={mayAdd ? { text: 'Record an audit of case files', href: auditPaths.newCaseAudit(board.slug) } : undefined}
    >
      {audits.length === 0 ? (
        <EmptyState title="None recorded" text="A theme, a sample drawn fairly, grades for each question, and what was learnt." />
      ) : (
        <DataTable
          caption="Audits of case files"
          hideCaption
          narrow="stack"
          columns={[{ heading: 'Theme' }, { heading: 'Kind' }, { heading: 'When' }, { heading: 'Cases' }]}
          rows={audits.map(({ id, theme, kind, heldOn, sampleSize }) => ({
            cells: [
              <a class="govuk-link" href={auditPaths.caseAudit(id)}>
                {theme}
              </a>,
              caseAuditWords[kind],
              dayInWords(heldOn),
              String(sampleSize),
            ],
          }))}
        />
      )}
    </Card>
  )
}
