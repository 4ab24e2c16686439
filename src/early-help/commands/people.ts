import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import type { Database, Writer } from '#platform/database/session.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { ApartInput, FactsInput, IdentifierInput, KnownAsInput, MemberChange, MemberInput, MergeInput } from '../forms/people.ts'
import { findCodes, findMembers, findMerges, findOtherNames, type Member } from '../queries/people.ts'
import { type Birth, seemTheSame } from '../rules/birth.ts'
import { type Looking, lookAt } from './look.ts'

type Needs = { readonly db: Database }

/** Somebody of a family at an address: the episode looked at, and the person. */
export interface OfMember {
  readonly episode: string
  readonly person: string
}

/** Looks at a family to write of one of its people; none of another family, none of a closed record. @throws NotFound */
export async function writeOf(
  needs: Needs,
  doer: Doer,
  of: OfMember,
  work: (looking: Looking & { readonly member: Member; readonly members: readonly Member[] }) => Promise<Result<void, FieldProblem>>,
): Promise<Result<void, FieldProblem>> {
  return lookAt(needs.db, doer, of.episode, 'people', async (looking) => {
    if (looking.family.closedOn) return fail({ field: '', code: 'closed-already' })
    const members = await findMembers(looking.tx, looking.family.family)
    const member = members.find(({ id }) => id === of.person)
    if (!member) throw new NotFound('No such person.')
    return work({ ...looking, member, members })
  })
}

/** The columns that every line of a family's record begins with. */
export const lineOf = ({ family, ties }: Looking, { now }: Doer) => ({
  ...{ id: newId(), episode: family.id, family: family.family, entered_by: ties.person, entered_at: now },
})

/** Writes that something was done with somebody; ids and the kind of act, and nothing of what was written. */
export async function auditOf(tx: Writer, doer: Doer, act: string, { episode, person }: OfMember): Promise<void> {
  await appendAudit(tx, { actor: doer.actor, act: `family.${act}`, subjectType: 'family', subject: episode, content: person })
}

const columnsOf = (birth: Birth) => ({
  born_on: birth.known === 'day' ? birth.day : null,
  due_on: birth.known === 'due' ? birth.day : null,
  born_year: birth.known === 'year' || birth.known === 'month' ? birth.year : null,
  born_month: birth.known === 'month' ? birth.month : null,
})

function birthProblem(birth: Birth, today: Temporal.PlainDate): FieldProblem | undefined {
  if (birth.known === 'day' && Temporal.PlainDate.compare(birth.day, today) > 0) return { field: 'bornOn', code: 'born-in-the-future' }
  if (birth.known === 'due' && Temporal.PlainDate.compare(birth.day, today.add({ days: 300 })) > 0)
    return { field: 'dueOn', code: 'due-too-late' }
  if (birth.known !== 'year' && birth.known !== 'month') return undefined
  const earliest = Temporal.PlainDate.from({ year: birth.year, month: birth.known === 'month' ? birth.month : 1, day: 1 })
  return Temporal.PlainDate.compare(earliest, today) > 0 ? { field: 'bornYear', code: 'born-in-the-future' } : undefined
}

/** Enters somebody of the family; the same name and birth warn, once: whoever enters them says that it is another person (E1). */
export async function enterMember(needs: Needs, doer: Doer, episode: string, input: MemberInput): Promise<Result<void, FieldProblem>> {
  return lookAt(needs.db, doer, episode, 'people', async ({ tx, family, ties }) => {
    if (family.closedOn) return fail({ field: '', code: 'closed-already' })
    const problem = birthProblem(input.birth, doer.today)
    if (problem) return fail(problem)
    if (!input.isAnother && seemTheSame(input, await findMembers(tx, family.family)).length > 0)
      return fail({ field: 'isAnother', code: 'seems-the-same' })
    await tx
      .insertInto('casework.person')
      .values({
        ...{ id: newId(), family: family.family, name: input.name, part: input.part, has_responsibility: input.hasResponsibility },
        ...{ ...columnsOf(input.birth), entered_by: ties.person, entered_in: episode },
      })
      .execute()
    await appendAudit(tx, { actor: doer.actor, act: 'family.person-entered', subjectType: 'family', subject: episode, content: input.part })
    return succeed(undefined)
  })
}

/** Changes somebody. A name that changed stands on as a former name with its last day; a corrected mistake is kept only as what the record said before. */
export async function changeMember(needs: Needs, doer: Doer, of: OfMember, input: MemberChange): Promise<Result<void, FieldProblem>> {
  return writeOf(needs, doer, of, async (looking) => {
    const { tx, member } = looking
    const problem = birthProblem(input.birth, doer.today)
    if (problem) return fail(problem)
    const isRenamed = input.name !== member.name
    if (isRenamed && input.nameWas === 'same') return fail({ field: 'nameWas', code: 'name-differs' })
    if (isRenamed && input.nameWas === 'changed' && !input.changedOn) return fail({ field: 'changedOn', code: 'required' })
    if (input.changedOn && Temporal.PlainDate.compare(input.changedOn, doer.today) > 0)
      return fail({ field: 'changedOn', code: 'in-the-future' })
    const { numUpdatedRows } = await tx
      .updateTable('casework.person')
      .set({
        name: input.name,
        part: input.part,
        has_responsibility: input.hasResponsibility,
        ...columnsOf(input.birth),
        version: input.version + 1,
      })
      .where('id', '=', of.person)
      .where('version', '=', input.version)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) throw new Conflict('Somebody else changed this first.')
    if (isRenamed && input.nameWas === 'changed')
      await tx
        .insertInto('casework.person_name')
        .values({ ...lineOf(looking, doer), person: of.person, kind: 'former', name: member.name, ends_on: input.changedOn ?? null })
        .execute()
    await auditOf(tx, doer, 'person-changed', of)
    return succeed(undefined)
  })
}

