import { listOrganisations } from '#governance/public-data.ts'
import { findDecision } from '#meetings/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import type { Writer } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { ChapterInput, PartyInput, ScopeInput } from '../forms/agreed.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { findChapters, findScope } from '../queries/agreement-parts.ts'
import type { Agreement, Party } from '../queries/agreements.ts'
import { listServices } from '../queries/commissioned-services.ts'
import { agreementStep, saveAgreement } from './agreed.ts'
import { takeStep } from './write-record.ts'

type Needs = Pick<CommissioningNeeds, 'db'>
type Day = Temporal.PlainDate

/** Adds a party, or with `party` changes one: when it is one, what it approved, who signed for it (C4). */
export function keepParty(
  needs: Needs,
  doer: Doer,
  id: string,
  party: string | undefined,
  input: PartyInput,
): Promise<Result<string, FieldProblem>> {
  return takeStep(needs.db, doer, agreementStep(doer, id, 'change', 'agreement-party', input.version), async (tx, agreement) => {
    const problem = await partyProblem(tx, doer, agreement, party, input)
    if (problem) return fail(problem)
    const decision = input.decision === undefined ? undefined : await findDecision(tx, input.decision)
    if (input.decision !== undefined && decision?.ofBody !== agreement.body) return fail({ field: 'decision', code: 'choice-unknown' })
    if (decision && input.approvedOn && !input.approvedOn.equals(decision.decidedOn))
      return fail({ field: 'approvedOn', code: 'decision-day', details: { part: 'day' } })
    const columns = {
      ...{ organisation: input.organisation, part: input.part, starts_on: input.startsOn, ends_on: after(input.lastDay) },
      ...{
        approved_on: decision?.decidedOn ?? input.approvedOn ?? null,
        approved_by: input.approvedBy ?? '',
        decision: input.decision ?? null,
      },
      ...{ signed_on: input.signedOn ?? null, signed_by: input.signedBy ?? '' },
    }
    const { body, sight } = agreement
    if (party === undefined)
      await tx
        .insertInto('commissioning.party')
        .values({ id: newId(), agreement: id, body, sight, ...columns })
        .execute()
    else await tx.updateTable('commissioning.party').set(columns).where('id', '=', party).execute()
    await saveAgreement(tx, agreement, {})
    return succeed(id)
  })
}

async function partyProblem(
  tx: Writer,
  { today }: Doer,
  { parties }: Agreement,
  party: string | undefined,
  input: PartyInput,
): Promise<FieldProblem | undefined> {
  if (party !== undefined && !parties.some(({ id }) => id === party)) throw new NotFound('No such party.')
  if (!(await listOrganisations(tx)).some(({ id }) => id === input.organisation)) return { field: 'organisation', code: 'choice-unknown' }
  const others = parties.filter(({ id, organisation }) => id !== party && organisation === input.organisation)
  if (others.some((other) => overlaps(other, input))) return { field: 'organisation', code: 'party-already' }
  for (const field of ['approvedOn', 'signedOn'] as const)
    if (isAhead(input[field], today)) return { field, code: 'in-the-future', details: { part: 'day' } }
  if (input.lastDay && Temporal.PlainDate.compare(input.lastDay, input.startsOn) < 0)
    return { field: 'lastDay', code: 'ends-before-it-begins', details: { part: 'day' } }
  if ((input.signedOn === undefined) !== (input.signedBy === undefined)) return { field: 'signedBy', code: 'signature-half' }
  if (input.approvedOn === undefined && input.decision === undefined && input.approvedBy !== undefined)
    return { field: 'approvedOn', code: 'approval-without-day' }
  return undefined
}

const after = (last: Day | undefined): Day | null => last?.add({ days: 1 }) ?? null
const isAhead = (day: Day | undefined, today: Day): boolean => day !== undefined && Temporal.PlainDate.compare(day, today) > 0

