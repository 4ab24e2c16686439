import { listOrganisations } from '#governance/public-data.ts'
import type { ActorId, Database } from '#platform/database/session.ts'
import { readAs } from '#platform/database/session.ts'
import { penceOf } from '#platform/money.ts'
import type { Result } from '#platform/result.ts'
import { instantOf } from '#platform/time/london.ts'
import { addItem } from '../commands/agenda/add-item.ts'
import { addOpeners } from '../commands/agenda/add-openers.ts'
import { callMeeting } from '../commands/meeting/call-meeting.ts'
import { createMeeting } from '../commands/meeting/create-meeting.ts'
import { clearPaper, handIn } from '../commands/paper/check-paper.ts'
import { nameOwnBudget } from '../commands/paper/own-budget.ts'
import { startPaper } from '../commands/paper/start-paper.ts'
import { writePaper } from '../commands/paper/write-paper.ts'
import { judgePaper } from '../commands/part-two/judge-paper.ts'
import { publishMeeting } from '../commands/publish/publish-pack.ts'
import type { CommandNeeds, Doer } from '../needs.ts'
import { findMeeting } from '../queries/meeting.ts'
import { findPaper } from '../queries/papers.ts'
import type { ItemInput } from '../rules/item.ts'
import type { ReportFields } from '../rules/report.ts'
import { yearOfBudget } from '../words/own-budget.ts'
import { answerQuestions } from './key-questions.ts'
import type { SampleItem } from './present-year.ts'

/** A meeting of the sample, to be played through the same commands that people use. */
export interface PlayedMeeting {
  readonly body: string
  /** Another board that is asked to meet there; undefined for a meeting of one board. */
  readonly jointBody?: string | undefined
  readonly clerk: ActorId
  /** Account and person who writes the papers. */
  readonly author: { readonly account: ActorId; readonly person: string }
  readonly heldOn: Temporal.PlainDate
  readonly startsAt: string
  readonly endsAt: string
  readonly place: string
  readonly access: 'public' | 'private'
  readonly items: readonly SampleItem[]
  /** Ids of people by key. */
  readonly people: ReadonlyMap<string, string>
}

/** Somebody who does something at a time of a day of the past. */
export function doerOn(actor: ActorId, day: Temporal.PlainDate, time: string): Doer {
  return { actor, today: day, now: instantOf(day, Temporal.PlainTime.from(time)) }
}

/** What a command answered; the sample keeps to the rules, so that a problem is a fault of ours. */
export function done<Value>(what: string, result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`The sample cannot ${what}: ${JSON.stringify(result.problems)}`)
  return result.value
}

/** The id of somebody of the sample, by key. */
export function personOf({ people }: Pick<PlayedMeeting, 'people'>, key: string): string {
  const id = people.get(key)
  if (id === undefined) throw new Error(`The sample has nobody called ${key}.`)
  return id
}

/** The ids of a meeting that was prepared, in the order of its items. */
export interface Prepared {
  readonly meeting: string
  readonly items: readonly string[]
}

/** Plans, calls and fills a meeting on one day. Papers are handed in and cleared where there is text. */
export async function prepare(needs: CommandNeeds, play: PlayedMeeting, day: Temporal.PlainDate): Promise<Prepared> {
  const clerk = doerOn(play.clerk, day, '10:00')
  const { id: meeting } = done('plan a meeting', await createMeeting(needs, clerk, play.body, inputOf(play)))
  done('call a meeting', await callMeeting(needs, clerk, meeting, 1))
  done('open an agenda', await addOpeners(needs, clerk, meeting, { openers: ['apologies', 'interests', 'minutes'], standing: [] }))
  const items: string[] = []
  for (const item of play.items) {
    const { id } = done('add an item', await addItem(needs, clerk, meeting, itemInput(day, item)))
    items.push(id)
    await addPaper(needs, play, { meeting, item: id, sample: item, day })
    await addHeldBack(needs, play, { meeting, item: id, sample: item, day })
  }
  return { meeting, items }
}

/** The details of a meeting as its clerk enters them. */
export function inputOf(play: PlayedMeeting) {
  return {
    title: undefined,
    kind: 'ordinary' as const,
    heldOn: play.heldOn,
    startsAt: Temporal.PlainTime.from(play.startsAt),
    endsAt: Temporal.PlainTime.from(play.endsAt),
    place: play.place,
    access: play.access,
    accessNotes: 'The room has an induction loop and a level entrance.',
    filmingNotice: play.access === 'public' ? 'Anyone may film or report the part of the meeting that is open to the public.' : undefined,
    contact: 'The partnership’s clerk',
    onlineLink: undefined,
    joiningNotes: undefined,
    jointBodies: play.jointBody === undefined ? [] : [play.jointBody],
    recordsHistory: true,
    shortNoticeReason: undefined,
  }
}

