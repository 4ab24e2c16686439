import type { OpenDecision, OpenMeeting, OpenMotion } from '#meetings/public-data.ts'
import type { Paper } from '#platform/paper/tree.ts'
import { dayInWords } from '#platform/time/words.ts'
import { dateTimeOn } from '../oparl/values.ts'
import { analysisOf, countsOf } from './analysis.ts'
import { blocksOf } from './blocks.ts'
import { el, type Xml } from './xml.ts'

/** Published minutes as far as everybody may read them, with the record they rest on. */
export interface MinutesToGive {
  readonly site: string
  /** Address of the minutes for people, below the site. */
  readonly page: string
  readonly board: { readonly id: string; readonly slug: string; readonly name: string }
  /** The boards at the table of a joint meeting, the one that called first; empty for a meeting of one board. */
  readonly boards: readonly { readonly id: string; readonly name: string }[]
  /** Attendance is left out of it where the board does not publish that. */
  readonly meeting: OpenMeeting
  readonly version: number
  readonly publishedOn: Temporal.PlainDate
  /** 'Minutes', or 'Draft minutes'. */
  readonly title: string
  readonly signedBy: string
  readonly sections: readonly { readonly item: string | null; readonly number: string; readonly heading: string; readonly tree: Paper }[]
  /** How decisions stand with the partners that must take them home, in a sentence, by decision. */
  readonly force: ReadonlyMap<string, string>
  /** The day on which it is given out: force depends on it. */
  readonly today: Temporal.PlainDate
}

const NAMESPACE = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0'

