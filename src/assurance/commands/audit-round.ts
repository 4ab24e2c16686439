import { findContact, type RecordStep } from '#governance/public-data.ts'
import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { sendLater } from '#platform/mail/mail.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { RoundInput, ToolkitInput } from '../forms/audit.ts'
import type { AssuranceNeeds } from '../needs.ts'
import { auditPaths } from '../paths.ts'
import { demand } from '../permission.ts'
import { findRound, guardedRound, listToolkits, type Round, type RoundAgency } from '../queries/audits.ts'
import { actionsDue, standardKey } from '../rules/audit.ts'
import { roundMail } from '../words/audit.ts'
import { demandOne, takeStep } from './write-record.ts'

type Needs = Pick<AssuranceNeeds, 'db'>

/** Keeps a toolkit, as the next version where the board has one of that title; a version never changes, so that rounds can be compared (P6). */
export async function addToolkit(needs: Needs, doer: Doer, body: string, input: ToolkitInput): Promise<Result<string, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, { record: 'assurance-register', state: 'any', ties: { body } }, 'add')
    const before = (await listToolkits(tx, body)).filter(({ title }) => title === input.title)
    const id = newId()
    await tx
      .insertInto('assurance.toolkit')
      .values({
        ...{ id, body, number: Math.max(0, ...before.map(({ number }) => number)) + 1, title: input.title, source: input.source ?? '' },
        ...{ scores: JSON.stringify(input.scores), pass_mark: input.passMark, made_at: doer.now },
      })
      .execute()
    const keys = new Set<string>()
    const standards = input.standards.map(({ title, question }, index) => {
      let key = standardKey(title)
      for (let number = 2; keys.has(key); number += 1) key = `${standardKey(title).slice(0, 36)}-${number}`
      keys.add(key)
      return { toolkit: id, key, position: index + 1, title, question }
    })
    await tx.insertInto('assurance.toolkit_standard').values(standards).execute()
    await appendAudit(tx, { actor: doer.actor, act: 'toolkit.added', subjectType: 'toolkit', subject: id, content: JSON.stringify(input) })
    return succeed(id)
  })
}

/** Prepares a round with a toolkit. Where it repeats another, the same agencies and people are asked. */
export async function addRound(needs: Needs, doer: Doer, body: string, input: RoundInput): Promise<Result<string, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, { record: 'assurance-register', state: 'any', ties: { body } }, 'add')
    const { toolkit, title, opensOn, dueOn, previous } = input
    if (Temporal.PlainDate.compare(dueOn, opensOn) <= 0) return fail({ field: 'dueOn', code: 'due-before-open' })
    const kept = (await listToolkits(tx, body)).find((one) => one.id === toolkit)
    if (!kept) return fail({ field: 'toolkit', code: 'choice-unknown' })
    const before = previous === undefined ? undefined : await findRound(tx, previous, doer.today)
    if (before && before.body !== body) return fail({ field: 'previous', code: 'choice-unknown' })
    if (before && before.toolkit.title !== kept.title) return fail({ field: 'previous', code: 'other-toolkit' })
    const id = newId()
    await tx
      .insertInto('assurance.audit_round')
      .values({
        id,
        body,
        toolkit,
        title,
        pass_mark: kept.passMark,
        state: 'draft',
        opens_on: opensOn,
        due_on: dueOn,
        previous: previous ?? null,
      })
      .execute()
    const agencies = before?.agencies ?? []
    if (agencies.length > 0) {
      await tx
        .insertInto('assurance.audit_agency')
        .values(
          agencies.map(({ organisation, lead, moderator }) => ({
            round: id,
            organisation,
            lead: lead ?? null,
            moderator: moderator ?? null,
          })),
        )
        .execute()
    }
    await appendAudit(tx, {
      actor: doer.actor,
      act: 'audit-round.added',
      subjectType: 'audit-round',
      subject: id,
      content: JSON.stringify(input),
    })
    return succeed(id)
  })
}

const stepOf = (id: string, doer: Doer, act: string, version?: number): RecordStep<Round> => ({
  find: (tx) => findRound(tx, id, doer.today),
  guard: guardedRound,
  ...{ verb: 'keep', act: `audit-round.${act}`, version },
})

