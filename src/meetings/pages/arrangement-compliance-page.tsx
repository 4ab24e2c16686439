import type { JSX } from 'hono/jsx/jsx-runtime'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { StatisticTiles } from '#platform/web/components/statistic-tile.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { FormState } from '#platform/web/forms.ts'
import { Button } from '#platform/web/govuk/components.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { arrangementPaths, recordPaths } from '../paths.ts'
import { type ComplianceFilter, complianceOrder, isAskedFor, type StateCounts } from '../rules/arrangement-compliance.ts'
import { complianceStates, findingWords } from '../words/compliance.ts'
import { type DescribedFinding, EvidenceLinks } from './compliance-page.tsx'
import { SelectField } from './record-fields.tsx'

/** How one board keeps its rules. */
export interface BoardCompliance {
  readonly slug: string
  readonly name: string
  /** Undefined where no terms are in force. */
  readonly findings: readonly DescribedFinding[] | undefined
  readonly counts: StateCounts
}

interface Props {
  readonly visit: Visit
  /** The board with the most to do first. */
  readonly boards: readonly BoardCompliance[]
  readonly filter: ComplianceFilter
  readonly form: FormState
}

/** How all boards keep their rules: what needs doing first, then every board with its counts. */
export function ArrangementCompliancePage({ visit, boards, filter, form }: Props): JSX.Element {
  const title = 'How the boards keep their rules'
  return (
    <Page visit={visit} title={title} breadcrumbs={[{ text: 'Boards', href: '/boards' }]} width="workspace">
      <PageHead
        title={title}
        lead="Each rule of every board’s terms of reference, over the meetings of the last twelve months and those ahead. Computed from the records that you may see."
      />
      {boards.length === 0 ? (
        <EmptyState title="No board is recorded yet" text="An administrator adds the boards of the partnership first." />
      ) : (
        <>
          <Tiles boards={boards} />
          <Narrowing boards={boards} form={form} />
          <Asked boards={boards} filter={filter} />
          <EveryBoard boards={boards} />
          <p>
            <a class="govuk-link" href={arrangementPaths.complianceCsv}>
              Every rule of every board as a file for spreadsheets (CSV)
            </a>
          </p>
        </>
      )}
    </Page>
  )
}

function Tiles({ boards }: Pick<Props, 'boards'>): JSX.Element {
  const total = (pick: (counts: StateCounts) => number): number => boards.reduce((sum, { counts }) => sum + pick(counts), 0)
  const all = total((counts) => complianceOrder.reduce((sum, state) => sum + counts[state], 0))
  return (
    <StatisticTiles
      tiles={complianceOrder.map((state) => ({
        label: complianceStates[state].word,
        figure: String(total((counts) => counts[state])),
        of: `of ${all} rules`,
        link: { text: complianceStates[state].word, href: `${arrangementPaths.compliance}?state=${state}` },
      }))}
    />
  )
}

function Narrowing({ boards, form }: Pick<Props, 'boards' | 'form'>): JSX.Element {
  const titles = new Map(boards.flatMap(({ findings }) => (findings ?? []).map(({ finding, title }) => [finding.rule, title] as const)))
  const rules = [...titles].map(([value, text]) => ({ value, text })).toSorted((a, b) => a.text.localeCompare(b.text, 'en'))
  const states = complianceOrder.map((value) => ({ value, text: complianceStates[value].word }))
  return (
    <form method="get" action={arrangementPaths.compliance} aria-label="Find rules">
      <SelectField form={form} name="state" label="State" offers={[{ value: '', text: 'Broken or at risk' }, ...states]} />
      <SelectField form={form} name="rule" label="Rule" offers={[{ value: '', text: 'Every rule' }, ...rules]} />
      <Button classes="govuk-button--secondary">Show</Button>
    </form>
  )
}

function Asked({ boards, filter }: Pick<Props, 'boards' | 'filter'>): JSX.Element {
  const isNarrowed = filter.state !== undefined || filter.rule !== undefined
  const groups = boards
    .map(({ slug, name, findings }) => ({ slug, name, asked: (findings ?? []).filter(({ finding }) => isAskedFor(finding, filter)) }))
    .filter(({ asked }) => asked.length > 0)
  const heading = isNarrowed ? 'What you asked for' : 'What needs doing'
  return (
    <section aria-labelledby="asked">
      <h2 class="govuk-heading-m" id="asked">
        {heading}
      </h2>
      {groups.length === 0 ? (
        <EmptyState
          title={isNarrowed ? 'No board has a rule in this state' : 'Nothing is broken or at risk'}
          text="Every board with its counts stands below."
        />
      ) : (
        <DataTable
          caption={heading}
          hideCaption
          narrow="stack"
          columns={['Rule', 'State', 'Evidence', 'What to do next'].map((text) => ({ heading: text }))}
          groups={groups.map(({ slug, name, asked }) => ({ heading: name, rows: asked.map((one) => ({ cells: cellsOf(slug, one) })) }))}
        />
      )}
    </section>
  )
}

function cellsOf(slug: string, { finding, title, meetings }: DescribedFinding) {
  const { evidence, next, page, word } = findingWords(finding)
  const state = complianceStates[finding.state]
  return [
    title,
    <StatusPill meaning={state.meaning}>{word ?? state.word}</StatusPill>,
    <>
      {evidence} <EvidenceLinks slug={slug} page={page} meetings={meetings} />
    </>,
    next ?? 'Nothing',
  ]
}

function EveryBoard({ boards }: Pick<Props, 'boards'>): JSX.Element {
  const judged = boards.filter(({ findings }) => findings !== undefined)
  const without = boards.filter(({ findings }) => findings === undefined)
  return (
    <section aria-labelledby="boards">
      <h2 class="govuk-heading-m" id="boards">
        Every board
      </h2>
      {judged.length > 0 && (
        <DataTable
          caption="Every board"
          hideCaption
          narrow="stack"
          columns={[{ heading: 'Board' }, ...complianceOrder.map((state) => ({ heading: complianceStates[state].word, numeric: true }))]}
          rows={judged.map(({ slug, name, counts }) => ({
            cells: [
              <a class="govuk-link" href={recordPaths.compliance(slug)}>
                {name}
              </a>,
              ...complianceOrder.map((state) => String(counts[state])),
            ],
          }))}
        />
      )}
      {without.length > 0 && (
        <>
          <h3 class="govuk-heading-s">No terms of reference are in force, so there is nothing to test</h3>
          <ul class="govuk-list govuk-list--bullet">
            {without.map(({ slug, name }) => (
              <li>
                <a class="govuk-link" href={recordPaths.boardTerms(slug)}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
