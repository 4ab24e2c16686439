import { type Block, type Paper, type Run, run } from '#platform/paper/tree.ts'
import type { DecisionType } from './decision.ts'
import { comingAndGoing, type StayTimes } from './presence.ts'

/** Somebody at the meeting, as minutes name them. */
export interface MinutedPerson {
  readonly name: string
  /** Organisation or post; '' for none. */
  readonly capacity: string
  readonly chaired: boolean
  /** The member for whom this person deputised; '' for none. */
  readonly deputyFor: string
  readonly remote: boolean
  /** One for each stay, in order. */
  readonly times: readonly StayTimes[]
}

/** A decision, as minutes print it. */
export interface MinutedDecision {
  readonly id: string
  readonly number: string
  readonly type: DecisionType
  readonly text: string
  readonly referredTo: string
  readonly proposer: string
  readonly seconder: string
  /** 'For 5, against 2, abstained 1'; '' where no votes were counted. */
  readonly votes: string
  readonly minorityView: string
  readonly interests: string
  /** Name of the body that decided, at a joint meeting; undefined where one body met. */
  readonly byBody?: string | undefined
}

/** An action, as minutes print it. */
export interface MinutedAction {
  readonly id: string
  readonly text: string
  /** Names; empty: the owner is to be confirmed. */
  readonly leads: readonly string[]
  readonly due: string
}

/** Who was there: the first section of minutes. */
export interface MinutedAttendance {
  readonly present: readonly MinutedPerson[]
  readonly inAttendance: readonly MinutedPerson[]
  readonly apologies: readonly string[]
  readonly withoutApology: readonly string[]
  /** One sentence on quorum at the start; '' where nothing is known. */
  readonly quorum: string
  /** What changed: 'Not quorate from 3.15pm: …', in order. */
  readonly quorumLater?: readonly string[]
  /** 'Ana Field took the chair at 3.30pm', in order. */
  readonly chairLater?: readonly string[]
  /** Members of the public, counted and never named; undefined where nobody counted. */
  readonly publicCount?: number | undefined
  /** Numbers of the items as they were taken; undefined where that is the order of the agenda. */
  readonly orderTaken?: readonly string[] | undefined
  /** Each body of a joint meeting with its own roll and quorum; undefined for a meeting of one body. */
  readonly bodies?: readonly MinutedBody[] | undefined
}

/** The roll and the quorum of one body at a joint meeting. */
export interface MinutedBody extends Pick<MinutedAttendance, 'present' | 'apologies' | 'withoutApology' | 'quorum' | 'quorumLater'> {
  readonly name: string
}

/** How a decision begins in minutes, by its type. */
const verbs: Readonly<Record<DecisionType, string>> = {
  resolve: 'RESOLVED',
  approve: 'APPROVED',
  accept: 'ACCEPTED',
  endorse: 'ENDORSED',
  note: 'NOTED',
  recommend: 'RECOMMENDED',
  refer: 'REFERRED',
  request: 'REQUESTED',
  steer: 'STEER GIVEN',
  defer: 'DEFERRED',
  delegate: 'DELEGATED',
}

/** A paragraph of these runs; empty ones are left out. */
export const paragraph = (...content: Run[]): Block => ({ type: 'paragraph', content: content.filter(({ text }) => text !== '') })

/** Bold words before a sentence. The space stands outside the bold words, or Markdown could not print them readably. */
export const titled = (title: string, text: string): Block =>
  paragraph(run(`${title}:`, { strong: true }), run(` ${text.replaceAll(/\s+/g, ' ')}`))

/** Words of several lines as paragraphs, the title before the first; '' for no title. */
export function paragraphs(title: string, words: string): readonly Block[] {
  const [first = '', ...more] = words.split(/\n+/).filter((line) => line.trim() !== '')
  return [title === '' ? paragraph(run(first)) : titled(title, first), ...more.map((line) => paragraph(run(line)))]
}

