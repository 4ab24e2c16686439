import { newId } from '#platform/database/ids.ts'
import type { Database } from '#platform/database/session.ts'
import { addElection } from './election-records.ts'
import { addLiveRecords } from './live-records.ts'
import { addPartTwo } from './part-two-records.ts'
import { addMisses, addPaperQuestion, addRatification, addSubmission } from './records-brought.ts'
import { addOfficerDecision } from './records-delegated.ts'
import { addMinutes } from './records-minutes.ts'
import { addSentPapers, addTermsProposal } from './records-sent.ts'
import { addConsultation } from './records-year.ts'
import { MARKER, matrixDay, matrixNow, personWho, type World } from './world.ts'

/** One row to be looked for: which table, which column, which value, and what it is in the matrix. */
export interface Exhibit {
  readonly record: string
  readonly state: string
  readonly table: string
  readonly column: string
  readonly id: string
  /** The role 'author' or 'lead' holds towards it. */
  readonly meeting: string
  readonly item: string
}

/** The three sights; exempt matter comes in the first two only. */
export const sights = ['draft', 'members', 'public'] as const
type Sight = (typeof sights)[number]

const tree = { version: 1, blocks: [{ type: 'paragraph', content: [{ type: 'text', text: `About ${MARKER}` }] }] }

/** Puts a meeting with one record of every type into the world, all in one sight, and says where each can be found. */
export async function addRecords(owner: Database, world: World, sight: Sight): Promise<Exhibit[]> {
  const { body } = world
  const meeting = newId()
  const base = { meeting, body, sight }
  const category = sight === 'public' ? 'public' : 'exempt'
  const actor = newId()
  await owner
    .insertInto('meetings.meeting')
    .values({
      id: meeting,
      body,
      sight,
      kind: 'ordinary',
      held_on: matrixDay.add({ days: 14 }),
      starts_at: '14:00',
      access: 'public',
      state: sight === 'draft' ? 'planned' : 'called',
      called_at: matrixNow,
    })
    .execute()
  await owner.insertInto('meetings.meeting_private').values({ meeting, online_link: 'https://example.org/join' }).execute()
  const item = await addItem(owner, base, category)
  const paper = await addPaper(owner, base, { item, category, author: personWho(world, 'author') })
  const publication = await addPublication(owner, base, { item, category, version: paper.version, actor })
  const decision = await addDecision(owner, base, item, category)
  const ratification = await addRatification(owner, base, { decision, lead: personWho(world, 'lead') })
  const action = await addAction(owner, base, { item, category, lead: personWho(world, 'lead') })
  const minutes = await addMinutes(owner, base, { item, category, actor })
  const despatch = newId()
  const told = { id: despatch, meeting, person: personWho(world, 'member'), email: 'a@b.example', channel: 'email', at: matrixNow }
  await owner.insertInto('meetings.despatch').values(told).execute()
  const attendance = newId()
  await owner
    .insertInto('meetings.attendance')
    .values({ ...base, id: attendance, name: 'Somebody', mode: 'in_room' })
    .execute()
  const live = await addLiveRecords(owner, world, { ...base, item, category })
  const submission = await addSubmission(owner, base, item, category)
  const travels = await addSentPapers(owner, { ...base, item, category, paper: paper.id })
  const officer = await addOfficerDecision(owner, world, sight)
  await addTermsProposal(owner, { ...base, item })
  const planItem = newId()
  await owner
    .insertInto('meetings.plan_item')
    .values({ id: planItem, body, sight, title: 'Plan item', purpose: 'decision', meeting, state: 'accepted', nominated_at: matrixNow })
    .execute()
  const found = (record: string, table: string, id: string, column = 'id'): Exhibit => ({
    record,
    state: sight,
    table,
    column,
    id,
    meeting,
    item,
  })
  return [
    found('meeting', 'meetings.meeting', meeting),
    found('terms-proposal', 'meetings.terms_proposal', item, 'item'),
    found('joining-details', 'meetings.meeting_private', meeting, 'meeting'),
    found('plan-item', 'meetings.plan_item', planItem),
    found('agenda-item', 'meetings.agenda_item', item),
    found('item-content', 'meetings.item_content', item, 'item'),
    found('paper', 'meetings.paper', paper.id),
    found('paper', 'meetings.paper_version', paper.version),
    found('paper-file', 'meetings.paper_file', paper.file),
    found('publication', 'meetings.publication', publication),
    found('pack', 'meetings.pack_file', publication, 'publication'),
    found('cleared-sentence', 'meetings.cleared_sentence', publication, 'publication'),
    found('despatch', 'meetings.despatch', despatch),
    found('decision', 'meetings.decision', decision),
    found('ratification', 'meetings.ratification', ratification.partner),
    found('ratification', 'meetings.ratification_answer', ratification.answer),
    found('ratification', 'meetings.ratification_ask', decision, 'decision'),
    found('ratification', 'meetings.ratification_text', decision, 'decision'),
    found('action', 'meetings.action', action),
    found('action-time', 'meetings.action_occurrence', action, 'action'),
    found('minutes', 'meetings.minutes', minutes.id),
    found('minutes', 'meetings.minutes_section', minutes.section),
    found('minutes-file', 'meetings.minutes_file', minutes.file),
    found('attendance', 'meetings.attendance', attendance),
    found('submission', 'meetings.submission', submission),
    found('question-box', 'meetings.meeting', meeting),
    ...(await addElection(owner, world, sight, found)),
    ...(sight === 'draft'
      ? [...(await addMisses(owner, base, found)), found('paper-question', 'meetings.paper_question', newId())] // a draft takes none
      : [
          found(
            'paper-question',
            'meetings.paper_question',
            await addPaperQuestion(owner, base, { paper: paper.id, item, category, person: personWho(world, 'member') }),
          ),
        ]),
    found('sent-paper', 'meetings.sent_paper', travels.sent),
    ...(sight === 'draft' ? [found('offered-paper', 'meetings.sent_paper', travels.offered)] : []),
    found('travelled-paper', 'meetings.sent_paper', travels.travelled),
    found('consultation', 'meetings.consultation', await addConsultation(owner, base)),
    found('officer-decision', 'meetings.officer_decision', officer),
    ...(sight === 'draft' ? [] : [found('officer-decision-content', 'meetings.officer_decision_content', officer, 'decision')]),
    found('declared-interest', 'meetings.declared_interest', live.interest),
    ...(await addPartTwo(owner, { ...base, item, category }, found)),
    found('motion', 'meetings.motion', live.motion),
    found('vote', 'meetings.vote', live.vote),
  ]
}

