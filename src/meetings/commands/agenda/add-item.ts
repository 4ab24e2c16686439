import { sql } from 'kysely'
import { findParagraphList } from '#governance/public-data.ts'
import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { findAgenda } from '../../queries/agenda.ts'
import { guardedMeeting, lockMeeting, type Meeting } from '../../queries/meeting.ts'
import { findMeetingRules } from '../../queries/meeting-rules.ts'
import { findSentWithPlanItem } from '../../queries/sent-papers.ts'
import { checkItem, type ItemInput } from '../../rules/item.ts'
import { takeIn } from '../paper/take-in.ts'
import { keepTest } from '../part-two/keep-test.ts'
import { handTopicsOn } from '../topic/choose-topics.ts'
import { renumber } from './renumber.ts'

type Needs = Pick<CommandNeeds, 'db'>

/** Locks the meeting whose agenda is built, as somebody who may. @throws NotFound, Forbidden */
export async function lockForAgenda(tx: Writer, doer: Doer, meetingId: string): Promise<Meeting> {
  const meeting = await lockMeeting(tx, meetingId)
  await demand(tx, doer, guardedMeeting(meeting), 'change')
  return meeting
}

/** Adds an item to an agenda (M3). After the pack is out it must be urgent; it is seen once a supplement is published. */
export async function addItem(
  needs: Needs,
  doer: Doer,
  meetingId: string,
  input: ItemInput,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const meeting = await lockForAgenda(tx, doer, meetingId)
    const problems = await itemProblems(tx, meeting, input, undefined)
    const [first, ...more] = problems
    if (first) return fail(first, ...more)
    const id = await insertItem(tx, meeting, input, undefined)
    await keepTest(tx, doer, { id, meeting: meeting.id, body: meeting.body, sight: 'draft' }, input)
    await renumber(tx, meeting.id)
    await appendAudit(tx, {
      actor: doer.actor,
      act: 'agenda.item-added',
      subjectType: 'agenda-item',
      subject: id,
      content: JSON.stringify(input),
    })
    return succeed({ id })
  })
}

/** What is wrong with an item as typed, by the rules and by what else is on the agenda. */
export async function itemProblems(
  tx: Writer,
  meeting: Meeting,
  input: ItemInput,
  self: string | undefined,
): Promise<readonly FieldProblem[]> {
  const agenda = await findAgenda(tx, meeting.id)
  const { terms } = await findMeetingRules(tx, meeting.body, meeting.heldOn)
  const checked = checkItem(input, terms?.functions.value ?? [])
  const problems: FieldProblem[] = checked.ok ? [] : [...checked.problems]
  if (input.paragraphs.length > 0) {
    const list = await findParagraphList(tx, meeting.body, meeting.heldOn)
    const codes = (list?.paragraphs ?? []).map(({ code }) => code)
    if (!input.paragraphs.every((code) => codes.includes(code))) problems.push({ field: 'paragraphs', code: 'choice-unknown' })
  }
  const taken = agenda.find((item) => item.number === input.number && item.fixed && !item.withdrawnAt && item.id !== self)
  if (input.number && taken) problems.push({ field: 'number', code: 'number-taken', details: { number: input.number } })
  const parent = agenda.find((item) => item.id === input.parent)
  if (input.parent && (!parent || parent.parent !== null || parent.id === self))
    problems.push({ field: 'parent', code: 'parent-impossible' })
  if (input.parent && self && agenda.some((item) => item.parent === self)) problems.push({ field: 'parent', code: 'parent-has-children' })
  const packOut = agenda.some((item) => item.sight !== 'draft')
  if (packOut && !input.urgent && self === undefined) problems.push({ field: 'urgent', code: 'new-item-urgent-only' })
  return problems
}

/** Writes the two rows of an item: its face and its content. */
export async function insertItem(tx: Writer, meeting: Meeting, input: ItemInput, planItem: string | undefined): Promise<string> {
  const id = newId()
  const last = await tx
    .selectFrom('meetings.agenda_item')
    .select((row) => row.fn.max('position').as('position'))
    .where('meeting', '=', meeting.id)
    .executeTakeFirst()
  const owner = { meeting: meeting.id, body: meeting.body }
  const position = (last?.position ?? 0) + 1
  // The number is provisional until renumber has run: a high one, so that it never meets another before the end of the transaction.
  await tx
    .insertInto('meetings.agenda_item')
    .values({ id, ...owner, position, number: input.number ?? '999', ...faceOf(input) })
    .execute()
  await tx
    .insertInto('meetings.item_content')
    .values({ item: id, ...owner, plan_item: planItem ?? null, ...contentOf(input) })
    .execute()
  if (planItem !== undefined) await handTopicsOn(tx, planItem, { id, ...owner })
  return id
}