function overlaps(
  { startsOn, endsOn }: Pick<Party, 'startsOn' | 'endsOn'>,
  input: { readonly startsOn: Day; readonly lastDay?: Day | undefined },
): boolean {
  const endsBefore = endsOn !== undefined && Temporal.PlainDate.compare(endsOn, input.startsOn) <= 0
  return !endsBefore && (input.lastDay === undefined || Temporal.PlainDate.compare(startsOn, input.lastDay) <= 0)
}

/** Adds a chapter at the end, or with `chapter` changes one. */
export function keepChapter(
  needs: Needs,
  doer: Doer,
  id: string,
  chapter: string | undefined,
  input: ChapterInput,
): Promise<Result<string, FieldProblem>> {
  return takeStep(needs.db, doer, agreementStep(doer, id, 'change', 'agreement-chapter', input.version), async (tx, agreement) => {
    const { body, sight } = agreement
    const chapters = await findChapters(tx, id)
    if (chapter !== undefined && !chapters.some((one) => one.id === chapter)) throw new NotFound('No such chapter.')
    if (!(await listOrganisations(tx)).some((one) => one.id === input.lead)) return fail({ field: 'lead', code: 'choice-unknown' })
    const columns = {
      ...{ title: input.title, lead: input.lead, scope: input.scope ?? '', performance: input.performance ?? '' },
      ...{ finance: input.finance ?? '', resources: input.resources ?? '', decision_making: input.decisionMaking ?? '' },
      risk_share: input.riskShare ?? '',
    }
    const position = Math.max(0, ...chapters.map((one) => one.position)) + 1
    if (chapter === undefined)
      await tx
        .insertInto('commissioning.chapter')
        .values({ id: newId(), agreement: id, body, sight, position, ...columns })
        .execute()
    else await tx.updateTable('commissioning.chapter').set(columns).where('id', '=', chapter).execute()
    await saveAgreement(tx, agreement, {})
    return succeed(id)
  })
}

/** Says that a service is in the scope of an agreement, or expressly out of it, for a time; what was said before ends on that day. */
export function setScope(needs: Needs, doer: Doer, id: string, input: ScopeInput): Promise<Result<string, FieldProblem>> {
  return takeStep(needs.db, doer, agreementStep(doer, id, 'change', 'agreement-scope', input.version), async (tx, agreement) => {
    const { body, sight } = agreement
    const [services, lines, chapters] = await Promise.all([
      listServices(tx, body, doer.today),
      findScope(tx, { agreement: id }),
      findChapters(tx, id),
    ])
    if (!services.some((service) => service.id === input.service)) return fail({ field: 'service', code: 'choice-unknown' })
    if (input.chapter !== undefined && !chapters.some((one) => one.id === input.chapter))
      return fail({ field: 'chapter', code: 'choice-unknown' })
    if (input.lastDay && Temporal.PlainDate.compare(input.lastDay, input.startsOn) < 0)
      return fail({ field: 'lastDay', code: 'ends-before-it-begins', details: { part: 'day' } })
    const own = lines.filter(({ service, endsOn }) => service === input.service && endsOn === undefined)
    if (own.some(({ startsOn }) => Temporal.PlainDate.compare(startsOn, input.startsOn) >= 0))
      return fail({ field: 'startsOn', code: 'not-after-last', details: { part: 'day' } })
    await tx
      .updateTable('commissioning.scope')
      .set({ ends_on: input.startsOn })
      .where('agreement', '=', id)
      .where('service', '=', input.service)
      .where('ends_on', 'is', null)
      .execute()
    await tx
      .insertInto('commissioning.scope')
      .values({
        ...{ id: newId(), agreement: id, body, sight, chapter: input.chapter ?? null, service: input.service, is_in: input.isIn === 'in' },
        ...{ why: input.why ?? '', starts_on: input.startsOn, ends_on: after(input.lastDay) },
      })
      .execute()
    await saveAgreement(tx, agreement, {})
    return succeed(id)
  })
}
