import { listOf, type OpenJson, text, texts, yesOrNo } from './read-json.ts'

type Rows = readonly (readonly string[])[]
/** Names of boards by address. */
type Names = ReadonlyMap<string, string>

/** The board that an entry is of: at a joint meeting each decides, votes and acts for itself. */
const boardOf = ({ organization }: OpenJson, names: Names): string => names.get(text(organization)) ?? ''

/** Each item of the agenda with the cells that name it. */
function items(meeting: OpenJson, head: readonly string[]): readonly { readonly item: OpenJson; readonly cells: readonly string[] }[] {
  return listOf(meeting, 'agendaItem').map((item) => ({ item, cells: [...head, ...texts(item, 'number', 'name')] }))
}

/** A row for each entry of an attribute under the items of a meeting. */
function under(meeting: OpenJson, head: readonly string[], attribute: string, cellsOf: (entry: OpenJson) => readonly string[]): Rows {
  return items(meeting, head).flatMap(({ item, cells }) => listOf(item, attribute).map((entry) => [...cells, ...cellsOf(entry)]))
}

/** A row for each item. */
export function agendaOf(meeting: OpenJson, head: readonly string[]): Rows {
  return items(meeting, head).map(({ item, cells }) => [
    ...cells,
    text(item['goldenthread:purpose']),
    yesOrNo(item.public),
    ...texts(item, 'goldenthread:exemptParagraph', 'result', 'resolutionText', 'web', 'goldenthread:topic'),
  ])
}

/** A row for each decision. */
export function decisionsOf(meeting: OpenJson, head: readonly string[], names: Names): Rows {
  return decisions(meeting, head).map(({ cells, one }) => [
    ...cells,
    ...texts(one, 'number', 'kind', 'text', 'method', 'for', 'against', 'abstained', 'quorum', 'minorityView', 'web'),
    ...texts(ratificationOf(one), 'state', 'inForceFrom'),
    boardOf(one, names),
  ])
}

/** A row for each partner that must take a decision home. */
export function ratificationsOf(meeting: OpenJson, head: readonly string[], names: Names): Rows {
  return decisions(meeting, head).flatMap(({ cells, one }) =>
    listOf(ratificationOf(one), 'partner').map((partner) => [
      ...cells,
      text(one.number),
      text(ratificationOf(one).purpose),
      ...texts(partner, 'name', 'answer', 'answeredOn', 'ownBody', 'reference', 'words'),
      text(ratificationOf(one).due),
      boardOf(one, names),
    ]),
  )
}

/** Each decision with the cells that name its item; one that hangs on no item has no number and title of one. */
function decisions(meeting: OpenJson, head: readonly string[]): readonly { readonly cells: readonly string[]; readonly one: OpenJson }[] {
  const attribute = 'goldenthread:decision'
  return [
    ...items(meeting, head).flatMap(({ item, cells }) => listOf(item, attribute).map((one) => ({ cells, one }))),
    ...listOf(meeting, attribute).map((one) => ({ cells: [...head, '', ''], one })),
  ]
}

function ratificationOf({ ratification }: OpenJson): OpenJson {
  return (ratification ?? {}) as OpenJson
}

/** A row for each motion or amendment. */
export function motionsOf(meeting: OpenJson, head: readonly string[], names: Names): Rows {
  return under(meeting, head, 'goldenthread:vote', (one) => [
    ...texts(one, 'number', 'amends', 'motion', 'result', 'method', 'proposer', 'seconder', 'for', 'against', 'abstained', 'castingVote'),
    boardOf(one, names),
  ])
}

/** A row for each vote that somebody cast by name. */
export function votesOf(meeting: OpenJson, head: readonly string[], names: Names): Rows {
  return items(meeting, head).flatMap(({ item, cells }) =>
    listOf(item, 'goldenthread:vote').flatMap((motion) =>
      listOf(motion, 'cast').map((cast) => [...cells, text(motion.number), ...texts(cast, 'name', 'choice'), boardOf(motion, names)]),
    ),
  )
}

/** A row for each action; those that hang on no item have no number and title of one. */
export function actionsOf(meeting: OpenJson, head: readonly string[], names: Names): Rows {
  const cellsOf = (one: OpenJson): readonly string[] => [
    ...texts(one, 'text', 'lead', 'due', 'dueInWords', 'state', 'doneOn', 'web'),
    boardOf(one, names),
  ]
  const loose = listOf(meeting, 'goldenthread:action').map((one) => [...head, '', '', ...cellsOf(one)])
  return [...under(meeting, head, 'goldenthread:action', cellsOf), ...loose]
}

/** A row for each stay, and for each who did not come. */
export function attendanceOf(meeting: OpenJson, head: readonly string[]): Rows {
  const there = listOf(meeting, 'goldenthread:attendance').map((one) => [
    ...head,
    text(one.name),
    'yes',
    ...texts(one, 'capacity', 'mode', 'from', 'to'),
  ])
  const away = listOf(meeting, 'goldenthread:absence').map((one) => [...head, text(one.name), 'no', text(one.kind), '', '', ''])
  return [...there, ...away]
}

/** A row for each declared interest. */
export function interestsOf(meeting: OpenJson, head: readonly string[]): Rows {
  return under(meeting, head, 'goldenthread:interest', (one) => texts(one, 'name', 'kind', 'consequence'))
}
