import { adoptTerms, findBodiesById, findTermsVersion } from '#governance/public-data.ts'
import { readAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result } from '#platform/result.ts'
import { dayInWords } from '#platform/time/words.ts'
import type { AdoptDecided } from '../../forms/terms-proposal.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { type Decision, findDecision } from '../../queries/decisions.ts'
import { findTakenHome } from '../../queries/ratifications.ts'
import { findTermsProposal, guardedProposal } from '../../queries/terms-proposals.ts'
import { whyNotAdopting } from '../../rules/terms-proposal.ts'

/**
 * Adopts the terms that a decision was asked to adopt, in the words that were put to the meeting (G4, G18). The database asks once more whether
 * the decision stands.
 * Problems: those of adopting, 'starts-before-decision', and why the decision does not adopt. @throws NotFound where its item put no terms
 */
export async function adoptDecided(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  decisionId: string,
  input: AdoptDecided,
): Promise<Result<{ readonly number: number }, FieldProblem>> {
  const { decision, proposal, force, name } = await readAs(needs.db, doer, async (reader) => {
    const found = await findDecision(reader, decisionId)
    const put = found?.item ? await findTermsProposal(reader, found.item) : undefined
    if (!found || !put) throw new NotFound('No decision on terms of reference.')
    await demand(reader, doer, guardedProposal(found), 'adopt')
    const [body] = await findBodiesById(reader, [found.body], found.decidedOn)
    const home = (await findTakenHome(reader, [found.id], doer.today)).get(found.id)
    if ((await findTermsVersion(reader, put.body, put.number)) === undefined) throw new NotFound('No such version.')
    return { decision: found, proposal: put, force: home?.purpose === 'ratify' ? home.force : undefined, name: body?.name ?? '' }
  })
  const refusal = whyNotAdopting(decision, force)
  if (refusal) return fail({ field: '', code: `adopting-${refusal}` })
  if (Temporal.PlainDate.compare(input.startsOn, decision.decidedOn) < 0)
    return fail({ field: 'startsOn', code: 'starts-before-decision', details: { day: dayInWords(decision.decidedOn) } })
  const { number, body, terms } = proposal
  return adoptTerms(needs.db, doer, { ...input, body, number, adoptedBy: adoptedByWords(name, decision) }, { decision: decision.id, terms })
}

function adoptedByWords(name: string, { number, decidedOn }: Pick<Decision, 'number' | 'decidedOn'>): string {
  return `${name}, ${number === '' ? 'at its meeting' : `decision ${number}`} of ${dayInWords(decidedOn)}`
}
