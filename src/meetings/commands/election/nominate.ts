import { findMembership, findPerson, findStanding, findTermsInForce } from '#governance/public-data.ts'
import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Reader, writeAs } from '#platform/database/session.ts'
import { Conflict, Forbidden, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { AnswerInput, NominationInput } from '../../forms/election.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { type Election, findCandidates, findElection, guardedElection } from '../../queries/elections.ts'
import { answersLeft, takesNominations } from '../../rules/election.ts'

type Needs = Pick<CommandNeeds, 'db'>

/** Who can be nominated on a day: for an office whoever sits on the body, for a seat, or a chair from outside, anybody of the directory. */
export async function nomineesOf(reader: Reader, election: Election, today: Temporal.PlainDate): Promise<ReadonlySet<string> | 'anybody'> {
  if (election.post === 'seat') return 'anybody'
  const terms = await findTermsInForce(reader, election.body, today)
  if (election.post === 'chair' && terms?.chair.value?.method === 'independent') return 'anybody'
  const { seats } = await findMembership(reader, election.body, today)
  const sitting = seats.filter(({ voting }) => voting === 'voting' || voting === 'non_voting')
  return new Set(sitting.flatMap(({ places }) => places.flatMap(({ holder }) => holder?.person.id ?? [])))
}

/**
 * Nominates somebody: a member oneself or another, or the clerk for a member who asked. Whoever nominates themselves accepts with it.
 * Problems: 'nominations-over', 'nominee-not-eligible', 'nominated-already', 'nominator-unknown'.
 */
export async function nominate(
  needs: Needs,
  doer: Doer,
  electionId: string,
  input: NominationInput,
): Promise<Result<string, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const election = await findElection(tx, electionId)
    const standing = await demand(tx, doer, guardedElection(election), 'nominate')
    if (!takesNominations(election.state, election.nominationsUntil, doer.today)) return fail({ field: '', code: 'nominations-over' })
    const eligible = await nomineesOf(tx, election, doer.today)
    const nominee = await findPerson(tx, input.person)
    if (!nominee || (eligible !== 'anybody' && !eligible.has(nominee.id))) return fail({ field: 'person', code: 'nominee-not-eligible' })
    if ((await findCandidates(tx, electionId)).some(({ person }) => person === nominee.id))
      return fail({ field: 'person', code: 'nominated-already' })
    const isClerk = standing.clerkOf.has(election.body)
    const nominator = isClerk ? input.nominatedBy : standing.person?.id
    if (nominator === undefined) return fail({ field: 'nominatedBy', code: 'nominator-unknown' })
    if (isClerk && !(await sitsOn(tx, election.body, nominator, doer.today)))
      return fail({ field: 'nominatedBy', code: 'nominator-unknown' })
    const id = newId()
    const state = nominee.id === nominator ? 'accepted' : 'nominated'
    const { inserted } = await tx
      .insertInto('meetings.election_candidate')
      .values({
        ...{ id, election: electionId, body: election.body, person: nominee.id, name: nominee.name },
        ...{ nominated_by: nominator, statement: input.statement ?? '', state },
      })
      .onConflict((conflict) => conflict.columns(['election', 'person']).doNothing())
      .executeTakeFirstOrThrow()
      .then(({ numInsertedOrUpdatedRows }) => ({ inserted: numInsertedOrUpdatedRows }))
    if (inserted === 0n) return fail({ field: 'person', code: 'nominated-already' })
    await appendAudit(tx, {
      actor: doer.actor,
      act: 'election.nominated',
      subjectType: 'election',
      subject: electionId,
      content: nominee.id,
    })
    return succeed(electionId)
  })
}

async function sitsOn(reader: Reader, body: string, person: string, today: Temporal.PlainDate): Promise<boolean> {
  const { seats } = await findMembership(reader, body, today)
  return seats.some(({ places }) => places.some(({ holder }) => holder?.person.id === person))
}

/**
 * The nominee accepts, declines or stands down, or the clerk writes down that they said so; before the ballot opens.
 * Problem: 'nomination-answered'.
 */
export async function answerNomination(
  needs: Needs,
  doer: Doer,
  electionId: string,
  candidateId: string,
  input: AnswerInput,
): Promise<Result<string, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const election = await findElection(tx, electionId)
    await demand(tx, doer, guardedElection(election), 'read')
    const candidate = (await findCandidates(tx, electionId)).find(({ id }) => id === candidateId)
    if (!candidate) throw new NotFound('No such candidate.')
    const standing = await findStanding(tx, doer)
    if (candidate.person !== standing.person?.id && !standing.clerkOf.has(election.body))
      throw new Forbidden('Only the nominee, or the clerk, answers.')
    if (!answersLeft(election.state, candidate.state).includes(input.answer)) return fail({ field: '', code: 'nomination-answered' })
    const { numUpdatedRows } = await tx
      .updateTable('meetings.election_candidate')
      .set({ state: input.answer, version: candidate.version + 1 })
      .where('id', '=', candidateId)
      .where('version', '=', candidate.version)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new Conflict('Somebody else answered meanwhile.')
    const act = `election.${input.answer}`
    await appendAudit(tx, { actor: doer.actor, act, subjectType: 'election', subject: electionId, content: candidate.person })
    return succeed(electionId)
  })
}