const bullets = (lines: readonly string[]): Block => ({
  type: 'list',
  ordered: false,
  items: lines.map((line) => ({ content: [run(line)], lists: [] })),
})
const paper = (blocks: readonly Block[]): Paper => ({ version: 1, blocks })

function personInWords({ name, capacity, chaired, deputyFor, remote, times }: MinutedPerson): string {
  const notes = [
    chaired ? 'in the chair' : '',
    capacity,
    deputyFor === '' ? '' : `acting as deputy for ${deputyFor}`,
    remote ? 'by remote link' : '',
    ...comingAndGoing(times),
  ].filter((note) => note !== '')
  return notes.length === 0 ? name : `${name} (${notes.join('; ')})`
}

function named(title: string, lines: readonly string[], none: string): readonly Block[] {
  if (lines.length > 0) return [paragraph(run(title, { strong: true })), bullets(lines)]
  return none === '' ? [] : [titled(title, none)]
}

type Rolled = Omit<MinutedBody, 'name'>

function presentText(suffix: string, { present }: Rolled): readonly Block[] {
  return named(`Present${suffix}`, present.map(personInWords), 'nobody is recorded')
}

function absentText(suffix: string, { apologies, withoutApology }: Rolled): readonly Block[] {
  return [...named(`Apologies${suffix}`, apologies, 'none were received'), ...named(`Absent without apology${suffix}`, withoutApology, '')]
}

/** The section on who was there. */
export function attendanceText(attendance: MinutedAttendance): Paper {
  const { present, inAttendance, apologies, withoutApology, quorum, publicCount, orderTaken } = attendance
  const { quorumLater = [], chairLater = [], bodies = [] } = attendance
  const alone = { present, apologies, withoutApology, quorum: '' }
  return paper([
    ...(bodies.length === 0 ? presentText('', alone) : bodies.flatMap((body) => presentText(`: ${body.name}`, body))),
    ...named('In attendance', inAttendance.map(personInWords), ''),
    ...(bodies.length === 0 ? absentText('', alone) : bodies.flatMap((body) => absentText(`: ${body.name}`, body))),
    ...(publicCount === undefined ? [] : [titled('Members of the public', String(publicCount))]),
    ...(chairLater.length === 0 ? [] : [titled('In the chair', `${chairLater.join('. ')}.`)]),
    ...(quorum === '' || bodies.length > 0 ? [] : [titled('Quorum', [quorum, ...quorumLater].join(' '))]),
    ...bodies.flatMap((body) =>
      body.quorum === '' ? [] : [titled(`Quorum: ${body.name}`, [body.quorum, ...(body.quorumLater ?? [])].join(' '))],
    ),
    ...(orderTaken === undefined ? [] : [titled('Order of items', `The items were taken in this order: ${orderTaken.join(', ')}.`)]),
  ])
}

/** A decision as paragraphs. */
export function decisionText(decision: MinutedDecision): readonly Block[] {
  const { number, type, text, referredTo, proposer, seconder, votes, minorityView, interests } = decision
  const towards = referredTo === '' ? '' : ` to ${referredTo}`
  const by = decision.byBody === undefined ? '' : ` by ${decision.byBody}`
  const moved = [proposer === '' ? '' : `Proposed by ${proposer}`, seconder === '' ? '' : `seconded by ${seconder}`, votes].filter(
    (part) => part !== '',
  )
  return [
    ...paragraphs(`${verbs[type]}${towards}${by}${number === '' ? '' : ` (decision ${number})`}`, text),
    ...(moved.length === 0 ? [] : [paragraph(run(`${moved.join('; ')}.`))]),
    ...(minorityView === '' ? [] : paragraphs('Minority view', minorityView)),
    ...(interests === '' ? [] : paragraphs('Interests', interests)),
  ]
}

/** An action as paragraphs. */
export function actionText({ text, leads, due }: MinutedAction): readonly Block[] {
  const who = leads.length === 0 ? 'owner to be confirmed' : leads.join(', ')
  return paragraphs('Action', `${text} (${[who, due].filter((part) => part !== '').join('; ')})`)
}
