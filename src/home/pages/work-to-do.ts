import { disputePath, newReportPath, requestPath, settleDutyPath } from '#governance/paths.ts'
import { ownTaskInWords, ownTaskPath } from '#governance/public.ts'
import { livePaths, meetingPaths, partTwoPaths, readingPaths, recordPaths, submissionPaths } from '#meetings/paths.ts'
import { missedDays, waitingInWords, waitingPath } from '#meetings/public.ts'
import type { ActionDuty, ClerkDuty } from '#meetings/public-data.ts'
import { figureDutyInWords, figureDutyPath } from '#performance/public.ts'
import { dayInWords } from '#platform/time/words.ts'
import type { AttentionItem } from '#platform/web/components/attention-strip.tsx'
import { threadPaths } from '#thread/paths.ts'
import { gapDutyInWords } from '#thread/public.ts'
import type { Work } from '../queries/work.ts'
import {
  clerkDutyInWords,
  disputeDutyInWords,
  protocolDutyInWords,
  ratificationDutyInWords,
  reportDueInWords,
  requestDutyInWords,
  reviewDutyInWords,
  toReadInWords,
} from '../words.ts'
import { byUrgency, type Pressing, pressureWords } from '../work-order.ts'

type PressingDuty = AttentionItem & Pressing

/** Where one reads the actions one leads and the papers one writes. */
export interface ListsOfOne {
  readonly actions: string
  readonly papers: string
}

const onMyWork: ListsOfOne = { actions: '#actions', papers: '#papers' }

/** Everything that one has to do, over all boards or for the one whose work it is, in order of urgency, each with why it stands there. */
export function workToDo(work: Work, today: Temporal.PlainDate, lists = onMyWork): readonly AttentionItem[] {
  const items = [
    ...meetingsOf(work, today),
    ...actionsOf(work, today, lists.actions),
    ...papersOf(work, lists.papers),
    ...dutiesOf(work),
    ...betweenOf(work, today),
    ...ownOf(work, today),
    ...waitingOf(work, today),
    ...figuresOf(work),
    ...assuranceOf(work),
    ...work.plans,
    ...voicesOf(work),
    ...commissioningOf(work),
    ...gapsOf(work),
  ]
  return byUrgency(items, today).map(({ text, href, count, pressure }) => ({
    ...{ text, href },
    // Words that say it themselves are not told twice.
    ...(text.startsWith('Late:') ? {} : { reason: pressureWords[pressure] }),
    ...(count === undefined ? {} : { count }),
  }))
}

function figuresOf({ figures }: Work): readonly PressingDuty[] {
  return figures.map((duty) => ({
    text: figureDutyInWords(duty),
    href: figureDutyPath(duty),
    ...('dueOn' in duty ? { day: duty.dueOn } : {}),
  }))
}

function commissioningOf({ commissioning }: Work): readonly PressingDuty[] {
  return commissioning.map(({ text, href, dueOn }) => ({ text, href, day: dueOn }))
}

function voicesOf({ voices }: Work): readonly PressingDuty[] {
  return voices.map(({ text, href, count, dueOn }) => ({ text, href, day: dueOn, ...(count === undefined ? {} : { count }) }))
}

function gapsOf({ gaps }: Work): readonly PressingDuty[] {
  return gaps.map(({ rule, kind, record, label, until }) => ({
    text: gapDutyInWords(rule, label),
    href: threadPaths.record(kind, record),
    day: until,
  }))
}

/** Whether an action is late; of one that returns, whether a time of it was missed. */
export function isOverdue({ dueTo, returns }: ActionDuty, today: Temporal.PlainDate): boolean {
  if (returns) return missedDays(returns, today).length > 0
  return dueTo !== null && Temporal.PlainDate.compare(dueTo, today) < 0
}

function meetingsOf({ meetings, standing }: Work, today: Temporal.PlainDate): readonly PressingDuty[] {
  const live = meetings.filter(({ state, heldOn }) => state === 'in_progress' || (state === 'called' && heldOn.equals(today)))
  const prepare = meetings.filter(({ body }) => standing.clerkOf.has(body)).slice(0, 1)
  return [
    ...live.map(
      ({ id, state }): PressingDuty => ({
        text: state === 'in_progress' ? 'A meeting you sit on is running: go to it' : 'A meeting you sit on is today: open its live screen',
        href: livePaths.live(id),
        known: 'now',
      }),
    ),
    ...prepare.map(({ id, heldOn }) => ({ text: 'Prepare your next meeting', href: `/meetings/${id}/prepare`, day: heldOn })),
  ]
}

function actionsOf({ actions }: Work, today: Temporal.PlainDate, href: string): readonly PressingDuty[] {
  const late = actions.filter((action) => isOverdue(action, today)).length
  const ahead = actions.flatMap((action) => (isOverdue(action, today) || action.dueTo === null ? [] : [action.dueTo]))
  const week = ahead.filter((day) => Temporal.PlainDate.compare(day, today.add({ days: 7 })) <= 0).toSorted(Temporal.PlainDate.compare)
  const due = week.length === 1 ? 'action is due' : 'actions are due'
  return [
    ...(late > 0 ? [{ text: late === 1 ? 'action is overdue' : 'actions are overdue', href, count: late, known: 'late' as const }] : []),
    ...(week.length > 0 ? [{ text: due, href, count: week.length, day: week[0] }] : []),
  ]
}

