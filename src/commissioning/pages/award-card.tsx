import type { JSX } from 'hono/jsx/jsx-runtime'
import { threadAddress } from '#platform/thread/part.ts'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { contractPaths } from '../contract-paths.ts'
import { bidPaths } from '../pipeline-paths.ts'
import type { AwardContract, AwardOfContract } from '../queries/awards.ts'
import { mayNameContract } from '../rules/award.ts'

/** What came of an award, and what one may do about it. */
export interface AwardContracts {
  /** As far as one may see them. */
  readonly linked: readonly AwardContract[]
  /** It was awarded to somebody, and one keeps the call. */
  readonly mayName: boolean
  /** A contract of the winner is recorded already. */
  readonly mayLink: boolean
  /** From when on, and why, no contract was to follow; undefined: nobody said so. */
  readonly closed: { readonly on: Temporal.PlainDate; readonly because: string } | undefined
}

/** Which contract came of the award of a call; nothing for those who see none and may name none. */
export function AwardContractsCard({ call, award }: { readonly call: string; readonly award: AwardContracts }): JSX.Element | null {
  const { linked, mayName, mayLink, closed } = award
  if (linked.length === 0 && !mayName && !closed) return null
  return (
    <Card title="The contract that came of it" id="contract">
      {closed && (
        <p class="govuk-body">
          {`On ${dayInWords(closed.on)} it was said that no contract will follow: ${closed.because}${linked.length > 0 ? ' One came all the same:' : ''}`}
        </p>
      )}
      {linked.length === 0 && !closed && <p class="govuk-body">No contract is named yet.</p>}
      {linked.map(({ id, contract, title, lot }) => (
        <p class="govuk-body">
          <a class="govuk-link" href={contractPaths.contract(contract)}>
            {title}
          </a>
          {lot === '' ? '' : `, for ${lot}`}
          {mayName && (
            <>
              {'. '}
              <a class="govuk-link" href={bidPaths.undoContract(call, id)}>
                Take this back<span class="govuk-visually-hidden">{`: ${title}${lot === '' ? '' : `, ${lot}`}`}</span>
              </a>
            </>
          )}
        </p>
      ))}
      {mayName && mayNameContract(linked) && (
        <p class="govuk-body gt-actions">
          <a class="govuk-link" href={bidPaths.contract(call)}>
            {linked.length === 0 ? 'Make the contract' : 'Make the contract of another lot'}
          </a>{' '}
          {mayLink && (
            <a class="govuk-link" href={bidPaths.contract(call, 'link')}>
              Say which recorded contract it is
            </a>
          )}{' '}
          {linked.length === 0 && !closed && (
            <a class="govuk-link" href={bidPaths.contract(call, 'none')}>
              No contract will follow
            </a>
          )}
        </p>
      )}
    </Card>
  )
}

/** Of which award a contract came: the call, whose bid, and which decision. @param winner - what the one that won is called */
export function AwardOrigin({ award, winner }: { readonly award: AwardOfContract; readonly winner: string }): JSX.Element {
  const { call, title, decidedOn, decision, decidedNote, lots } = award
  const named = lots.filter((lot) => lot !== '')
  return (
    <p class="govuk-body">
      {`It came of the bid of ${winner} in the call `}
      <a class="govuk-link" href={bidPaths.call(call)}>
        {title}
      </a>
      {named.length === 0 ? '' : `, for ${named.join(', ')}`}
      {decidedOn && `, decided on ${dayInWords(decidedOn)}`}
      {decision !== undefined ? (
        <>
          {' by '}
          <a class="govuk-link" href={threadAddress('decision', decision)}>
            a decision of the board
          </a>
        </>
      ) : (
        decidedNote !== '' && `: ${decidedNote}`
      )}
      .
    </p>
  )
}
