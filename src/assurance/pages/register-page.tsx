import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { dayInWords } from '#platform/time/words.ts'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Button, Select } from '#platform/web/govuk/components.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { assurancePaths } from '../paths.ts'
import type { Recommendation } from '../queries/recommendations.ts'
import { countStates, recommendationStates, sourceKinds } from '../rules/recommendation.ts'
import { responseWords, sourceWords, stateWords } from '../words/recommendation.ts'
import { type BoardName, crumbsOf } from './crumbs.ts'

/** What narrows the register; '' for everything. */
export interface RegisterFilter {
  readonly state: string
  readonly source: string
  /** An addressee as printed. */
  readonly to: string
}

/** The register of recommendations: of a board, or of the partnership. */
export interface RegisterPageProps {
  readonly visit: Visit
  /** Undefined: of the whole partnership. */
  readonly board: BoardName | undefined
  /** Everything that one may see, not narrowed. */
  readonly all: readonly Recommendation[]
  readonly shown: readonly Recommendation[]
  readonly filter: RegisterFilter
  readonly mayAdd: boolean
}

/** One register for recommendations of every source, open until their impact is shown (P7). */
export function RegisterPage({ visit, board, all, shown, filter, mayAdd }: RegisterPageProps): JSX.Element {
  const counts = countStates(all.map(({ state }) => state))
  return (
    <Page
      visit={visit}
      title="Recommendations"
      width="workspace"
      breadcrumbs={board ? crumbsOf(board) : [{ text: 'Home', href: '/' }]}
      description="Every recommendation that was made, who answers it, and whether it made a difference."
    >
      <PageHead
        title="Recommendations"
        caption={board?.name ?? visit.partnership}
        lead="Of scrutiny, reviews, inspections and audits in one register. Each stays open until something shows that it made a difference."
        actions={
          board &&
          mayAdd && (
            <a class="govuk-button" href={assurancePaths.newRecommendation(board.slug)}>
              Add a recommendation
            </a>
          )
        }
      />
      {board && boardNavigation(board.slug, 'assurance')}
      {all.length === 0 ? (
        <EmptyState
          title="No recommendations yet"
          text="They come from reviews, inspections and audits. The clerk puts them on the register."
          action={board && mayAdd ? { text: 'Add a recommendation', href: assurancePaths.newRecommendation(board.slug) } : undefined}
        />
      ) : (
        <>
          <p class="govuk-body">
            {all.length} in all: {counts.map(([state, count]) => `${count} ${stateWords[state].word.toLowerCase()}`).join(', ')}.
            {board && (
              <>
                {' '}
                <a class="govuk-link" href={assurancePaths.registerCsv(board.slug)}>
                  Download as CSV
                </a>
              </>
            )}
          </p>
          <Filter visit={visit} all={all} filter={filter} />
          {shown.length === 0 ? (
            <EmptyState
              title="Nothing matches"
              text="No recommendation fits what you asked for."
              action={{ text: 'Show all', href: visit.path }}
            />
          ) : (
            <RegisterTable shown={shown} withBoard={board === undefined} />
          )}
        </>
      )}
    </Page>
  )
}

function Filter({ visit, all, filter }: Pick<RegisterPageProps, 'visit' | 'all' | 'filter'>): JSX.Element {
  const offices = [...new Set(all.map(addresseeOf))].sort((one, other) => one.localeCompare(other))
  const everything = { value: '', text: 'Any' }
  const item = (chosen: string) => (value: string, text: string) => ({ value, text, selected: value === chosen })
  return (
    <Fold title="Narrow by how it stands, source or addressee" open={filter.state !== '' || filter.source !== '' || filter.to !== ''}>
      <form method="get" action={visit.path} aria-label="Narrow the register">
        <Select
          id="state"
          name="state"
          label={{ text: 'How it stands' }}
          items={[everything, ...recommendationStates.map((state) => item(filter.state)(state, stateWords[state].word))]}
        />
        <Select
          id="source"
          name="source"
          label={{ text: 'Source' }}
          items={[everything, ...sourceKinds.map((kind) => item(filter.source)(kind, sourceWords[kind]))]}
        />
        <Select
          id="to"
          name="to"
          label={{ text: 'To whom' }}
          items={[everything, ...offices.map((office) => item(filter.to)(office, office))]}
        />
        <Button text="Show" classes="govuk-button--secondary" />
      </form>
    </Fold>
  )
}

/** Whom a recommendation is for, as it is printed in lists. */
export const addresseeOf = ({ addresseeName, addresseeOffice }: Pick<Recommendation, 'addresseeName' | 'addresseeOffice'>): string =>
  addresseeName === '' || addresseeOffice.includes(addresseeName) ? addresseeOffice : `${addresseeOffice}, ${addresseeName}`

/** Recommendations as a table, each linked to its page. */
export function RegisterTable(props: {
  readonly shown: readonly Recommendation[]
  readonly withBoard?: boolean
  /** False on the page of their one source. */
  readonly withSource?: boolean
}): JSX.Element {
  const { shown, withBoard = false, withSource = true } = props
  return (
    <DataTable
      caption="Recommendations"
      hideCaption
      narrow="stack"
      columns={[
        { heading: 'Recommendation' },
        ...(withSource ? [{ heading: 'Source' }] : []),
        ...(withBoard ? [{ heading: 'Board' }] : []),
        ...[{ heading: 'To' }, { heading: 'Response' }, { heading: 'How it stands' }],
      ]}
      rows={shown.map((one) => ({
        cells: [
          <a class="govuk-link" href={assurancePaths.recommendation(one.id)}>
            {one.reference}: {shorten(one.text)}
          </a>,
          ...(withSource ? [one.source] : []),
          ...(withBoard ? [one.bodyName] : []),
          addresseeOf(one),
          responseOf(one),
          <StatusPill meaning={stateWords[one.state].meaning}>{stateWords[one.state].word}</StatusPill>,
        ],
      }))}
    />
  )
}

function responseOf({ response, responseDueOn }: Recommendation): string {
  if (response) return responseWords[response]
  return responseDueOn ? `Due ${dayInWords(responseDueOn)}` : 'No day recorded'
}

function shorten(text: string): string {
  const characters = [...text]
  return characters.length <= 160 ? text : `${characters.slice(0, 157).join('')}…`
}
