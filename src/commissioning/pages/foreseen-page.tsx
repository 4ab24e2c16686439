import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { dayInWords } from '#platform/time/words.ts'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { contractPaths } from '../contract-paths.ts'
import { intentionPaths } from '../framework-paths.ts'
import { foreseenPaths, ocdsPaths } from '../ocds-paths.ts'
import { pipelinePaths } from '../pipeline-paths.ts'
import type { ForeseenPurchase } from '../rules/notices/foreseen.ts'
import { type BoardName, crumbsOf } from './crumbs.ts'

/** What is foreseen, and how it comes out. */
export interface ForeseenLine extends ForeseenPurchase {
  /** Under which id it is out; undefined: it is not. */
  readonly ocid: string | undefined
  readonly isHeld: boolean
}

const stateWords = { open: 'Ahead', withdrawn: 'Given up', come: 'There' } as const
const FEW = 10

/** What a board foresees to buy, as it comes out as open contracting data: what waits for a person stands first. */
export function ForeseenPage({
  visit,
  board,
  lines,
  hasPrefix,
}: {
  readonly visit: Visit
  readonly board: BoardName
  readonly lines: readonly ForeseenLine[]
  /** Without a prefix of the place nothing comes out. */
  readonly hasPrefix: boolean
}): JSX.Element {
  const [held, free] = [lines.filter(({ isHeld }) => isHeld), lines.filter(({ isHeld }) => !isHeld)]
  const isLate = ({ ocid, state }: ForeseenLine): boolean => ocid === undefined && state !== 'open'
  const [out, late] = [free.filter((line) => !isLate(line)), free.filter(isLate)]
  return (
    <Page
      visit={visit}
      title="What is foreseen, as open data"
      width="workspace"
      breadcrumbs={crumbsOf(board, { text: 'Contracts', href: contractPaths.ofBoard(board.slug) })}
    >
      <PageHead
        title="What is foreseen, as open data"
        caption={board.name}
        lead="Public intentions to begin a service or to buy it again, and public cases of pipelines that name a service or a contract, come out by themselves before anything is bought. The contract that comes of one goes on under the same id."
      />
      {boardNavigation(board.slug, 'commissioning')}
      {!hasPrefix && <p class="govuk-body">The place has no prefix for its ids yet, so nothing comes out.</p>}
      {lines.length === 0 && (
        <EmptyState title="Nothing is foreseen in public" text="Intentions of public services and cases of public pipelines appear here." />
      )}
      {held.length > 0 && <Lines title="Waits for you: could tell who a child is" board={board} lines={held} isOpen />}
      {out.length > 0 && <Lines title="Comes out" board={board} lines={out} isOpen={out.length <= FEW} />}
      {late.length > 0 && <Lines title="Over before it could come out" board={board} lines={late} isOpen={false} />}
    </Page>
  )
}

function Lines(props: {
  readonly title: string
  readonly board: BoardName
  readonly lines: readonly ForeseenLine[]
  readonly isOpen: boolean
}): JSX.Element {
  const { title, board, lines, isOpen } = props
  return (
    <Fold title={title} note={String(lines.length)} open={isOpen}>
      <DataTable
        caption={title}
        hideCaption
        narrow="stack"
        columns={[
          { heading: 'What is foreseen' },
          { heading: 'Expected' },
          { heading: 'How it stands' },
          { heading: 'As open data' },
          { heading: 'Contract that came of it' },
        ]}
        rows={lines.map((line) => ({
          cells: [
            <a class="govuk-link" href={line.kind === 'case' ? pipelinePaths.caseOf(line.id) : intentionPaths.ofBoard(board.slug)}>
              {line.title}
            </a>,
            line.expectedOn ? dayInWords(line.expectedOn) : 'Nobody has said',
            stateWords[line.state],
            <OutAs board={board} line={line} />,
            <Came board={board} line={line} />,
          ],
        }))}
      />
    </Fold>
  )
}

function OutAs({
  board,
  line: { id, isHeld, ocid, state, title },
}: {
  readonly board: BoardName
  readonly line: ForeseenLine
}): JSX.Element {
  return (
    <>
      {ocid === undefined ? (
        isHeld ? (
          'Not out '
        ) : state === 'open' ? (
          'Comes out with the next look, unless its year is over '
        ) : (
          'Not out '
        )
      ) : (
        <a class="govuk-link" href={ocdsPaths.record(ocid)}>
          Its notices<span class="govuk-visually-hidden"> of {title}</span>
        </a>
      )}
      {isHeld && (
        <a class="govuk-link" href={foreseenPaths.step(board.slug, id, 'settle')}>
          Look at its words<span class="govuk-visually-hidden"> of {title}</span>
        </a>
      )}
    </>
  )
}

function Came({ board, line: { id, kind, contract, title } }: { readonly board: BoardName; readonly line: ForeseenLine }): JSX.Element {
  const change = kind === 'case' ? pipelinePaths.step(id, 'edit') : foreseenPaths.step(board.slug, id, 'contract')
  return contract === undefined ? (
    <a class="govuk-link" href={change}>
      Say which<span class="govuk-visually-hidden"> came of {title}</span>
    </a>
  ) : (
    <a class="govuk-link" href={contractPaths.contract(contract)}>
      Its contract<span class="govuk-visually-hidden"> of {title}</span>
    </a>
  )
}
