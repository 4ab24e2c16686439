import { newId } from '#platform/database/ids.ts'
import type { Acting, Database, Writer } from '#platform/database/session.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { dayInWords } from '#platform/time/words.ts'
import { type CompositionRule, findRecordedDemands } from '../queries/composition.ts'
import { findTermsVersion, findTermsVersionInForce, type TermsVersion } from '../queries/terms.ts'
import { findGivenFacts, findNeighbours } from '../queries/terms-beside.ts'
import { judgeAdoption } from '../rules/adoption.ts'
import { type CompositionDemand, demandCovers, demandsOn, plainWords } from '../rules/composition.ts'
import { checkTerms } from '../rules/terms/check.ts'
import type { Finding } from '../rules/terms/finding.ts'
import { parseTermsText, printTerms } from '../rules/terms/portable.ts'
import type { Terms } from '../rules/terms/terms.ts'
import { permit } from './permit.ts'
import { command, record } from './write-record.ts'

/** The number of a terms version, by which it is addressed. */
export interface Numbered {
  readonly number: number
}

/** Two drafts at the same moment ask for the same number. */
export const twice = { terms_version_body_number_key: { field: '', code: 'drafted-twice' } }

/** Saves a draft from a portable document (G4). Problems: those of the format, all on the field 'document'. */
export async function importTermsDraft(
  db: Database,
  acting: Acting,
  input: { readonly body: string; readonly document: string },
): Promise<Result<Numbered, FieldProblem>> {
  const parsed = parseTermsText(input.document)
  if (!parsed.ok) {
    const [first, ...more] = parsed.problems
      .slice(0, 20)
      .map(({ code, path, detail }): FieldProblem => ({ field: 'document', code: `terms-${code}`, details: { path, detail } }))
    return fail(first ?? { field: 'document', code: 'terms-wrong-shape' }, ...more)
  }
  return command(db, acting, twice, (tx) => insertDraft(tx, acting, input.body, parsed.value))
}

/** Starts a draft as a copy of the version in force. Problems: 'nothing-in-force'. */
export async function copyTermsDraft(db: Database, acting: Acting, body: string): Promise<Result<Numbered, FieldProblem>> {
  return command(db, acting, twice, async (tx) => {
    const inForce = await findTermsVersionInForce(tx, body, acting.today)
    if (inForce === undefined) return fail({ field: '', code: 'nothing-in-force' })
    const kept = (await findRecordedDemands(tx, [body])).get(body) ?? []
    return insertDraft(tx, acting, body, withDemands(inForce.terms, demandsOn(kept, acting.today)))
  })
}

/** Terms with what the record demands beside them, so that the next version says it and carries it along (G18). */
function withDemands(terms: Terms, kept: readonly CompositionRule[]): Terms {
  const { composition = [] } = terms
  const isSame = (one: CompositionDemand, other: CompositionDemand): boolean =>
    one.matches === other.matches && plainWords(one.value) === plainWords(other.value)
  const left = composition.filter((one) => !kept.some((other) => isSame(one, other) && !demandCovers(one, other)))
  const taken = kept
    .filter((one) => !composition.some((other) => demandCovers(other, one)))
    .map(({ matches, value, atLeast, atMeetings, source }) => ({ matches, value, atLeast, atMeetings, source: null, note: source }))
  const all = [...left, ...taken].slice(0, 40)
  return all.length === 0 ? terms : { ...terms, composition: all }
}

/** Writes a new draft under the next number of its body. */
export async function insertDraft(tx: Writer, acting: Acting, body: string, terms: Terms): Promise<Result<Numbered, FieldProblem>> {
  const { actor } = await permit(tx, acting, { record: 'terms', state: 'draft', verb: 'add', ties: { body } })
  const known = await tx.selectFrom('governance.body').select('id').where('id', '=', body).executeTakeFirst()
  if (known === undefined) throw new NotFound()
  const last = await tx
    .selectFrom('governance.terms_version')
    .select((select) => select.fn.max('number').as('number'))
    .where('body', '=', body)
    .executeTakeFirst()
  const id = newId()
  const number = (last?.number ?? 0) + 1
  await tx
    .insertInto('governance.terms_version')
    .values({
      id,
      body,
      number,
      state: 'draft',
      starts_on: Temporal.PlainDate.from(terms.from),
      document: printTerms(terms),
      recorded_at: acting.now,
      recorded_by: actor,
    })
    .execute()
  await record(tx, actor, 'terms.drafted', 'terms', id, { number, terms })
  return succeed({ number })
}

/** What adopting a draft needs. */
export interface Adoption {
  readonly body: string
  readonly number: number
  readonly version: number
  /** First day in force; the version before ends on it. */
  readonly startsOn: Temporal.PlainDate
  /** Who adopted it, in words: "the board, at its meeting of 4 March 2026". */
  readonly adoptedBy: string
  /** What they say to the contradictions found; empty where nothing had to be answered. */
  readonly answer: string
}

