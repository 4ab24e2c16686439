import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import type { Matter } from '#meetings/public-data.ts'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { StatisticTiles } from '#platform/web/components/statistic-tile.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { voicePaths } from '../paths.ts'
import type { Heard, HeardCount } from '../rules/heard.ts'
import { heardWords, scopeWords } from '../words/heard.ts'
import { type HeardFacts, LastHeard } from './heard-parts.tsx'

interface Props {
  readonly visit: Visit
  readonly board: { readonly slug: string; readonly name: string }
  readonly year: number
  readonly heard: HeardFacts
  readonly decisions: HeardCount
  readonly items: HeardCount
  /** The matters of the year, the latest first, each with whether it was heard. */
  readonly matters: readonly (Matter & { readonly heard: Heard })[]
}

/** When a board last heard a child, and of how many of its decisions and items in a year it had heard a view before (S4). */
export function HeardPage({ visit, board, year, heard, decisions, items, matters }: Props): JSX.Element {
  return (
    <Page
      visit={visit}
      title={`When did this board last hear a child? ${board.name}`}
      breadcrumbs={[
        { text: board.name, href: `/boards/${board.slug}` },
        { text: 'Voices', href: voicePaths.ofBoard(board.slug) },
      ]}
      width="workspace"
      description={`How many decisions of ${board.name} in ${year} had a view of children, families or staff before they were made.`}
    >
      <PageHead title="When did this board last hear a child?" caption={board.name} />
      {boardNavigation(board.slug, 'voices')}
      <Card id="last" title="The last time">
        <LastHeard heard={heard} />
      </Card>
      <h2 class="govuk-heading-m">In {year}</h2>
      <StatisticTiles tiles={[tileOf('Decisions with a view before', decisions), tileOf('Items of agendas with a view before', items)]} />
      <p class="gt-quiet">{scopeWords}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={voicePaths.heard(board.slug, year - 1)}>
          {year - 1}
        </a>{' '}
        {year < visit.today.year && (
          <a class="govuk-link" href={voicePaths.heard(board.slug, year + 1)}>
            {year + 1}
          </a>
        )}
      </p>
      <Card id="matters" title={`Decisions and items of ${year}`} flush={matters.length > 0}>
        {matters.length === 0 ? (
          <p class="gt-missing">No decision and no item of {year} is on record that you may see</p>
        ) : (
          <DataTable
            caption={`Decisions and items of ${year}, the latest first, and whether a view was there before`}
            hideCaption
            narrow="stack"
            rowHeadings={false}
            columns={[{ heading: 'Day' }, { heading: 'What' }, { heading: 'Kind' }, { heading: 'A view' }]}
            rows={matters.map((matter) => ({
              cells: [
                dayInWords(matter.on),
                <a class="govuk-link" href={matter.href}>
                  {matter.title}
                </a>,
                matter.kind === 'decision' ? 'Decision' : 'Item',
                <StatusPill meaning={heardWords[matter.heard].meaning}>{heardWords[matter.heard].word}</StatusPill>,
              ],
            }))}
          />
        )}
      </Card>
    </Page>
  )
}

function tileOf(label: string, { total, before, afterwards, never }: HeardCount) {
  return {
    ...{ label, figure: String(before), of: `of ${total}`, context: `${afterwards} with a view afterwards only, ${never} with none` },
    bar: {
      label: `${before} with a view before, ${afterwards} afterwards only, ${never} with none`,
      parts: [
        { amount: before, meaning: 'good' as const },
        { amount: afterwards, meaning: 'warning' as const },
        { amount: never, meaning: 'neutral' as const },
      ],
    },
  }
}
