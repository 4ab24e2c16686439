import { appendAudit } from '#platform/database/audit.ts'
import { writeAs } from '#platform/database/session.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { TextInput } from '../../forms/ratification.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { findDecision, guardedDecision } from '../../queries/decisions.ts'
import { findTakenHome } from '../../queries/ratifications.ts'

/**
 * Puts changed words to all partners: what they said of the earlier ones no longer counts, but for the partner whose changes they take up, which
 * has agreed to them by asking (M10).
 * @throws Conflict where other words were put since
 */
export async function putChangedText(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  decisionId: string,
  input: TextInput,
): Promise<Result<string, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const decision = await findDecision(tx, decisionId)
    if (!decision) throw new NotFound('No such decision.')
    await demand(tx, doer, guardedDecision(decision), 'ask')
    const home = (await findTakenHome(tx, [decisionId], doer.today)).get(decisionId)
    if (!home) throw new NotFound('Nobody was asked about this decision.')
    if (home.withdrawn) return fail({ field: '', code: 'ask-withdrawn' })
    if (home.texts.length !== input.version) throw new Conflict('Somebody else has put other words.')
    if (home.force.state === 'in-force') return fail({ field: 'text', code: 'in-force-already' })
    if (home.text.text === input.text) return fail({ field: 'text', code: 'text-unchanged' })
    const wants = home.partners.find(({ id }) => id === input.takesUp)
    if (input.takesUp !== undefined && wants?.standing.answer !== 'agreed_with_changes')
      return fail({ field: 'takesUp', code: 'choice-unknown' })
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('meetings.ratification_text')
      .values({
        ...{ decision: decisionId, number: home.texts.length + 1, text: input.text, reason: input.reason },
        ...{ takes_up: input.takesUp ?? null, put_on: doer.today, actor: doer.actor },
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows === 0n) throw new Conflict('Somebody else has put other words.')
    await appendAudit(tx, {
      ...{
        actor: doer.actor,
        act: 'partners.asked-in-other-words',
        subjectType: 'decision',
        subject: decisionId,
        content: JSON.stringify(input),
      },
    })
    return succeed(decisionId)
  })
}