async function write(
  tx: Writer,
  { id, version }: Round,
  columns: Readonly<Record<string, unknown>>,
): Promise<Result<string, FieldProblem>> {
  demandOne(
    await tx
      .updateTable('assurance.audit_round')
      .set({ ...columns, version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirstOrThrow(),
  )
  return succeed(id)
}

/** Says which agencies are asked, before the round opens. */
export async function setAgencies(
  needs: Needs,
  doer: Doer,
  id: string,
  input: { readonly organisations: readonly string[]; readonly version: number },
): Promise<Result<string, FieldProblem>> {
  return takeStep(needs.db, doer, stepOf(id, doer, 'agencies-set', input.version), async (tx, found) => {
    if (found.state !== 'draft') return fail({ field: '', code: 'round-not-draft' })
    const wanted = new Set(input.organisations)
    const gone = found.agencies.filter(({ organisation }) => !wanted.has(organisation)).map(({ organisation }) => organisation)
    const fresh = [...wanted].filter((organisation) => !found.agencies.some((one) => one.organisation === organisation))
    if (gone.length > 0) await tx.deleteFrom('assurance.audit_agency').where('round', '=', id).where('organisation', 'in', gone).execute()
    if (fresh.length > 0)
      await tx
        .insertInto('assurance.audit_agency')
        .values(fresh.map((organisation) => ({ round: id, organisation })))
        .execute()
    return write(tx, found, {})
  })
}

/** Says who answers for an agency, and which peer moderates: never the same person. While the round is open, a new lead is invited at once. */
export async function setAgencyPeople(
  needs: Pick<AssuranceNeeds, 'db' | 'outbox' | 'config'>,
  doer: Doer,
  id: string,
  organisation: string,
  input: { readonly lead: string | undefined; readonly moderator: string | undefined; readonly version: number },
): Promise<Result<string, FieldProblem>> {
  return takeStep(needs.db, doer, stepOf(id, doer, 'people-set'), async (tx, found) => {
    if (found.state === 'reported') return fail({ field: '', code: 'closed-already' })
    const agency = found.agencies.find((one) => one.organisation === organisation)
    if (!agency) throw new NotFound('No such agency in this round.')
    const { lead, moderator, version } = input
    if (lead !== undefined && lead === moderator) return fail({ field: 'moderator', code: 'moderator-is-lead' })
    const isOwnPeer = found.agencies.some((one) => one.organisation === organisation && one.lead === moderator && moderator !== undefined)
    if (isOwnPeer && lead === undefined) return fail({ field: 'moderator', code: 'moderator-is-lead' })
    demandOne(
      await tx
        .updateTable('assurance.audit_agency')
        .set({ lead: lead ?? null, moderator: moderator ?? null, version: version + 1 })
        .where('round', '=', id)
        .where('organisation', '=', organisation)
        .where('version', '=', version)
        .executeTakeFirstOrThrow(),
    )
    if (found.state === 'open' && lead !== undefined && lead !== agency.lead && agency.submittedOn === undefined)
      await mailLead(needs, tx, found, { ...agency, lead }, 'invited')
    return succeed(id)
  })
}

async function mailLead(
  needs: Pick<AssuranceNeeds, 'outbox' | 'config'>,
  tx: Writer,
  round: Round,
  agency: RoundAgency,
  kind: 'invited' | 'reminded',
): Promise<boolean> {
  const contact = agency.lead === undefined ? undefined : await findContact(tx, agency.lead)
  if (!contact?.email) return false
  const link = needs.config.publicUrl + auditPaths.agency(round.id, agency.organisation)
  const mail = roundMail(kind, { board: round.bodyName, title: round.title, agency: agency.name, dueOn: round.dueOn, link })
  await sendLater(needs.outbox, tx, { to: contact.email, ...mail, about: { type: 'audit-round', id: round.id } })
  return true
}

/** Opens a round: its members see it, and whoever answers for an agency is invited by mail. */
export async function openRound(
  needs: Pick<AssuranceNeeds, 'db' | 'outbox' | 'config'>,
  doer: Doer,
  id: string,
  version: number,
): Promise<Result<string, FieldProblem>> {
  return takeStep(needs.db, doer, stepOf(id, doer, 'opened', version), async (tx, found) => {
    if (found.state !== 'draft') return fail({ field: '', code: 'round-not-draft' })
    if (found.agencies.length === 0) return fail({ field: '', code: 'no-agencies' })
    await tx
      .updateTable('assurance.audit_agency')
      .set({ invited_on: doer.today })
      .where('round', '=', id)
      .where('lead', 'is not', null)
      .execute()
    for (const agency of found.agencies) await mailLead(needs, tx, found, agency, 'invited')
    return write(tx, found, { state: 'open', sight: 'members' })
  })
}

/** Reminds every agency that has not handed in; those without anybody to answer are left. */
export async function chaseRound(
  needs: Pick<AssuranceNeeds, 'db' | 'outbox' | 'config'>,
  doer: Doer,
  id: string,
  version: number,
): Promise<Result<string, FieldProblem>> {
  return takeStep(needs.db, doer, stepOf(id, doer, 'chased', version), async (tx, found) => {
    if (found.state !== 'open') return fail({ field: '', code: 'round-not-open' })
    for (const agency of found.agencies.filter(({ submittedOn }) => submittedOn === undefined)) {
      if (!(await mailLead(needs, tx, found, agency, 'reminded'))) continue
      await tx
        .updateTable('assurance.audit_agency')
        .set({ reminded_on: doer.today })
        .where('round', '=', id)
        .where('organisation', '=', agency.organisation)
        .execute()
    }
    return write(tx, found, {})
  })
}

/** Ends the time for answers: peers moderate what was handed in. */
export async function startModeration(needs: Needs, doer: Doer, id: string, version: number): Promise<Result<string, FieldProblem>> {
  return takeStep(needs.db, doer, stepOf(id, doer, 'moderation-started', version), async (tx, found) =>
    found.state === 'open' ? write(tx, found, { state: 'moderation' }) : fail({ field: '', code: 'round-not-open' }),
  )
}

/** Reports a round to the board: the scores stand, the members see them, and every standard not fully met becomes an action of its agency (P6). */
export async function reportRound(
  needs: Needs,
  doer: Doer,
  id: string,
  input: { readonly summary: string; readonly version: number },
): Promise<Result<string, FieldProblem>> {
  return takeStep(needs.db, doer, stepOf(id, doer, 'reported', input.version), async (tx, found) => {
    if (found.state !== 'moderation') return fail({ field: '', code: 'round-not-moderated' })
    const due = actionsDue(found.agencies, found.passMark)
    if (due.length > 0)
      await tx
        .insertInto('assurance.audit_action')
        .values(due.map((one) => ({ id: newId(), round: id, ...one })))
        .execute()
    return write(tx, found, { state: 'reported', reported_on: doer.today, summary: input.summary })
  })
}

/** Shows the report of a round to everybody: moderated scores and actions. What agencies say of themselves stays with the board. */
export async function showRound(
  needs: Needs,
  doer: Doer,
  id: string,
  input: { readonly version: number },
): Promise<Result<string, FieldProblem>> {
  return takeStep(needs.db, doer, stepOf(id, doer, 'shown', input.version), async (tx, found) => {
    if (found.state !== 'reported') return fail({ field: '', code: 'round-not-reported' })
    return found.sight === 'public'
      ? fail({ field: '', code: 'shown-already' })
      : write(tx, found, { sight: 'public', taken_back_reason: '' })
  })
}

/** Takes a report back from the public at once, with a reason. */
export async function takeBackRound(
  needs: Needs,
  doer: Doer,
  id: string,
  input: { readonly reason: string; readonly version: number },
): Promise<Result<string, FieldProblem>> {
  return takeStep(needs.db, doer, stepOf(id, doer, 'taken-back', input.version), async (tx, found) =>
    found.sight === 'public'
      ? write(tx, found, { sight: 'members', taken_back_reason: input.reason })
      : fail({ field: '', code: 'not-public' }),
  )
}
