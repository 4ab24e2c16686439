import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { threadAddress } from '#platform/thread/part.ts'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { strategyWorkPaths } from '../framework-paths.ts'
import { servicePaths, strategyPaths } from '../paths.ts'
import type { Strategy, StrategyOption } from '../queries/strategies.ts'
import type { StrategyBeside } from '../queries/strategy-beside.ts'
import type { UsableNeed } from '../queries/usable-needs.ts'
import type { Criterion } from '../rules/appraisal.ts'
import { sightWords } from '../words/commissioned-service.ts'
import { Appraisal } from './appraisal-parts.tsx'
import { type BoardName, crumbsOf } from './crumbs.ts'
import { ScenarioLinks } from './scenario-links.tsx'
import { BesideStrategy } from './strategy-beside.tsx'

/** One strategy. */
export interface StrategyPageProps {
  readonly visit: Visit
  readonly board: BoardName
  readonly strategy: Strategy
  readonly needs: readonly UsableNeed[]
  readonly services: readonly { readonly id: string; readonly title: string }[]
  readonly criteria: readonly Criterion[]
  readonly options: readonly StrategyOption[]
  /** The decision of the board, where one may see it. */
  readonly decision: { readonly text: string; readonly href: string } | undefined
  /** Who is to hear of it, from the part that keeps communication plans; undefined: nothing is said of that. */
  readonly communications: JSX.Element | undefined
  /** What new duties of it would cost, as far as one may see them. */
  readonly scenarios: readonly { readonly id: string; readonly title: string }[]
  /** Its market, the ways of paying compared for it, and the stage it is at. */
  readonly beside: StrategyBeside
  /** Where one begins to say what a new duty of it would cost; undefined where one may not. */
  readonly newScenario: string | undefined
  readonly may: ReadonlySet<'change' | 'show'>
}

/** A strategy from its needs to its decision (C2). */
export function StrategyPage(props: StrategyPageProps): JSX.Element {
  const { visit, board, strategy, criteria, options, may } = props
  return (
    <Page
      visit={visit}
      title={strategy.title}
      width="workspace"
      breadcrumbs={crumbsOf(board, { text: 'Strategies', href: strategyPaths.ofBoard(board.slug) })}
    >
      <PageHead title={strategy.title} caption={`Commissioning strategy of ${board.name}`} lead={strategy.scope} />
      {boardNavigation(board.slug, 'commissioning')}
      <Acts strategy={strategy} may={may} />
      <p class="govuk-body">
        <a class="govuk-link" href={strategyWorkPaths.work(strategy.id)}>
          Who works on it, and how far it is
        </a>
      </p>
      <ScenarioLinks scenarios={props.scenarios} begin={props.newScenario} />
      <Inputs {...props} />
      <BesideStrategy beside={props.beside} />
      <Card title="Options appraisal" id="options">
        <Appraisal
          strategy={strategy}
          criteria={criteria}
          options={options}
          mayChange={may.has('change') && strategy.decision === undefined}
        />
      </Card>
      <Outcome {...props} />
      {props.communications}
      <p class="govuk-body">
        <a class="govuk-link" href={threadAddress('strategy', strategy.id)}>
          The golden thread of this strategy
        </a>
      </p>
    </Page>
  )
}

function Acts({ strategy, may }: Pick<StrategyPageProps, 'strategy' | 'may'>): JSX.Element {
  const acts = [
    ['edit', 'Change this strategy'],
    ...(strategy.decision === undefined
      ? ([
          ['criteria', 'Add a criterion'],
          ['options', 'Add an option'],
        ] as const)
      : []),
    ['decide', 'Record the decision'],
  ] as const
  return (
    <>
      {may.size > 0 && (
        <p class="govuk-body gt-actions">
          {may.has('change') &&
            acts.map(([step, text]) => (
              <>
                <a class="govuk-link" href={strategyPaths.step(strategy.id, step)}>
                  {text}
                </a>{' '}
              </>
            ))}
          {may.has('show') && strategy.sight !== 'public' && (
            <a class="govuk-link" href={strategyPaths.step(strategy.id, 'show')}>
              Show this strategy
            </a>
          )}
        </p>
      )}
    </>
  )
}

const written = (text: string): string => (text === '' ? 'Not written yet' : text)

function Inputs({ strategy, needs, services }: StrategyPageProps): JSX.Element {
  return (
    <Card title="What it rests on" id="inputs">
      <KeyFacts
        facts={[
          {
            label: 'Needs used',
            value:
              strategy.needs.length === 0 ? (
                <>
                  <StatusPill meaning="bad">No need behind it</StatusPill> A strategy answers a need that was found.
                </>
              ) : (
                <ul class="govuk-list">
                  {needs.map(({ title, assessmentTitle }) => (
                    <li>
                      {title} ({assessmentTitle})
                    </li>
                  ))}
                </ul>
              ),
          },
          { label: 'National policy and law', value: written(strategy.policy) },
          { label: 'Local priorities', value: written(strategy.priorities) },
          { label: 'What users said', value: written(strategy.feedback) },
          { label: 'The market', value: written(strategy.market) },
          {
            label: 'Services that carry it out',
            value:
              services.length === 0 ? (
                'None named'
              ) : (
                <ul class="govuk-list">
                  {services.map(({ id, title }) => (
                    <li>
                      <a class="govuk-link" href={servicePaths.service(id)}>
                        {title}
                      </a>
                    </li>
                  ))}
                </ul>
              ),
          },
        ]}
      />
    </Card>
  )
}

function Outcome({ strategy, options, decision }: StrategyPageProps): JSX.Element {
  const chosen = options.filter(({ isChosen }) => isChosen)
  return (
    <Card title="Decision and what follows" id="decision">
      <KeyFacts
        facts={[
          { label: 'Lead commissioner', value: strategy.leadName },
          {
            label: 'Equality assessed',
            value:
              strategy.equalityOn === undefined
                ? 'Not yet: it comes before the decision'
                : `${dayInWords(strategy.equalityOn)}. ${strategy.equality}`,
          },
          {
            label: 'Decision',
            value:
              strategy.decision === undefined ? (
                'Not decided yet'
              ) : decision === undefined ? (
                'Decided at a meeting'
              ) : (
                <a class="govuk-link" href={decision.href}>
                  {decision.text}
                </a>
              ),
          },
          ...(chosen.length === 0
            ? []
            : [{ label: 'Chosen', value: chosen.map(({ question, title }) => `${question}: ${title}`).join('. ') }]),
          { label: 'Intentions for the year', value: written(strategy.intentions) },
          { label: 'Implementation', value: written(strategy.implementation) },
          { label: 'Review', value: strategy.reviewOn === undefined ? 'Not settled' : dayInWords(strategy.reviewOn) },
          ...(strategy.sight === 'public' ? [] : [{ label: 'Who may see it', value: sightWords[strategy.sight] }]),
        ]}
      />
    </Card>
  )
}
