import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { datedRulesPath } from '#governance/rule-paths.ts'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import type { BookKind } from '../queries/rule-book.ts'
import { type BoardName, crumbsOf } from './crumbs.ts'

/** A rule that the board settled itself: of a fund or of its framework. */
export interface OwnRule {
  readonly about: string
  readonly href: string
  readonly says: string
  readonly since: string
  readonly source: string
  readonly by: string
}

/** What the rule book shows. */
export interface RuleBookPageProps {
  readonly visit: Visit
  readonly board: BoardName
  readonly own: readonly OwnRule[]
  readonly kinds: readonly BookKind[]
}

const columns = [{ heading: 'Rule' }, { heading: 'What it says' }, { heading: 'Since' }, { heading: 'Source' }]

/** The rules by which a board commissions as they hold today: what they say, since when, where it is written and who may change them (C1). */
export function RuleBookPage({ visit, board, own, kinds }: RuleBookPageProps): JSX.Element {
  return (
    <Page visit={visit} title="Rules of commissioning" width="workspace" breadcrumbs={crumbsOf(board)}>
      <PageHead
        title="Rules of commissioning"
        caption={board.name}
        lead="The limits, thresholds and steps that hold today, where each is written, and who may change it. What happened is judged by the rule of its day."
      />
      {boardNavigation(board.slug, 'commissioning')}
      <Card title="Settled by this board and its funds" id="own" flush={own.length > 0}>
        {own.length === 0 ? (
          <p class="govuk-body">No fund and no commissioning framework of this board settles a rule yet.</p>
        ) : (
          <DataTable
            caption="Rules of this board and its funds"
            hideCaption
            narrow="stack"
            columns={[...columns, { heading: 'Who may change it' }]}
            rows={own.map(({ about, href, says, since, source, by }) => ({
              cells: [
                <a class="govuk-link" href={href}>
                  {about}
                </a>,
                ...[says, since, source, by],
              ],
            }))}
          />
        )}
      </Card>
      <h2 class="gt-section-title">Settled by law, or for the whole partnership</h2>
      <p class="govuk-body">
        An administrator changes these from a day on, each with its source:{' '}
        <a class="govuk-link" href={datedRulesPath}>
          rates and rules of the law
        </a>
        , where the earlier ones stand, too.
      </p>
      {kinds.map(({ part, rules }) => (
        <Card title={part.title} id={part.key} link={{ text: 'Of any time', href: `${datedRulesPath}#${part.key}` }}>
          {rules.length === 0 ? (
            <p class="govuk-body">No rule of this kind holds today.</p>
          ) : (
            <Fold title={rules.length === 1 ? 'The rule that holds today' : `${rules.length} rules hold today`}>
              <DataTable
                caption={part.title}
                hideCaption
                narrow="stack"
                columns={columns}
                rows={rules.map(({ about, says, since, source }) => ({ cells: [about, says, dayInWords(since), source] }))}
              />
            </Fold>
          )}
        </Card>
      ))}
    </Page>
  )
}