/** Minutes as a debate of Akoma Ntoso 3.0 (O2): roll call, a section an item with what was resolved, and in the metadata quorum and counts. */
export function minutesDocument(minutes: MinutesToGive): string {
  const { meeting, title } = minutes
  const debate = el(
    'debate',
    { name: 'minutes' },
    el('meta', {}, identification(minutes), publication(minutes), analysisOf(meeting), references(minutes)),
    el(
      'preface',
      {},
      proponents(minutes).map(({ name }) => el('p', {}, el('docProponent', {}, name))),
      el('p', {}, el('docTitle', {}, title)),
      el('p', {}, el('docDate', { date: meeting.heldOn.toString() }, dayInWords(meeting.heldOn))),
      meeting.place.trim() === '' ? undefined : el('p', {}, el('location', { refersTo: '#place' }, meeting.place)),
    ),
    el(
      'debateBody',
      {},
      rollCall(meeting),
      minutes.sections.map((section, index) => sectionOf(minutes, section, index + 1)),
      signature(minutes),
    ),
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${el('akomaNtoso', { xmlns: NAMESPACE }, debate).xml}\n`
}

/** Work, expression and manifestation, by the naming convention of Akoma Ntoso. */
function identification({ site, page, board, meeting, version, publishedOn }: MinutesToGive): Xml {
  const work = `/akn/gb/debaterecord/${board.slug}/${meeting.heldOn}/${meeting.id}`
  const expression = `${work}/eng@${publishedOn}.v${version}`
  const day = (date: Temporal.PlainDate, name: string) => el('FRBRdate', { date: date.toString(), name })
  const author = el('FRBRauthor', { href: '#board', as: '#author' })
  return el(
    'identification',
    { source: '#board' },
    el(
      'FRBRWork',
      {},
      el('FRBRthis', { value: `${work}/!main` }),
      el('FRBRuri', { value: work }),
      el('FRBRalias', { value: `${site}${page}`, name: 'page' }),
      day(meeting.heldOn, 'meeting'),
      author,
      el('FRBRcountry', { value: 'gb' }),
    ),
    el(
      'FRBRExpression',
      {},
      el('FRBRthis', { value: `${expression}/!main` }),
      el('FRBRuri', { value: expression }),
      day(publishedOn, 'publication'),
      author,
      el('FRBRversionNumber', { value: String(version) }),
      el('FRBRlanguage', { language: 'eng' }),
    ),
    el(
      'FRBRManifestation',
      {},
      el('FRBRthis', { value: `${expression}/!main.xml` }),
      el('FRBRuri', { value: `${expression}.akn` }),
      day(publishedOn, 'publication'),
      author,
    ),
  )
}

function publication({ publishedOn, title }: MinutesToGive): Xml {
  return el('publication', { date: publishedOn.toString(), name: 'minutes', showAs: title })
}

/** Whose minutes they are; the first is the board that called and keeps them. */
function proponents({ board, boards }: MinutesToGive): readonly { readonly id: string; readonly name: string; readonly eId: string }[] {
  return (boards.length === 0 ? [board] : boards).map(({ id, name }, index) => ({
    id,
    name,
    eId: index === 0 ? 'board' : `board_${index + 1}`,
  }))
}

function references(minutes: MinutesToGive): Xml {
  const { site, meeting } = minutes
  const concept = (eId: string, showAs: string) => el('TLCConcept', { eId, href: `/ontology/concept/goldenthread/${eId}`, showAs })
  return el(
    'references',
    { source: '#board' },
    proponents(minutes).map(({ id, name, eId }) =>
      el('TLCOrganization', { eId, href: `${site}/open/oparl/v1.1/organization/${id}`, showAs: name }),
    ),
    el('TLCRole', { eId: 'author', href: '/ontology/role/goldenthread/author', showAs: 'Author of the minutes' }),
    el('TLCRole', { eId: 'chair', href: '/ontology/role/goldenthread/chair', showAs: 'In the chair' }),
    meeting.place.trim() === ''
      ? undefined
      : el('TLCLocation', { eId: 'place', href: '/ontology/location/goldenthread/place', showAs: meeting.place }),
    peopleOf(meeting).map(({ eId, name, person }) =>
      el('TLCPerson', {
        eId,
        href: person === null ? `/ontology/person/goldenthread/${eId}` : `${site}/open/oparl/v1.1/person/${person}`,
        showAs: name,
      }),
    ),
    concept('present', 'Present, as the quorum counts'),
    concept('needed', 'Needed for a quorum'),
    concept('ayes', 'For'),
    concept('noes', 'Against'),
    concept('abstentions', 'Abstained'),
    ...(
      [
        'carried',
        'lost',
        'withdrawn',
        'quorate',
        'not-quorate',
        'quorate-by-exception',
        'no-quorum-required',
        'not-stated',
        'undefined',
      ] as const
    ).map((name) => concept(name, name.replaceAll('-', ' '))),
  )
}

interface Named {
  readonly eId: string
  readonly name: string
  /** Undefined for whoever is nobody of the open data. */
  readonly person: string | null
}

/** Everybody who was there, each once, in the order of the record. */
function peopleOf({ attendance, absences, chairs }: OpenMeeting): readonly Named[] {
  const seen = new Map<string, Named>()
  const known = [
    ...attendance.map(({ name, person, seat }) => ({ name, person: seat === null ? null : person })),
    ...absences.map(({ name, person }) => ({ name, person })),
    ...chairs.map(({ name, person }) => ({ name, person })),
  ]
  for (const one of known) {
    const key = one.person ?? one.name
    if (!seen.has(key)) seen.set(key, { ...one, eId: `person_${seen.size + 1}` })
  }
  return [...seen.values()]
}

/** Who was called and who came; nothing where the board does not publish that. */
function rollCall(meeting: OpenMeeting): Xml | undefined {
  const people = peopleOf(meeting)
  if (people.length === 0) return undefined
  const eIdOf = ({ name, person }: { readonly name: string; readonly person: string | null }): string | undefined =>
    people.find((one) => (one.person === null ? one.name === name : one.person === person))?.eId ??
    people.find((one) => one.name === name)?.eId
  const named = (one: { readonly name: string; readonly person: string | null }, as?: string) =>
    el('person', { refersTo: `#${eIdOf(one)}`, as }, one.name)
  const line = (label: string, list: readonly Xml[]): Xml | undefined =>
    list.length === 0
      ? undefined
      : el(
          'p',
          {},
          `${label}: `,
          list.flatMap((one, index) => (index === 0 ? [one] : [', ', one])),
        )
  const once = <One extends { readonly name: string }>(list: readonly One[]): One[] => [
    ...new Map(list.map((one) => [one.name, one])).values(),
  ]
  const there = (deputy: boolean) => once(meeting.attendance.filter((stay) => stay.seat !== null && stay.deputy === deputy))
  return el(
    'rollCall',
    { eId: 'rollCall' },
    el('heading', {}, 'Attendance'),
    line(
      'In the chair',
      once(meeting.chairs).map((one) => named(one, '#chair')),
    ),
    line(
      'Members present',
      there(false).map((one) => named(one)),
    ),
    line(
      'Deputies present',
      there(true).map((one) => named(one)),
    ),
    line(
      'In attendance',
      once(meeting.attendance.filter(({ seat }) => seat === null)).map((one) => named({ ...one, person: null })),
    ),
    line(
      'Apologies',
      meeting.absences.filter(({ kind }) => kind === 'apologies').map((one) => named(one)),
    ),
    line(
      'Absent without apologies',
      meeting.absences.filter(({ kind }) => kind !== 'apologies').map((one) => named(one)),
    ),
  )
}

function sectionOf(minutes: MinutesToGive, section: MinutesToGive['sections'][number], number: number): Xml {
  const { meeting } = minutes
  const item = meeting.items.find(({ id }) => id === section.item)
  const under = <Row extends { readonly item: string | null }>(rows: readonly Row[]): readonly Row[] =>
    section.item === null ? [] : rows.filter((row) => row.item === section.item)
  const time = item?.from && el('recordedTime', { time: item.from.toString({ smallestUnit: 'second' }), type: 'startEvent' })
  const blocks = blocksOf(section.tree)
  return el(
    'debateSection',
    { name: item === undefined ? 'minutes' : 'item', eId: `dbsect_${number}` },
    section.number === '' ? undefined : el('num', {}, section.number),
    el('heading', {}, section.heading),
    time === undefined || time === null ? undefined : el('p', {}, 'Taken at ', time),
    blocks.length === 0 ? el('p', {}) : blocks,
    resolutions(minutes, under(meeting.decisions), under(meeting.motions), number),
  )
}

function resolutions(
  minutes: MinutesToGive,
  decisions: readonly OpenDecision[],
  motions: readonly OpenMotion[],
  number: number,
): Xml | undefined {
  const { boards, force, today } = minutes
  const unsettled = motions.filter(({ decision }) => decision === null)
  // At a joint meeting each board decides for itself, and each decision says whose it is.
  const whose = ({ ofBody }: { readonly ofBody: string }): readonly (Xml | string)[] =>
    (boards.length === 0 ? [] : proponents(minutes))
      .filter(({ id }) => id === ofBody)
      .flatMap(({ eId, name }) => [el('organization', { refersTo: `#${eId}` }, name), ': '])
  if (decisions.length + unsettled.length === 0) return undefined
  const words = (tally: Parameters<typeof countsOf>[0]): string => {
    const counts = countsOf(tally)
    return counts.length === 0 ? '' : ` (${counts.map(({ words: said, value }) => `${value} ${said}`).join(', ')})`
  }
  return el(
    'resolutions',
    { eId: `dbsect_${number}__res` },
    el('heading', {}, 'Decisions'),
    decisions.map((one) =>
      el('p', { eId: `dec_${one.id}`, class: 'decision' }, whose(one), one.number === '' ? '' : `${one.number}. `, one.text, words(one)),
    ),
    decisions.map(({ id }) => {
      const stands = force.get(id)
      return stands === undefined ? undefined : el('p', { class: 'force' }, `As of ${dayInWords(today)}: ${stands}.`)
    }),
    unsettled.map((one) =>
      el(
        'p',
        { eId: `mot_${one.id}`, class: 'motion' },
        whose(one),
        `${one.amends === null ? 'Motion' : 'Amendment'} ${one.number}, ${one.state}: ${one.text}`,
        words(one),
      ),
    ),
  )
}

function signature({ signedBy, meeting }: MinutesToGive): Xml | undefined {
  const end = dateTimeOn(meeting.heldOn, meeting.endsAt)
  if (signedBy === '' && end === undefined) return undefined
  return el(
    'adjournment',
    { eId: 'adjournment' },
    end === undefined ? undefined : el('p', {}, 'The meeting closed at ', el('recordedTime', { time: end, type: 'endEvent' }), '.'),
    signedBy === '' ? undefined : el('p', {}, `Signed by ${signedBy}.`),
  )
}
