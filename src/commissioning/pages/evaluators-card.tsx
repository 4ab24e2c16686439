import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { bidPaths } from '../pipeline-paths.ts'
import type { Bid, BidCall } from '../queries/bids.ts'
import type { Evaluator } from '../queries/evaluations.ts'
import { evaluatorState } from '../rules/evaluation.ts'
import { evaluatorWords } from '../words/pipeline.ts'

/** Who evaluates the bids of a call, what interest they declared, and how far they are: for the board, the two who open them and themselves. */
export function EvaluatorsCard(props: {
  readonly call: BidCall
  readonly evaluators: readonly Evaluator[]
  /** The one that looks, where they evaluate. */
  readonly own: Evaluator | undefined
  readonly mayName: boolean
  readonly mayEvaluate: boolean
}): JSX.Element {
  const { call, evaluators, own, mayName, mayEvaluate } = props
  return (
    <Card title="Who evaluates the bids" id="evaluators" flush={evaluators.length > 0}>
      {evaluators.length === 0 ? (
        <p class="govuk-body">Nobody is named yet.</p>
      ) : (
        <DataTable
          caption="Who evaluates the bids"
          hideCaption
          narrow="stack"
          columns={[{ heading: 'Who' }, { heading: 'Interest' }, { heading: 'How far' }]}
          rows={evaluators.map((one) => ({
            cells: [
              `${one.name}${one.moderates ? ', writes the agreed scores' : ''}`,
              one.declaredOn === undefined
                ? 'Not declared yet'
                : `${one.interest === '' ? 'None' : one.interest}${one.settledBecause === '' ? '' : `. ${one.settledBecause}`}`,
              <HowFar call={call} one={one} mayName={mayName && own?.id !== one.id} />,
            ],
          }))}
        />
      )}
      {own && evaluatorState(own) === 'to-declare' && (
        <p>
          <a class="govuk-link" href={bidPaths.evaluation(call.id, 'interest')}>
            Say whether you have an interest
          </a>
        </p>
      )}
      {mayEvaluate && (
        <p>
          <a class="govuk-link" href={bidPaths.evaluation(call.id)}>
            Scores and ranking
          </a>
          . Each time is written down, and shown here.
        </p>
      )}
      {mayName && (
        <p class={evaluators.length > 0 ? 'govuk-body govuk-!-padding-4 govuk-!-margin-bottom-0' : 'govuk-body'}>
          <a class="govuk-link" href={bidPaths.step(call.id, 'evaluators')}>
            Name somebody who evaluates
          </a>
        </p>
      )}
    </Card>
  )
}

function HowFar({ call, one, mayName }: { readonly call: BidCall; readonly one: Evaluator; readonly mayName: boolean }): JSX.Element {
  const state = evaluatorState(one)
  const { word, meaning } = evaluatorWords[state]
  return (
    <>
      <StatusPill meaning={meaning}>{word}</StatusPill>{' '}
      {state === 'to-settle' && mayName && (
        <a class="govuk-link" href={bidPaths.evaluator(call.id, one.id)}>
          Settle it<span class="govuk-visually-hidden">{`: ${one.name}`}</span>
        </a>
      )}
    </>
  )
}

/** A bid that was chosen and why; null: none of them. */
type Chosen = { readonly bid: string | null; readonly because: string }

/** What is recommended and what it was awarded to, for those who may read it; nothing for others. */
export function Recommended(props: {
  readonly bids: readonly Bid[]
  readonly recommended: Chosen | undefined
  readonly awarded: Chosen | undefined
}): JSX.Element | null {
  const { bids, recommended, awarded } = props
  if (!recommended && !awarded) return null
  const nameOf = (id: string | null) => (id === null ? 'None of the bids' : (bids.find((one) => one.id === id)?.providerName ?? 'A bid'))
  return (
    <Card title={awarded ? 'Awarded' : 'Recommended'} id="recommended">
      {awarded && <p class="govuk-body">{`Awarded: ${nameOf(awarded.bid)}.${awarded.because === '' ? '' : ` ${awarded.because}`}`}</p>}
      {recommended && <p class="govuk-body">{`Recommended: ${nameOf(recommended.bid)}. ${recommended.because}`}</p>}
    </Card>
  )
}
