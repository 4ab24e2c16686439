import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { Card } from '#platform/web/components/card.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { yearPaths } from '../paths.ts'
import type { Consultation } from '../queries/consultations.ts'
import { type WindowState, windowState } from '../rules/consultation.ts'
import { spanInWords, windowStateWords } from '../words/year.ts'

interface Props {
  readonly visit: Visit
  readonly windows: readonly Consultation[]
  /** The boards by id. */
  readonly bodies: ReadonlyMap<string, { readonly slug: string; readonly name: string }>
  /** The one whose consultations these are; undefined: of every board. */
  readonly board: { readonly slug: string; readonly name: string } | undefined
  readonly mayKeep: boolean
}

const groups: readonly (readonly [WindowState, string])[] = [
  ['open', 'Open now'],
  ['coming', 'To come'],
  ['closed', 'Closed'],
  ['withdrawn', 'Not held'],
]

/** Consultations of one board or of all: open, to come, closed, and those that were not held (G11). */
export function ConsultationsPage({ visit, windows, bodies, board, mayKeep }: Props): JSX.Element {
  const stateOf = (window: Consultation): WindowState => windowState(window, window.withdrawnReason !== '', visit.today)
  const crumbs = [{ text: 'Boards', href: '/boards' }, ...(board ? [{ text: board.name, href: `/boards/${board.slug}` }] : [])]
  return (
    <Page
      visit={visit}
      title={board ? `Consultations: ${board.name}` : 'Consultations'}
      breadcrumbs={crumbs}
      width="workspace"
      description="What people are asked, from when to when, and what came of it."
    >
      <PageHead
        title="Consultations"
        caption={board?.name}
        lead="What people are asked before something is decided, how to answer, and what came of it."
        actions={
          mayKeep && board ? (
            <a class="govuk-button" href={yearPaths.newConsultation(board.slug)}>
              Plan a consultation
            </a>
          ) : undefined
        }
      />
      {board && boardNavigation(board.slug, 'plan')}
      {windows.length === 0 && (
        <EmptyState title="No consultation is recorded" text="Consultations appear here as soon as a clerk announces them." />
      )}
      {groups.map(([state, title]) => {
        // What is open or to come stands in the order in which it closes or opens; what is over, the latest first.
        const found = windows.filter((window) => stateOf(window) === state)
        const inOrder = state === 'open' || state === 'coming' ? found.toReversed() : found
        return found.length === 0 ? null : <Group state={state} title={title} windows={inOrder} bodies={bodies} namesBoards={!board} />
      })}
      {board && (
        <p class="govuk-body">
          <a class="govuk-link" href={yearPaths.allConsultations}>
            Consultations of every board
          </a>
        </p>
      )}
    </Page>
  )
}

function Group(props: {
  readonly state: WindowState
  readonly title: string
  readonly windows: readonly Consultation[]
  readonly bodies: Props['bodies']
  readonly namesBoards: boolean
}): JSX.Element {
  const { state, title, windows, bodies, namesBoards } = props
  const { word, meaning } = windowStateWords[state]
  return (
    <Card title={title} id={state}>
      <ul class="govuk-list gt-rows">
        {windows.map((window) => {
          const board = bodies.get(window.body)
          return (
            <li>
              <div>
                <a class="govuk-link" href={yearPaths.consultation(board?.slug ?? '', window.id)}>
                  {window.title}
                </a>
                <br />
                <span class="govuk-hint">
                  {namesBoards && `${board?.name ?? ''} · `}
                  {spanInWords(window.startsOn, window.endsOn)}
                  {window.outcome !== '' && ' · What came of it is published'}
                  {window.withdrawnReason !== '' && ` · ${window.withdrawnReason}`}
                </span>
              </div>
              <StatusPill meaning={meaning}>{word}</StatusPill>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
