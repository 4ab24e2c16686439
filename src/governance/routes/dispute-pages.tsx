import type { JSX } from 'hono/jsx/jsx-runtime'
import { mayAnswer } from '../commands/disputes.ts'
import { allows } from '../commands/permit.ts'
import { DisputePage, DisputesPage } from '../pages/disputes-page.tsx'
import { findDispute, findDisputes } from '../queries/disputes.ts'
import { findTermsInForce } from '../queries/terms.ts'
import { disputeState, ladderOf, nextStep } from '../rules/dispute.ts'
import { type Asked, known } from './endpoint.tsx'

const may = ({ standing }: Asked, body: string, verb: string): boolean =>
  allows(standing, { record: 'dispute', state: 'public', verb, ties: { body } })

/** What a board cannot agree on and what was taken to it, as far as the reader may see it; with the ladder of its terms. */
export async function disputesPage(asked: Asked): Promise<JSX.Element> {
  const { reader, visit, body } = asked
  const terms = await findTermsInForce(reader, body.id, visit.today)
  const view = {
    body,
    disputes: await findDisputes(reader, body.id),
    ladder: terms === undefined ? [] : ladderOf(terms),
    raises: may(asked, body.id, 'raise'),
  }
  return <DisputesPage visit={visit} view={view} />
}

/** One dispute. @throws NotFound */
export async function disputePage(asked: Asked): Promise<JSX.Element> {
  const { reader, visit, body } = asked
  const dispute = known(await findDispute(reader, asked.id('dispute'), body.id))
  const state = disputeState(dispute, visit.today)
  const own = dispute.body.id === body.id && state !== 'settled'
  const isAsked = dispute.steps.at(-1)?.outcome === ''
  const view = {
    ...{ body, dispute, state },
    takesUp: own && nextStep(dispute) !== undefined && may(asked, body.id, 'take-up'),
    postpones: own && isAsked && may(asked, body.id, 'postpone'),
    settles: own && may(asked, body.id, 'settle'),
    answers: await mayAnswer(reader, dispute),
  }
  return <DisputePage visit={visit} view={view} />
}
