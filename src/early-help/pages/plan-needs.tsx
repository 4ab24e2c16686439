import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { TypedWords } from '#platform/web/components/prose.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { familyPaths } from '../paths.ts'
import type { PlanAction, PlanNeed } from '../queries/plan.ts'
import { mayIn } from '../rules/access.ts'
import { actionWords } from '../words/plan.ts'
import type { PlanPageProps } from './plan-page.tsx'

/** A need with the outcome that the family wants, and what is done about it. */
export function NeedCard(props: PlanPageProps & { readonly need: PlanNeed; readonly leads: boolean }): JSX.Element {
  const { family, relations, plan, need, leads } = props
  const actions = plan.actions.filter((action) => action.need === need.id)
  const whose = need.relative === null ? '' : ` (${plan.who.nameOf(need)})`
  const mayTake = mayIn(relations, 'family', 'plan-write') && !family.closedOn
  return (
    <Card
      title={`Need ${need.position}${whose}`}
      id={`need-${need.id}`}
      link={leads ? { text: `Change need ${need.position}`, href: familyPaths.need(family.id, need.id) } : undefined}
    >
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1">What is hard now</h3>
      <TypedWords words={need.need} />
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1">What we want</h3>
      <TypedWords words={need.outcome} />
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1">What is done about it</h3>
      {actions.length === 0 && <p class="gt-missing">Nothing yet.</p>}
      <ul class="govuk-list govuk-list--spaced">
        {actions.map((action) => (
          <Action {...props} action={action} />
        ))}
      </ul>
      {mayTake && (
        <p class="gt-no-print">
          <a class="govuk-link" href={familyPaths.newAction(family.id, need.id)}>
            {`Take an action for need ${need.position}`}
          </a>
        </p>
      )}
    </Card>
  )
}

function Action(props: PlanPageProps & { readonly action: PlanAction; readonly leads: boolean }): JSX.Element {
  const { plan, action } = props
  const [meaning, word] = actionWords[action.standing]
  const told = [
    ['Because', action.declinedBecause],
    ['Ended because', action.endedBecause],
    ['So far', action.progress],
    ['We know by', action.evidence],
  ].filter(([, words]) => words !== '')
  return (
    <li id={`action-${action.id}`}>
      <strong>{action.what}</strong> <StatusPill meaning={meaning}>{word}</StatusPill>
      <br />
      {`${plan.who.nameOf(action)}, by ${dayInWords(action.dueOn)}`}
      {action.isInRoom && ' (said yes in the room)'}
      {action.doneOn && `, done on ${dayInWords(action.doneOn)}`}
      {told.map(([label, words]) => (
        <>
          <br />
          <span class="gt-muted">{`${label}: ${words}`}</span>
        </>
      ))}
      <ActionSteps {...props} />
    </li>
  )
}

/** What whoever reads may do with an action: the rules are those of the command. */
function ActionSteps({
  family,
  relations,
  me,
  plan,
  action,
  leads,
}: PlanPageProps & { readonly action: PlanAction; readonly leads: boolean }): JSX.Element | null {
  const owner = plan.who.team.find(({ id }) => id === action.member)
  const isMine = owner?.person === me && owner.endsOn === null
  const answers = action.state === 'proposed' && (isMine || (leads && owner?.person === undefined && owner?.endsOn == null))
  const steps = [
    ...(answers ? [['answer', isMine ? 'Say yes or no' : 'Record their answer'] as const] : []),
    ...(action.state === 'accepted' && (isMine || leads) ? [['progress', 'Say how it goes'] as const] : []),
    ...(leads && action.state !== 'done' && action.state !== 'ended'
      ? ([
          ['change', 'Change'],
          ['end', 'End'],
        ] as const)
      : []),
  ]
  if (family.closedOn || steps.length === 0 || !mayIn(relations, 'family', 'plan-write')) return null
  return (
    <span class="gt-row-acts gt-no-print">
      {steps.map(([step, text]) => (
        <a class="govuk-link" href={familyPaths.action(family.id, action.id, step)}>
          {text}
          <span class="govuk-visually-hidden">{`: ${action.what}`}</span>
        </a>
      ))}
    </span>
  )
}
