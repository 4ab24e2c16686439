import { readAs } from '#platform/database/session.ts'
import type { FieldProblem, Result } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import { answerQuery, meetCondition, recordQuery } from '../commands/submission-parts.ts'
import { beginSubmission, recordOutcome, recordSending } from '../commands/submissions.ts'
import type { PlansNeeds } from '../needs.ts'
import { findVersions } from '../queries/plans.ts'
import { findSubmission } from '../queries/submissions.ts'

function done<Value>(result: Result<Value, FieldProblem>): Value {
  if (!result.ok) throw new Error(`The sample cannot record its submissions: ${JSON.stringify(result.problems)}`)
  return result.value
}

/** Records that a plan in force is to be sent within weeks, of which a draft was sent and asked about, and that it waits for the outcome elsewhere. */
export async function writeComingSubmission(needs: PlansNeeds, clerk: Doer, plan: string): Promise<void> {
  const [version] = await readAs(needs.db, clerk, (reader) => findVersions(reader, plan))
  const about = { toName: 'National safeguarding board', source: 'Its letter to all partnerships of this year' }
  const { id } = done(await beginSubmission(needs, clerk, plan, { ...about, dueOn: clerk.today.add({ days: 20 }), sight: 'members' }))
  const sentOn = clerk.today.subtract({ days: 12 })
  const sent = { ofVersion: version?.version ?? '', asDraft: true, sentOn, sentBy: 'Business manager', reference: undefined }
  done(await recordSending(needs, clerk, id, sent))
  const question = 'How will you know that training changed what people do?'
  done(await recordQuery(needs, clerk, id, { askedOn: sentOn.add({ days: 5 }), question, dueOn: clerk.today.add({ days: 2 }) }))
  const other = { toName: 'National training office', source: 'Terms of its training grant', sight: 'public' } as const
  const waits = done(await beginSubmission(needs, clerk, plan, { ...other, dueOn: clerk.today.subtract({ days: 5 }) })).id
  done(await recordSending(needs, clerk, waits, { ...sent, asDraft: false, sentOn: clerk.today.subtract({ days: 4 }) }))
}

/** Submits the children's plan to a national body, which approves it with three conditions: one is met, one is open, one is overdue. */
export async function writeSubmissions(
  needs: PlansNeeds,
  clerk: Doer,
  { plan, owner }: { readonly plan: string; readonly owner: string },
): Promise<void> {
  const versions = await readAs(needs.db, clerk, (reader) => findVersions(reader, plan))
  const inForce = versions.find(({ state }) => state === 'published')
  if (!inForce?.publishedOn) throw new Error('The sample has no plan to submit.')
  const sentOn = inForce.publishedOn.add({ days: 4 })
  const about = { toName: 'National early help programme', source: 'Terms of its grant, paragraph 12' }
  const { id } = done(await beginSubmission(needs, clerk, plan, { ...about, dueOn: sentOn.add({ days: 3 }), sight: 'public' }))
  const sent = {
    ofVersion: inForce.version,
    asDraft: false,
    sentOn,
    sentBy: 'Clerk of the partnership',
    reference: 'By its portal, number EH 4711',
  }
  done(await recordSending(needs, clerk, id, sent))
  const askedOn = sentOn.add({ days: 10 })
  const question = 'Which of the actions are paid for by the grant, and which would go on without it?'
  done(await recordQuery(needs, clerk, id, { askedOn, question, dueOn: askedOn.add({ days: 14 }) }))
  const now = () => readAs(needs.db, clerk, (reader) => findSubmission(reader, id))
  const [asked] = (await now()).queries
  const answer = 'Actions 1.2, 2.1 and 3.4 are paid for by it. 3.4 alone would end without it.'
  const answered = { answer, answeredOn: askedOn.add({ days: 9 }), answeredBy: 'Clerk of the partnership', version: asked?.version ?? 1 }
  if (asked) done(await answerQuery(needs, clerk, asked.id, answered))
  const outcomeOn = askedOn.add({ days: 20 })
  const conditions = 'Say who answers for each outcome\nGive the cost of each action of the first year\nShow what families said of the plan'
  const outcome = { outcome: 'conditional', outcomeOn, conditions, words: 'Letter of the programme, on the file of the board.' } as const
  const dueOn = clerk.today.subtract({ days: 6 })
  const late = Temporal.PlainDate.compare(dueOn, outcomeOn) < 0 ? outcomeOn : dueOn
  done(await recordOutcome(needs, clerk, id, { ...outcome, owner, ownerPost: undefined, dueOn: late, version: (await now()).version }))
  const [first] = (await now()).conditions
  const evidence = 'Version 1 names the accountable body of every priority; the programme confirmed it by letter.'
  if (first) done(await meetCondition(needs, clerk, first.id, { metOn: outcomeOn.add({ days: 5 }), evidence, version: first.version }))
}