interface Base {
  readonly meeting: string
  readonly body: string
  readonly sight: Sight
}

async function addItem(owner: Database, base: Base, category: string): Promise<string> {
  const id = newId()
  await owner
    .insertInto('meetings.agenda_item')
    .values({
      ...base,
      id,
      position: 1,
      number: '1',
      public_title: 'A matter',
      purpose: 'decision',
      report_status: 'attached',
      category,
      paragraphs: category === 'exempt' ? ['3'] : [],
    })
    .execute()
  await owner
    .insertInto('meetings.item_content')
    .values({ ...base, item: id, category, title: `The matter of ${MARKER}` })
    .execute()
  return id
}

async function addPaper(
  owner: Database,
  base: Base,
  about: { item: string; category: string; author: string },
): Promise<{ id: string; version: string; file: string }> {
  const [id, version, file] = [newId(), newId(), newId()]
  const { item, category, author } = about
  const published = base.sight === 'draft' ? 'draft' : 'published'
  await owner
    .insertInto('meetings.paper')
    .values({ ...base, id, item, category, author, title: `Paper on ${MARKER}`, state: published })
    .execute()
  await owner
    .insertInto('meetings.paper_version')
    .values({
      ...base,
      id: version,
      paper: id,
      category,
      number: 1,
      fields: JSON.stringify({ title: MARKER }),
      tree: JSON.stringify(tree),
      state: published,
      made_by: newId(),
      made_at: matrixNow,
    })
    .execute()
  await owner
    .insertInto('meetings.paper_file')
    .values({
      id: file,
      paper_version: version,
      meeting: base.meeting,
      position: 1,
      role: 'appendix',
      kind: 'pdf',
      title: `File about ${MARKER}`,
      file_name: 'file.pdf',
      media_type: 'application/pdf',
      bytes: 10n,
      document: 'a'.repeat(64),
      pages: 1,
      made_by: newId(),
      made_at: matrixNow,
    })
    .execute()
  return { id, version, file }
}

async function addPublication(
  owner: Database,
  base: Base,
  about: { item: string; category: string; version: string; actor: string },
): Promise<string> {
  const id = newId()
  await owner
    .insertInto('meetings.publication')
    .values({ ...base, id, kind: 'pack', number: 1, published_at: matrixNow, published_on: matrixDay, actor: about.actor })
    .execute()
  const { item, category, version: paper_version } = about
  await owner
    .insertInto('meetings.published_paper')
    .values({ ...base, publication: id, paper_version, item, category, first_page: 'E1', last_page: 'E2' })
    .execute()
  const edition = base.sight === 'public' ? 'public' : 'full'
  await owner
    .insertInto('meetings.pack_file')
    .values({ ...base, publication: id, edition, state: 'waiting' })
    .execute()
  const { meeting, body } = base
  const sentence = `A sentence about ${MARKER} that stands in Part 2 and in something that was to be public.`
  const decided = { decided_by: 'chair', decided_name: 'Ann Example', reason: 'Every contract says it' }
  await owner
    .insertInto('meetings.cleared_sentence')
    .values({
      ...{ id: newId(), meeting, body, publication: id, sentence, digest: '0'.repeat(64), ...decided },
      made_by: about.actor,
      made_at: matrixNow,
    })
    .execute()
  return id
}

async function addDecision(owner: Database, base: Base, item: string, category: string): Promise<string> {
  const id = newId()
  await owner
    .insertInto('meetings.decision')
    .values({
      ...base,
      id,
      item,
      category,
      type: 'resolve',
      text: `Resolved on ${MARKER}`,
      method: 'consensus',
      decided_on: matrixDay,
      recorded_at: matrixNow,
    })
    .execute()
  return id
}

async function addAction(owner: Database, base: Base, about: { item: string; category: string; lead: string }): Promise<string> {
  const id = newId()
  await owner
    .insertInto('meetings.action')
    .values({
      ...{ ...base, id, item: about.item, category: about.category, text: `Do ${MARKER}`, state: 'open' },
      ...{ due_words: 'monthly', returns_from: matrixDay.with({ day: 1 }) },
    })
    .execute()
  await owner.insertInto('meetings.action_lead').values({ action: id, person: about.lead, name: 'The lead' }).execute()
  const dueOn = matrixDay.add({ months: 1 }).with({ day: 31 })
  const time = { id: newId(), action: id, due_on: dueOn, done_on: dueOn, evidence: `Saw ${MARKER}`, at: matrixNow, actor: newId() }
  await owner.insertInto('meetings.action_occurrence').values(time).execute()
  return id
}
