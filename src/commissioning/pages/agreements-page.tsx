import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { dayInWords } from '#platform/time/words.ts'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { agreementPaths } from '../paths.ts'
import type { Agreement } from '../queries/agreements.ts'
import { agreementStateWords } from '../words/agreement.ts'
import { type BoardName, crumbsOf } from './crumbs.ts'

/** The agreements of a board. */
export interface AgreementsPageProps {
  readonly visit: Visit
  readonly board: BoardName
  readonly agreements: readonly Agreement[]
  readonly mayAdd: boolean
}

/** Under which agreements the partners act together (C4). */
export function AgreementsPage({ visit, board, agreements, mayAdd }: AgreementsPageProps): JSX.Element {
  return (
    <Page visit={visit} title="Agreements" width="workspace" breadcrumbs={crumbsOf(board)}>
      <PageHead
        title="Agreements"
        caption={board.name}
        lead="What the partners signed: who hosts it, on which law it rests, and until when."
        actions={
          mayAdd && (
            <a class="govuk-button" href={agreementPaths.create(board.slug)}>
              Record an agreement
            </a>
          )
        }
      />
      {boardNavigation(board.slug, 'commissioning')}
      {agreements.length === 0 ? (
        <EmptyState
          title="No agreements to show"
          text="Agreements are recorded by the clerk of the board. Everybody sees those that the board has shown."
          action={mayAdd ? { text: 'Record an agreement', href: agreementPaths.create(board.slug) } : undefined}
        />
      ) : (
        <DataTable
          caption="Agreements"
          hideCaption
          narrow="stack"
          columns={[{ heading: 'Agreement' }, { heading: 'Kind' }, { heading: 'Host' }, { heading: 'Term' }, { heading: 'How it stands' }]}
          rows={agreements.map((agreement) => ({
            cells: [
              <a class="govuk-link" href={agreementPaths.agreement(agreement.id)}>
                {agreement.title}
              </a>,
              agreement.basisName,
              agreement.hostName,
              termInWords(agreement),
              <AgreementStatePill agreement={agreement} />,
            ],
          }))}
        />
      )}
    </Page>
  )
}

/** From when to when an agreement has effect; its last day is the one before its end. */
export function termInWords({ startsOn, endsOn }: Pick<Agreement, 'startsOn' | 'endsOn'>): string {
  return endsOn === undefined
    ? `From ${dayInWords(startsOn)}, without an end`
    : `${dayInWords(startsOn)} to ${dayInWords(endsOn.subtract({ days: 1 }))}`
}

/** How an agreement stands. */
export function AgreementStatePill({ agreement }: { readonly agreement: Pick<Agreement, 'state'> }): JSX.Element {
  const { word, meaning } = agreementStateWords[agreement.state]
  return <StatusPill meaning={meaning}>{word}</StatusPill>
}
