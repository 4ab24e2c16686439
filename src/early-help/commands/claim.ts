import { type RawBuilder, sql } from 'kysely'
import { appendAudit } from '#platform/database/audit.ts'
import { type Database, type Writer, writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { AnswerClaimInput, ClaimHeadingInput, EndClaimHeadingInput } from '../forms/claim.ts'
import type { ClaimLine } from '../queries/claims.ts'
import { listHeadings } from '../queries/claims.ts'
import { demandTie, findTies } from '../queries/ties.ts'
import type { ClaimPeriod } from '../rules/claim.ts'

type Needs = { readonly db: Database }
/** The record that was made, or why there is none. */
export interface Made {
  readonly id: string | null
  readonly problem: string | null
}

/** What a function of the database made, or the problem for which it did not. */
export async function made(tx: Writer, call: RawBuilder<Made>, field: string): Promise<Result<{ readonly id: string }, FieldProblem>> {
  const [one] = (await call.execute(tx)).rows
  return one?.id ? succeed({ id: one.id }) : fail({ field, code: one?.problem ?? 'invalid' })
}

/** Draws the claim of a quarter that is over from the records, once; refuses where nothing is evidenced that was not claimed before (E10). @throws Forbidden */
export async function drawClaim(
  needs: Needs,
  doer: Doer,
  { startsOn, endsOn }: ClaimPeriod,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    demandTie(await findTies(tx, doer), 'claims', 'draw')
    const call = sql<Made>`select * from casework.draw_claim(${startsOn.toString()}::date, ${endsOn.toString()}::date)`
    const drawn = await made(tx, call, 'quarter')
    if (!drawn.ok) return drawn
    await appendAudit(tx, {
      ...{ actor: doer.actor, act: 'claim.drawn', subjectType: 'claim', subject: drawn.value.id, content: startsOn.toString() },
    })
    return drawn
  })
}

/** Approves a claim as another person than who drew it, by which its protected figures are published; or sends it back, by which its families are free again. @throws Forbidden */
export async function answerClaim(
  needs: Needs,
  doer: Doer,
  id: string,
  { verdict, because = '' }: AnswerClaimInput,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    demandTie(await findTies(tx, doer), 'claims', 'answer')
    const answered = await made(tx, sql<Made>`select * from casework.answer_claim(${id}::uuid, ${verdict}, ${because})`, '')
    if (answered.ok)
      await appendAudit(tx, { actor: doer.actor, act: `claim.${verdict}`, subjectType: 'claim', subject: id, content: verdict })
    return answered
  })
}

/** The families behind a claim, of the localities of whoever looks; each look is written into the list of that family first (E6). @throws Forbidden, SignInNeeded */
export async function openClaim<Value>(
  needs: Needs,
  doer: Doer,
  id: string,
  work: (tx: Writer, lines: readonly ClaimLine[]) => Promise<Value>,
): Promise<Value> {
  return writeAs(needs.db, doer, async (tx) => {
    demandTie(await findTies(tx, doer), 'claims', 'families')
    const { rows } =
      await sql<ClaimLine>`select l.heading, l.heading_from as "headingFrom", l.episode, e.reference, f.label, l.closed_on as "closedOn", l.doubts, l.correction, l.verdict
      from casework.open_claim(${id}::uuid) l join casework.episode e on e.id = l.episode join casework.family f on f.id = e.family
      order by l.heading, l.closed_on, e.reference`.execute(tx)
    await appendAudit(tx, {
      actor: doer.actor,
      act: 'claim.families-looked',
      subjectType: 'claim',
      subject: id,
      content: String(rows.length),
    })
    return work(tx, rows)
  })
}

/** Sets from a day on under which heading progress is claimed, on what evidence and for which price, signed; what held before stays. @throws Forbidden */
export async function setClaimHeading(needs: Needs, doer: Doer, input: ClaimHeadingInput): Promise<Result<void, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const ties = await findTies(tx, doer)
    demandTie(ties, 'claims', 'set')
    if (Temporal.PlainDate.compare(input.startsOn, doer.today) < 0) return fail({ field: 'startsOn', code: 'day-over' })
    const known = (await listHeadings(tx)).map(({ code }) => code)
    const code = input.heading === 'new' ? codeOf(input.name) : input.heading
    if (input.heading !== 'new' && !known.includes(code)) return fail({ field: 'heading', code: 'choice-unknown' })
    if (code === '' || (input.heading === 'new' && known.includes(code))) return fail({ field: 'name', code: 'name-taken' })
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('casework.claim_heading')
      .values({
        ...{ code, starts_on: input.startsOn, name: input.name, needs: [...new Set(['closed-met', ...input.needs])] },
        ...{ hold_days: input.holdDays, price_pence: input.price, source: input.source, set_by: ties.person, set_on: doer.today },
      })
      .onConflict((conflict) => conflict.columns(['code', 'starts_on']).doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows !== 1n) return fail({ field: 'startsOn', code: 'set-that-day' })
    await appendAudit(tx, {
      ...{ actor: doer.actor, act: 'claim-heading.set', subjectType: 'claim-heading', subject: ties.person },
      content: `${code} ${input.startsOn.toString()}: ${input.holdDays}, ${input.price}`,
    })
    return succeed(undefined)
  })
}

/** Ends a heading from a day on, signed: families who are closed from then on are not claimed under it. @throws Forbidden */
export async function endClaimHeading(needs: Needs, doer: Doer, input: EndClaimHeadingInput): Promise<Result<void, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const ties = await findTies(tx, doer)
    demandTie(ties, 'claims', 'set')
    if (Temporal.PlainDate.compare(input.startsOn, doer.today) < 0) return fail({ field: 'startsOn', code: 'day-over' })
    const latest = (await listHeadings(tx)).find(({ code }) => code === input.heading)
    if (!latest || latest.isEnd) return fail({ field: 'heading', code: 'choice-unknown' })
    if (Temporal.PlainDate.compare(latest.startsOn, input.startsOn) >= 0) return fail({ field: 'startsOn', code: 'set-that-day' })
    const { code, name, needs: held, holdDays, pricePence } = latest
    await tx
      .insertInto('casework.claim_heading')
      .values({
        ...{ code, starts_on: input.startsOn, name, needs: [...held], hold_days: holdDays, price_pence: pricePence, is_end: true },
        ...{ source: input.source, set_by: ties.person, set_on: doer.today },
      })
      .execute()
    await appendAudit(tx, {
      ...{ actor: doer.actor, act: 'claim-heading.ended', subjectType: 'claim-heading', subject: ties.person },
      content: `${code} ${input.startsOn.toString()}`,
    })
    return succeed(undefined)
  })
}

/** The code of a new heading, from its name: small letters and dashes, at most 40; '' where the name has no letter. */
const codeOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 40)
    .replace(/-$/, '')
