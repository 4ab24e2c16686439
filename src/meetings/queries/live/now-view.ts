import type { QuorumLoss, QuorumVerdict } from '#governance/public.ts'
import type { Reader } from '#platform/database/session.ts'
import type { Category } from '../../rules/agenda.ts'
import { peopleHere } from '../../rules/live-roll.ts'
import type { MeetingState } from '../../rules/meeting.ts'
import { type ExcludedPaper, lacksResolution, type PublicExclusion } from '../../rules/public-exclusion.ts'
import { quorumAt } from '../../rules/quorum-at.ts'
import { hasWaiver } from '../../rules/waiver.ts'
import { coveredWords } from '../../words/part-two.ts'
import { type AgendaItem, findAgenda, titleOf } from '../agenda.ts'
import { absentAt, findMeetingDemands } from '../composition.ts'
import { findMeeting } from '../meeting.ts'
import { findCoverable, findPublicExclusions } from '../public-exclusions.ts'
import type { MeetingGround } from '../record.ts'
import { findBegan } from './began.ts'
import { findPlannedMinutes, findTimesTaken, type ItemTime } from './items.ts'
import { findOutNow } from './out-now.ts'
import { sharedRead } from './shared.ts'

/** The item that is on. */
export interface ItemNow {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly presenter: string
  readonly category: Category
  readonly since: Temporal.Instant
  /** Seconds it has been on, all its stretches together. */
  readonly elapsed: number
  /** 0: no time was set aside. */
  readonly minutes: number
}

/** The press and the public at a meeting with exempt items. */
export interface PressNow {
  /** When they left; undefined while they are in the room. */
  readonly outSince: Temporal.Instant | undefined
  /** For what they are out, as everybody may read it. */
  readonly outFor: string
  /** Exempt items that no resolution covers. */
  readonly uncovered: readonly { readonly value: string; readonly text: string }[]
  /** Papers, exempt for themselves, that no resolution names. */
  readonly papers: readonly ExcludedPaper[]
  /** The next item is one of them, so that it waits for a resolution. */
  readonly nextWaits: boolean
}

/** Whether it is quorate now, and what the terms say follows if not. */
export interface QuorumNow {
  readonly verdict: QuorumVerdict
  readonly mayWaive: boolean
  /** Undefined where the terms do not say. */
  readonly onLoss: QuorumLoss | undefined
}

/** Where the meeting stands at this moment. */
export interface NowView {
  readonly state: MeetingState
  readonly heldOn: Temporal.PlainDate
  readonly startsAt: Temporal.PlainTime | undefined
  /** The day has come, so that the meeting can be started. */
  readonly isDue: boolean
  readonly began: Temporal.Instant | undefined
  readonly item: ItemNow | undefined
  /** The first item that has not been taken; undefined where all were. */
  readonly next: { readonly id: string; readonly number: string; readonly title: string } | undefined
  /** Undefined where the public does not come, nothing is exempt, or the meeting does not run. */
  readonly press: PressNow | undefined
  /** Undefined before the meeting begins. */
  readonly quorum: QuorumNow | undefined
  /** The same for each body of a joint meeting, the one that called first; empty for a meeting of one body. */
  readonly quorums: readonly (QuorumNow & { readonly id: string; readonly body: string })[]
  /** Whom the law or the terms want at every meeting, and who are not here; empty before it begins. */
  readonly absentDemanded: readonly string[]
  readonly here: number
  /** Names of those whom an interest keeps out for the item that is on; empty where nobody is out, or nobody of whom one may know. */
  readonly out: readonly string[]
  /** Undefined: nobody is recorded in the chair. */
  readonly chair: { readonly name: string; readonly basis: string; readonly isHere: boolean } | undefined
  /** Everybody in the meeting who could take the chair. */
  readonly chairOffers: readonly { readonly value: string; readonly text: string }[]
  /** The chair, or the deputy chair where the chair is absent; undefined where neither is in the meeting. */
  readonly chairExpected: string | undefined
  /** What the terms say where neither is: hold it on another day, or elect somebody; '' where one of them is there, or nobody yet. */
  readonly chairHint: 'reschedule' | 'elect' | ''
}

