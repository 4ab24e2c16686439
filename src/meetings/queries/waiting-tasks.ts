import type { Standing } from '#governance/public.ts'
import { type BodySummary, findBodiesById, findTermsInForce, findTermsVersion } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { dayOf } from '#platform/time/london.ts'
import { deadlineOf, lastDayOf } from '../rules/deadlines.ts'
import { latenessOf, missingConsents } from '../rules/late-papers.ts'
import { whyNotAdopting } from '../rules/terms-proposal.ts'
import type { FoundTask as Found, WaitingTask } from '../rules/waiting-task.ts'
import { findDecision } from './decisions.ts'
import { findMeetingRules } from './meeting-rules.ts'
import { findMissesDue } from './misses-due.ts'
import { findConsents } from './papers.ts'
import { findTakenHome } from './ratifications.ts'
import { copiesOutstanding, recordsDue } from './records-waiting.ts'

/** What waits for somebody beside papers, minutes and actions, as far as they may see it: read as that person. */
export async function findWaitingTasks(reader: Reader, standing: Standing, today: Temporal.PlainDate): Promise<readonly WaitingTask[]> {
  if (standing.person === undefined) return []
  const { id } = standing.person
  const clerkOf = [...standing.clerkOf]
  // Sent together: none waits for another.
  const all: readonly (readonly Found[])[] = await Promise.all([
    ballots(reader, id),
    nominations(reader, id),
    questionsTo(reader, id, today),
    lateConsents(reader, [...standing.chairOf], today),
    toPlan(reader, clerkOf),
    missesOf(reader, clerkOf, today),
    termsToAdopt(reader, clerkOf, today),
    recordsDue(reader, clerkOf, today),
    copiesOutstanding(reader, clerkOf),
  ])
  const found = all.flat()
  const boards = new Map(
    (await findBodiesById(reader, [...new Set(found.map(({ body }) => body))], today)).map((board) => [board.id, board]),
  )
  return found.flatMap(({ body, ...task }) => named(boards.get(body), task))
}

function named(board: BodySummary | undefined, task: Omit<WaitingTask, 'board'>): readonly WaitingTask[] {
  return board === undefined ? [] : [{ ...task, board: { id: board.id, slug: board.slug, name: board.name } }]
}

/** Open ballots in which somebody has not voted. */
async function ballots(reader: Reader, person: string): Promise<readonly Found[]> {
  const rows = await reader
    .selectFrom('meetings.election_voter as v')
    .innerJoin('meetings.election as e', 'e.id', 'v.election')
    .select(['e.id', 'e.body'])
    .where('v.person', '=', person)
    .where('v.voted', '=', false)
    .where('e.state', '=', 'open')
    .orderBy('e.id')
    .execute()
  return rows.map((row) => ({ ...row, kind: 'vote', number: 1, dueOn: undefined }))
}

/** Elections in which somebody was nominated by others and has not said whether they stand. */
async function nominations(reader: Reader, person: string): Promise<readonly Found[]> {
  const rows = await reader
    .selectFrom('meetings.election_candidate as c')
    .innerJoin('meetings.election as e', 'e.id', 'c.election')
    .select(['e.id', 'e.body', 'e.nominations_until as until'])
    .where('c.person', '=', person)
    .where('c.state', '=', 'nominated')
    .where('e.state', '=', 'nominations')
    .orderBy('e.id')
    .execute()
  return rows.map(({ until, ...row }) => ({ ...row, kind: 'answer-nomination', number: 1, dueOn: until ?? undefined }))
}

/** Questions of members about an author's papers for meetings to come: one line a paper. */
async function questionsTo(reader: Reader, person: string, today: Temporal.PlainDate): Promise<readonly Found[]> {
  const rows = await reader
    .selectFrom('meetings.paper_question as q')
    .innerJoin('meetings.paper as p', 'p.id', 'q.paper')
    .innerJoin('meetings.meeting as m', 'm.id', 'p.meeting')
    .select(['p.id', 'p.body', 'm.held_on as heldOn'])
    .where('p.author', '=', person)
    .where('q.answer', '=', '')
    .where('m.held_on', '>=', today)
    .where('m.state', '=', 'called')
    .orderBy('m.held_on')
    .execute()
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((own) => {
    const [first] = own
    return first === undefined ? [] : [{ id: first.id, body: first.body, kind: 'answer-question', number: own.length, dueOn: first.heldOn }]
  })
}

