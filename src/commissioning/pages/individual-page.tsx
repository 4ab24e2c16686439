import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { delegatedPaths } from '../delegated-paths.ts'
import { ledPaths } from '../framework-paths.ts'
import type { IndividualBudget, IndividualSum } from '../queries/delegated.ts'
import { type BudgetEntry, shareStanding } from '../rules/delegated.ts'
import { yearInWords } from '../rules/year.ts'
import { entryWords, heldByWords } from '../words/delegated.ts'
import { pounds } from '../words/pence.ts'
import { type BoardName, crumbsOf } from './crumbs.ts'

const above = (board: BoardName) => ({ text: 'Delegated budgets', href: ledPaths.ofBoard('delegated', board.slug) })

/** The budgets of persons of a board: sums for the board, and those that are one's own. */
export interface IndividualsProps {
  readonly visit: Visit
  readonly board: BoardName
  readonly sums: readonly IndividualSum[]
  readonly own: readonly IndividualBudget[]
  readonly mayAdd: boolean
}

/** What budgets of persons come to, and the way to those of persons with whom one works (C14). */
export function IndividualsPage({ visit, board, sums, own, mayAdd }: IndividualsProps): JSX.Element {
  return (
    <Page visit={visit} title="Budgets of persons" width="workspace" breadcrumbs={crumbsOf(board, above(board))}>
      <PageHead
        title="Budgets of persons"
        caption={board.name}
        lead="Money for one person, known by a number alone. Only those who work with that person see it."
      />
      {boardNavigation(board.slug, 'commissioning')}
      {mayAdd && (
        <p class="govuk-body gt-actions">
          <a class="govuk-link" href={delegatedPaths.openIndividual(board.slug)}>
            Open a budget for one person
          </a>
        </p>
      )}
      <Card title="What they come to" id="sums" flush={sums.length > 0}>
        {sums.length === 0 ? (
          <p class="govuk-body">None that you may know of.</p>
        ) : (
          <DataTable
            caption="What they come to"
            hideCaption
            narrow="stack"
            columns={[{ heading: 'Year' }, ...['Budgets', 'Given', 'Spent'].map((heading) => ({ heading, numeric: true }))]}
            rows={sums.map(({ year, budgets, isHidden, pence, spent }) => {
              const money = (sum: bigint | null) => (isHidden ? 'Hidden' : sum === null ? 'Told when the year is over' : pounds(sum))
              return {
                cells: [
                  yearInWords(Number(year)),
                  budgets === null ? 'Hidden: a small number' : String(budgets),
                  money(pence),
                  money(spent),
                ],
              }
            })}
          />
        )}
      </Card>
      <Card title="Those with whom you work" id="own" flush={own.length > 0}>
        {own.length === 0 ? (
          <p class="govuk-body">None.</p>
        ) : (
          <DataTable
            caption="Those with whom you work"
            hideCaption
            narrow="stack"
            columns={[{ heading: 'Number' }, { heading: 'Held by' }, { heading: 'Sum', numeric: true }, { heading: 'Last day' }]}
            rows={own.map(({ id, reference, heldBy, pence, endsOn }) => ({
              cells: [
                <a class="govuk-link" href={delegatedPaths.individual(id)}>
                  {reference}
                </a>,
                heldByWords[heldBy],
                pounds(pence),
                dayInWords(endsOn.subtract({ days: 1 })),
              ],
            }))}
          />
        )}
      </Card>
    </Page>
  )
}

/** The budget of one person. */
export interface IndividualProps {
  readonly visit: Visit
  readonly board: BoardName
  readonly budget: IndividualBudget
  readonly entries: readonly (BudgetEntry & { readonly what: string })[]
  /** Names of people by id. */
  readonly people: ReadonlyMap<string, string>
  readonly leadName: string
}

/** The budget of one person, for those who work with that person alone (C14). */
export function IndividualPage({ visit, board, budget, entries, people, leadName }: IndividualProps): JSX.Element {
  const { spent, returned, left } = shareStanding(budget.pence, entries)
  const undone = new Set(entries.flatMap(({ undoes }) => undoes ?? []))
  return (
    <Page
      visit={visit}
      title={`Budget ${budget.reference}`}
      width="workspace"
      breadcrumbs={crumbsOf(board, above(board), { text: 'Budgets of persons', href: delegatedPaths.individuals(board.slug) })}
    >
      <PageHead
        title={`Budget ${budget.reference}`}
        caption="Budget of one person"
        lead="Write no name here, and nothing by which the person can be known."
      />
      {boardNavigation(board.slug, 'commissioning')}
      <p class="govuk-body gt-actions">
        <a class="govuk-link" href={delegatedPaths.individualStep(budget.id, 'purchases')}>
          Record what was bought
        </a>{' '}
        <a class="govuk-link" href={delegatedPaths.individualStep(budget.id, 'returns')}>
          Give back what is not spent
        </a>{' '}
        <a class="govuk-link" href={delegatedPaths.individualStep(budget.id, 'readers')}>
          Name somebody else who works with this person
        </a>
      </p>
      <KeyFacts
        facts={[
          { label: 'Sum', value: `${pounds(budget.pence)}: ${pounds(spent)} spent, ${pounds(returned)} given back, ${pounds(left)} left` },
          { label: 'Time', value: `${dayInWords(budget.startsOn)} to ${dayInWords(budget.endsOn.subtract({ days: 1 }))}` },
          { label: 'Held by', value: heldByWords[budget.heldBy] },
          { label: 'Given by', value: leadName },
          { label: 'Lead professional', value: people.get(budget.professional) ?? 'Somebody' },
          {
            label: 'Seen besides by',
            value:
              budget.readers.length === 0
                ? `${people.get(budget.openedBy) ?? 'Whoever opened it'}, who opened it`
                : [
                    `${people.get(budget.openedBy) ?? 'Whoever opened it'}, who opened it`,
                    ...budget.readers.map(
                      ({ person, why, endsOn }) =>
                        `${people.get(person) ?? 'Somebody'}: ${why}${endsOn ? `, to ${dayInWords(endsOn.subtract({ days: 1 }))}` : ''}`,
                    ),
                  ].join('; '),
          },
        ]}
      />
      <Card title="What was bought" id="entries" flush={entries.length > 0}>
        {entries.length === 0 ? (
          <p class="govuk-body">Nothing yet.</p>
        ) : (
          <DataTable
            caption="What was bought"
            hideCaption
            narrow="stack"
            columns={[{ heading: 'What' }, { heading: 'Day' }, { heading: 'Sum', numeric: true }, { heading: 'How it stands' }]}
            rows={entries.map(({ id, what, happenedOn, pence, kind }) => ({
              cells: [
                what,
                dayInWords(happenedOn),
                pounds(kind === 'undone' ? -pence : pence),
                undone.has(id) ? (
                  'Undone later'
                ) : kind === 'undone' ? (
                  entryWords[kind]
                ) : (
                  <>
                    {entryWords[kind]}{' '}
                    <a class="govuk-link" href={delegatedPaths.undoIndividual(budget.id, id)}>
                      {`Undo: ${what}`}
                    </a>
                  </>
                ),
              ],
            }))}
          />
        )}
      </Card>
    </Page>
  )
}
