import { chairHolder, financialYearOf, type NoticeLaw, noticeWords, workingDaysOf } from '#governance/public.ts'
import {
  type CompositionRule,
  findAdoptedTermsOf,
  findCalendar,
  findCompositionRules,
  findDisputeStandings,
  findMemberRules,
  findNoticeLaw,
  findOfficesOver,
  findPresenceLaw,
  findProtocols,
  findRegisterStandings,
  findReporting,
  findSeatingOver,
  findSettingsOf,
  findTermsReviewStandings,
  listSharingAgreements,
  membersBetween,
  type ProgrammeLine,
  type Protocol,
  programmeLines,
  type Reporting,
  type SeatedOnDay,
  type SeatingOver,
  type SharingAgreement,
  seatingOn,
  seatTermsOn,
  type TermsVersion,
  termsOn,
} from '#governance/public-data.ts'
import type { Acting, Reader } from '#platform/database/session.ts'
import { attendanceRegister } from '../rules/attendance-register.ts'
import type { ComplianceFacts } from '../rules/compliance.ts'
import { placeKey } from '../rules/presence.ts'
import { standingKept } from '../rules/standing-kept.ts'
import { findMeetingRecords, type MeetingBasis, type MeetingRecords, MONTHS_BACK, meetingFacts } from './compliance-meetings.ts'
import { findPreparingRecords, type PreparingRecords, preparingFacts } from './compliance-records.ts'
import { compositionFacts } from './composition.ts'
import { registeredMeetings } from './register.ts'
import { findStandingRecords } from './standing-places.ts'

/** How the days of a body's notice are counted: its working days, and what the law of its regime asks. */
type Counting = Pick<MeetingBasis, 'calendar' | 'lawOn' | 'presenceLawOn'>

/** Everything that the compliance of some bodies is worked out from. */
interface Ground {
  readonly today: Temporal.PlainDate
  readonly terms: ReadonlyMap<string, readonly TermsVersion[]>
  readonly seating: SeatingOver
  readonly officesOn: MeetingBasis['officesOn']
  readonly reviewOf: Awaited<ReturnType<typeof findTermsReviewStandings>>
  readonly disputesOf: Awaited<ReturnType<typeof findDisputeStandings>>
  readonly agreements: readonly SharingAgreement[]
  readonly countingOf: (body: string) => Counting
  readonly records: MeetingRecords
  readonly prepared: PreparingRecords
  readonly protocols: readonly Protocol[]
  readonly composition: ReadonlyMap<string, readonly CompositionRule[]>
  readonly standingOf: Awaited<ReturnType<typeof findStandingRecords>>
  /** The seats of each body today. */
  readonly seated: ReadonlyMap<string, readonly SeatedOnDay[]>
  readonly reports: readonly Reporting[]
  readonly registers: Awaited<ReturnType<typeof findRegisterStandings>>
}

/** Reads what compliance is judged on, from what the reader may see; undefined where no terms are in force. */
export async function findComplianceFacts(
  reader: Reader,
  acting: Acting,
  body: { readonly id: string },
): Promise<ComplianceFacts | undefined> {
  return (await findComplianceFactsOf(reader, acting, [body.id])).get(body.id)
}

/** The same of many bodies, in as many queries as of one; bodies without terms in force are left out. */
export async function findComplianceFactsOf(
  reader: Reader,
  acting: Acting,
  bodies: readonly string[],
): Promise<ReadonlyMap<string, ComplianceFacts>> {
  const { today } = acting
  const adopted = await findAdoptedTermsOf(reader, bodies)
  const ruled = bodies.flatMap((body) => {
    const version = termsOn(adopted.get(body) ?? [], today)
    return version ? [version] : []
  })
  if (ruled.length === 0) return new Map()
  const ground = await findGround(reader, acting, adopted, ruled)
  return new Map(ruled.map((version) => [version.body, factsOf(ground, version)]))
}

