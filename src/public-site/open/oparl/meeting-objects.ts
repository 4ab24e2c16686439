import { meetingPaths, recordPaths } from '#meetings/paths.ts'
import { decidedWords } from '#meetings/public.ts'
import type { OpenItem, OpenMeeting, OpenPublication } from '#meetings/public-data.ts'
import { dayInWords } from '#platform/time/words.ts'
import { meetingStateInWords } from '../../words.ts'
import type { Draft, Embedded, Mapping } from './drafts.ts'
import { filedFiles, paperObjects, publicationFile } from './paper-objects.ts'
import { actionAttribute, decisionAttributes, itemAttributes, presenceAttributes } from './record-attributes.ts'
import { dateTime, dateTimeOn, given, type OparlProperties } from './values.ts'

const kinds: Readonly<Record<OpenMeeting['kind'], string>> = {
  ordinary: 'Meeting',
  extraordinary: 'Extraordinary meeting',
  development_day: 'Development day',
  workshop: 'Workshop',
}

/** A meeting and everything that belongs to it: place, agenda, papers, consultations and files. */
export function meetingObjects(mapping: Mapping, meeting: OpenMeeting): readonly Draft[] {
  const items = meeting.items.map((item, index) => itemObject(mapping, meeting, item, index + 1))
  const files = meeting.publications.flatMap((publication) => publicationFile(mapping, meeting, publication))
  return [
    ...placeOf(mapping, meeting),
    ...files,
    ...filedFiles(mapping, meeting),
    ...items,
    ...paperObjects(mapping, meeting),
    meetingObject(mapping, meeting),
  ]
}

/** What a meeting is called: its own title, else its kind and day. */
export function meetingName({ title, kind, heldOn }: Pick<OpenMeeting, 'title' | 'kind' | 'heldOn'>): string {
  return title === '' ? `${kinds[kind]}, ${dayInWords(heldOn)}` : title
}

function placeOf({ addresses, place }: Mapping, meeting: OpenMeeting): readonly Draft[] {
  if (meeting.place.trim() === '') return []
  const properties = given({
    description: meeting.place,
    bodies: [addresses.of('Body', place)],
    meetings: [addresses.of('Meeting', meeting.id)],
  })
  return [{ type: 'Location', id: meeting.id, organizations: [], properties }]
}

/** The specification's own words, which clients look for; what they cannot tell stands in `goldenthread:state`. */
function stateOf({ state, publications }: OpenMeeting): string {
  if (state === 'planned') return 'terminiert'
  return publications.some(({ kind }) => kind === 'minutes') ? 'durchgeführt' : 'eingeladen'
}

function meetingObject(mapping: Mapping, meeting: OpenMeeting): Draft {
  const { addresses } = mapping
  const gone = meeting.state === 'cancelled' || meeting.state === 'rescheduled'
  const seated = meeting.attendance.flatMap(({ person, seat }) => (seat === null || person === null ? [] : [person]))
  const minutes = meeting.publications.some(({ kind }) => kind === 'minutes')
  const loose = meeting.actions.filter(({ item }) => item === null)
  return {
    type: 'Meeting',
    id: meeting.id,
    organizations: [meeting.body, ...meeting.jointBodies],
    properties: {
      ...given({
        name: meetingName(meeting),
        meetingState: stateOf(meeting),
        cancelled: gone ? true : undefined,
        start: dateTimeOn(meeting.heldOn, meeting.startsAt),
        end: dateTimeOn(meeting.heldOn, meeting.endsAt),
        organization: [meeting.body, ...meeting.jointBodies].map((body) => addresses.of('Organization', body)),
        participant: [...new Set(seated)].map((person) => addresses.of('Person', person)),
        web: `${addresses.site}${meetingPaths.meeting(meeting.id)}`,
        'goldenthread:date': meeting.heldOn.toString(),
        'goldenthread:state': meetingStateInWords(meeting.state),
        'goldenthread:access': meeting.access,
        'goldenthread:successor': meeting.successor === null ? undefined : addresses.of('Meeting', meeting.successor),
      }),
      ...presenceAttributes(mapping, meeting),
      ...actionAttribute(mapping, loose),
      ...given({
        'goldenthread:decision': decisionAttributes(
          mapping,
          meeting.decisions.filter(({ item }) => item === null),
          meeting.motions,
        ),
        'goldenthread:minutes': minutes ? `${addresses.site}${recordPaths.minutesXml(meeting.id)}` : undefined,
      }),
    },
    embedded: meetingParts(meeting),
  }
}

function meetingParts(meeting: OpenMeeting): Readonly<Record<string, Embedded | readonly Embedded[]>> {
  const file = ({ id }: OpenPublication): Embedded => ({ type: 'File', id, without: ['meeting'] })
  // Of several packs or minutes the newest is the one that holds; a pack can come out anew after it was withdrawn.
  const pack = meeting.publications.findLast(({ kind }) => kind === 'pack')
  const minutes = meeting.publications.findLast(({ kind }) => kind === 'minutes')
  const rest = meeting.publications.filter((one) => one !== pack && one !== minutes)
  return {
    ...(meeting.place.trim() === '' ? {} : { location: { type: 'Location', id: meeting.id, without: ['bodies', 'meetings'] } }),
    ...(pack === undefined ? {} : { invitation: file(pack) }),
    ...(minutes === undefined ? {} : { resultsProtocol: file(minutes) }),
    ...(rest.length === 0 ? {} : { auxiliaryFile: rest.map(file) }),
    ...(meeting.items.length === 0
      ? {}
      : { agendaItem: meeting.items.map(({ id }): Embedded => ({ type: 'AgendaItem', id, without: ['meeting'] })) }),
  }
}

function itemObject(mapping: Mapping, meeting: OpenMeeting, item: OpenItem, order: number): Draft {
  const { addresses } = mapping
  const decided = meeting.decisions.filter((decision) => decision.item === item.id)
  const paper = meeting.papers.find((one) => one.item === item.id)
  const properties: OparlProperties = {
    ...given({
      meeting: addresses.of('Meeting', meeting.id),
      number: item.number,
      order,
      name: item.title ?? item.publicTitle,
      public: item.category === 'public',
      consultation: paper === undefined ? undefined : addresses.of('Consultation', paper.id),
      result: [...new Set(decided.map(({ type }) => decidedInWords(type)))].join(', '),
      // What each board at a joint table decided in the same words is one text; whose it is stands in `goldenthread:decision`.
      resolutionText: [...new Set(decided.map(({ text }) => text))].join('\n\n'),
      start: item.from && dateTime(item.from),
      end: item.to && dateTime(item.to),
      web: `${addresses.site}${meetingPaths.item(meeting.id, item.id)}`,
    }),
    ...itemAttributes(mapping, item, meeting),
  }
  const filed = meeting.filed.filter((file) => file.item === item.id)
  const embedded = filed.map(({ id }): Embedded => ({ type: 'File', id, without: ['meeting', 'agendaItem'] }))
  const organizations = [meeting.body, ...meeting.jointBodies]
  return { type: 'AgendaItem', id: item.id, organizations, properties, embedded: filed.length === 0 ? {} : { auxiliaryFile: embedded } }
}

function decidedInWords(type: string): string {
  return Object.hasOwn(decidedWords, type) ? decidedWords[type as keyof typeof decidedWords] : type
}
