import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card } from '#platform/web/components/card.tsx'
import { type DataColumn, DataTable } from '#platform/web/components/data-table.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { TypedWords } from '#platform/web/components/prose.tsx'
import type { Children } from '#platform/web/render.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { AsideLine } from '../needs.ts'
import { planPaths, type RowKind } from '../paths.ts'
import type { ActionView, OutcomeView, PlanView, PriorityView } from '../queries/plan-view.ts'
import { countColours } from '../rules/rag.ts'
import { labelOf, ownColumns, type ShapeLevel } from '../rules/shape.ts'
import { countsInWords } from '../words/rag.ts'
import { actionCell, Leads, Timescale } from './cells.tsx'
import { MeasuredBy } from './measured-by.tsx'

interface Props {
  readonly visit: Visit
  readonly view: PlanView
  /** Whether the texts can be changed here and now: it is a draft, and one may. */
  readonly isEdited: boolean
}

/** The priorities of a version, each in a card with what stands under it. */
export function PlanRows({ visit, view, isEdited }: Props): JSX.Element {
  const { priority: level } = view.head.levels
  return (
    <>
      {view.priorities.map((priority) => (
        <PriorityCard visit={visit} view={view} isEdited={isEdited} priority={priority} />
      ))}
      {isEdited && (
        <p class="govuk-body">
          <a class="govuk-button govuk-button--secondary" href={planPaths.newRow(view.head.id, 'priority')}>
            Add a {level.noun.toLowerCase()}
          </a>
        </p>
      )}
    </>
  )
}

function PriorityCard({ visit, view, isEdited, priority }: Props & { readonly priority: PriorityView }): JSX.Element {
  const { levels, id } = view.head
  const named = priority.reference === '' ? priority.title : `${priority.reference} ${priority.title}`
  return (
    <Card
      id={`priority-${priority.id}`}
      title={named}
      link={{ text: `Open this ${levels.priority.noun.toLowerCase()}`, href: planPaths.priority(priority.id) }}
      lead={priority.allActions.length === 0 ? undefined : countsInWords(countColours(priority.allActions.map(({ colour }) => colour)))}
    >
      {priority.text !== '' && <TypedWords words={priority.text} />}
      <Folded title={belowInWords(priority)} isFolded={isLong(view)}>
        <PriorityFacts level={levels.priority} priority={priority} measures={measuresOf(view, priority.id)} />
        {isEdited && <RowSteps visit={visit} plan={id} kind="priority" row={priority} />}
        {priority.outcomes.map((outcome) => (
          <OutcomeBlock visit={visit} view={view} isEdited={isEdited} outcome={outcome} />
        ))}
        {(priority.actions.length > 0 || (priority.outcomes.length === 0 && !levels.outcome)) && (
          <ActionTable visit={visit} view={view} isEdited={isEdited} actions={priority.actions} caption={`Actions: ${named}`} />
        )}
      </Folded>
      {isEdited && (
        <p class="govuk-body">
          {levels.outcome && (
            <>
              <a class="govuk-link" href={planPaths.newRow(id, 'outcome', priority.id)}>
                Add: {levels.outcome.noun.toLowerCase()}
                <span class="govuk-visually-hidden"> under {named}</span>
              </a>{' '}
              ·{' '}
            </>
          )}
          <a class="govuk-link" href={planPaths.newRow(id, 'action', priority.id)}>
            Add: {levels.action.noun.toLowerCase()}
            <span class="govuk-visually-hidden"> under {named}</span>
          </a>
        </p>
      )}
    </Card>
  )
}

/** More outcomes and actions than these make a page that nobody reads to its end on a phone: what stands under a priority is then one press away. */
const MANY_ROWS = 6

const isLong = ({ priorities, actions }: PlanView): boolean =>
  actions.length + priorities.reduce((sum, { outcomes }) => sum + outcomes.length, 0) > MANY_ROWS

/** What stands under a priority: 'Who answers for it, 2 outcomes and 5 actions'. */
function belowInWords({ outcomes, allActions }: PriorityView): string {
  const many = (count: number, what: string) => (count === 0 ? [] : [`${count} ${what}${count === 1 ? '' : 's'}`])
  const below = [...many(outcomes.length, 'outcome'), ...many(allActions.length, 'action')]
  return new Intl.ListFormat('en-GB').format(['Who answers for it', ...below])
}

function Folded(props: { readonly title: string; readonly isFolded: boolean; readonly children?: Children }): JSX.Element {
  const { title, isFolded, children } = props
  return isFolded ? <Fold title={title}>{children}</Fold> : <>{children}</>
}

interface Facts {
  readonly level: ShapeLevel
  /** What measures the row; undefined: nobody was asked. */
  readonly measures: readonly AsideLine[] | undefined
}

const measuredLabel = 'Measured by'

/** What measures a row of a plan; undefined where nobody was asked. */
export function measuresOf({ measuredBy }: PlanView, row: string): readonly AsideLine[] | undefined {
  return measuredBy && (measuredBy.get(row) ?? [])
}