async function findGround(reader: Reader, acting: Acting, terms: Ground['terms'], ruled: readonly TermsVersion[]): Promise<Ground> {
  const { today } = acting
  const bodies = ruled.map(({ body }) => body)
  // Sent together: none waits for another.
  const [seatingRead, rulesRead] = [findSeatingOver(reader, bodies), findMemberRules(reader, today)]
  const seatedOn = (over: SeatingOver) => new Map(bodies.map((body) => [body, seatingOn(over, body, today).seats]))
  // As soon as it is known who sits there.
  const registersOf = async () => {
    const people = [...new Set([...seatedOn(await seatingRead).values()].flatMap(holdersOf))]
    return findRegisterStandings(reader, people, today, rulesRead)
  }
  const [seating, officesOn, reviewOf, disputesOf, agreements, countingOf, records, composition, standingOf, ...owed] = await Promise.all([
    seatingRead,
    findOfficesOver(reader, bodies),
    findTermsReviewStandings(reader, bodies, today, rulesRead),
    findDisputeStandings(reader, bodies, today),
    listSharingAgreements(reader, today, bodies),
    findCounting(reader, bodies, today),
    findMeetingRecords(reader, bodies, today, seatingRead),
    findCompositionRules(reader, bodies),
    findStandingRecords(reader, terms, today),
    findReporting(reader, today),
    findProtocols(reader, bodies),
    findPreparingRecords(reader, acting, bodies, today.subtract({ months: MONTHS_BACK })),
    registersOf(),
  ])
  const [reports, protocols, prepared, registers] = owed
  const seated = seatedOn(seating)
  return {
    ...{ today, terms, seating, officesOn, reviewOf, disputesOf, agreements, countingOf, records, composition, standingOf },
    ...{ reports, registers, seated, protocols, prepared },
  }
}

/** The working days of each body; bodies of one division share a calendar. */
async function findCounting(reader: Reader, bodies: readonly string[], today: Temporal.PlainDate): Promise<Ground['countingOf']> {
  const [settings, lawOf, presenceLawOf] = await Promise.all([
    findSettingsOf(reader, bodies, today),
    findNoticeLaw(reader),
    findPresenceLaw(reader),
  ])
  const divisionOf = (body: string): string => settings.get(body)?.holidayDivision ?? 'england-and-wales'
  const divisions = [...new Set(bodies.map(divisionOf))]
  const found = await Promise.all(divisions.map(async (division) => [division, await findCalendar(reader, division)] as const))
  const calendars = new Map(found)
  return (body) => ({
    calendar: calendars.get(divisionOf(body)) ?? workingDaysOf('england-and-wales'),
    lawOn: (day) => lawOf(settings.get(body)?.legalRegime, day),
    presenceLawOn: (day) => presenceLawOf(settings.get(body)?.legalRegime, day),
  })
}

function factsOf(ground: Ground, { body, terms, startsOn, ...version }: TermsVersion): ComplianceFacts {
  const { today, seating, officesOn } = ground
  const basis = { body, today, seating, officesOn, terms: ground.terms.get(body) ?? [], ...ground.countingOf(body) }
  const standing = ground.standingOf(body)
  const places = (ground.seated.get(body) ?? []).flatMap((seat) => seat.places)
  const offices = officesOn(body, today)
  const held = offices.find(({ role }) => role === 'chair')
  const chair = chairHolder(terms.chair.value, held ? { person: held.person.id, basis: held.basis as 'agreed' } : null, null)
  return {
    today,
    terms,
    termsFrom: startsOn,
    termsReview: ground.reviewOf({ ...version, body, terms, startsOn }),
    meetings: meetingFacts(ground.records, basis),
    composition: compositionFacts(ground.composition.get(body) ?? [], ground.records, basis),
    standing: standing && standingKept(standing, today),
    places: places.length,
    filled: places.filter(({ holder }) => holder !== undefined).length,
    chair:
      held && chair.state === 'held' ? { departsFromTerms: chair.departsFromTerms, since: held.startsOn, endsOn: held.endsOn } : undefined,
    hasDeputyChair: offices.some(({ role }) => role === 'deputy_chair'),
    disputes: ground.disputesOf(body),
    attendance: attendanceFacts(ground, body),
    reports: reportFacts(ground.reports.filter(({ relation }) => relation.from.id === body)),
    registers: registerFacts(ground, body),
    duties: dutiesFacts(ground, body),
    noticeLaw: lawFacts(basis.lawOn(today)),
    presenceLaw: basis.presenceLawOn(today),
    ...preparingFacts(ground.prepared, ground.records, basis),
    seatTerms: seatTermsOn(seating, body, terms, today),
    sharing: sharingFacts(ground.agreements.filter(({ of }) => of.id === body)),
  }
}