/** An item as its clerk enters it. */
export function itemInput(
  day: Temporal.PlainDate,
  { title, purpose, presenter, paper, exempt, commitsMoney = false }: SampleItem,
): ItemInput {
  return {
    title,
    publicTitle: exempt?.publicTitle,
    number: undefined,
    parent: undefined,
    purpose,
    presenter,
    summary: paper?.summary,
    reportStatus: paper === undefined ? 'to_follow' : 'attached',
    category: exempt === undefined ? 'public' : 'exempt',
    paragraphs: exempt === undefined ? [] : [exempt.paragraph],
    publicInterest: exempt?.publicInterest,
    exemptDecidedBy: exempt === undefined ? undefined : 'Monitoring officer of the county council',
    interestFor: exempt?.interestFor,
    exemptDecidedOn: exempt === undefined ? undefined : day,
    publicConclusion: exempt?.publicConclusion,
    reviewOn: exempt && day.add({ months: exempt.reviewAfterMonths }),
    urgent: false,
    urgentReason: undefined,
    tabledConsent: undefined,
    functionKey: undefined,
    commitsMoney,
  }
}

interface PaperOf {
  readonly meeting: string
  readonly item: string
  readonly sample: SampleItem
  readonly day: Temporal.PlainDate
}

async function addPaper(needs: CommandNeeds, play: PlayedMeeting, { meeting, item, sample, day }: PaperOf): Promise<void> {
  const clerk = doerOn(play.clerk, day, '11:00')
  const author = doerOn(play.author.account, day, '12:00')
  const asked = { title: sample.title, author: play.author.person }
  const { id } = done('ask for a paper', await startPaper(needs, clerk, meeting, item, asked))
  if (sample.paper === undefined) return
  const { summary, body, recommendations, financial, budget } = sample.paper
  const fields = { reportOf: sample.presenter, summary, recommendations, ...budget, ...(financial === undefined ? {} : { financial }) }
  const input = { title: sample.title, fields, body, reason: undefined, version: 1 }
  done('write a paper', await writePaper(needs, author, id, input))
  if (sample.paper.answers)
    await answerQuestions(needs, { clerk, author }, { body: play.body, meeting, item, paper: id }, sample.paper.answers)
  done('hand a paper in', await handIn(needs, author, id))
  if (sample.commitsMoney) await nameBudget(needs, author, { paper: id, day }, budget ?? {})
  done('clear a paper', await clearPaper(needs, clerk, id))
}

/** Names the budget of the county council that pays, as its head of finance confirmed; a report that commits money is not cleared without (C16). */
async function nameBudget(
  needs: CommandNeeds,
  author: Doer,
  { paper, day }: { readonly paper: string; readonly day: Temporal.PlainDate },
  { budgetName = '', budgetSum = '' }: ReportFields,
): Promise<void> {
  const organisations = await readAs(needs.db, author, listOrganisations)
  const organisation = organisations.find(({ name }) => name.endsWith('County Council'))?.id ?? ''
  const said = { organisation, title: budgetName, year: yearOfBudget(day), amount: penceOf(budgetSum) }
  const confirmed = { holder: 'Assistant director, joint commissioning', confirmedBy: 'Head of finance, children', confirmedOn: day }
  done('name an own budget', await nameOwnBudget(needs, author, paper, { ...said, ...confirmed }))
}

/** Takes the own budget off a report for which a line of a fund pays in its place, once funds are there. */
export async function payByFund(owner: Database, title: string): Promise<void> {
  await owner
    .deleteFrom('meetings.own_budget')
    .where('paper', 'in', owner.selectFrom('meetings.paper').select('id').where('title', '=', title))
    .execute()
}

/** A paper that is exempt for itself, with its own public-interest test. */
async function addHeldBack(needs: CommandNeeds, play: PlayedMeeting, { meeting, item, sample, day }: PaperOf): Promise<void> {
  if (sample.heldBack === undefined) return
  const { title, body, paragraph, interestFor, publicInterest, publicConclusion } = sample.heldBack
  const clerk = doerOn(play.clerk, day, '13:00')
  const author = doerOn(play.author.account, day, '12:30')
  const { id } = done('ask for an appendix', await startPaper(needs, clerk, meeting, item, { title, author: play.author.person }))
  done('write an appendix', await writePaper(needs, author, id, { title, fields: {}, body, reason: undefined, version: 1 }))
  done('hand an appendix in', await handIn(needs, author, id))
  const version = (await readAs(needs.db, clerk, (reader) => findPaper(reader, id))).version
  const judged = {
    ...({ secrecy: 'exempt', paragraphs: [paragraph], reasonsFor: interestFor, reasonsAgainst: publicInterest, publicConclusion } as const),
    ...{ decidedBy: 'Monitoring officer of the county council', decidedOn: day, publicTitle: undefined, reviewOn: day.add({ years: 1 }) },
  }
  done('judge an appendix', await judgePaper(needs, clerk, id, { ...judged, version }))
  done('clear an appendix', await clearPaper(needs, clerk, id))
}

/** Publishes the pack on a day; late notice needs its reason and who approved it. */
export async function publishOn(
  needs: CommandNeeds,
  play: PlayedMeeting,
  meeting: string,
  day: Temporal.PlainDate,
  late?: { readonly reason: string; readonly approver: string },
): Promise<void> {
  const clerk = doerOn(play.clerk, day, '15:00')
  const { version } = await readAs(needs.db, clerk, (reader) => findMeeting(reader, meeting))
  const input = { version, breachReason: late?.reason, breachApprover: late?.approver }
  done('publish a pack', await publishMeeting(needs, clerk, meeting, input))
}
