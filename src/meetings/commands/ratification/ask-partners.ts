import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { AskInput } from '../../forms/ratification.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { type Decision, findDecision, guardedDecision } from '../../queries/decisions.ts'
import { findPartners, type Partner } from '../../queries/ratification-partners.ts'
import { findTakenHome } from '../../queries/ratifications.ts'
import { refuseAsk } from '../../rules/ratification.ts'
import type { TakenHome } from '../../rules/taken-home.ts'

/**
 * Says which partners must take a decision home, by which rule and until when (M10); asked again, changes that: a partner that has answered stays.
 * @throws Conflict where somebody else changed it since
 */
export async function askPartners(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  decisionId: string,
  input: AskInput,
): Promise<Result<string, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const decision = await findDecision(tx, decisionId)
    if (!decision) throw new NotFound('No such decision.')
    await demand(tx, doer, guardedDecision(decision), 'ask')
    if (decision.withdrawn) return fail({ field: '', code: 'ask-withdrawn' })
    const before = (await findTakenHome(tx, [decisionId], doer.today)).get(decisionId)
    const known = await findPartners(tx, decision.ofBody, doer.today)
    const [problem, ...more] = problemsOf(input, decision, known, before, doer.today)
    if (problem) return fail(problem, ...more)
    await keepAsk(tx, doer, decision, input, before)
    await keepPartners(tx, decision, input, known, before)
    if (!before) await putText(tx, doer, decision)
    await appendAudit(tx, {
      ...{ actor: doer.actor, act: before ? 'partners.asked-again' : 'partners.asked', subjectType: 'decision' },
      ...{ subject: decisionId, content: JSON.stringify(input) },
    })
    return succeed(decisionId)
  })
}

function problemsOf(
  input: AskInput,
  decision: Decision,
  known: readonly Partner[],
  before: TakenHome | undefined,
  today: Temporal.PlainDate,
): readonly FieldProblem[] {
  const listed = new Map([
    ...known.map(({ organisation, class: kind }) => [organisation, kind] as const),
    ...(before?.partners ?? []).map(({ organisation, class: kind }) => [organisation, kind] as const),
  ])
  if (input.partners.some((id) => !listed.has(id))) return [{ field: 'partners', code: 'choice-unknown' }]
  const gone = before?.partners.find(({ organisation, answers }) => answers.length > 0 && !input.partners.includes(organisation))
  if (gone) return [{ field: 'partners', code: 'partner-answered', details: { name: gone.name } }]
  const rule = { kind: input.rule, needed: input.rule === 'number' ? input.needed : undefined, class: input.class ?? '' }
  const classes = input.partners.map((id) => listed.get(id) ?? '')
  const asked = { rule, startsOn: input.startsOn, dueOn: input.dueOn, decidedOn: decision.decidedOn, classes }
  return refuseAsk(asked, before?.askedOn ?? today)
}

async function keepAsk(tx: Writer, doer: Doer, decision: Decision, input: AskInput, before: TakenHome | undefined): Promise<void> {
  const row = {
    ...{ purpose: input.purpose, rule: input.rule, due_on: input.dueOn, starts_on: input.startsOn ?? null },
    ...{ needed: input.rule === 'number' ? (input.needed ?? null) : null, class: input.rule === 'class' ? (input.class ?? '') : '' },
  }
  if ((before?.version ?? 0) !== input.version) throw new Conflict('Somebody else has changed who is asked.')
  if (!before) {
    const first = await tx
      .insertInto('meetings.ratification_ask')
      .values({ ...row, decision: decision.id, body: decision.body, asked_on: doer.today })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (first.numInsertedOrUpdatedRows === 0n) throw new Conflict('Somebody else has asked.')
    return
  }
  const changed = await tx
    .updateTable('meetings.ratification_ask')
    .set({ ...row, version: before.version + 1 })
    .where('decision', '=', decision.id)
    .where('version', '=', before.version)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) throw new Conflict('Somebody else has changed who is asked.')
}

/** Partners that are new on the list are added, those off it removed; whoever holds the seat now answers. */
async function keepPartners(
  tx: Writer,
  { id: decision, body }: Decision,
  { partners }: AskInput,
  known: readonly Partner[],
  before: TakenHome | undefined,
): Promise<void> {
  const kept = before?.partners ?? []
  for (const { organisation, name, class: kind, lead } of known.filter(({ organisation: id }) => partners.includes(id))) {
    const one = kept.find((other) => other.organisation === organisation)
    if (one) await tx.updateTable('meetings.ratification').set({ lead }).where('id', '=', one.id).execute()
    else
      await tx.insertInto('meetings.ratification').values({ id: newId(), decision, body, organisation, name, class: kind, lead }).execute()
  }
  const off = kept.filter(({ organisation }) => !partners.includes(organisation)).map(({ id }) => id)
  if (off.length > 0) await tx.deleteFrom('meetings.ratification').where('id', 'in', off).execute()
}

async function putText(tx: Writer, { actor, today }: Doer, { id, text }: Decision): Promise<void> {
  await tx.insertInto('meetings.ratification_text').values({ decision: id, number: 1, text, put_on: today, actor }).execute()
}
