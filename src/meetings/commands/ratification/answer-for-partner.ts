import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { writeAs } from '#platform/database/session.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { AnswerInput } from '../../forms/ratification.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { answerVersion, findPartnerAsked, guardedPartner, type OnePartner } from '../../queries/ratifications.ts'
import { refuseAnswer } from '../../rules/ratification.ts'

/**
 * Keeps what a partner says of the words that stand: said by its lead, signed in, once; or entered by the clerk with evidence, who also puts right
 * what was entered wrongly. Nothing said is overwritten (M10).
 * @throws Conflict where other words were put, or an answer entered, since
 */
export async function answerForPartner(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  id: string,
  input: AnswerInput,
): Promise<Result<string, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const asked = await findPartnerAsked(tx, id, doer.today)
    if (!asked) throw new NotFound('Nobody asked this partner.')
    const { person } = await demand(tx, doer, guardedPartner(asked), 'answer')
    const { home, partner } = asked
    if (answerVersion(home, partner) !== input.version) throw new Conflict('Somebody else has changed this.')
    const as = partner.lead !== undefined && person?.id === partner.lead ? 'lead' : 'clerk'
    const given = {
      as,
      answer: input.answer,
      answeredOn: input.answeredOn,
      words: input.words ?? '',
      evidence: input.evidence ?? '',
    } as const
    const now = partner.answers.filter(({ textNumber }) => textNumber === home.text.number)
    const facts = { withdrawn: home.withdrawn, decidedOn: decidedOn(asked), hasAnswered: now.length > 0 }
    const problem = refuseAnswer(facts, given, doer.today)
    if (problem) return fail(problem)
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('meetings.ratification_answer')
      .values({
        ...{
          id: newId(),
          ratification: id,
          decision: home.decision,
          body: home.body,
          text_number: home.text.number,
          number: now.length + 1,
        },
        ...{
          answer: input.answer,
          own_body: input.ownBody,
          answered_on: input.answeredOn,
          reference: input.reference ?? '',
          words: given.words,
        },
        ...{ recorded_as: as, recorded_by: person?.name ?? '', evidence: as === 'clerk' ? given.evidence : '' },
        ...{ actor: doer.actor, recorded_at: doer.now },
      })
      .onConflict((conflict) => conflict.columns(['ratification', 'text_number', 'number']).doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows === 0n) throw new Conflict('Somebody else has entered an answer.')
    await appendAudit(tx, {
      ...{ actor: doer.actor, act: 'partner.answered', subjectType: 'ratification', subject: id, content: JSON.stringify(input) },
    })
    return succeed(id)
  })
}

/** A lead who may not read the decision knows the day on which it was put to the partners. */
function decidedOn({ decision, home }: OnePartner): Temporal.PlainDate {
  return decision?.decidedOn ?? home.askedOn
}
