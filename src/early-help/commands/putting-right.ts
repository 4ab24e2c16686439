import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import type { Database, Writer } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { AskOtherInput, AskRightInput, Correction, DecideRightInput, DissentInput, MistakeInput } from '../forms/putting-right.ts'
import { findCodes } from '../queries/people.ts'
import { findRecord, findRectifications, type RightRecord } from '../queries/putting-right.ts'
import type { RightSource } from '../words/putting-right.ts'
import { recordInWords } from '../words/record-in-words.ts'
import { type Looking, lookAt } from './look.ts'
import { demandSeen } from './plan-look.ts'

type Needs = { readonly db: Database }
/** A record that can be put right. */
export interface OfRecord {
  readonly episode: string
  readonly source: RightSource
  readonly record: string
}

const classOf = (source: RightSource) => (source === 'person_fact' ? 'family' : 'voice')

/** Records what somebody asks to have put right, and by when they are answered (E12). @throws NotFound where the record is not open */
export async function askRight(needs: Needs, doer: Doer, of: OfRecord, input: AskRightInput): Promise<Result<void, FieldProblem>> {
  return lookAt<Result<void, FieldProblem>>(needs.db, doer, of.episode, 'rectify', async (looking) => {
    const now = await openRecord(looking, of)
    if (isLater(input.receivedOn, doer)) return fail({ field: 'receivedOn', code: 'in-the-future' })
    const waits = (await findRectifications(looking.tx, of.episode)).some(({ record, verdict }) => record === of.record && !verdict)
    if (waits) return fail({ field: '', code: 'right-waits' })
    await insert(looking, doer, { ...input, class: classOf(of.source), source: of.source, record: of.record, said: recordInWords(now) })
    return succeed(undefined)
  })
}

/** Records what somebody asks to have put right elsewhere in the record; it is changed on its own page. */
export async function askOther(needs: Needs, doer: Doer, episode: string, input: AskOtherInput): Promise<Result<void, FieldProblem>> {
  return lookAt<Result<void, FieldProblem>>(needs.db, doer, episode, 'rectify', async (looking) => {
    if (isLater(input.receivedOn, doer)) return fail({ field: 'receivedOn', code: 'in-the-future' })
    await insert(looking, doer, { ...input, source: 'other', record: null })
    return succeed(undefined)
  })
}

/** Puts a mistake right that somebody found who writes here; what it said before is kept, and marked (E2). */
export async function putMistakeRight(needs: Needs, doer: Doer, of: OfRecord, input: MistakeInput): Promise<Result<void, FieldProblem>> {
  return lookAt<Result<void, FieldProblem>>(needs.db, doer, of.episode, 'rectify', async (looking) => {
    const now = await openRecord(looking, of)
    const problem = await changeProblem(looking.tx, doer, now, input.correction)
    if (problem) return fail(problem)
    const { tx, ties } = looking
    const id = newId()
    await tx
      .insertInto('casework.rectification')
      .values({
        ...{ id, episode: of.episode, class: classOf(of.source), source: of.source, record: of.record, kind: 'mistake' },
        ...{ said: recordInWords(now), wanted: input.wanted, received_on: doer.today, due_on: doer.today, because: input.wanted },
        ...{ entered_by: ties.person, entered_at: doer.now, verdict: 'put-right', decided_by: ties.person, decided_at: doer.now },
      })
      .execute()
    await change(tx, of, input.correction)
    await note(tx, doer, of.episode, 'family.put-right', id)
    return succeed(undefined)
  })
}

/** Decides what somebody asked: it is put right in the same moment, or stays with the reason. Whoever wrote it does not refuse. */
export async function decideRight(
  needs: Needs,
  doer: Doer,
  of: { readonly episode: string; readonly rectification: string },
  input: DecideRightInput,
): Promise<Result<void, FieldProblem>> {
  return lookAt<Result<void, FieldProblem>>(needs.db, doer, of.episode, 'rectify', async (looking) => {
    const { tx, ties } = looking
    const asked = (await findRectifications(tx, of.episode)).find(({ id }) => id === of.rectification)
    if (!asked || asked.verdict || asked.isOfClosed) return fail({ field: '', code: 'right-decided' })
    const { source, record } = asked
    if (source !== 'other' && record !== null) {
      if (input.verdict === 'refused' && (await authorOf(tx, source, record)) === ties.person)
        return fail({ field: 'verdict', code: 'author-refuses' })
      const now = await openRecord(looking, { episode: of.episode, source, record })
      const problem = input.correction && (await changeProblem(tx, doer, now, input.correction))
      if (problem) return fail(problem)
    }
    const query = tx.updateTable('casework.rectification').set({
      ...{ verdict: input.verdict, because: input.because, told_how: input.toldHow, decided_by: ties.person, decided_at: doer.now },
      version: input.version + 1,
    })
    demandSeen(await query.where('id', '=', asked.id).where('version', '=', input.version).executeTakeFirst())
    if (input.correction && source !== 'other' && record !== null)
      await change(tx, { episode: of.episode, source, record }, input.correction)
    await note(tx, doer, of.episode, `family.right-${input.verdict}`, asked.id)
    return succeed(undefined)
  })
}

