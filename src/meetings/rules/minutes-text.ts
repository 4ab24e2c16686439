import { type Block, type Paper, type Run, run } from '#platform/paper/tree.ts'
import { dayInWords } from '#platform/time/words.ts'
import type { Category } from './agenda.ts'
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
  /** One sentence on quorum. */
  readonly quorum: string
}

/** A section of minutes: one for each item, so that an exempt item's minute is a record of its own. */
export interface SectionText {
  readonly item: string | null
  readonly number: string
  readonly heading: string
  readonly category: Category
  readonly tree: Paper
  readonly decisions: readonly string[]
  readonly actions: readonly string[]
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

const paragraph = (...content: Run[]): Block => ({ type: 'paragraph', content: content.filter(({ text }) => text !== '') })
// The space stands outside the bold words, or Markdown could not print them readably.
const titled = (title: string, text: string): Block => paragraph(run(`${title}:`, { strong: true }), run(` ${text}`))
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

/** The section on who was there. */
export function attendanceText({ present, inAttendance, apologies, withoutApology, quorum }: MinutedAttendance): Paper {
  return paper([
    ...named('Present', present.map(personInWords), 'nobody is recorded'),
    ...named('In attendance', inAttendance.map(personInWords), ''),
    ...named('Apologies', apologies, 'none were received'),
    ...named('Absent without apology', withoutApology, ''),
    ...(quorum === '' ? [] : [titled('Quorum', quorum)]),
  ])
}

/** A decision as paragraphs. */
export function decisionText(decision: MinutedDecision): readonly Block[] {
  const { number, type, text, referredTo, proposer, seconder, votes, minorityView, interests } = decision
  const towards = referredTo === '' ? '' : ` to ${referredTo}`
  const moved = [proposer === '' ? '' : `Proposed by ${proposer}`, seconder === '' ? '' : `seconded by ${seconder}`, votes].filter(
    (part) => part !== '',
  )
  return [
    titled(`${verbs[type]}${towards}${number === '' ? '' : ` (decision ${number})`}`, text),
    ...(moved.length === 0 ? [] : [paragraph(run(`${moved.join('; ')}.`))]),
    ...(minorityView === '' ? [] : [titled('Minority view', minorityView)]),
    ...(interests === '' ? [] : [titled('Interests', interests)]),
  ]
}

/** An action as a paragraph. */
export function actionText({ text, leads, due }: MinutedAction): Block {
  const who = leads.length === 0 ? 'owner to be confirmed' : leads.join(', ')
  return titled('Action', `${text} (${[who, due].filter((part) => part !== '').join('; ')})`)
}

/** What was recorded under an item, in the order of recording: decisions, then actions. */
export function itemText(decisions: readonly MinutedDecision[], actions: readonly MinutedAction[], presenter: string): Paper {
  const opening = presenter === '' ? [] : [paragraph(run(`Presented by ${presenter}.`))]
  return paper([...opening, ...decisions.flatMap(decisionText), ...actions.map(actionText)])
}

/** Adds to a section what was recorded since it was written; what stands there is kept as it is. */
export function bringIn(section: SectionText, decisions: readonly MinutedDecision[], actions: readonly MinutedAction[]): SectionText {
  const newDecisions = decisions.filter(({ id }) => !section.decisions.includes(id))
  const newActions = actions.filter(({ id }) => !section.actions.includes(id))
  return {
    ...section,
    tree: paper([...section.tree.blocks, ...newDecisions.flatMap(decisionText), ...newActions.map(actionText)]),
    decisions: [...section.decisions, ...newDecisions.map(({ id }) => id)],
    actions: [...section.actions, ...newActions.map(({ id }) => id)],
  }
}

/** The paragraph that minutes the approval of earlier minutes, with the amendments. */
export function approvalText(heldOn: Temporal.PlainDate, amendments: string): string {
  const of = `The minutes of the meeting held on ${dayInWords(heldOn)} were approved`
  return amendments === '' ? `${of} as a correct record.` : `${of}, with these amendments: ${amendments}`
}
