import { listOrganisationsOn, listPeople, type RecordStep } from '#governance/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { AgreementInput, ChangedAgreementInput, EndInput, WordsInput } from '../forms/agreed.ts'
import type { ShowInput } from '../forms/offered.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import { findVariations } from '../queries/agreement-change.ts'
import { listLegalBases } from '../queries/agreement-parts.ts'
import { type Agreement, findAgreement, guardedAgreement } from '../queries/agreements.ts'
import { auditStep, demandOne, takeStep } from './write-record.ts'

type Needs = Pick<CommissioningNeeds, 'db'>

/** How a step of an agreement begins. */
export const agreementStep = (doer: Doer, id: string, verb: 'change' | 'show', act: string, version?: number): RecordStep<Agreement> => ({
  ...{ find: (tx) => findAgreement(tx, id, doer.today), guard: guardedAgreement, verb, act, version },
})

/** Records an agreement of a board; nobody but those who prepare it sees it until it is shown (C4). */
export async function addAgreement(needs: Needs, doer: Doer, body: string, input: AgreementInput): Promise<Result<string, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, { record: 'commissioning', state: 'any', ties: { body } }, 'add')
    const problem = await agreementProblem(tx, doer, input)
    if (problem) return fail(problem)
    const id = newId()
    await tx
      .insertInto('commissioning.agreement')
      .values({ id, body, ...columnsOf(input) })
      .execute()
    await auditStep(tx, doer, 'agreement-added', 'agreement', id)
    return succeed(id)
  })
}

/** Changes what is recorded of an agreement; the law on which it rests stays. @throws Conflict where somebody else saved first */
export function changeAgreement(needs: Needs, doer: Doer, id: string, input: ChangedAgreementInput): Promise<Result<string, FieldProblem>> {
  return takeStep(needs.db, doer, agreementStep(doer, id, 'change', 'agreement-changed', input.version), async (tx, agreement) => {
    if (input.basis !== agreement.basis) return fail({ field: 'basis', code: 'basis-stays' })
    const problem = await agreementProblem(tx, doer, input)
    if (problem) return fail(problem)
    const columns = columnsOf(input)
    const isSameTerm = String(columns.ends_on ?? undefined) === String(agreement.endsOn)
    if (!isSameTerm && (await findVariations(tx, id)).some(({ changesTerm }) => changesTerm))
      return fail({ field: 'lastDay', code: 'term-varied', details: { part: 'day' } })
    await saveAgreement(tx, agreement, columns)
    return succeed(id)
  })
}

/** Keeps what an agreement says where its law demands something in writing; what is emptied is missing again. */
export function writeWords(needs: Needs, doer: Doer, id: string, input: WordsInput): Promise<Result<string, FieldProblem>> {
  return takeStep(needs.db, doer, agreementStep(doer, id, 'change', 'agreement-worded', input.version), async (tx, agreement) => {
    const { body, sight, basis } = agreement
    await tx.deleteFrom('commissioning.agreement_text').where('agreement', '=', id).execute()
    const written = [...input.texts].filter(([, text]) => text !== '')
    if (written.length > 0)
      await tx
        .insertInto('commissioning.agreement_text')
        .values(written.map(([key, text]) => ({ agreement: id, body, sight, basis, key, text })))
        .execute()
    await saveAgreement(tx, agreement, {})
    return succeed(id)
  })
}

/** Ends an agreement before its term. */
export function endAgreement(needs: Needs, doer: Doer, id: string, input: EndInput): Promise<Result<string, FieldProblem>> {
  return takeStep(needs.db, doer, agreementStep(doer, id, 'change', 'agreement-ended', input.version), async (tx, agreement) => {
    if (Temporal.PlainDate.compare(input.endedOn, agreement.startsOn) <= 0)
      return fail({ field: 'endedOn', code: 'ends-before-it-begins', details: { part: 'day' } })
    if (agreement.endsOn && Temporal.PlainDate.compare(input.endedOn, agreement.endsOn) >= 0)
      return fail({ field: 'endedOn', code: 'after-its-term', details: { part: 'day' } })
    await saveAgreement(tx, agreement, { ended_on: input.endedOn, ended_because: input.because })
    return succeed(id)
  })
}

/** Shows an agreement to its board or to everybody; what is public stays public. */
export function showAgreement(needs: Needs, doer: Doer, id: string, input: ShowInput): Promise<Result<string, FieldProblem>> {
  return takeStep(needs.db, doer, agreementStep(doer, id, 'show', 'agreement-shown', input.version), async (tx, agreement) => {
    if (agreement.sight === 'public') return fail({ field: 'sight', code: 'public-already' })
    await saveAgreement(tx, agreement, { sight: input.sight })
    return succeed(id)
  })
}

/** Writes columns of an agreement and counts its version up. @throws Conflict */
export async function saveAgreement(tx: Writer, { id, version }: Agreement, columns: object): Promise<void> {
  const saved = await tx
    .updateTable('commissioning.agreement')
    .set({ ...columns, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  demandOne(saved)
}

async function agreementProblem(tx: Writer, { today }: Doer, input: AgreementInput): Promise<FieldProblem | undefined> {
  const [bases, organisations, people] = await Promise.all([
    listLegalBases(tx, input.startsOn),
    listOrganisationsOn(tx, today),
    listPeople(tx),
  ])
  if (!bases.some(({ code }) => code === input.basis)) return { field: 'basis', code: 'basis-not-then' }
  if (!organisations.some(({ id }) => id === input.host)) return { field: 'host', code: 'choice-unknown' }
  if (input.manager !== undefined && !people.some(({ id }) => id === input.manager)) return { field: 'manager', code: 'choice-unknown' }
  if (input.lastDay && Temporal.PlainDate.compare(input.lastDay, input.startsOn) < 0)
    return { field: 'lastDay', code: 'ends-before-it-begins', details: { part: 'day' } }
  if ((input.consultedOn === undefined) !== (input.consultation === undefined)) return { field: 'consultation', code: 'consultation-half' }
  return undefined
}

const columnsOf = (input: AgreementInput) => ({
  ...{ basis: input.basis, title: input.title, reference: input.reference ?? '', summary: input.summary ?? '', host: input.host },
  ...{ manager: input.manager ?? null, starts_on: input.startsOn, ends_on: input.lastDay?.add({ days: 1 }) ?? null },
  ...{ review_on: input.reviewOn ?? null, consulted_on: input.consultedOn ?? null, consultation: input.consultation ?? '' },
})
