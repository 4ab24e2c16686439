import { sql } from 'kysely'
import { findStanding, termsOn } from '#governance/public-data.ts'
import { among } from '#platform/database/among.ts'
import type { Acting, Reader } from '#platform/database/session.ts'
import { dayOf, LONDON } from '#platform/time/london.ts'
import { allows } from '../permission.ts'
import type { CopiesFacts, OpennessFacts } from '../rules/compliance-access.ts'
import type { NominationFacts, PaperFacts } from '../rules/compliance-papers.ts'
import { type Deadline, deadlineOf, judge, lastDayOf } from '../rules/deadlines.ts'
import { destructionDue } from '../rules/exempt-copy.ts'
import { latenessOf, missingConsents } from '../rules/late-papers.ts'
import { intakeStanding } from '../rules/plan.ts'
import { type MeetingBasis, type MeetingRecords, meetingsJudged, SOON } from './compliance-meetings.ts'

/** What is kept of papers, nominations, packs and copies of some bodies, as far as the reader may see it. */
export interface PreparingRecords {
  readonly papers: ReadonlyMap<string, readonly PaperRow[]>
  readonly nominations: ReadonlyMap<string, readonly NominationRow[]>
  /** By meeting. */
  readonly packs: ReadonlyMap<string, readonly PackRow[]>
  /** By meeting. */
  readonly copies: ReadonlyMap<string, readonly CopyRow[]>
}

type PaperRow = Awaited<ReturnType<typeof paperRows>>[number]
type NominationRow = Awaited<ReturnType<typeof nominationRows>>[number]
type PackRow = Awaited<ReturnType<typeof packRows>>[number]
type CopyRow = Awaited<ReturnType<typeof copyRows>>[number]

/**
 * Reads them in as many statements for many bodies as for one. When something was handed in or nominated is for those who sit on a body or prepare its
 * meetings: nobody else is told of it, so nobody else counts it. Copies are for the clerk and the chair: a holder knows of their own alone, which says
 * nothing of the board.
 * @param since - the earliest meeting that is judged
 */
export async function findPreparingRecords(
  reader: Reader,
  acting: Acting,
  bodies: readonly string[],
  since: Temporal.PlainDate,
): Promise<PreparingRecords> {
  const standing = await findStanding(reader, acting)
  const open = (record: string) => bodies.filter((body) => allows(standing, { record, state: 'members', ties: { body } }, 'read'))
  const [papers, nominations, packs, copies] = await Promise.all([
    paperRows(reader, open('plan-item'), since),
    nominationRows(reader, open('plan-item'), since),
    packRows(reader, bodies, since),
    copyRows(reader, open('destruction-certificate'), since),
  ])
  return {
    papers: Map.groupBy(papers, ({ body }) => body),
    nominations: Map.groupBy(nominations, ({ body }) => body),
    packs: Map.groupBy(packs, ({ meeting }) => meeting),
    copies: Map.groupBy(copies, ({ meeting }) => meeting),
  }
}

/** Papers of items that stand; one that is tabled is not late: it is handed out with the consent that its item names. */
function paperRows(reader: Reader, bodies: readonly string[], since: Temporal.PlainDate) {
  return reader
    .selectFrom('meetings.paper as p')
    .innerJoin('meetings.meeting as m', 'm.id', 'p.meeting')
    .innerJoin('meetings.agenda_item as i', 'i.id', 'p.item')
    .select(['p.id', 'p.body', 'p.meeting', 'p.state', 'p.submitted_at as submittedAt'])
    .select(sql<readonly string[]>`array(select c.consenter from meetings.late_consent c where c.paper = p.id)`.as('consents'))
    .where(among('p.body', bodies))
    .where('p.state', '<>', 'withdrawn')
    .where('i.withdrawn_at', 'is', null)
    .where('i.report_status', '<>', 'tabled')
    .where('m.held_on', '>=', since)
    .execute()
}

/** Items that somebody nominated; what the terms or another board's decision brought was nominated by nobody. */
function nominationRows(reader: Reader, bodies: readonly string[], since: Temporal.PlainDate) {
  return reader
    .selectFrom('meetings.plan_item as p')
    .select(['p.body', 'p.state', 'p.meeting', 'p.purpose', 'p.nominated_at as nominatedAt'])
    .select(sql<boolean>`p.reason <> ''`.as('hasReason'))
    .where(among('p.body', bodies))
    .where('p.standing_key', '=', '')
    .where('p.referred_from', 'is', null)
    .where((where) =>
      where.or([where('p.state', '=', 'nominated'), where('p.nominated_at', '>=', since.toZonedDateTime(LONDON).toInstant())]),
    )
    .execute()
}

/** Packs that stand, with when the first member was told where the reader may know. */
function packRows(reader: Reader, bodies: readonly string[], since: Temporal.PlainDate) {
  return reader
    .selectFrom('meetings.publication as b')
    .innerJoin('meetings.meeting as m', 'm.id', 'b.meeting')
    .select(['b.meeting', 'b.sight', 'b.time_known as timeKnown', 'b.published_at as publishedAt'])
    .select(sql<Temporal.Instant | null>`(select min(d.at) from meetings.despatch d where d.publication = b.id)`.as('toldAt'))
    .where(among('b.body', bodies))
    .where('b.kind', '=', 'pack')
    .where('b.withdrawn_at', 'is', null)
    .where('m.held_on', '>=', since)
    .execute()
}

