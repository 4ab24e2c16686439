import { listOrganisations } from '#governance/public-data.ts'
import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { OwnBudgetInput } from '../../forms/own-budget.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { guardedPaper, lockPaper } from '../../queries/papers.ts'
import { isBeforeClearing } from '../../rules/paper.ts'

/** Names an own budget of an organisation out of which a report commits money, or takes it off where no sum is given (C16); once the report is cleared it stands. */
export async function nameOwnBudget(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  id: string,
  input: OwnBudgetInput,
): Promise<Result<null, FieldProblem>> {
  const { organisation, title, year, amount, holder, confirmedBy, confirmedOn } = input
  return writeAs(needs.db, doer, async (tx) => {
    const paper = await lockPaper(tx, id)
    await demand(tx, doer, guardedPaper(paper), paper.sight === 'draft' ? 'write' : 'correct')
    if (!isBeforeClearing(paper.state)) return fail({ field: '', code: 'not-writable' })
    if ((confirmedBy === undefined) !== (confirmedOn === undefined))
      return fail({ field: confirmedBy === undefined ? 'confirmedBy' : 'confirmedOn', code: 'confirmation-half' })
    if (confirmedOn && Temporal.PlainDate.compare(confirmedOn, doer.today) > 0) return fail({ field: 'confirmedOn', code: 'in-the-future' })
    if (!(await listOrganisations(tx)).some((one) => one.id === organisation))
      return fail({ field: 'organisation', code: 'choice-unknown' })
    await tx
      .deleteFrom('meetings.own_budget')
      .where('paper', '=', id)
      .where('organisation', '=', organisation)
      .where('title', '=', title)
      .where('year', '=', year)
      .execute()
    if (amount !== undefined)
      await tx
        .insertInto('meetings.own_budget')
        .values({
          ...{ id: newId(), paper: id, body: paper.body, organisation, title, year, pence: BigInt(amount), holder },
          ...{ confirmed_by: confirmedBy ?? '', confirmed_on: confirmedOn ?? null, made_by: doer.actor },
        })
        .execute()
    const content = JSON.stringify({ organisation, title, year, pence: amount ?? null, holder, confirmedBy, confirmedOn })
    await appendAudit(tx, { actor: doer.actor, act: 'paper.own-budget-named', subjectType: 'paper', subject: id, content })
    return succeed(null)
  })
}
