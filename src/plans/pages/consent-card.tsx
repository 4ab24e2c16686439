import type { JSX } from 'hono/jsx/jsx-runtime'
import { meetingPaths, recordPaths } from '#meetings/public.ts'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { TypedWords } from '#platform/web/components/prose.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { consentPaths } from '../paths.ts'
import type { Approval, ConsentView, Opinion } from '../queries/approvals.ts'
import type { PlanHead } from '../queries/plans.ts'
import { missingOpinions, opinionsSince } from '../rules/approval.ts'
import { isWorkedOn } from '../rules/plan.ts'
import { approvalWords } from '../words/approval.ts'

interface Props {
  readonly visit: Visit
  readonly head: PlanHead
  readonly versions: readonly PlanHead[]
  readonly consent: ConsentView
  readonly mayChange: boolean
  /** Approvals that whoever reads may answer. */
  readonly answerable: ReadonlySet<string>
}

/** Whose opinion a version needs and has, and what boards said to it (P3); nothing where neither is asked for. */
export function ConsentCard(props: Props): JSX.Element | null {
  const { head, versions, consent, mayChange } = props
  const since = opinionsSince(versions, head.number)
  const missing = isWorkedOn(head.state) ? missingOpinions(consent.rules, consent.opinions, since, head.number) : []
  const opinions = consent.opinions.filter(({ number }) => number >= since && number <= head.number)
  const canAsk = mayChange && isWorkedOn(head.state)
  if (!canAsk && opinions.length === 0 && missing.length === 0 && consent.approvals.length === 0) return null
  return (
    <Card id="consent" title="Consultation and approval">
      {missing.map(({ consultee, source }) => (
        <div class="govuk-inset-text">
          This plan cannot come into force without the opinion of {consultee.charAt(0).toLowerCase() + consultee.slice(1)} ({source}). It is
          not recorded for this version yet.
        </div>
      ))}
      {consent.approvals.length > 0 && <h3 class="govuk-heading-s">Boards that were asked to approve it</h3>}
      <ul class="govuk-list gt-rows">
        {consent.approvals.map((approval) => (
          <ApprovalLine {...props} approval={approval} />
        ))}
      </ul>
      {opinions.length > 0 && <h3 class="govuk-heading-s">What was said to it</h3>}
      {opinions.map((opinion) => (
        <OpinionText opinion={opinion} />
      ))}
      {canAsk && (
        <p class="govuk-body">
          <a class="govuk-link" href={consentPaths.ask(head.id)}>
            Put this version to a board
          </a>{' '}
          ·{' '}
          <a class="govuk-link" href={consentPaths.opinion(head.id)}>
            Record an opinion
          </a>
        </p>
      )}
    </Card>
  )
}

function ApprovalLine(props: Props & { readonly approval: Approval }): JSX.Element {
  const { visit, approval, answerable } = props
  const { board, state, decidedOn, words, decision, items, planItem, decisions } = approval
  const { word, meaning } = approvalWords[state]
  const mayAnswer = answerable.has(approval.id) && state === 'waiting'
  return (
    <li>
      <div>
        <a class="govuk-link" href={`/boards/${board.slug}`}>
          {board.name}
        </a>
        <br />
        <span class="govuk-hint">
          {decidedOn && `${dayInWords(decidedOn)}. `}
          {decision && (
            <a class="govuk-link" href={recordPaths.decision(decision)}>
              The decision
            </a>
          )}
          {state === 'waiting' && planItem === null && !board.isOutside && 'Its clerk has not put it on the forward plan yet. '}
          {state === 'waiting' && planItem !== null && items.length === 0 && 'It stands on the forward plan and on no agenda yet. '}
          {state === 'waiting' && items[0] && (
            <a class="govuk-link" href={meetingPaths.item(items[0].meeting, items[0].item)}>
              On the agenda of {dayInWords(items[0].heldOn)}
            </a>
          )}
          {state === 'waiting' && decisions.length > 0 && ' It was decided there; what that means for the plan is not recorded yet.'}
        </span>
        {words !== '' && <TypedWords words={words} />}
        {mayAnswer && planItem === null && !board.isOutside && (
          <PostButton visit={visit} action={consentPaths.place(approval.id)} text={`Put it on the forward plan of ${board.name}`} />
        )}
        {mayAnswer && (board.isOutside || decisions.length > 0) && (
          <a class="govuk-link" href={consentPaths.settle(approval.id)}>
            Record what the board said
          </a>
        )}
      </div>
      <StatusPill meaning={meaning}>{word}</StatusPill>
    </li>
  )
}

function OpinionText({ opinion }: { readonly opinion: Opinion }): JSX.Element {
  return (
    <section aria-label={`Opinion of ${opinion.consultee}`}>
      <p class="govuk-body">
        <strong>{opinion.consultee}</strong>, {dayInWords(opinion.givenOn)}, on version {opinion.number}
      </p>
      <TypedWords words={opinion.text} />
      <p class="gt-quiet">What was changed because of it: {opinion.changedBecause === '' ? 'not recorded' : opinion.changedBecause}</p>
    </section>
  )
}