/** The decision that adopts a draft, with the words that were decided: these are adopted, whatever the draft says since. */
export interface DecidedTerms {
  readonly decision: string
  readonly terms: Terms
}

/**
 * Adopts a draft: it is in force from its first day, on which the version before it ends (G4).
 * Problems: 'terms-refused' for a quorum that can never be met and for matters that go round in a circle, 'answer-needed' while contradictions are not answered in words,
 * 'later-version' where one already begins on that day or after it.
 */
export async function adoptTerms(
  db: Database,
  acting: Acting,
  input: Adoption,
  decided?: DecidedTerms,
): Promise<Result<Numbered, FieldProblem>> {
  const later = { field: 'startsOn', code: 'later-version', details: { day: dayInWords(input.startsOn) } }
  const gone = { field: '', code: 'no-longer-decided' }
  return command(db, acting, { terms_version_body_daterange_excl: later, asked_to_adopt: gone }, async (tx) => {
    const draft = await lockDraft(tx, acting, input, 'adopt')
    const adopted = decided?.terms ?? draft.terms
    const law = await findGivenFacts(tx, input.body, acting.today)
    const problems = problemsOf(checkTerms(adopted, law, await findNeighbours(tx, input.body, acting.today)), input.answer)
    const [first, ...more] = problems
    if (first) return fail(first, ...more)
    if (!(await endVersionBefore(tx, input))) return fail(later)
    const terms: Terms = { ...adopted, from: input.startsOn.toString(), until: null }
    if (decided && printTerms(decided.terms) !== printTerms(draft.terms)) await insertDraft(tx, acting, input.body, draft.terms)
    await tx
      .updateTable('governance.terms_version')
      .set({
        state: 'adopted',
        starts_on: input.startsOn,
        document: printTerms(terms),
        adopted_by: input.adoptedBy,
        adoption_answer: input.answer,
        adopted_decision: decided?.decision ?? null,
        version: draft.version + 1,
      })
      .where('id', '=', draft.id)
      .execute()
    await record(tx, draft.actor, 'terms.adopted', 'terms', draft.id, { ...input, decision: decided?.decision, terms })
    return succeed({ number: input.number })
  })
}

function problemsOf(findings: readonly Finding[], answer: string): readonly FieldProblem[] {
  const { refused, toAnswer } = judgeAdoption(findings)
  if (refused.length > 0) return refused.map(({ sentence }) => ({ field: '', code: 'terms-refused', details: { sentence } }))
  return toAnswer.length > 0 && answer === '' ? [{ field: 'answer', code: 'answer-needed', details: { count: toAnswer.length } }] : []
}

/** Ends the version that is in force when the next begins; false where one begins on that day or later. */
async function endVersionBefore(tx: Writer, { body, startsOn }: Adoption): Promise<boolean> {
  const before = await tx
    .selectFrom('governance.terms_version')
    .select(['id', 'starts_on as startsOn', 'ends_on as endsOn'])
    .where('body', '=', body)
    .where('state', '=', 'adopted')
    .orderBy('starts_on', 'desc')
    .executeTakeFirst()
  if (!before) return true
  if (Temporal.PlainDate.compare(before.startsOn, startsOn) >= 0) return false
  if (before.endsOn === null || Temporal.PlainDate.compare(before.endsOn, startsOn) > 0)
    await tx.updateTable('governance.terms_version').set({ ends_on: startsOn }).where('id', '=', before.id).execute()
  return true
}

/** Withdraws a draft that is not wanted; it stays in the list. */
export async function withdrawTermsDraft(
  db: Database,
  acting: Acting,
  input: { readonly body: string; readonly number: number; readonly version: number },
): Promise<Result<Numbered, FieldProblem>> {
  return command(db, acting, {}, async (tx) => {
    const draft = await lockDraft(tx, acting, input, 'withdraw')
    await tx
      .updateTable('governance.terms_version')
      .set({ state: 'withdrawn', version: draft.version + 1 })
      .where('id', '=', draft.id)
      .execute()
    await record(tx, draft.actor, 'terms.withdrawn', 'terms', draft.id, input)
    return succeed({ number: input.number })
  })
}

/** Writes a version as its portable document; the same version always gives the same bytes. */
export function exportTerms(version: TermsVersion): string {
  return printTerms(version.terms)
}

/** Takes a draft for changing. @throws Conflict where it is no draft any more, or not in the version that the form was made from. */
export async function lockDraft(
  tx: Writer,
  acting: Acting,
  input: { readonly body: string; readonly number: number; readonly version: number },
  verb: string,
) {
  const { actor } = await permit(tx, acting, { record: 'terms', state: 'draft', verb, ties: { body: input.body } })
  const row = await tx
    .selectFrom('governance.terms_version')
    .select(['id', 'state', 'version'])
    .where('body', '=', input.body)
    .where('number', '=', input.number)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw new NotFound()
  if (row.state !== 'draft' || row.version !== input.version) throw new Conflict()
  const found = await findTermsVersion(tx, input.body, input.number)
  if (found === undefined) throw new NotFound()
  return { ...found, actor }
}
