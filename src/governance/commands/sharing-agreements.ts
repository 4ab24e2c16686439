import { newId } from '#platform/database/ids.ts'
import type { Acting, Database, Writer } from '#platform/database/session.ts'
import { hold, release } from '#platform/documents/references.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { findSharingAgreement, type SharingAgreement, sharingTies } from '../queries/sharing-agreements.ts'
import { type Permitted, permit } from './permit.ts'
import { command, record } from './write-record.ts'

type Done = Promise<Result<{ readonly id: string }, FieldProblem>>

/** What holds the signed paper in the store. */
const HOLDER = 'governance.sharing-agreement'

/** What an agreement says. */
export interface SharingWords {
  readonly title: string
  readonly data: string
  readonly purpose: string
  readonly lawfulBasis: string
  readonly owner: string
  readonly sight: 'members' | 'public'
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | undefined
  readonly reviewOn: Temporal.PlainDate
}

const constraints = {
  sharing_agreement_once: { field: 'title', code: 'agreement-known' },
  sharing_agreement_owner_fkey: { field: 'owner', code: 'choice-unknown' },
  sharing_party_organisation_fkey: { field: 'parties', code: 'choice-unknown' },
  sharing_review_once: { field: 'reviewedOn', code: 'review-known' },
}

const columnsOf = ({ title, data, purpose, lawfulBasis, owner, sight, startsOn, endsOn, reviewOn }: SharingWords) => ({
  ...{ title, data, purpose, lawful_basis: lawfulBasis, owner, sight, starts_on: startsOn, ends_on: endsOn ?? null, review_on: reviewOn },
})

function refuseWords({ startsOn, endsOn, reviewOn }: SharingWords): FieldProblem | undefined {
  if (endsOn && Temporal.PlainDate.compare(endsOn, startsOn) <= 0) return { field: 'endsOn', code: 'ends-before-start' }
  return Temporal.PlainDate.compare(reviewOn, startsOn) <= 0 ? { field: 'reviewOn', code: 'review-before-start' } : undefined
}

/** Records an agreement; it holds when every party has signed (G19). Problems: 'parties-two', 'agreement-known', 'ends-before-start', 'review-before-start'. */
export async function addSharingAgreement(
  db: Database,
  acting: Acting,
  input: SharingWords & { readonly body: string; readonly parties: readonly string[] },
): Done {
  return command(db, acting, constraints, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'sharing-agreement', state: 'public', verb: 'add', ties: { body: input.body } })
    const wrong = input.parties.length < 2 ? { field: 'parties', code: 'agreement-parties-two' } : refuseWords(input)
    if (wrong) return fail(wrong)
    const id = newId()
    await tx
      .insertInto('governance.sharing_agreement')
      .values({ id, body: input.body, ...columnsOf(input) })
      .execute()
    await tx
      .insertInto('governance.sharing_party')
      .values(input.parties.map((organisation) => ({ agreement: id, organisation })))
      .execute()
    await record(tx, actor, 'sharing-agreement.added', 'sharing-agreement', id, input)
    return succeed({ id })
  })
}

/** Which agreement, and the version that the form was made from. */
export interface KnownAgreement {
  readonly id: string
  readonly version: number
}

/** Changes an agreement that nobody has signed; one that was signed keeps its words, and only owner and sight change. Problems: 'signed-words-stay'. @throws Conflict */
export async function changeSharingAgreement(db: Database, acting: Acting, input: SharingWords & KnownAgreement): Done {
  return command(db, acting, constraints, async (tx) => {
    const { agreement, actor } = await openAgreement(tx, acting, input, 'change')
    const wrong = refuseWords(input)
    if (wrong) return fail(wrong)
    if (agreement.parties.some(({ signedOn }) => signedOn) && !isSameWording(agreement, input))
      return fail({ field: 'title', code: 'signed-words-stay' })
    await tx
      .updateTable('governance.sharing_agreement')
      .set({ ...columnsOf(input), version: input.version + 1 })
      .where('id', '=', input.id)
      .execute()
    await record(tx, actor, 'sharing-agreement.changed', 'sharing-agreement', input.id, input)
    return succeed({ id: input.id })
  })
}

function isSameWording(one: SharingAgreement, other: SharingWords): boolean {
  const sameDay = (a: Temporal.PlainDate | undefined, b: Temporal.PlainDate | undefined): boolean =>
    a === undefined || b === undefined ? a === b : a.equals(b)
  const words = (of: SharingWords | SharingAgreement): string => JSON.stringify([of.title, of.data, of.purpose, of.lawfulBasis])
  return words(one) === words(other) && sameDay(one.startsOn, other.startsOn) && sameDay(one.endsOn, other.endsOn)
}

