import { instantOf, LONDON } from '#platform/time/london.ts'
import type { MeetingState } from './meeting.ts'

/** What the page of a meeting tells search engines of it. */
export interface EventFacts {
  readonly name: string
  readonly heldOn: Temporal.PlainDate
  readonly startsAt: Temporal.PlainTime | undefined
  readonly endsAt: Temporal.PlainTime | undefined
  readonly place: string
  readonly state: MeetingState
  /** Whether whoever reads the page is shown a link for joining online. */
  readonly joinsOnline: boolean
  /** The meeting that took its place, for one that was moved. */
  readonly movedTo: EventTime | undefined
  /** The meeting whose place it took. */
  readonly movedFrom: EventTime | undefined
  /** The boards at the table. */
  readonly organisers: readonly { readonly name: string; readonly address: string }[]
  readonly address: string
}

/** A day with its time of day, as far as it is recorded. */
export interface EventTime {
  readonly heldOn: Temporal.PlainDate
  readonly startsAt: Temporal.PlainTime | undefined
}

/** A property of schema.org's Event; `type` and `properties` where its value is a thing of its own. */
export interface EventProperty {
  readonly name: string
  readonly value?: string
  readonly link?: string
  readonly type?: string
  readonly properties?: readonly EventProperty[]
}

/** To the second with London's offset, or the day alone where the time is not recorded. */
function momentOf({ heldOn, startsAt }: EventTime): string {
  if (startsAt === undefined) return heldOn.toString()
  return instantOf(heldOn, startsAt).toZonedDateTimeISO(LONDON).toString({ timeZoneName: 'never', smallestUnit: 'second' })
}

function statusOf({ state, movedTo, movedFrom }: EventFacts): string {
  if (state === 'cancelled') return 'EventCancelled'
  // Its new day is not announced, or not to whoever reads the page.
  if (state === 'rescheduled' && movedTo === undefined) return 'EventPostponed'
  return state === 'rescheduled' || movedFrom !== undefined ? 'EventRescheduled' : 'EventScheduled'
}

/**
 * A meeting as schema.org's Event (O1, O2): of one that was moved the day it is on now, and the day it was. What is not recorded is left out.
 */
export function eventOf(facts: EventFacts): readonly EventProperty[] {
  const { movedTo, movedFrom, endsAt, heldOn, place, joinsOnline } = facts
  const now = movedTo ?? facts
  const before = movedTo === undefined ? movedFrom : facts
  const mode = place === '' ? undefined : joinsOnline ? 'MixedEventAttendanceMode' : 'OfflineEventAttendanceMode'
  const end = endsAt !== undefined && movedTo === undefined ? momentOf({ heldOn, startsAt: endsAt }) : undefined
  return [
    { name: 'name', value: facts.name },
    { name: 'startDate', value: momentOf(now) },
    ...(end === undefined ? [] : [{ name: 'endDate', value: end }]),
    ...(before === undefined ? [] : [{ name: 'previousStartDate', value: momentOf(before) }]),
    { name: 'eventStatus', link: `https://schema.org/${statusOf(facts)}` },
    ...(mode === undefined ? [] : [{ name: 'eventAttendanceMode', link: `https://schema.org/${mode}` }]),
    ...(place === ''
      ? []
      : [
          {
            name: 'location',
            type: 'Place',
            properties: [
              { name: 'name', value: place },
              { name: 'address', value: place },
            ],
          },
        ]),
    ...facts.organisers.map(({ name, address }) => ({
      name: 'organizer',
      type: 'Organization',
      properties: [
        { name: 'name', value: name },
        { name: 'url', link: address },
      ],
    })),
    { name: 'url', link: facts.address },
    { name: 'isAccessibleForFree', value: 'true' },
  ]
}
