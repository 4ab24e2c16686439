import type { JSX } from 'hono/jsx/jsx-runtime'
import { yearPaths } from '#meetings/paths.ts'
import { forceOfDecision } from '#meetings/public.ts'
import type { Consultation, DecisionLine, MeetingLine, PublicationLine } from '#meetings/public-data.ts'
import { dayOf } from '#platform/time/london.ts'
import { DateText } from '#platform/web/components/date-text.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { meetingStateInWords, publicationInWords, timesInWords } from '../words.ts'

/** Names of bodies by id, for lists over several boards; undefined leaves the name out. */
export type BodyNames = ReadonlyMap<string, string> | undefined

/** Meetings as a list: the day is the link. */
export function MeetingLines({ meetings, names }: { readonly meetings: readonly MeetingLine[]; readonly names?: BodyNames }): JSX.Element {
  return (
    <ul class="gt-list">
      {meetings.map((meeting) => (
        <li>
          <a class="govuk-link" href={`/meetings/${meeting.id}`}>
            <DateText day={meeting.heldOn} />
          </a>
          <p>
            {names?.has(meeting.body) && `${names.get(meeting.body)}. `}
            {meeting.title && `${meeting.title}. `}
            {timesInWords(meeting.startsAt, meeting.endsAt)}
            {meeting.place && `, ${meeting.place}`}
          </p>
          {!['called', 'ended'].includes(meeting.state) && <StatusPill meaning="neutral">{meetingStateInWords(meeting.state)}</StatusPill>}
        </li>
      ))}
    </ul>
  )
}

/** Packs, supplements and minutes as a list; what was withdrawn says so and leads to the reason. */
export function PublicationLines(props: { readonly publications: readonly PublicationLine[]; readonly names?: BodyNames }): JSX.Element {
  const { publications, names } = props
  return (
    <ul class="gt-list">
      {publications.map((publication) => (
        <li>
          <a class="govuk-link" href={`/meetings/${publication.meeting}${publication.kind === 'minutes' ? '/minutes' : ''}`}>
            {publicationInWords(publication.kind, publication.number)}, meeting of <DateText day={publication.heldOn} weekday={false} />
          </a>
          <p>
            {names?.has(publication.body) && `${names.get(publication.body)}. `}
            {publication.withdrawnAt ? 'Withdrawn ' : 'Published '}
            <DateText day={publication.withdrawnAt ? dayOf(publication.withdrawnAt) : publication.publishedOn} weekday={false} />
          </p>
        </li>
      ))}
    </ul>
  )
}

/** The beginning of a text that has no title of its own, cut between words at about 90 characters. */
function firstWords(text: string): string {
  return text.length <= 90 ? text : `${text.slice(0, 90).replace(/\s+\S*$/, '')}…`
}

/** Decisions as a list: the first words, the number, when. */
export function DecisionLines({
  decisions,
  names,
}: {
  readonly decisions: readonly DecisionLine[]
  readonly names?: BodyNames
}): JSX.Element {
  return (
    <ul class="gt-list">
      {decisions.map((decision) => (
        <li>
          <a class="govuk-link" href={`/decisions/${decision.id}`}>
            {firstWords(decision.text)}
          </a>
          <p>
            {decision.number && `Decision ${decision.number}. `}
            {names?.has(decision.body) && `${names.get(decision.body)}, `}
            <DateText day={decision.decidedOn} weekday={false} />
          </p>
          <InForce decision={decision} />
        </li>
      ))}
    </ul>
  )
}

/** Whether a decision that binds nobody by itself is in force; nothing for all others. */
function InForce({ decision }: { readonly decision: DecisionLine }): JSX.Element | null {
  const force = forceOfDecision(decision, decision.home)
  return force ? <StatusPill meaning={force.meaning}>{force.words}</StatusPill> : null
}

/** What people are asked, as a list: what is asked is the link, then from when to when. */
export function ConsultationLines(props: {
  readonly consultations: readonly Consultation[]
  readonly today: Temporal.PlainDate
  readonly names?: BodyNames
}): JSX.Element {
  const { consultations, today, names } = props
  return (
    <ul class="gt-list">
      {consultations.map(({ id, slug, body, title, startsOn, endsOn }) => (
        <li>
          <a class="govuk-link" href={yearPaths.consultation(slug, id)}>
            {title}
          </a>
          <p>
            {names?.has(body) && `${names.get(body)}. `}
            {Temporal.PlainDate.compare(today, startsOn) < 0 ? 'Opens ' : 'Open since '}
            <DateText day={startsOn} weekday={false} />, closes <DateText day={endsOn.subtract({ days: 1 })} weekday={false} />
          </p>
        </li>
      ))}
    </ul>
  )
}
