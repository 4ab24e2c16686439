import { escapeText } from '#platform/web/render.ts'
import { meetingPaths, recordPaths } from '../paths.ts'
import type { MeetingView } from '../queries/meeting-page.ts'
import { type EventProperty, eventOf } from '../rules/meeting-event.ts'

/** A public meeting for search engines, as microdata: nothing of it is drawn, and no script is needed. '' for a meeting that is not public. */
export function meetingEvent(
  view: Pick<MeetingView, 'meeting' | 'onlineLink' | 'successorTime' | 'predecessorTime'>,
  title: string,
  boards: readonly { readonly slug: string; readonly name: string }[],
): string {
  const { meeting, onlineLink, successorTime, predecessorTime } = view
  if (meeting.sight !== 'public') return ''
  const { heldOn, startsAt, endsAt, place, state } = meeting
  const [first] = boards
  const properties = eventOf({
    ...{ heldOn, startsAt, endsAt, place, state },
    name: first === undefined ? title : `${title}: ${first.name}`,
    joinsOnline: (onlineLink ?? '') !== '',
    movedTo: timeOf(successorTime),
    movedFrom: timeOf(predecessorTime),
    organisers: boards.map(({ slug, name }) => ({ name, address: recordPaths.board(slug) })),
    address: meetingPaths.meeting(successorTime === null ? meeting.id : (meeting.successor ?? meeting.id)),
  })
  return thing('Event', properties)
}

function timeOf(time: MeetingView['successorTime']) {
  if (time === null) return undefined
  const { day, at } = time
  return { heldOn: Temporal.PlainDate.from(day), startsAt: at === null ? undefined : Temporal.PlainTime.from(at) }
}

function thing(type: string, properties: readonly EventProperty[], name?: string): string {
  const of = name === undefined ? '' : ` itemprop="${name}"`
  return `<div${of} itemscope itemtype="https://schema.org/${type}">${properties.map(drawn).join('')}</div>`
}

function drawn({ name, value, link, type, properties = [] }: EventProperty): string {
  if (type !== undefined) return thing(type, properties, name)
  if (link !== undefined) return `<link itemprop="${name}" href="${escapeText(link)}">`
  return `<meta itemprop="${name}" content="${escapeText(value ?? '')}">`
}
