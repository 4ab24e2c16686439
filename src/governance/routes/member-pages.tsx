import type { JSX } from 'hono/jsx/jsx-runtime'
import { allows } from '../commands/permit.ts'
import { AppointmentPage, MemberHistoryPage } from '../pages/appointment-page.tsx'
import type { JudgedComposition } from '../pages/composition.tsx'
import { MembersPage } from '../pages/members-page.tsx'
import { boardPath } from '../paths.ts'
import { composedPlaces, findComposition } from '../queries/composition.ts'
import { findMembershipHistory } from '../queries/history.ts'
import { findMembership, type Membership } from '../queries/membership.ts'
import { findOfficeHistory, findOffices } from '../queries/offices.ts'
import { findTermsInForce } from '../queries/terms.ts'
import { judgeComposition } from '../rules/composition.ts'
import { type SeatTerm, seatTerm } from '../rules/seat-term.ts'
import { checkTerms } from '../rules/terms/check.ts'
import type { Terms } from '../rules/terms/terms.ts'
import { votingLabels } from '../words/labels.ts'
import { membershipCsv } from '../words/membership-csv.ts'
import type { Asked } from './endpoint.tsx'
import { appointmentOf } from './member-forms.ts'

const keepsMembers = ({ standing, body }: Asked): boolean =>
  allows(standing, { record: 'appointment', verb: 'add', ties: { body: body.id } })

/** Who belongs to the board today. */
export async function membersPage(asked: Asked): Promise<JSX.Element> {
  const { reader, body, visit } = asked
  const membership = await findMembership(reader, body.id, visit.today)
  const offices = await findOffices(reader, body.id, visit.today)
  const chair = offices.find(({ role }) => role === 'chair')
  const terms = await findTermsInForce(reader, body.id, visit.today)
  const findings =
    chair && terms ? checkTerms(terms, [{ rule: 'chair', basis: chair.basis as 'by_post', seenIn: 'the record of offices' }]) : []
  const chairDeparts = findings.find(({ code }) => code === 'practice-departs')?.sentence
  const view = {
    ...{ body, membership, offices, chairDeparts, keeps: keepsMembers(asked), attendanceHref: `${boardPath(body.slug)}/attendance` },
    seatTerms: seatTermsOf(membership, terms, visit.today),
    functionNames: new Map((terms?.functions.value ?? []).map(({ key, name }) => [key, name])),
    composition: await compositionOf(asked, membership),
    inducts: allows(asked.standing, { record: 'induction', verb: 'keep', ties: { body: body.id } }),
  }
  return <MembersPage visit={visit} view={view} />
}

/** How the term of everybody stands whose seat has one by the terms in force. */
function seatTermsOf({ seats }: Membership, terms: Terms | undefined, today: Temporal.PlainDate): ReadonlyMap<string, SeatTerm> {
  const months = new Map(terms?.seats.map(({ key, termMonths }) => [key, termMonths]))
  return new Map(
    seats.flatMap(({ key, places }) =>
      places.flatMap(({ holder }) => {
        const term = holder && seatTerm(holder.startsOn, months.get(key) ?? null, holder.endsOn, today)
        return holder && term ? [[holder.appointment, term] as const] : []
      }),
    ),
  )
}

/** The rules on who must be on the board, those that hold judged on who is on it today. */
async function compositionOf({ reader, body, visit: { today } }: Asked, membership: Membership): Promise<readonly JudgedComposition[]> {
  const places = composedPlaces(membership)
  return (await findComposition(reader, body.id, today)).map((rule) => ({
    rule,
    verdict: Temporal.PlainDate.compare(rule.startsOn, today) <= 0 ? judgeComposition(rule, places) : undefined,
  }))
}

/** The membership of today as a spreadsheet. */
export async function membersFile({ reader, body, visit }: Asked) {
  const { seats } = await findMembership(reader, body.id, visit.today)
  return { name: `${body.slug}-members.csv`, type: 'text/csv; charset=utf-8', content: membershipCsv(seats, votingLabels) }
}

/** Everybody who has ever belonged to the board. */
export async function memberHistoryPage({ reader, body, visit }: Asked): Promise<JSX.Element> {
  const history = await findMembershipHistory(reader, body.id)
  const offices = await findOfficeHistory(reader, body.id)
  return <MemberHistoryPage visit={visit} body={body} history={history} offices={offices} />
}

/** One appointment. */
export async function appointmentPage(asked: Asked): Promise<JSX.Element> {
  const { reader, body, visit } = asked
  const appointment = await appointmentOf(asked)
  const { startsOn, endsOn } = appointment
  const holds =
    Temporal.PlainDate.compare(startsOn, visit.today) <= 0 && (endsOn === undefined || Temporal.PlainDate.compare(visit.today, endsOn) < 0)
  const membership = await findMembership(reader, body.id, visit.today)
  const place = membership.seats.flatMap(({ places }) => places).find(({ holder }) => holder?.appointment === appointment.id)
  return <AppointmentPage visit={visit} view={{ appointment, holds, deputies: place?.deputies ?? [], keeps: keepsMembers(asked) }} />
}
