import type { OparlType } from '../oparl/addresses.ts'
import { actionsOf, agendaOf, attendanceOf, decisionsOf, interestsOf, motionsOf, ratificationsOf, votesOf } from './meeting-rows.ts'
import { type OpenJson, text, texts, yesOrNo } from './read-json.ts'

/** What rows need besides their object: names and days by address. */
export interface Lookup {
  /** Names of boards, agencies and people. */
  readonly names: ReadonlyMap<string, string>
  /** Day of a meeting and name of its board. */
  readonly meetings: ReadonlyMap<string, { readonly date: string; readonly board: string }>
}

/** A table that anybody may download. */
export interface CsvTable {
  /** What it is called, for people. */
  readonly title: string
  /** What a row is. */
  readonly about: string
  /** The objects of the open data that it is made of. */
  readonly from: OparlType
  readonly header: readonly string[]
  rowsOf(object: OpenJson, lookup: Lookup): readonly (readonly string[])[]
}

const meetingHead = ['board', 'meeting date']
const itemHead = [...meetingHead, 'item number', 'item title']

/** Every public table, by the name in its address. They are made of what OParl gives out, so that the two never differ. */
export const csvTables = {
  boards: {
    title: 'Boards',
    about: 'a board of the partnership',
    from: 'Organization',
    header: ['name', 'short name', 'kind', 'sub-group of', 'first day', 'last day', 'page'],
    rowsOf: (board, { names }) =>
      board.organizationType !== 'Gremium'
        ? []
        : [
            [
              ...texts(board, 'name', 'shortName', 'classification'),
              names.get(text(board.subOrganizationOf)) ?? '',
              ...texts(board, 'startDate', 'endDate', 'web'),
            ],
          ],
  },
  agencies: {
    title: 'Agencies',
    about: 'an agency that sits or sat on a board',
    from: 'Organization',
    header: ['name', 'sector', 'first day', 'last day', 'page'],
    rowsOf: (agency) =>
      agency.organizationType === 'Gremium' ? [] : [texts(agency, 'name', 'classification', 'startDate', 'endDate', 'web')],
  },
  members: {
    title: 'Members',
    about: 'a seat filled or an office held, now or earlier',
    from: 'Membership',
    header: ['board', 'seat or office', 'person', 'on behalf of', 'has a vote', 'first day', 'last day'],
    rowsOf: (one, { names }) => [
      [
        names.get(text(one.organization)) ?? '',
        text(one.role),
        names.get(text(one.person)) ?? '',
        names.get(text(one.onBehalfOf)) ?? '',
        yesOrNo(one.votingRight),
        ...texts(one, 'startDate', 'endDate'),
      ],
    ],
  },
  meetings: {
    title: 'Meetings',
    about: 'a meeting that was announced',
    from: 'Meeting',
    header: [...meetingHead, 'name', 'starts', 'ends', 'place', 'state', 'access', 'page'],
    rowsOf: (meeting, lookup) => [
      [
        ...meetingCells(meeting, lookup),
        ...texts(meeting, 'name', 'start', 'end'),
        text((meeting.location as OpenJson | undefined)?.description),
        ...texts(meeting, 'goldenthread:state', 'goldenthread:access', 'web'),
      ],
    ],
  },
  agendas: {
    title: 'Agendas',
    about: 'an item of an agenda',
    from: 'Meeting',
    header: [...itemHead, 'purpose', 'open to the public', 'exempt paragraphs', 'result', 'resolution', 'page', 'topics'],
    rowsOf: (meeting, lookup) => agendaOf(meeting, meetingCells(meeting, lookup)),
  },
  decisions: {
    title: 'Decisions',
    about: 'a decision that stands',
    from: 'Meeting',
    header: [
      ...itemHead,
      ...['number', 'kind', 'decision', 'method', 'for', 'against', 'abstained', 'quorum', 'minority view', 'page'],
      ...['state with partners', 'in force from', 'of board'],
    ],
    rowsOf: (meeting, lookup) => decisionsOf(meeting, meetingCells(meeting, lookup), lookup.names),
  },
  ratifications: {
    title: 'Decisions taken home',
    about: 'a partner that must take a decision home or reply to a request, and what it said',
    from: 'Meeting',
    header: [
      ...itemHead,
      ...['decision', 'asked to', 'partner', 'answer', 'answered on', 'decided by', 'reference', 'in its words', 'due', 'of board'],
    ],
    rowsOf: (meeting, lookup) => ratificationsOf(meeting, meetingCells(meeting, lookup), lookup.names),
  },
  motions: {
    title: 'Motions',
    about: 'a motion or an amendment that was settled',
    from: 'Meeting',
    header: [
      ...itemHead,
      'motion number',
      'amends',
      'motion',
      'result',
      'method',
      'proposer',
      'seconder',
      'for',
      'against',
      'abstained',
      'casting vote',
      'of board',
    ],
    rowsOf: (meeting, lookup) => motionsOf(meeting, meetingCells(meeting, lookup), lookup.names),
  },
  votes: {
    title: 'Votes',
    about: 'how one person voted in a recorded vote',
    from: 'Meeting',
    header: [...itemHead, 'motion number', 'person', 'vote', 'of board'],
    rowsOf: (meeting, lookup) => votesOf(meeting, meetingCells(meeting, lookup), lookup.names),
  },
  actions: {
    title: 'Actions',
    about: 'an action that was agreed',
    from: 'Meeting',
    header: [...itemHead, 'action', 'lead', 'due', 'due in words', 'state', 'done on', 'page', 'of board'],
    rowsOf: (meeting, lookup) => actionsOf(meeting, meetingCells(meeting, lookup), lookup.names),
  },
  attendance: {
    title: 'Attendance',
    about: 'somebody’s stay at a meeting, or that they did not come, where the board publishes it',
    from: 'Meeting',
    header: [...meetingHead, 'name', 'attended', 'capacity', 'mode', 'from', 'to'],
    rowsOf: (meeting, lookup) => attendanceOf(meeting, meetingCells(meeting, lookup)),
  },
  interests: {
    title: 'Interests',
    about: 'an interest that was declared in an item',
    from: 'Meeting',
    header: [...itemHead, 'name', 'kind', 'consequence'],
    rowsOf: (meeting, lookup) => interestsOf(meeting, meetingCells(meeting, lookup)),
  },
  'officer-decisions': {
    title: 'Decisions by officers',
    about: 'a decision that an officer took under a delegation, outside a meeting',
    from: 'Paper',
    header: ['board', 'number', 'date', 'title', 'officer', 'function', 'decision', 'reasons', 'options considered', 'pounds', 'page'],
    rowsOf: (paper, { names }) => {
      const said = paper['goldenthread:officerDecision'] as OpenJson | undefined
      if (said === undefined) return []
      const [board] = (paper.underDirectionOf ?? []) as readonly string[]
      const pounds = typeof said.pence === 'number' ? (said.pence / 100).toFixed(2) : ''
      const words = texts(said, 'officer', 'function', 'decision', 'reasons', 'options')
      return [[names.get(board ?? '') ?? '', ...texts(paper, 'reference', 'date', 'name'), ...words, pounds, text(paper.web)]]
    },
  },
  papers: {
    title: 'Papers',
    about: 'a paper that was published',
    from: 'Paper',
    header: [...meetingHead, 'title', 'published on', 'for', 'file', 'page'],
    rowsOf: (paper, { meetings }) => {
      if (paper['goldenthread:officerDecision'] !== undefined) return []
      const consultation = (paper.consultation as readonly OpenJson[] | undefined)?.[0]
      const meeting = meetings.get(text(consultation?.meeting))
      const file = paper.mainFile as OpenJson | undefined
      return [
        [
          meeting?.board ?? '',
          meeting?.date ?? '',
          ...texts(paper, 'name', 'date'),
          text(consultation?.role),
          text(file?.downloadUrl),
          text(paper.web),
        ],
      ]
    },
  },
} as const satisfies Readonly<Record<string, CsvTable>>

/** The name of a table. */
export type CsvName = keyof typeof csvTables

/** The boards of a meeting, the one that called it first, and its day. */
export function meetingCells(meeting: OpenJson, { names }: Pick<Lookup, 'names'>): readonly string[] {
  const boards = ((meeting.organization ?? []) as readonly string[]).map((address) => names.get(address) ?? '')
  return [boards.join('; '), text(meeting['goldenthread:date'])]
}