/** What a shape says of a priority besides its title and words; nothing where it says nothing. */
export function PriorityFacts({ level, priority, measures }: Facts & { readonly priority: PriorityView }): JSX.Element | null {
  const fact = (code: string, value: Children | undefined) => {
    const label = labelOf(level, code)
    return label === undefined ? [] : [{ label, value }]
  }
  const board = priority.accountableBody
  const facts = [
    ...fact(
      'accountable',
      board && (
        <a class="govuk-link" href={`/boards/${board.slug}`}>
          {board.name}
        </a>
      ),
    ),
    ...fact('leads', <Leads leads={priority.leads} />),
    ...fact('sponsor', <Leads leads={priority.leads} part="sponsor" />),
    ...ownFacts(level, priority.details),
    // A priority is mostly measured by its outcomes: that it has no measure itself is nothing amiss.
    ...(measures?.length ? [{ label: measuredLabel, value: <MeasuredBy measures={measures} /> }] : []),
  ]
  return facts.length === 0 ? null : <KeyFacts facts={facts} />
}

/** The further columns of a level as facts. */
export function ownFacts(level: ShapeLevel, details: Readonly<Record<string, string>>) {
  return ownColumns(level).map(({ code, label }) => ({ label, value: details[code] || undefined }))
}

function OutcomeBlock({ visit, view, isEdited, outcome }: Props & { readonly outcome: OutcomeView }): JSX.Element {
  const { levels, id } = view.head
  const level = levels.outcome ?? levels.priority
  const named = outcome.reference === '' ? outcome.title : `${outcome.reference} ${outcome.title}`
  return (
    <section aria-labelledby={`outcome-${outcome.id}`}>
      <h3 class="govuk-heading-s" id={`outcome-${outcome.id}`}>
        <span class="gt-quiet">{level.noun}: </span>
        <a class="govuk-link" href={planPaths.outcome(outcome.id)}>
          {named}
        </a>
      </h3>
      <OutcomeFacts level={level} outcome={outcome} measures={measuresOf(view, outcome.id)} />
      {isEdited && <RowSteps visit={visit} plan={id} kind="outcome" row={outcome} />}
      {outcome.actions.length > 0 ? (
        <ActionTable visit={visit} view={view} isEdited={isEdited} actions={outcome.actions} caption={`What is done about it: ${named}`} />
      ) : (
        <p class="gt-missing">Nothing is planned for it yet</p>
      )}
      {isEdited && (
        <p class="govuk-body">
          <a class="govuk-link" href={planPaths.newRow(id, 'action', outcome.id)}>
            Add: {levels.action.noun.toLowerCase()}
            <span class="govuk-visually-hidden"> for {named}</span>
          </a>
        </p>
      )}
    </section>
  )
}

/** What a shape says of an outcome besides its title. */
export function OutcomeFacts({ level, outcome, measures }: Facts & { readonly outcome: OutcomeView }): JSX.Element {
  const timescale = labelOf(level, 'timescale')
  return (
    <>
      {outcome.text !== '' && <TypedWords words={outcome.text} />}
      <KeyFacts
        facts={[
          ...ownFacts(level, outcome.details),
          ...(measures ? [{ label: measuredLabel, value: <MeasuredBy measures={measures} /> }] : []),
          ...(timescale === undefined ? [] : [{ label: timescale, value: <Timescale row={outcome} /> }]),
        ]}
      />
    </>
  )
}

/** Actions with the columns of their shape; a column of which no action says anything is left out. */
export function ActionTable(props: Props & { readonly actions: readonly ActionView[]; readonly caption: string }): JSX.Element {
  const { visit, view, isEdited, actions, caption } = props
  const level = view.head.levels.action
  if (actions.length === 0) return <p class="gt-missing">Nothing is planned here yet</p>
  const own = new Set(ownColumns(level).map(({ code }) => code))
  const isSaid = (code: string): boolean =>
    own.has(code)
      ? actions.some(({ details }) => (details[code] ?? '') !== '')
      : code !== 'reference' || actions.some(({ reference }) => reference !== '')
  const columns = level.columns.filter(({ code }) => isSaid(code))
  const shown: readonly DataColumn[] = [
    ...columns.map(({ label }) => ({ heading: label })),
    ...(isEdited ? [{ heading: 'Change', hiddenHeading: true }] : []),
  ]
  return (
    <DataTable
      caption={caption}
      hideCaption
      narrow="stack"
      columns={shown}
      rowHeadings={columns[0]?.code === 'title'}
      rows={actions.map((action) => ({
        id: `action-${action.id}`,
        cells: [
          ...columns.map((column) => actionCell(column, action)),
          ...(isEdited ? [<RowSteps visit={visit} plan={view.head.id} kind="action" row={action} />] : []),
        ],
      }))}
    />
  )
}

function RowSteps(props: {
  readonly visit: Visit
  readonly plan: string
  readonly kind: RowKind
  readonly row: { readonly id: string; readonly title: string; readonly revision: number }
}): JSX.Element {
  const { visit, plan, kind, row } = props
  const act = (step: 'up' | 'down' | 'remove', text: string) => (
    <PostButton
      visit={visit}
      action={planPaths.rowStep(plan, kind, row.id, step)}
      text={text}
      about={row.title}
      look="link"
      fields={{ version: row.revision }}
    />
  )
  return (
    <div class="gt-builder__acts">
      <a class="govuk-link" href={planPaths.rowStep(plan, kind, row.id, 'edit')}>
        Change<span class="govuk-visually-hidden"> {row.title}</span>
      </a>{' '}
      {act('up', 'Up')} {act('down', 'Down')} {act('remove', 'Remove')}
    </div>
  )
}