/** The columns of an item's face. */
export function faceOf(input: ItemInput) {
  return {
    parent: input.parent ?? null,
    numbered_by_hand: input.number !== undefined,
    public_title: input.category === 'public' ? input.title : (input.publicTitle ?? 'Item in private'),
    purpose: input.purpose,
    report_status: input.reportStatus,
    category: input.category,
    paragraphs: input.category === 'exempt' ? [...input.paragraphs] : [],
    public_conclusion: input.category === 'exempt' ? (input.publicConclusion ?? '') : '',
    urgent: input.urgent,
    planned_minutes: input.plannedMinutes ?? null,
  }
}

/** The columns of an item's content. */
export function contentOf(input: ItemInput) {
  return {
    category: input.category,
    title: input.title,
    presenter: input.presenter ?? '',
    summary: input.summary ?? '',
    function_key: input.functionKey ?? '',
    commits_money: input.commitsMoney,
    urgent_reason: input.urgent ? (input.urgentReason ?? '') : '',
    tabled_consent: input.tabledConsent ?? '',
    public_interest: input.publicInterest ?? '',
    exempt_decided_by: input.exemptDecidedBy ?? '',
  }
}

/** Brings an item of the forward plan that was placed in this meeting onto its agenda. */
export async function placePlanItem(
  needs: Needs,
  doer: Doer,
  meetingId: string,
  planItem: string,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const meeting = await lockForAgenda(tx, doer, meetingId)
    const item = await tx
      .selectFrom('meetings.plan_item')
      .selectAll()
      .where('id', '=', planItem)
      .where('meeting', '=', meeting.id)
      .where('state', '=', 'accepted')
      .executeTakeFirst()
    if (!item) throw new NotFound('No such item of the plan.')
    const input = {
      ...plainItem(item.title),
      ...{ presenter: item.lead, summary: item.summary, purpose: item.purpose as ItemInput['purpose'] },
      plannedMinutes: item.minutes ?? undefined,
    }
    const [first, ...more] = await itemProblems(tx, meeting, input, undefined)
    if (first) return fail(first, ...more)
    const id = await insertItem(tx, meeting, input, planItem)
    await settlePlanned(tx, planItem, 'done')
    // An open paper that came with it is taken in at once; one in Part 2 waits until its item is made exempt.
    const sent = await findSentWithPlanItem(tx, planItem, doer.today)
    // Where the other board has taken it back into work, the item stands and the paper is taken in later.
    if (sent?.state === 'sent' && sent.category === 'public') await takeIn(tx, doer, id, sent.id)
    await renumber(tx, meeting.id)
    await appendAudit(tx, { actor: doer.actor, act: 'agenda.item-placed', subjectType: 'agenda-item', subject: id, content: planItem })
    return succeed({ id })
  })
}

/** Says on the plan what became of an item on an agenda: of another board at the table, too, whose plan nobody else writes. */
export async function settlePlanned(tx: Writer, planItem: string, state: 'done' | 'accepted'): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('meetings.plan_item')
    .set((column) => ({ state, version: column('version', '+', 1) }))
    .where('id', '=', planItem)
    .where('state', '=', state === 'done' ? 'accepted' : 'done')
    .executeTakeFirst()
  if (numUpdatedRows === 0n) await sql`select meetings.settle_at_table(${planItem})`.execute(tx)
}

/** An item of Part 1 of which only the title is known. */
export function plainItem(title: string): ItemInput {
  return {
    title,
    publicTitle: undefined,
    number: undefined,
    parent: undefined,
    purpose: 'not_stated',
    presenter: undefined,
    summary: undefined,
    reportStatus: 'not_stated',
    category: 'public',
    paragraphs: [],
    publicInterest: undefined,
    exemptDecidedBy: undefined,
    urgent: false,
    urgentReason: undefined,
    tabledConsent: undefined,
    functionKey: undefined,
    commitsMoney: false,
  }
}
