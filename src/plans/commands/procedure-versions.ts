import { newId } from '#platform/database/ids.ts'
import { readAs, type Writer, writeAs } from '#platform/database/session.ts'
import { readMarkdown } from '#platform/documents/markdown/read-markdown.ts'
import { hold, release } from '#platform/documents/references.ts'
import { inspectUpload } from '#platform/documents/uploads/inspect.ts'
import type { UploadedFile } from '#platform/documents/uploads/uploaded-file.ts'
import { Conflict } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type {
  IssueInput,
  ProcedureAskInput,
  ProcedureDocumentInput,
  ProcedureOpinionInput,
  ProcedureTextInput,
} from '../forms/procedure.ts'
import type { PlansNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import {
  findProcedure,
  findProcedureOpinion,
  findProcedureText,
  findProcedureVersions,
  guardedProcedure,
  type Procedure,
  type ProcedureVersion,
} from '../queries/procedures.ts'
import { issueProblem } from '../rules/procedure.ts'
import { auditProcedure, holdProcedure, saveProcedure } from './procedures.ts'

type Needs = Pick<PlansNeeds, 'db'>
type Done = Promise<Result<null, FieldProblem>>
const HOLDER = 'plans.procedure-version'
/** What is read of a document at the most, in bytes. */
const LARGEST = 20_000_000

/** Begins a new version with the text and the document of the last one. */
export async function reviseProcedure(needs: Needs, doer: Doer, id: string, { changes }: { readonly changes: string }): Done {
  return writeAs(needs.db, doer, async (tx) => {
    const held = await holdProcedure(tx, doer, id, 'change')
    const versions = await findProcedureVersions(tx, [id])
    if (versions.some(isWorkedOn)) return fail({ field: '', code: 'worked-on-already' })
    const last = versions.find(({ state }) => state === 'issued') ?? versions[0]
    if (!last) throw new Conflict('It has no version.')
    const made = { id: newId(), procedure: id, body: held.body, number: (versions[0]?.number ?? 0) + 1, changes, document: last.document }
    const text = JSON.stringify(await findProcedureText(tx, last.id))
    await tx
      .insertInto('plans.procedure_version')
      .values({ ...made, text })
      .execute()
    if (last.document !== null) await hold(tx, last.document, HOLDER, made.id)
    await auditProcedure(tx, doer, 'revised', id, { changes })
    return succeed(null)
  })
}

/** Saves the text of a draft, and what is different in it. @throws Conflict where somebody else saved first */
export async function writeProcedure(needs: Needs, doer: Doer, id: string, input: ProcedureTextInput): Done {
  await readAs(needs.db, doer, async (reader) => demand(reader, doer, guardedProcedure(await findProcedure(reader, id)), 'change'))
  const read = await readMarkdown(input.text ?? '')
  return writeAs(needs.db, doer, async (tx) => {
    const { version } = await holdDraft(tx, doer, id)
    if (!read.ok) {
      const [first, ...more] = read.problems.map(({ sentence }): FieldProblem => ({ field: 'text', code: 'text', details: { sentence } }))
      return fail(first ?? { field: 'text', code: 'text' }, ...more)
    }
    if (version.number > 1 && input.changes === undefined) return fail({ field: 'changes', code: 'required' })
    await saveVersion(tx, version, input.version, { text: JSON.stringify(read.value.paper), changes: input.changes ?? '' })
    await auditProcedure(tx, doer, 'written', id, { number: version.number, paper: read.value.paper })
    return succeed(null)
  })
}

/** Brings a PDF to a draft, or takes the one that is there out. It is written anew, so that nothing is in it but its pages. @throws Conflict where somebody else saved first */
export async function keepProcedureDocument(
  needs: Pick<PlansNeeds, 'db' | 'documents'>,
  doer: Doer,
  id: string,
  input: ProcedureDocumentInput,
): Done {
  await readAs(needs.db, doer, async (reader) => demand(reader, doer, guardedProcedure(await findProcedure(reader, id)), 'change'))
  const kept = input.withdrawn ? succeed(null) : await keptPdf(needs, input.file)
  if (!kept.ok) return kept
  return writeAs(needs.db, doer, async (tx) => {
    const { version } = await holdDraft(tx, doer, id)
    if (version.document !== null) await release(tx, version.document, HOLDER, version.id)
    if (kept.value !== null) await hold(tx, kept.value, HOLDER, version.id)
    await saveVersion(tx, version, input.version, { document: kept.value })
    await auditProcedure(tx, doer, 'document-kept', id, { number: version.number, document: kept.value })
    return succeed(null)
  })
}

async function keptPdf(
  { documents }: Pick<PlansNeeds, 'documents'>,
  file: UploadedFile | undefined,
): Promise<Result<string, FieldProblem>> {
  if (!file || (file.size === 0 && !file.tooLarge)) return fail({ field: 'file', code: 'document-missing' })
  if (file.tooLarge || file.size > LARGEST) return fail({ field: 'file', code: 'document-too-large' })
  const checked = await inspectUpload(file)
  if (!checked.ok) return fail({ field: 'file', code: 'document-unreadable' })
  if (checked.kind !== 'pdf' || !checked.redrawn) return fail({ field: 'file', code: 'document-not-pdf' })
  return succeed((await documents.put(checked.redrawn, 'application/pdf')).sha256)
}

/** Records who is asked about a draft, and shows it to the members of the board. */
export async function askAboutProcedure(needs: Needs, doer: Doer, id: string, input: ProcedureAskInput): Done {
  return writeAs(needs.db, doer, async (tx) => {
    const { version } = await holdDraft(tx, doer, id)
    if (Temporal.PlainDate.compare(input.dueOn, doer.today) < 0) return fail({ field: 'dueOn', code: 'in-the-past' })
    const names = [...new Set(input.consultees.split('\n').map((name) => name.trim()))].filter((name) => name !== '').slice(0, 30)
    if (names.length === 0) return fail({ field: 'consultees', code: 'asked-nobody' })
    if (version.state === 'draft') await saveVersion(tx, version, version.revision, { state: 'consultation', sight: 'members' })
    const of = { of_version: version.id, body: version.body, sight: 'members' }
    await tx
      .insertInto('plans.procedure_opinion')
      .values(names.map((name) => ({ id: newId(), ...of, consultee: name.slice(0, 200), asked_on: doer.today, due_on: input.dueOn })))
      .execute()
    await auditProcedure(tx, doer, 'asked', id, input)
    return succeed(null)
  })
}

/** Records what somebody said who was asked, and what was changed because of it. @throws Conflict where somebody else saved first */
export async function recordProcedureOpinion(needs: Needs, doer: Doer, id: string, input: ProcedureOpinionInput): Done {
  return writeAs(needs.db, doer, async (tx) => {
    const { opinion, procedure, version } = await findProcedureOpinion(tx, id)
    await demand(tx, doer, guardedProcedure(procedure), 'change')
    if (!isWorkedOn(version)) throw new Conflict('The version is no draft any more.')
    if (Temporal.PlainDate.compare(input.saidOn, doer.today) > 0) return fail({ field: 'saidOn', code: 'in-the-future' })
    if (Temporal.PlainDate.compare(input.saidOn, opinion.askedOn) < 0) return fail({ field: 'saidOn', code: 'before-asked' })
    const saved = await tx
      .updateTable('plans.procedure_opinion')
      .set({ said: input.said, said_on: input.saidOn, changed: input.changed ?? '', version: input.version + 1 })
      .where('id', '=', id)
      .where('version', '=', input.version)
      .executeTakeFirst()
    if (saved.numUpdatedRows !== 1n) throw new Conflict('Somebody else saved first.')
    await auditProcedure(tx, doer, 'opinion-recorded', procedure.id, input)
    return succeed(null)
  })
}

/** Issues a draft from a day; the version before ends on it. @throws Conflict where somebody else saved first */
export async function issueProcedure(needs: Needs, doer: Doer, id: string, input: IssueInput): Done {
  return writeAs(needs.db, doer, async (tx) => {
    const held = await holdProcedure(tx, doer, id, 'issue')
    const { version, versions } = await holdDraft(tx, doer, id)
    const issued = versions.filter(({ state }) => state === 'issued')
    const isEmpty = version.document === null && (await findProcedureText(tx, version.id)).blocks.length === 0
    const problem = issueProblem({ startsOn: input.startsOn, isEmpty }, issued)
    if (problem) return fail(problem)
    if (Temporal.PlainDate.compare(input.reviewOn, input.startsOn) <= 0) return fail({ field: 'reviewOn', code: 'next-before' })
    const open = issued.find(({ endsOn }) => endsOn === null)
    if (open) await tx.updateTable('plans.procedure_version').set({ ends_on: input.startsOn }).where('id', '=', open.id).execute()
    await saveVersion(tx, version, input.version, {
      ...{ state: 'issued', sight: held.audience, issued_on: doer.today, starts_on: input.startsOn },
    })
    await saveProcedure(tx, held, held.version, { review_on: input.reviewOn })
    await auditProcedure(tx, doer, 'issued', id, { number: version.number, ...input })
    return succeed(null)
  })
}

/** Drops a draft; a version that was issued stays. */
export async function dropProcedureDraft(needs: Needs, doer: Doer, id: string): Done {
  return writeAs(needs.db, doer, async (tx) => {
    const { version } = await holdDraft(tx, doer, id)
    await saveVersion(tx, version, version.revision, { state: 'dropped' })
    await auditProcedure(tx, doer, 'dropped', id, { number: version.number })
    return succeed(null)
  })
}

/** Whether a version is still written. */
export const isWorkedOn = ({ state }: Pick<ProcedureVersion, 'state'>): boolean => state === 'draft' || state === 'consultation'

async function holdDraft(
  tx: Writer,
  doer: Doer,
  id: string,
): Promise<{ readonly held: Procedure; readonly version: ProcedureVersion; readonly versions: readonly ProcedureVersion[] }> {
  const held = await holdProcedure(tx, doer, id, 'change')
  const versions = await findProcedureVersions(tx, [id])
  const version = versions.find(isWorkedOn)
  if (!version) throw new Conflict('No version of it is a draft.')
  return { held, version, versions }
}

async function saveVersion(
  tx: Writer,
  { id }: ProcedureVersion,
  revision: number,
  values: Readonly<Record<string, unknown>>,
): Promise<void> {
  const saved = await tx
    .updateTable('plans.procedure_version')
    .set({ ...values, version: revision + 1 })
    .where('id', '=', id)
    .where('version', '=', revision)
    .executeTakeFirst()
  if (saved.numUpdatedRows !== 1n) throw new Conflict('Somebody else saved first.')
}