/** Records the signature of a party. Problems: 'in-the-future', 'party-signed-already'. @throws NotFound */
export async function signSharingAgreement(
  db: Database,
  acting: Acting,
  input: { readonly id: string; readonly organisation: string; readonly signedBy: string; readonly signedOn: Temporal.PlainDate },
): Done {
  return command(db, acting, {}, async (tx) => {
    const { agreement, actor } = await openAgreement(tx, acting, input, 'sign')
    const party = agreement.parties.find(({ organisation }) => organisation === input.organisation)
    if (party === undefined) throw new NotFound()
    if (party.signedOn) return fail({ field: 'signedOn', code: 'party-signed-already' })
    if (Temporal.PlainDate.compare(input.signedOn, acting.today) > 0) return fail({ field: 'signedOn', code: 'in-the-future' })
    await tx
      .updateTable('governance.sharing_party')
      .set({ signed_by: input.signedBy, signed_on: input.signedOn })
      .where('agreement', '=', input.id)
      .where('organisation', '=', input.organisation)
      .execute()
    await record(tx, actor, 'sharing-agreement.signed', 'sharing-agreement', input.id, input)
    return succeed({ id: input.id })
  })
}

/** Records that it was looked at again, and when next. Problems: 'in-the-future', 'next-not-later', 'review-known'. @throws Conflict */
export async function reviewSharingAgreement(
  db: Database,
  acting: Acting,
  input: KnownAgreement & { readonly reviewedOn: Temporal.PlainDate; readonly outcome: string; readonly nextOn: Temporal.PlainDate },
): Done {
  return command(db, acting, constraints, async (tx) => {
    const { actor } = await openAgreement(tx, acting, input, 'review')
    const { id, reviewedOn, outcome, nextOn, version } = input
    if (Temporal.PlainDate.compare(reviewedOn, acting.today) > 0) return fail({ field: 'reviewedOn', code: 'in-the-future' })
    if (Temporal.PlainDate.compare(nextOn, acting.today) <= 0) return fail({ field: 'nextOn', code: 'next-not-later' })
    await tx
      .insertInto('governance.sharing_review')
      .values({ id: newId(), agreement: id, reviewed_on: reviewedOn, outcome, next_on: nextOn, reviewed_by: actor })
      .execute()
    await tx
      .updateTable('governance.sharing_agreement')
      .set({ review_on: nextOn, version: version + 1 })
      .where('id', '=', id)
      .execute()
    await record(tx, actor, 'sharing-agreement.reviewed', 'sharing-agreement', id, input)
    return succeed({ id })
  })
}

/** Withdraws an agreement: nothing can rest on it from that day. Problems: 'withdrawn-earlier'. @throws Conflict */
export async function withdrawSharingAgreement(
  db: Database,
  acting: Acting,
  input: KnownAgreement & { readonly withdrawnOn: Temporal.PlainDate; readonly because: string },
): Done {
  return command(db, acting, {}, async (tx) => {
    const { actor } = await openAgreement(tx, acting, input, 'change')
    await tx
      .updateTable('governance.sharing_agreement')
      .set({ withdrawn_on: input.withdrawnOn, withdrawn_because: input.because, version: input.version + 1 })
      .where('id', '=', input.id)
      .execute()
    await record(tx, actor, 'sharing-agreement.withdrawn', 'sharing-agreement', input.id, input)
    return succeed({ id: input.id })
  })
}

/** Keeps the signed paper, which is in the store already, in the place of an earlier one. @throws Conflict */
export async function keepSignedPaper(
  db: Database,
  acting: Acting,
  input: KnownAgreement & { readonly document: string; readonly sight: 'members' | 'public' },
): Done {
  return command(db, acting, {}, async (tx) => {
    const { agreement, actor } = await openAgreement(tx, acting, input, 'change')
    if (input.sight === 'public' && agreement.sight !== 'public') return fail({ field: 'sight', code: 'paper-not-wider' })
    await tx
      .updateTable('governance.sharing_agreement')
      .set({ version: input.version + 1 })
      .where('id', '=', input.id)
      .execute()
    const paper = { document: input.document, sight: input.sight }
    await tx
      .insertInto('governance.sharing_paper')
      .values({ agreement: input.id, ...paper })
      .onConflict((conflict) => conflict.column('agreement').doUpdateSet(paper))
      .execute()
    await hold(tx, input.document, HOLDER, input.id)
    if (agreement.document && agreement.document !== input.document) await release(tx, agreement.document, HOLDER, input.id)
    await record(tx, actor, 'sharing-agreement.paper-kept', 'sharing-agreement', input.id, { document: input.document, sight: input.sight })
    return succeed({ id: input.id })
  })
}

/** Finds and locks an agreement for whoever may do this with it. */
async function openAgreement(
  tx: Writer,
  acting: Acting,
  { id, version }: { readonly id: string; readonly version?: number },
  verb: string,
): Promise<Pick<Permitted, 'actor'> & { readonly agreement: SharingAgreement }> {
  const found = await findSharingAgreement(tx, id, acting.today)
  if (found === undefined) throw new NotFound()
  const { actor } = await permit(tx, acting, { record: 'sharing-agreement', state: found.sight, verb, ties: sharingTies(found) })
  await tx.selectFrom('governance.sharing_agreement').select('id').where('id', '=', id).forUpdate().execute()
  const agreement = await findSharingAgreement(tx, id, acting.today)
  if (agreement === undefined) throw new NotFound()
  if ((version !== undefined && agreement.version !== version) || agreement.withdrawnOn) throw new Conflict()
  return { agreement, actor }
}