/** Keeps what somebody says against something that is recorded; it stands beside the record from now on. */
export async function recordDissent(needs: Needs, doer: Doer, episode: string, input: DissentInput): Promise<Result<void, FieldProblem>> {
  return lookAt<Result<void, FieldProblem>>(needs.db, doer, episode, 'rectify', async ({ tx, ties }) => {
    if (isLater(input.saidOn, doer)) return fail({ field: 'saidOn', code: 'in-the-future' })
    const { who, about, words, captured, saidOn, withheldFrom, rectification } = input
    const id = newId()
    await tx
      .insertInto('casework.dissent')
      .values({
        ...{ id, episode, class: input.class, who, about, words, captured, said_on: saidOn, withheld_from: withheldFrom ?? null },
        ...{ rectification: rectification ?? null, entered_by: ties.person, entered_at: doer.now },
      })
      .execute()
    await note(tx, doer, episode, 'family.dissent', id)
    return succeed(undefined)
  })
}

const isLater = (day: Temporal.PlainDate, { today }: Doer): boolean => Temporal.PlainDate.compare(day, today) > 0

async function openRecord({ tx }: Looking, of: OfRecord): Promise<RightRecord> {
  const now = await findRecord(tx, of)
  if (!now) throw new NotFound('No such record.')
  return now
}

async function authorOf(tx: Writer, source: RightSource, record: string): Promise<string | undefined> {
  const row = await tx.selectFrom(`casework.${source}`).select('entered_by').where('id', '=', record).executeTakeFirst()
  return row?.entered_by
}

async function insert(
  { tx, ties, family }: Looking,
  doer: Doer,
  asked: AskRightInput & { readonly class: string; readonly source: string; readonly record: string | null; readonly said: string },
): Promise<void> {
  const id = newId()
  await tx
    .insertInto('casework.rectification')
    .values({
      ...{ id, episode: family.id, class: asked.class, source: asked.source, record: asked.record, kind: 'asked', said: asked.said },
      ...{ wanted: asked.wanted, asked_by: asked.askedBy, entitled_by: asked.entitledBy, received_on: asked.receivedOn },
      // The database sets the day by its dated rule.
      ...{ due_on: asked.receivedOn, entered_by: ties.person, entered_at: doer.now },
    })
    .execute()
  await note(tx, doer, family.id, 'family.right-asked', id)
}

/** What is wrong of a correction: nothing is changed by it, or an answer is none of the list. */
export async function changeProblem(tx: Writer, doer: Doer, now: RightRecord, to: Correction): Promise<FieldProblem | undefined> {
  if (to.source === 'person_fact' && now.source === 'person_fact') {
    if (isLater(to.known_on, doer)) return { field: 'knownOn', code: 'in-the-future' }
    const codes = await findCodes(tx, doer.today)
    if (to.code !== null && to.code !== now.code && !codes.some(({ list, code }) => list === now.kind && code === to.code))
      return { field: 'answer', code: 'choice-unknown' }
    const isSame = to.standing === now.standing && to.code === now.code && to.words === now.words && to.origin === now.origin
    return isSame && to.known_on.equals(now.known_on) ? { field: 'answer', code: 'nothing-put-right' } : undefined
  }
  if (to.source === 'scale_reading' && now.source === 'scale_reading') {
    const isSame = to.standing === now.standing && to.value === now.value && to.why === now.why
    return isSame && to.one_higher === now.one_higher && to.captured === now.captured
      ? { field: 'answer', code: 'nothing-put-right' }
      : undefined
  }
  if (to.source !== 'own_words' || now.source !== 'own_words') return { field: '', code: 'nothing-put-right' }
  if (to.words === '' && now.words !== '') return { field: 'words', code: 'words-or-drawing' }
  return to.words === now.words && to.captured === now.captured ? { field: 'words', code: 'nothing-put-right' } : undefined
}

async function change(tx: Writer, { episode, record }: OfRecord, to: Correction): Promise<void> {
  if (to.source === 'own_words') {
    const { source: _, ...columns } = to
    await tx.updateTable('casework.own_words').set(columns).where('id', '=', record).where('episode', '=', episode).execute()
  } else if (to.source === 'scale_reading') {
    const { source: _, ...columns } = to
    await tx.updateTable('casework.scale_reading').set(columns).where('id', '=', record).where('episode', '=', episode).execute()
  } else {
    const { source: _, origin, ...columns } = to
    await tx
      .updateTable('casework.person_fact')
      .set({ ...columns, source: origin })
      .where('id', '=', record)
      .where('episode', '=', episode)
      .execute()
  }
}

const note = (tx: Writer, doer: Doer, subject: string, act: string, content: string) =>
  appendAudit(tx, { actor: doer.actor, act, subjectType: 'family', subject, content })
