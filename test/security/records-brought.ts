import { newId } from '#platform/database/ids.ts'
import type { Database } from '#platform/database/session.ts'
import { MARKER, matrixDay, matrixNow } from './world.ts'

interface Base {
  readonly meeting: string
  readonly body: string
  readonly sight: string
}

/** Something that was brought: to be settled, accepted for the members, or for everybody. */
export async function addSubmission(owner: Database, base: Base, item: string, category: string): Promise<string> {
  const id = newId()
  const state = base.sight === 'draft' ? 'received' : 'accepted'
  await owner
    .insertInto('meetings.submission')
    .values({
      ...base,
      id,
      item,
      category,
      kind: 'public_question',
      text: `What of ${MARKER}?`,
      received_at: matrixNow,
      notice: '{}',
      state,
    })
    .execute()
  return id
}

/** A question to the author of a paper that is out, answered; published with a public paper. A draft takes none. */
export async function addPaperQuestion(
  owner: Database,
  base: Base,
  about: { readonly paper: string; readonly item: string; readonly category: string; readonly person: string },
): Promise<string> {
  const id = newId()
  await owner
    .insertInto('meetings.paper_question')
    .values({
      ...{ ...base, ...about, id, name: '', text: `What of ${MARKER}?`, asked_at: matrixNow, actor: newId() },
      ...{ answer: `It is ${MARKER}.`, answered_by: 'The author', answered_at: matrixNow },
    })
    .execute()
  return id
}

/** A question about an absence to somebody who has no other part in the world, and a letter: both for the clerk and the chair. */
export async function addMisses<Found>(
  owner: Database,
  { meeting, body }: Base,
  found: (record: string, table: string, id: string) => Found,
): Promise<Found[]> {
  const { id: seat } = await owner
    .selectFrom('governance.seat')
    .select('id')
    .where('body', '=', body)
    .where('key', '=', 'member')
    .executeTakeFirstOrThrow()
  const [question, letter, person] = [newId(), newId(), newId()]
  await owner.insertInto('governance.person').values({ id: person, name: 'Person absent' }).execute()
  const who = { seat, place: 1, person, name: 'Person absent', actor: newId() }
  await owner
    .insertInto('meetings.absence_question')
    .values({ ...who, id: question, meeting, body, asked_at: matrixNow })
    .execute()
  await owner
    .insertInto('meetings.officer_letter')
    .values({ ...who, id: letter, body, missed: [matrixDay], text: `About ${MARKER}`, drafted_at: matrixNow })
    .execute()
  return [found('absence-question', 'meetings.absence_question', question), found('officer-letter', 'meetings.officer_letter', letter)]
}

/** A presentation that is filed with minutes. */
export async function addFiledFile(
  owner: Database,
  about: Base & { readonly minutes: string; readonly item: string; readonly category: string },
): Promise<string> {
  const id = newId()
  await owner
    .insertInto('meetings.minutes_file')
    .values({
      ...{ ...about, id, purpose: 'presentation', title: `Slides on ${MARKER}`, given_by: 'The speaker', kind: 'pdf' },
      ...{ file_name: 'slides.pdf', media_type: 'application/pdf', bytes: 10n, document: 'b'.repeat(64), pages: 1 },
      ...{ made_by: newId(), made_at: matrixNow },
    })
    .execute()
  return id
}

/** A partner that was asked to take a decision home, and said that it wants changes. */
export async function addRatification(
  owner: Database,
  { body }: Base,
  { decision, lead }: { readonly decision: string; readonly lead: string },
): Promise<{ readonly partner: string; readonly answer: string }> {
  const [organisation, partner, answer] = [newId(), newId(), newId()]
  await owner
    .insertInto('governance.organisation')
    .values({ id: organisation, name: `Agency ${organisation}`, sector: 'other', starts_on: matrixDay })
    .execute()
  await owner
    .insertInto('meetings.ratification_ask')
    .values({ decision, body, purpose: 'ratify', rule: 'all', asked_on: matrixDay, due_on: matrixDay })
    .execute()
  await owner.insertInto('meetings.ratification').values({ id: partner, decision, body, organisation, name: 'The agency', lead }).execute()
  await owner
    .insertInto('meetings.ratification_text')
    .values({ decision, number: 1, text: `About ${MARKER}`, put_on: matrixDay, actor: newId() })
    .execute()
  await owner
    .insertInto('meetings.ratification_answer')
    .values({
      ...{
        id: answer,
        ratification: partner,
        decision,
        body,
        text_number: 1,
        number: 1,
        answer: 'agreed_with_changes',
        own_body: 'Cabinet',
      },
      ...{ answered_on: matrixDay, words: `Without ${MARKER}`, recorded_as: 'clerk', recorded_by: 'The clerk', evidence: 'Letter' },
      ...{ actor: newId(), recorded_at: matrixNow },
    })
    .execute()
  return { partner, answer }
}