/** Reads where the meeting stands. */
export async function findNowView(
  reader: Reader,
  ground: MeetingGround,
  today: Temporal.PlainDate,
  now: Temporal.Instant,
): Promise<NowView> {
  const { meeting, attendance } = ground
  const [access, exclusions, times, agenda, planned, began, demands, out] = await Promise.all([
    findMeeting(reader, meeting.id).then((found) => found.access),
    findPublicExclusions(reader, meeting.id),
    sharedRead(reader, 'times', () => findTimesTaken(reader, meeting.id)),
    sharedRead(reader, 'agenda', () => findAgenda(reader, meeting.id)),
    sharedRead(reader, 'planned', () => findPlannedMinutes(reader, meeting.id)),
    sharedRead(reader, 'began', () => findBegan(reader, meeting.id)),
    sharedRead(reader, 'composition', () => findMeetingDemands(reader, meeting)),
    findOutNow(reader, ground, now),
  ])
  const here = peopleHere(attendance.stays)
  // Which papers are held back is asked for oneself: their policies know authors, whom `findSight` does not.
  const coverable = await findCoverable(reader, meeting.id, agenda)
  const running = meeting.state === 'in_progress'
  const taken = new Set(times.map(({ item }) => item))
  const next = itemsToTake(agenda).find(({ id }) => !taken.has(id))
  return {
    ...{ state: meeting.state, heldOn: meeting.heldOn, startsAt: meeting.startsAt },
    isDue: Temporal.PlainDate.compare(meeting.heldOn, today) <= 0,
    began,
    item: running ? itemNow(agenda, times, planned, now) : undefined,
    next: next && { id: next.id, number: next.number, title: titleOf(next) },
    press: running ? pressNow(access, coverable, exclusions, taken, next?.id) : undefined,
    quorum: running ? quorumNow(ground, now) : undefined,
    absentDemanded: running ? absentAt(demands, ground, now) : [],
    quorums: running ? ground.tables.map((own) => quorumOf(own, now)) : [],
    here: here.size,
    out: [...(out?.people ?? [])].flatMap((person) => here.get(person) ?? []),
    ...chairOf(ground),
  }
}

function quorumNow({ quorum, terms }: MeetingGround, now: Temporal.Instant): QuorumNow {
  return { verdict: quorumAt(quorum, now), mayWaive: hasWaiver(terms?.quorum.value), onLoss: terms?.quorum.onLoss }
}

function quorumOf(ground: MeetingGround, now: Temporal.Instant): NowView['quorums'][number] {
  const { id, name } = ground.meeting.body
  return { id, body: name, ...quorumNow(ground, now) }
}

function pressNow(
  access: 'public' | 'private',
  coverable: Awaited<ReturnType<typeof findCoverable>>,
  exclusions: readonly PublicExclusion[],
  taken: ReadonlySet<string>,
  next: string | undefined,
): PressNow | undefined {
  const out = exclusions.find(({ returnedAt }) => returnedAt === null)
  const waiting = coverable.items.filter((item) => !taken.has(item.id) && lacksResolution(item, access, exclusions))
  const papers = coverable.papers.filter(({ id }) => !exclusions.some((one) => one.papers.some((paper) => paper.id === id)))
  if (!out && waiting.length === 0 && (access === 'private' || papers.length === 0)) return undefined
  return {
    outSince: out?.leftAt,
    outFor: out ? coveredWords(out) : '',
    uncovered: waiting.map(({ id, number, publicTitle }) => ({ value: id, text: `${number} ${publicTitle}` })),
    papers,
    nextWaits: waiting.some(({ id }) => id === next),
  }
}

/** Items that can be taken: those that stand, without headings that only hold others. */
export function itemsToTake(agenda: readonly AgendaItem[]): readonly AgendaItem[] {
  return agenda.filter(({ withdrawnAt }) => withdrawnAt === undefined)
}

function itemNow(
  agenda: readonly AgendaItem[],
  times: readonly ItemTime[],
  planned: ReadonlyMap<string, number>,
  now: Temporal.Instant,
): ItemNow | undefined {
  const on = times.find(({ to }) => to === null)
  const item = on && agenda.find(({ id }) => id === on.item)
  if (!on || !item) return undefined
  const { id, number, category, content } = item
  const elapsed = secondsOn(times, id, now)
  return {
    id,
    number,
    category,
    title: titleOf(item),
    presenter: content?.presenter ?? '',
    since: on.from,
    elapsed,
    minutes: planned.get(id) ?? 0,
  }
}

/** Seconds that an item has been on, all its stretches together. */
export function secondsOn(times: readonly ItemTime[], item: string, now: Temporal.Instant): number {
  const own = times.filter((time) => time.item === item)
  const milliseconds = own.reduce((sum, { from, to }) => sum + (to ?? now).epochMilliseconds - from.epochMilliseconds, 0)
  return Math.max(0, Math.round(milliseconds / 1000))
}

function chairOf({ attendance, offices, terms }: MeetingGround): Pick<NowView, 'chair' | 'chairOffers' | 'chairExpected' | 'chairHint'> {
  const here = peopleHere(attendance.stays)
  const current = attendance.chairs.find(({ to }) => to === null)
  const officer = (role: string) => offices.find((one) => one.role === role)?.person
  const first = ['chair', 'deputy_chair'].map(officer).find((person) => person !== undefined && here.has(person.id))
  const remedy = terms?.absenceOfBoth.value?.remedy ?? null
  const nobody = remedy === 'reschedule' ? 'reschedule' : here.size === 0 ? '' : 'elect'
  return {
    chair: current && { name: current.name, basis: current.basis, isHere: current.person !== null && here.has(current.person) },
    chairOffers: [...here].map(([value, text]) => ({ value, text })).toSorted((a, b) => a.text.localeCompare(b.text, 'en-GB')),
    chairHint: first ? '' : nobody,
    chairExpected: first?.id,
  }
}