function papersOf({ papers, toRead, bodies }: Work, href: string): readonly PressingDuty[] {
  const unwritten = papers.filter(({ submittedAt }) => submittedAt === null)
  const nearest = unwritten.map(({ heldOn }) => heldOn).toSorted(Temporal.PlainDate.compare)[0]
  const names = new Map(bodies.map(({ id, name }) => [id, name]))
  const words = unwritten.length === 1 ? 'paper to hand in' : 'papers to hand in'
  return [
    ...(unwritten.length > 0 ? [{ text: words, href, count: unwritten.length, day: nearest }] : []),
    ...toRead.map(({ meeting, body, heldOn, papers: count }) => ({
      text: `${toReadInWords(count, heldOn)}, ${names.get(body) ?? ''}`,
      href: readingPaths.reading(meeting),
      day: heldOn,
      ...(count > 0 ? { count } : {}),
    })),
  ]
}

function dutiesOf(work: Work): readonly PressingDuty[] {
  return [
    ...work.copies.map(({ id, heldOn }) => ({
      text: `Confirm that your exempt papers of ${dayInWords(heldOn)} are destroyed`,
      href: partTwoPaths.copy(id),
    })),
    ...work.absences.map(({ id }) => ({ text: 'Explain why you missed a meeting', href: recordPaths.absence(id) })),
    ...work.returned.map(({ meeting, heldOn, count }) => ({
      text: count === 1 ? `message for ${dayInWords(heldOn)} came back` : `messages for ${dayInWords(heldOn)} came back`,
      href: readingPaths.told(meeting),
      count,
    })),
    ...work.missed.flatMap(({ body, count }) => {
      const board = work.bodies.find(({ id }) => id === body)
      const text = `standing ${count === 1 ? 'item was' : 'items were'} missed, ${board?.name ?? ''}`
      return board ? [{ text, href: `${meetingPaths.plan(board.slug)}#missed`, count, known: 'late' as const }] : []
    }),
    ...work.clerking.map((duty) => ({ text: clerkDutyInWords(duty), href: clerkDutyPath(duty), day: dayOfDuty(duty) })),
  ]
}

/** A paper must be cleared before its meeting, minutes be published by their last day; the rest waits without a day. */
function dayOfDuty({ kind, heldOn, dueOn }: ClerkDuty): Temporal.PlainDate | undefined {
  return dueOn ?? (kind === 'clear-paper' ? heldOn : undefined)
}

function clerkDutyPath({ kind, id }: ClerkDuty): string {
  if (kind === 'settle-question') return submissionPaths.list(id)
  return kind === 'clear-paper' ? `/papers/${id}` : recordPaths.minutes(id)
}

function ownOf({ own }: Work, today: Temporal.PlainDate): readonly PressingDuty[] {
  return own.map((task) => ({ text: ownTaskInWords(task, today), href: ownTaskPath(task), day: task.dueOn }))
}

function waitingOf({ waiting }: Work, today: Temporal.PlainDate): readonly PressingDuty[] {
  return waiting.map((task) => ({ text: waitingInWords(task, today), href: waitingPath(task), day: task.dueOn }))
}

function assuranceOf({ assurance }: Work): readonly PressingDuty[] {
  return assurance.map(({ text, href, dueOn }) => ({ text, href, day: dueOn }))
}

function betweenOf(work: Work, today: Temporal.PlainDate): readonly PressingDuty[] {
  return [
    ...work.ratifications.map((duty) => ({
      text: ratificationDutyInWords(duty, today),
      href: duty.kind === 'answer' ? recordPaths.answerRatification(duty.id) : recordPaths.decision(duty.id),
      ...(duty.kind === 'put-changes' ? {} : { day: duty.dueOn }),
    })),
    ...work.reviews.map((matter) => ({
      text: reviewDutyInWords(matter),
      href: partTwoPaths.matter(matter.meeting, matter.item),
      ...(matter.reviewOn === null ? {} : { day: matter.reviewOn }),
    })),
    ...work.requests.map((duty) => ({ text: requestDutyInWords(duty), href: requestPath(duty.slug, duty.id), day: duty.dueOn })),
    ...work.disputes.map((duty) => ({ text: disputeDutyInWords(duty, today), href: disputePath(duty.slug, duty.id), day: duty.dueOn })),
    ...work.promised.map((duty) => ({
      text: protocolDutyInWords(duty),
      href: settleDutyPath(duty.slug, duty.duty, duty.year),
      ...(duty.isLate ? { known: 'late' as const } : {}),
      day: duty.closesOn,
    })),
    ...work.reports.map((due) => ({ text: reportDueInWords(due), href: newReportPath(due.slug, due.relation), day: due.dueOn })),
  ]
}