/** Records facts of somebody with their source and day; what was answered before stays beside them. */
export async function recordFacts(
  needs: Needs,
  doer: Doer,
  of: OfMember,
  { answers, source, knownOn }: FactsInput,
): Promise<Result<void, FieldProblem>> {
  return writeOf(needs, doer, of, async (looking) => {
    if (Temporal.PlainDate.compare(knownOn, doer.today) > 0) return fail({ field: 'knownOn', code: 'in-the-future' })
    const codes = await findCodes(looking.tx, doer.today)
    const isAnswer = (answer: string): answer is 'not-asked' | 'declined' => answer === 'not-asked' || answer === 'declined'
    const unknown = answers.find(
      ({ kind, answer }) => !isAnswer(answer) && !codes.some(({ list, code }) => list === kind && code === answer),
    )
    if (unknown) return fail({ field: unknown.kind, code: 'choice-unknown' })
    await looking.tx
      .insertInto('casework.person_fact')
      .values(
        answers.map(({ kind, answer, words }) => ({
          ...{ ...lineOf(looking, doer), person: of.person, kind, words, source, known_on: knownOn },
          ...(isAnswer(answer) ? { standing: answer, code: null } : { standing: 'answered', code: answer }),
        })),
      )
      .execute()
    await auditOf(looking.tx, doer, 'facts-recorded', of)
    return succeed(undefined)
  })
}

/** Records a number of somebody, with where it comes from. */
export async function recordIdentifier(
  needs: Needs,
  doer: Doer,
  of: OfMember,
  input: IdentifierInput,
): Promise<Result<void, FieldProblem>> {
  return writeOf(needs, doer, of, async (looking) => {
    const { kind, value, provenance, knownOn } = input
    if (Temporal.PlainDate.compare(knownOn, doer.today) > 0) return fail({ field: 'knownOn', code: 'in-the-future' })
    await looking.tx
      .insertInto('casework.person_identifier')
      .values({ ...lineOf(looking, doer), person: of.person, kind, value, provenance, known_on: knownOn })
      .execute()
    await auditOf(looking.tx, doer, 'identifier-recorded', of)
    return succeed(undefined)
  })
}

/** Records a name that somebody goes by besides their own (E1). */
export async function recordKnownAs(needs: Needs, doer: Doer, of: OfMember, input: KnownAsInput): Promise<Result<void, FieldProblem>> {
  return writeOf(needs, doer, of, async (looking) => {
    const { tx, member } = looking
    if (input.startsOn && Temporal.PlainDate.compare(input.startsOn, doer.today) > 0)
      return fail({ field: 'startsOn', code: 'in-the-future' })
    const held = (await findOtherNames(tx, [of.person])).filter(({ kind }) => kind === 'known-as').map(({ name }) => name)
    if ([member.name, ...held].some((name) => name.toLowerCase() === input.name.toLowerCase()))
      return fail({ field: 'name', code: 'known-already' })
    await tx
      .insertInto('casework.person_name')
      .values({ ...lineOf(looking, doer), person: of.person, kind: 'known-as', name: input.name, starts_on: input.startsOn ?? null })
      .execute()
    await auditOf(tx, doer, 'known-as-recorded', of)
    return succeed(undefined)
  })
}

/** Says that two records are one person. Both stay, with all that is written of each, and are shown together under the one that is kept. */
export async function mergeMembers(
  needs: Needs,
  doer: Doer,
  of: OfMember,
  { merged, because }: MergeInput,
): Promise<Result<void, FieldProblem>> {
  return writeOf(needs, doer, of, async (looking) => {
    const { tx, member, members } = looking
    const other = members.find(({ id }) => id === merged)
    if (!other || other.id === of.person || other.part !== member.part) return fail({ field: 'merged', code: 'merge-of-another' })
    if (member.keptAs !== member.id || other.keptAs !== other.id) return fail({ field: 'merged', code: 'merged-already' })
    await tx
      .insertInto('casework.person_merge')
      .values({ ...lineOf(looking, doer), kept: of.person, merged, because })
      .execute()
    await auditOf(tx, doer, 'people-merged', of)
    return succeed(undefined)
  })
}

/**
 * Says that two records that were merged are of two people. What was written of each is theirs again; what was entered since of whoever was kept stays theirs, and
 * is counted beside the reason. The merge is kept as what stood (E1).
 */
export async function unmergeMembers(
  needs: Needs,
  doer: Doer,
  of: OfMember & { readonly merged: string },
  { because }: ApartInput,
): Promise<Result<void, FieldProblem>> {
  return writeOf(needs, doer, of, async (looking) => {
    const { tx, family } = looking
    const stood = (await findMerges(tx, family.family)).find(({ kept, merged }) => kept === of.person && merged === of.merged)
    if (!stood) return fail({ field: '', code: 'merge-gone' })
    const former = { merge: stood.id, merged_because: stood.because, merged_by: stood.by, merged_at: stood.at }
    await tx
      .insertInto('casework.person_unmerge')
      .values({ ...lineOf(looking, doer), ...former, kept: of.person, merged: of.merged, because })
      .execute()
    await auditOf(tx, doer, 'people-unmerged', of)
    return succeed(undefined)
  })
}
