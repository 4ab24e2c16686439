import type { JSX } from 'hono/jsx/jsx-runtime'
import { threadAddress } from '#platform/thread/part.ts'
import { Card } from '#platform/web/components/card.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { TypedWords } from '#platform/web/components/prose.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { planPaths } from '../paths.ts'
import type { NeedBehind } from '../queries/needs-behind.ts'
import type { OutcomeView, PlanView, PriorityView } from '../queries/plan-view.ts'
import type { Statement } from '../queries/progress.ts'
import { countColours } from '../rules/rag.ts'
import { countsInWords } from '../words/rag.ts'
import { NeedsBehindPriority } from './behind-plan.tsx'
import { planCrumbs } from './plan-page.tsx'
import { ActionTable, measuresOf, OutcomeFacts, PriorityFacts } from './plan-rows.tsx'
import { Statements } from './statements.tsx'

interface Props {
  readonly visit: Visit
  readonly view: PlanView
}

/** The way to a record of a plan. */
export function rowCrumbs(view: PlanView, priority?: PriorityView) {
  const { head } = view
  return [
    ...planCrumbs(view),
    { text: head.title, href: planPaths.plan(head.id) },
    ...(priority ? [{ text: priority.title, href: planPaths.priority(priority.id) }] : []),
  ]
}

/** One priority: what is to be achieved, what is done about it, and how that goes. */
export function PriorityPage(
  props: Props & {
    readonly priority: PriorityView
    readonly statements: readonly Statement[]
    readonly mayChange: boolean
    readonly behind: readonly NeedBehind[]
    /** Where its scorecard stands. */
    readonly scorecard?: string | undefined
    /** What people said about it. */
    readonly said?: JSX.Element | undefined
  },
): JSX.Element {
  const { visit, view, priority, statements, mayChange, behind, scorecard, said } = props
  const { levels } = view.head
  const counts = countColours(priority.allActions.map(({ colour }) => colour))
  return (
    <Page
      visit={visit}
      title={priority.title}
      breadcrumbs={rowCrumbs(view)}
      width="workspace"
      description={`${levels.priority.noun} of the plan ${view.head.title}: ${priority.title}.`}
    >
      <PageHead
        title={priority.title}
        caption={[levels.priority.noun, priority.reference].filter((word) => word !== '').join(' ')}
        lead={priority.allActions.length === 0 ? undefined : `Its actions: ${countsInWords(counts)}.`}
      />
      <Card
        id="about"
        title={`About this ${levels.priority.noun.toLowerCase()}`}
        link={{ text: 'Its golden thread', href: threadAddress('priority', priority.id) }}
      >
        {priority.text !== '' && <TypedWords words={priority.text} />}
        <PriorityFacts level={levels.priority} priority={priority} measures={measuresOf(view, priority.id)} />
        {scorecard && (
          <p>
            <a class="govuk-link" href={scorecard}>
              Its scorecard: the measures of it and of what stands under it
            </a>
          </p>
        )}
      </Card>
      <NeedsBehindPriority priority={priority.id} behind={behind} mayChange={mayChange} />
      {said}
      {priority.outcomes.map((outcome) => (
        <Card
          id={`outcome-${outcome.id}`}
          title={outcome.title}
          link={{ text: `Open this ${(levels.outcome ?? levels.priority).noun.toLowerCase()}`, href: planPaths.outcome(outcome.id) }}
        >
          <OutcomeFacts level={levels.outcome ?? levels.priority} outcome={outcome} measures={measuresOf(view, outcome.id)} />
          <ActionTable
            visit={visit}
            view={view}
            isEdited={false}
            actions={outcome.actions}
            caption={`What is done about it: ${outcome.title}`}
          />
        </Card>
      ))}
      {(priority.actions.length > 0 || priority.outcomes.length === 0) && (
        <Card id="actions" title={levels.action.plural}>
          <ActionTable visit={visit} view={view} isEdited={false} actions={priority.actions} caption={levels.action.plural} />
        </Card>
      )}
      <Statements statements={statements} isKeptByReader={mayChange} />
    </Page>
  )
}

/** One outcome: what is meant by it, how one will know, and what is done about it. */
export function OutcomePage(
  props: Props & {
    readonly priority: PriorityView
    readonly outcome: OutcomeView
    /** What people said about it. */
    readonly said?: JSX.Element | undefined
  },
): JSX.Element {
  const { visit, view, priority, outcome, said } = props
  const level = view.head.levels.outcome ?? view.head.levels.priority
  return (
    <Page
      visit={visit}
      title={outcome.title}
      breadcrumbs={rowCrumbs(view, priority)}
      width="workspace"
      description={`${level.noun} of the plan ${view.head.title}: ${outcome.title}.`}
    >
      <PageHead title={outcome.title} caption={[level.noun, outcome.reference].filter((word) => word !== '').join(' ')} />
      <Card
        id="about"
        title={`About this ${level.noun.toLowerCase()}`}
        link={{ text: 'Its golden thread', href: threadAddress('outcome', outcome.id) }}
      >
        <OutcomeFacts level={level} outcome={outcome} measures={measuresOf(view, outcome.id)} />
        <KeyFacts
          facts={[
            {
              label: view.head.levels.priority.noun,
              value: (
                <a class="govuk-link" href={planPaths.priority(priority.id)}>
                  {priority.title}
                </a>
              ),
            },
          ]}
        />
      </Card>
      {said}
      <Card id="actions" title={view.head.levels.action.plural}>
        <ActionTable visit={visit} view={view} isEdited={false} actions={outcome.actions} caption={view.head.levels.action.plural} />
      </Card>
    </Page>
  )
}