/** Who fills a place of some seats, each once. */
function holdersOf(seats: readonly SeatedOnDay[]): readonly string[] {
  const places = seats.flatMap((seat) => seat.places)
  return [...new Set(places.flatMap(({ holder }) => (holder ? [holder.person.id] : [])))]
}

function registerFacts({ seated, registers }: Ground, body: string): ComplianceFacts['registers'] {
  const states = holdersOf(seated.get(body) ?? []).flatMap((person) => registers.get(person)?.state ?? [])
  return states.length === 0 ? undefined : { of: states.length, overdue: states.filter((state) => state === 'overdue').length }
}

function reportFacts(reports: readonly Reporting[]): ComplianceFacts['reports'] {
  const counted = reports.filter(({ dueOn }) => dueOn !== undefined)
  const count = (wanted: Reporting['state']): number => counted.filter(({ state }) => state === wanted).length
  if (counted.length === 0) return undefined
  return { of: counted.length, overdue: count('overdue'), soon: count('due-soon'), unrecorded: count('none-recorded') }
}

/** What protocols that bind a body ask of it itself; undefined where none does. */
function dutiesFacts({ protocols, today }: Ground, body: string): ComplianceFacts['duties'] {
  const party = protocols.filter(({ parties }) => parties.some((one) => one.body.id === body))
  const lines = programmeLines(party, today).filter(({ duty }) => duty.body.id === body)
  if (lines.length === 0) return undefined
  const count = (...states: ProgrammeLine['state'][]): number => lines.filter(({ state }) => states.includes(state)).length
  const soon = lines.filter(
    ({ state, window }) => state === 'due' && Temporal.PlainDate.compare(window.closesOn, today.add({ months: 1 })) <= 0,
  )
  const done = count('met', 'met-late', 'waived')
  return { of: count('overdue', 'due') + done, overdue: count('overdue'), soon: soon.length, metLate: count('met-late'), done }
}

function lawFacts(law: NoticeLaw | undefined): ComplianceFacts['noticeLaw'] {
  return law && { demands: `The agenda and its papers go out ${noticeWords(law.rule)}.`, source: law.source }
}

function sharingFacts(agreements: readonly SharingAgreement[]): ComplianceFacts['sharing'] {
  const reviews = agreements.map(({ review }) => review).filter((review) => review !== 'none')
  const count = (state: 'overdue' | 'soon'): number => reviews.filter((review) => review === state).length
  return reviews.length === 0 ? undefined : { of: reviews.length, overdue: count('overdue'), soon: count('soon') }
}

/** Of the financial year of the day, by the terms in force on it. */
function attendanceFacts({ today, terms, seating, records }: Ground, body: string): ComplianceFacts['attendance'] {
  const year = financialYearOf(today)
  const inYear = (records.meetings.get(body) ?? []).filter(
    ({ heldOn }) => Temporal.PlainDate.compare(heldOn, year.from) >= 0 && Temporal.PlainDate.compare(heldOn, year.until) < 0,
  )
  const meetings = registeredMeetings(
    inYear,
    (meeting) => records.attendanceAt(meeting, body).attendance.stays,
    (meeting) => records.absencesAt(meeting, body),
  )
  const seen = meetings.filter(({ recorded, state }) => recorded || state !== 'held')
  if (!seen.some(({ recorded, state }) => recorded && state === 'held')) return undefined
  const members = membersBetween(seating, body, year.from, year.until).map((held) => ({
    place: placeKey(held.seat, held.place),
    term: { from: held.startsOn, until: held.endsOn },
  }))
  const rule = termsOn(terms.get(body) ?? [], today)?.terms.attendance.value ?? null
  const rated = attendanceRegister(rule, year, members, seen).filter(({ rate }) => rate.state === 'counted')
  if (rated.length === 0) return undefined
  const below = rated.filter(({ rate }) => rate.state === 'counted' && rate.seat.meets === false).length
  return { members: rated.length, below, letters: rated.filter(({ steps }) => steps.some(({ step }) => step === 'consider-letter')).length }
}