/** Copies of exempt papers, with whether their destruction is certified. */
function copyRows(reader: Reader, bodies: readonly string[], since: Temporal.PlainDate) {
  return reader
    .selectFrom('meetings.exempt_copy as c')
    .innerJoin('meetings.meeting as m', 'm.id', 'c.meeting')
    .select(['c.meeting', 'c.ended', 'c.ended_at as endedAt'])
    .select(sql<boolean>`exists (select from meetings.destruction_certificate d where d.meeting = c.meeting)`.as('isCertified'))
    .where(among('c.body', bodies))
    .where('m.held_on', '>=', since)
    .execute()
}

const sentAt = (at: Temporal.Instant) => ({ day: dayOf(at), time: at.toZonedDateTimeISO(LONDON).toPlainTime() })

/** All of it for one body. */
export function preparingFacts(found: PreparingRecords, records: MeetingRecords, basis: MeetingBasis) {
  return {
    papers: paperFacts(found, records, basis),
    nominations: nominationFacts(found, records, basis),
    openness: opennessFacts(found, records, basis),
    copies: copiesFacts(found, records, basis),
  }
}

/** How the papers of a body's own meetings were handed in. */
function paperFacts(found: PreparingRecords, records: MeetingRecords, basis: MeetingBasis): readonly PaperFacts[] {
  const { body, terms, calendar, today } = basis
  const meetings = new Map(meetingsJudged(records, basis).map((meeting) => [meeting.id, meeting]))
  return (found.papers.get(body) ?? []).flatMap(({ meeting, state, submittedAt, consents }): PaperFacts[] => {
    const at = meetings.get(meeting)
    // A paper of the past that nobody handed in here was brought from elsewhere, or never came: no record says which.
    if (at === undefined || (at.state === 'ended' && submittedAt === null)) return []
    const rules = termsOn(terms, at.heldOn)?.terms
    const due = deadlineOf('papersDue', { terms: rules, calendar }, at.heldOn)
    const isLate = latenessOf(submittedAt ? dayOf(submittedAt) : undefined, lastDayOf(due), today) === 'late' && submittedAt !== null
    const lacks = isLate ? missingConsents(rules?.latePapers.value ?? undefined, consents) : []
    return [{ meeting, handedIn: handedIn(due, submittedAt, basis), isLate, isOut: state === 'published', lacks }]
  })
}

function handedIn(due: Deadline, at: Temporal.Instant | null, { today, calendar }: MeetingBasis): PaperFacts['handedIn'] {
  const verdict = judge(due, at && sentAt(at), today, calendar)
  return verdict?.state === 'not-yet-due' && today.until(verdict.lastDay).days <= SOON ? 'due-soon' : verdict?.state
}

/** How what was nominated to a body was answered, and whether it came in time for its meeting. */
function nominationFacts(found: PreparingRecords, records: MeetingRecords, basis: MeetingBasis): readonly NominationFacts[] {
  const own = meetingsJudged(records, basis)
  const meetings = new Map(own.map((meeting) => [meeting.id, meeting]))
  return (found.nominations.get(basis.body) ?? []).map(({ state, meeting, purpose, nominatedAt, hasReason }) => {
    const on = dayOf(nominatedAt)
    const heldOn = meeting === null ? undefined : meetings.get(meeting)?.heldOn
    const rules = { terms: heldOn && termsOn(basis.terms, heldOn)?.terms, calendar: basis.calendar }
    return {
      state: state as NominationFacts['state'],
      meeting: heldOn && meeting ? meeting : undefined,
      standing: heldOn ? intakeStanding(on, lastDayOf(deadlineOf('nominateItems', rules, heldOn))) : 'not-judged',
      isForDecision: purpose === 'decision',
      hasReason,
      isPassedOver: own.some((one) => one.state === 'ended' && Temporal.PlainDate.compare(one.heldOn, on) > 0),
    }
  })
}

/** How open a body's own ordinary meetings and their packs were. */
function opennessFacts(found: PreparingRecords, records: MeetingRecords, basis: MeetingBasis): readonly OpennessFacts[] {
  return meetingsJudged(records, basis)
    .filter(({ kind }) => kind === 'ordinary' || kind === 'extraordinary')
    .map(({ id, state, access }) => ({
      ...{ id, held: state === 'ended', isOpen: access === 'public', pack: packOf(found.packs.get(id) ?? []) },
      keepsMinutes: records.minutes.get(id)?.state === 'approved',
    }))
}

function packOf(packs: readonly PackRow[]): OpennessFacts['pack'] {
  if (packs.length === 0) return undefined
  const open = packs.filter(({ sight }) => sight === 'public')
  if (open.length === 0) return 'members-only'
  const early = ({ timeKnown, publishedAt, toldAt }: PackRow): boolean =>
    timeKnown && toldAt !== null && Temporal.Instant.compare(toldAt, publishedAt) < 0
  return open.every(early) ? 'members-first' : 'public'
}

/** What became of the copies of exempt papers of a body's meetings that were held. */
function copiesFacts(found: PreparingRecords, records: MeetingRecords, basis: MeetingBasis): readonly CopiesFacts[] {
  return meetingsJudged(records, basis).flatMap(({ id, heldOn, state }): CopiesFacts[] => {
    const copies = found.copies.get(id) ?? []
    if (copies.length === 0 || state !== 'ended') return []
    const dueOn = destructionDue(termsOn(basis.terms, heldOn)?.terms.confidentiality.value, heldOn)
    const isLate = ({ endedAt }: CopyRow): boolean =>
      endedAt !== null && dueOn !== undefined && Temporal.PlainDate.compare(dayOf(endedAt), dueOn) > 0
    return [
      {
        ...{ id, dueOn, of: copies.length, open: copies.filter(({ ended }) => ended === null).length },
        ...{ late: copies.filter(isLate).length, isCertified: copies.some(({ isCertified }) => isCertified) },
      },
    ]
  })
}
