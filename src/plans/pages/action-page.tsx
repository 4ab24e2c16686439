import type { JSX } from 'hono/jsx/jsx-runtime'
import { threadAddress } from '#platform/thread/part.ts'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { TypedWords } from '#platform/web/components/prose.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { planPaths } from '../paths.ts'
import type { ActionView, OutcomeView, PlanView, PriorityView } from '../queries/plan-view.ts'
import type { Rating, Statement } from '../queries/progress.ts'
import { actionStateWords } from '../words/plan.ts'
import { colourWords, holdsUntil, reasonWords, ruleWords } from '../words/rag.ts'
import { ColourPill, Leads, Timescale } from './cells.tsx'
import { ownFacts } from './plan-rows.tsx'
import { rowCrumbs } from './row-pages.tsx'
import { Statements } from './statements.tsx'

interface Props {
  readonly visit: Visit
  readonly view: PlanView
  readonly action: ActionView
  /** Undefined where one may see the action and not what it stands under. */
  readonly priority: PriorityView | undefined
  readonly outcome: OutcomeView | undefined
  readonly statements: readonly Statement[]
  /** Every colour that was set, the latest first. */
  readonly ratings: readonly Rating[]
  /** Whether one may say how it goes and set its colour. */
  readonly maySay: boolean
}

/** One action: who leads it, by when, its colour with what that means and whose it is, and what was said of it (P2, P4). */
export function ActionPage(props: Props): JSX.Element {
  const { visit, view, action, priority, statements, ratings, maySay } = props
  const { word, meaning } = actionStateWords[action.state]
  const level = view.head.levels.action
  return (
    <Page
      visit={visit}
      title={action.title}
      breadcrumbs={rowCrumbs(view, priority)}
      width="workspace"
      description={`${level.noun} of the plan ${view.head.title}: ${action.title}.`}
    >
      <PageHead
        title={action.title}
        caption={[level.noun, action.reference].filter((part) => part !== '').join(' ')}
        status={<StatusPill meaning={meaning}>{word}</StatusPill>}
        actions={
          maySay ? (
            <>
              <a class="govuk-button" href={planPaths.actionStep(action.id, 'say')}>
                Say how it goes
              </a>{' '}
              <a class="govuk-button govuk-button--secondary" href={planPaths.actionStep(action.id, 'rate')}>
                Set its colour
              </a>
            </>
          ) : undefined
        }
      />
      <Card
        id="about"
        title={`About this ${level.noun.toLowerCase()}`}
        link={{ text: 'Its golden thread', href: threadAddress('plan-action', action.id) }}
      >
        {action.text !== '' && <TypedWords words={action.text} />}
        <KeyFacts facts={factsOf(props)} />
      </Card>
      <ColourCard action={action} view={view} />
      <Statements statements={statements} isKeptByReader={maySay} />
      <History ratings={ratings} />
    </Page>
  )
}

function factsOf({ view, action, priority, outcome }: Props) {
  const { levels } = view.head
  const link = (href: string, text: string) => (
    <a class="govuk-link" href={href}>
      {text}
    </a>
  )
  return [
    { label: 'Who leads', value: <Leads leads={action.leads} /> },
    { label: 'Timescale', value: <Timescale row={action} inFull /> },
    ...(action.doneOn === null ? [] : [{ label: 'Done on', value: dayInWords(action.doneOn) }]),
    ...ownFacts(levels.action, action.details).filter(({ value }) => value !== undefined),
    ...(outcome ? [{ label: levels.outcome?.noun ?? 'Outcome', value: link(planPaths.outcome(outcome.id), outcome.title) }] : []),
    ...(priority ? [{ label: levels.priority.noun, value: link(planPaths.priority(priority.id), priority.title) }] : []),
    { label: 'Plan', value: link(planPaths.plan(view.head.id), view.head.title) },
  ]
}

function ColourCard({ action, view }: { readonly action: ActionView; readonly view: PlanView }): JSX.Element {
  const { colour, computed, colourFrom, rating } = action
  const meant = view.colours.find(({ appliesTo, colour: found }) => appliesTo === 'action' && found === colour)?.meaning
  return (
    <Card id="colour" title="Its colour" lead="The colour of an action says how the work goes, never whether a measure moved.">
      <KeyFacts
        facts={[
          { label: 'Shown', value: <ColourPill colour={colour} /> },
          ...(colour === 'none'
            ? []
            : [{ label: 'What it means in this plan', value: colourFrom === 'person' ? (rating?.meaning ?? meant) : meant }]),
          {
            label: 'By the rule',
            value: `${colourWords[computed.colour].word}. ${reasonWords[computed.reason]}`,
          },
          {
            label: 'Set by a person',
            value:
              rating === undefined
                ? 'Nobody has set another colour'
                : `${colourWords[rating.colour].word}, by ${rating.name} on ${dayInWords(rating.onDay)}, ${holdsUntil(rating.endsOn)}${colourFrom === 'rule' ? ' (over)' : ''}: ${rating.why}`,
          },
        ]}
      />
      <p class="gt-quiet">{ruleWords}</p>
    </Card>
  )
}

function History({ ratings }: { readonly ratings: readonly Rating[] }): JSX.Element | null {
  if (ratings.length === 0) return null
  return (
    <Card id="history" title="Colours that were set" flush>
      <DataTable
        caption="Colours that were set for this action, the latest first"
        hideCaption
        narrow="stack"
        rowHeadings={false}
        columns={[
          { heading: 'Day' },
          { heading: 'Set to' },
          { heading: 'The rule said' },
          { heading: 'By' },
          { heading: 'Why' },
          { heading: 'It meant' },
        ]}
        rows={ratings.map(({ onDay, colour, computed, name, why, meaning, endsOn }) => ({
          cells: [
            `${dayInWords(onDay)}, ${holdsUntil(endsOn)}`,
            <ColourPill colour={colour} />,
            <ColourPill colour={computed} />,
            name,
            why,
            meaning,
          ],
        }))}
      />
    </Card>
  )
}
