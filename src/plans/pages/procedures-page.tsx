import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { Card } from '#platform/web/components/card.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { procedurePaths } from '../paths.ts'
import type { Procedure, ProcedureVersion } from '../queries/procedures.ts'
import { type ProcedureStanding, reviewStanding } from '../rules/procedure.ts'
import { heldInWords, procedureKindWords, procedureStandingWords, reviewWords } from '../words/procedure.ts'
import { PlanSections } from './plan-sections.tsx'

/** A procedure with the version that its address means. */
export interface ProcedureLine {
  readonly procedure: Procedure
  readonly version: ProcedureVersion
  readonly standing: ProcedureStanding
  /** Undefined on the page of its own board. */
  readonly board: { readonly slug: string; readonly name: string } | undefined
}

interface Props {
  readonly visit: Visit
  readonly lines: readonly ProcedureLine[]
  /** The one whose library it is; undefined: of every board. */
  readonly board: { readonly slug: string; readonly name: string } | undefined
  readonly mayMake: boolean
  /** Whether whoever looks keeps one of these, and so needs to know which reviews are due. */
  readonly keeps: boolean
}

const lead = 'What to do, in the words that hold now: who owns it, from when it holds, and what held before.'

/** The library of procedures and guidance, of one board or of all (P12). */
export function ProceduresPage(props: Props): JSX.Element {
  const { visit, lines, board, mayMake } = props
  const groups = [
    { id: 'in-force', title: 'In force', held: ['in-force'] },
    { id: 'coming', title: 'To come into force', held: ['coming'] },
    { id: 'drafts', title: 'Being written', held: ['draft', 'consultation', 'dropped'] },
    { id: 'past', title: 'No longer in force', held: ['superseded', 'withdrawn'] },
  ]
  return (
    <Page
      visit={visit}
      title={board ? `Procedures and guidance: ${board.name}` : 'Procedures and guidance'}
      breadcrumbs={[{ text: 'Boards', href: '/boards' }, ...(board ? [{ text: board.name, href: `/boards/${board.slug}` }] : [])]}
      width="workspace"
      description="Procedures, guidance and policies of the partnership: what holds now, and what held before."
    >
      <PageHead
        title="Procedures and guidance"
        caption={board?.name}
        lead={lead}
        actions={
          mayMake && board ? (
            <a class="govuk-button" href={procedurePaths.create(board.slug)}>
              Begin a procedure
            </a>
          ) : undefined
        }
      />
      {board && boardNavigation(board.slug, 'plans')}
      {board && <PlanSections slug={board.slug} current="procedures" />}
      {lines.length === 0 && (
        <EmptyState
          title="Nothing stands in the library yet"
          text={
            mayMake
              ? 'Begin a procedure: say what it is called and who owns it, then write its text or bring it as a PDF.'
              : 'Procedures appear here once the clerk has issued them.'
          }
        />
      )}
      {groups.map(({ id, title, held }) => {
        const found = lines.filter(({ standing }) => held.includes(standing))
        return (
          found.length > 0 && (
            <Card id={id} title={title}>
              <Lines {...props} lines={found} />
            </Card>
          )
        )
      })}
      {board && (
        <p class="govuk-body">
          <a class="govuk-link" href={procedurePaths.all}>
            Procedures and guidance of every board
          </a>
        </p>
      )}
    </Page>
  )
}

function Lines({ visit, lines, keeps }: Props): JSX.Element {
  return (
    <ul class="govuk-list gt-rows">
      {lines.map(({ procedure, version, standing, board }) => {
        const { word, meaning } = procedureStandingWords[standing]
        const review = keeps && standing === 'in-force' ? reviewWords[reviewStanding(procedure.reviewOn, visit.today)] : undefined
        return (
          <li>
            <div>
              <a class="govuk-link" href={procedurePaths.procedure(procedure.id)}>
                {procedure.title}
              </a>
              <br />
              <span class="govuk-hint">
                {[
                  [procedureKindWords[procedure.kind], procedure.reference].filter(Boolean).join(' '),
                  `version ${version.number}${version.startsOn ? ` ${heldInWords(version)}` : ''}`,
                  board?.name,
                  procedure.themes.join(', '),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </div>
            {review ? <StatusPill meaning={review.meaning}>{review.word}</StatusPill> : <StatusPill meaning={meaning}>{word}</StatusPill>}
          </li>
        )
      })}
    </ul>
  )
}