/** Late papers for meetings to come that lack a consent which the terms ask for, for those in the chair. */
async function lateConsents(reader: Reader, chairOf: readonly string[], today: Temporal.PlainDate): Promise<readonly Found[]> {
  if (chairOf.length === 0) return []
  const rows = await reader
    .selectFrom('meetings.paper as p')
    .innerJoin('meetings.meeting as m', 'm.id', 'p.meeting')
    .select(['p.id', 'p.body', 'p.submitted_at as submittedAt', 'm.held_on as heldOn'])
    .where('p.body', 'in', chairOf)
    .where('p.sight', '=', 'draft')
    .where('p.submitted_at', 'is not', null)
    .where('p.state', '<>', 'withdrawn')
    .where('m.held_on', '>=', today)
    .where('m.state', 'in', ['planned', 'called'])
    .orderBy('m.held_on')
    .execute()
  const consents = await findConsents(
    reader,
    rows.map(({ id }) => id),
  )
  const found: Found[] = []
  for (const { id, body, submittedAt, heldOn } of rows) {
    const rules = await findMeetingRules(reader, body, heldOn)
    const given = consents.filter(({ paper }) => paper === id).map(({ consenter }) => consenter)
    const late = submittedAt && latenessOf(dayOf(submittedAt), lastDayOf(deadlineOf('papersDue', rules, heldOn)), today) === 'late'
    if (late && missingConsents(rules.terms?.latePapers.value ?? undefined, given).length > 0)
      found.push({ id, body, kind: 'consent-to-late-paper', number: 1, dueOn: heldOn })
  }
  return found
}

/** Nominated items, and papers of other boards, that wait for clerks: one line a board. */
async function toPlan(reader: Reader, clerkOf: readonly string[]): Promise<readonly Found[]> {
  if (clerkOf.length === 0) return []
  const sent = await reader
    .selectFrom('meetings.sent_paper')
    .select(['plan_item as item', 'to_body as body'])
    .where('to_body', 'in', clerkOf)
    .where('state', '=', 'sent')
    .execute()
  const came = new Set(sent.map(({ item }) => item))
  const items = await reader
    .selectFrom('meetings.plan_item')
    .select(['id', 'body'])
    .where('body', 'in', clerkOf)
    .where('state', '=', 'nominated')
    .execute()
  const alone = items.filter(({ id }) => !came.has(id))
  return [...each('take-in-papers', sent), ...each('settle-nominations', alone)]
}

function each(kind: Found['kind'], rows: readonly { readonly body: string }[]): readonly Found[] {
  return [...Map.groupBy(rows, ({ body }) => body)].map(([body, own]) => ({ id: '', body, kind, number: own.length, dueOn: undefined }))
}

/** What missed meetings call for of clerks: explanations to ask for, letters to consider, letters to send. A person decides each. */
async function missesOf(reader: Reader, clerkOf: readonly string[], today: Temporal.PlainDate): Promise<readonly Found[]> {
  const found: Found[] = []
  for (const body of clerkOf) {
    const rule = (await findTermsInForce(reader, body, today))?.attendance.value
    if (rule == null || (rule.explanationAfter === null && rule.letterAfter === null)) continue
    const { misses, letters } = await findMissesDue(reader, { id: body }, today)
    const counts = [
      ['explain-misses', misses.filter(({ question }) => question === undefined).length],
      ['consider-letters', letters.filter(({ letter }) => letter === undefined).length],
      ['send-letters', letters.filter(({ letter }) => letter?.sentOn === null).length],
    ] as const
    found.push(...counts.flatMap(([kind, number]) => (number > 0 ? [{ id: '', body, kind, number, dueOn: undefined }] : [])))
  }
  return found
}

/** Decisions by which terms can come into force that are drafts still. */
async function termsToAdopt(reader: Reader, clerkOf: readonly string[], today: Temporal.PlainDate): Promise<readonly Found[]> {
  if (clerkOf.length === 0) return []
  const rows = await reader
    .selectFrom('meetings.terms_proposal as p')
    .innerJoin('meetings.decision as d', 'd.item', 'p.item')
    .select(['d.id', 'd.body', 'p.number'])
    .where('d.body', 'in', clerkOf)
    .where('d.withdrawn', '=', false)
    .orderBy('d.id')
    .execute()
  const found: Found[] = []
  for (const { id, body, number } of rows) {
    const decision = await findDecision(reader, id)
    if (decision === undefined || (await findTermsVersion(reader, body, number))?.state !== 'draft') continue
    const home = (await findTakenHome(reader, [id], today)).get(id)
    if (whyNotAdopting(decision, home?.purpose === 'ratify' ? home.force : undefined) === undefined)
      found.push({ id, body, kind: 'adopt-terms', number: 1, dueOn: undefined })
  }
  return found
}
