import { type Block, run } from '#platform/paper/tree.ts'
import { dayInWords, timeInWords } from '#platform/time/words.ts'
import type { Category } from './agenda.ts'
import { actionText, decisionText, type MinutedAction, type MinutedDecision, paragraph, paragraphs, titled } from './minutes-text.ts'

/** What in the record a piece of minutes comes from. */
export const entryKinds = [
  'attendance',
  'exclusion',
  'held-back',
  'approval',
  'interest',
  'note',
  'submission',
  'view',
  'motion',
  'decision',
  'action',
] as const
/** One of these. */
export type EntryKind = (typeof entryKinds)[number]

/** The pointer that a section keeps: which record, and the words that it stood for when the section was written. */
export interface RecordSource {
  readonly kind: EntryKind
  readonly id: string
  /** Empty: nothing that must be said word for word; or a pointer of before these were kept. */
  readonly says: readonly string[]
}

/** One fact of the record, as minutes take it up. */
export interface RecordEntry extends RecordSource {
  /** Null: of the meeting as a whole. */
  readonly item: string | null
  readonly category: Category
  /** What it is called in a link: 'decision 31', 'interest of Ana Field'. */
  readonly label: string
  readonly blocks: readonly Block[]
  /** Of a resolution to exclude the public: the first item for which it was out, before which it is told. */
  readonly before?: string | undefined
}

type Of = Pick<RecordEntry, 'item' | 'category'>

/** Words without marks, cases and signs, so that a text that was put in order still says the same. */
export function bare(words: string): string {
  return ` ${(words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `
}

/** A decision of the record. The share of a tally is arithmetic, not record: it need not be said. */
export function decisionEntry(decision: MinutedDecision, of: Of): RecordEntry {
  const { id, number, text, votes, minorityView } = decision
  const says = [text, votes.replace(/ \(.*$/, ''), minorityView].filter((words) => words !== '')
  const label = number === '' ? 'decision' : `decision ${number}`
  return { kind: 'decision', id, ...of, label, says, blocks: decisionText(decision) }
}

/** An action of the record. */
export function actionEntry(action: MinutedAction, of: Of): RecordEntry {
  return { kind: 'action', id: action.id, ...of, label: 'action', says: [action.text], blocks: actionText(action) }
}

/** An interest in an item, as minutes tell it. */
export interface MinutedInterest {
  readonly id: string
  readonly name: string
  /** 'pecuniary', 'conflict by post'. */
  readonly kind: string
  /** Not said where the interest is sensitive. */
  readonly nature: string
  readonly sensitive: boolean
  readonly consequence: 'stay' | 'stay_silent' | 'leave' | null
  /** Whose word the consequence is; null while nobody has ruled. */
  readonly decidedFrom: 'terms' | 'chair' | 'dispensation' | null
  /** In order; empty: the chair ruled nothing. */
  readonly rulings: readonly MinutedRuling[]
  /** 'Dispensation until 31 March 2027, granted by the monitoring officer'; '' for none. */
  readonly leave: string
}

/** A ruling of the chair, as minutes tell it. */
export interface MinutedRuling {
  /** By London's clocks. */
  readonly time: Temporal.PlainTime
  readonly by: string
  readonly consequence: 'stay' | 'stay_silent' | 'leave'
  readonly words: string
}

const consequences = {
  leave: (item: string) => `left the meeting for ${item}`,
  stay_silent: (item: string) => `remained for ${item} and was silent`,
  stay: (item: string) => `remained for ${item} and took part`,
} as const
const grounds = { terms: 'under the terms', chair: 'as the chair ruled', dispensation: 'under a dispensation' } as const

/** An interest with what followed from it (G13). `itemName` is how the item is named: 'this item', because minutes have numbers of their own. */
export function interestEntry(interest: MinutedInterest, itemName: string, of: Of): RecordEntry {
  const { id, name, kind, nature, sensitive, consequence, rulings } = interest
  const what = sensitive ? 'an interest whose details are sensitive' : `a ${kind} interest (${nature})`
  const words = `${name} declared ${what}. ${rulings.length > 1 ? ruledAnew(interest, itemName) : ruledOnce(interest, itemName)}`
  const followed = rulings.length > 1 ? rulings.map((one) => one.consequence) : consequence === null ? [] : [consequence]
  const says = [...new Set([name, ...followed.map((one) => consequences[one](itemName))])]
  return { kind: 'interest', id, ...of, label: `interest of ${name}`, says, blocks: [titled('Interest', words)] }
}

function ruledOnce({ name, consequence, decidedFrom, rulings, leave }: MinutedInterest, itemName: string): string {
  const ground = decidedFrom === null ? '' : `, ${grounds[decidedFrom]}${leave === '' ? '' : ` (${leave})`}`
  const after = consequence === null ? 'No ruling is recorded' : `${name} ${consequences[consequence](itemName)}${ground}`
  return [`${after}.`, ...rulings.map(({ by, words }) => `${by === '' ? 'The ruling' : `${by} ruled`}: ${words}`)].join(' ')
}

/** Each ruling in order with when it was given: the last one holds, the earlier ones held until then. */
function ruledAnew({ name, rulings }: MinutedInterest, itemName: string): string {
  const told = rulings.map(({ time, by, consequence, words }, index) => {
    const chair = by === '' ? 'the chair' : by
    const ruled = `As ${chair} ruled${index === 0 ? '' : ' anew'} at ${timeInWords(time)}, ${name} ${consequences[consequence](itemName)}`
    return `${ruled}: ${words}${/[.!?…]$/.test(words) ? '' : '.'}`
  })
  return told.join(' ')
}

/** What was typed while an item was on: the beginning of its minute, to be worked on, so that no word of it must stay. */
export function noteEntry({ id, text }: { readonly id: string; readonly text: string }, of: Of): RecordEntry {
  return { kind: 'note', id, ...of, label: 'note', says: [], blocks: paragraphs('', text) }
}

/** A resolution to exclude the press and the public, in the usual words: told to everybody, as a section of its own before the first item it covers. */
export function exclusionEntry(one: {
  readonly id: string
  readonly resolution: string
  readonly moved: string
  readonly out: string
  readonly names: readonly string[]
  readonly before: string | undefined
}): RecordEntry {
  const { id, resolution, moved, out, names, before } = one
  const blocks = [titled('RESOLVED', resolution), paragraph(run(moved)), paragraph(run(out))]
  const says = [...names, 'the press and public be excluded']
  return { kind: 'exclusion', id, item: null, category: 'public', label: 'exclusion of the public', says, blocks, before }
}

/** A paper of an open item that was not for publication. */
export function heldBackEntry(one: { readonly paper: string; readonly item: string; readonly words: string }): RecordEntry {
  const { paper, item, words } = one
  return { kind: 'held-back', id: paper, item, category: 'public', label: 'paper held back', says: [], blocks: [paragraph(run(words))] }
}

/** The view of a member who could not come (M8). */
export function viewEntry(
  view: { readonly id: string; readonly name: string; readonly sent: 'in_writing' | 'by_phone'; readonly text: string },
  of: Of,
): RecordEntry {
  const { id, name, sent, text } = view
  const title = `View of ${name}, who was absent, given ${sent === 'in_writing' ? 'in writing' : 'by telephone'}`
  return { kind: 'view', id, ...of, label: `view of ${name}`, says: [name], blocks: paragraphs(title, text) }
}

/** A motion or an amendment with what became of it. */
export interface MinutedMotion {
  readonly id: string
  readonly number: number
  /** The number of the motion that it amends; null for a motion of its own. */
  readonly amends: number | null
  readonly text: string
  readonly state: 'put' | 'open' | 'closed' | 'carried' | 'lost' | 'withdrawn'
  /** Name of the body that it was put to, at a joint meeting; undefined where one body met. */
  readonly toBody?: string | undefined
  readonly proposer: string
  readonly seconder: string
  /** 'For 4, against 2, abstained 1'; '' where nobody counted. */
  readonly votes: string
  readonly castingVote: 'for' | 'against' | null
  readonly minorityView: string
  /** True where it became a decision, which says its words, its votes and who moved it. */
  readonly decided: boolean
  /** Of a recorded vote: how each voted. */
  readonly voters: readonly { readonly name: string; readonly choice: 'for' | 'against' | 'abstain' }[]
}

const outcomes = {
  carried: 'Carried',
  lost: 'Lost',
  withdrawn: 'Withdrawn',
  put: 'Not voted on',
  open: 'The vote is not closed',
  closed: 'The vote is closed, and its result is not recorded',
} as const

/** The order in which motions are told: each with its amendments, and these first where the motion became a decision, which comes after them. */
export function byTold(a: MinutedMotion, b: MinutedMotion): number {
  return (a.amends ?? a.number) - (b.amends ?? b.number) || Number(a.decided) - Number(b.decided) || a.number - b.number
}

/** A motion or amendment; one that became a decision adds only what the decision does not say: how each voted. */
export function motionEntry(motion: MinutedMotion, of: Of): RecordEntry {
  const { id, number, amends, voters } = motion
  const label = amends === null ? `motion ${number}` : `amendment ${number}`
  const recorded = voters.length === 0 ? [] : [titled('Recorded vote', votersInWords(voters))]
  const names = voters.map(({ name }) => name)
  if (motion.decided) return { kind: 'motion', id, ...of, label, says: names, blocks: recorded }
  const put = motion.toBody === undefined ? '' : ` put to ${motion.toBody}`
  const title = `${amends === null ? 'Motion' : `Amendment to motion ${amends}`}${put}`
  const moved = [motion.proposer && `Proposed by ${motion.proposer}`, motion.seconder && `seconded by ${motion.seconder}`, motion.votes]
  const casting = motion.castingVote === null ? '' : ` The chair gave a casting vote ${motion.castingVote}.`
  const result = `${[...moved.filter((part) => part !== ''), outcomes[motion.state]].join('; ')}.${casting}`
  const minority = motion.minorityView === '' ? [] : paragraphs('Minority view', motion.minorityView)
  const says = [motion.text, motion.votes.replace(/ \(.*$/, ''), outcomes[motion.state], ...names].filter((words) => words !== '')
  return {
    kind: 'motion',
    id,
    ...of,
    label,
    says,
    blocks: [...paragraphs(title, motion.text), paragraph(run(result)), ...recorded, ...minority],
  }
}

function votersInWords(voters: MinutedMotion['voters']): string {
  const named = (choice: 'for' | 'against' | 'abstain'): string =>
    voters
      .filter((voter) => voter.choice === choice)
      .map(({ name }) => name)
      .join(', ') || 'nobody'
  return `for: ${named('for')}; against: ${named('against')}; abstained: ${named('abstain')}.`
}

/** A question, petition, deputation or declaration of the whip (M13), in the words that may be read. */
export interface MinutedSubmission {
  readonly id: string
  /** 'Question from the public'. */
  readonly what: string
  /** 'Ana Field', 'name withheld'. */
  readonly from: string
  readonly text: string
  /** 'Signed by 120 people'; '' for none. */
  readonly signed: string
  /** 'Answered at the meeting by …'; '' where nothing is recorded. */
  readonly answered: string
  readonly answer: string
  readonly supplementary: string
  readonly supplementaryAnswer: string
}

/** What somebody brought to an item, with its answer. */
export function submissionEntry(one: MinutedSubmission, of: Of): RecordEntry {
  const { id, what, from, text, signed, answered, answer, supplementary, supplementaryAnswer } = one
  const title = `${what} (${[from, signed].filter((part) => part !== '').join('; ')})`
  const reply =
    answer === ''
      ? answered === ''
        ? []
        : [titled('Answer', answered)]
      : paragraphs(answered === '' ? 'Answer' : `Answer, ${answered}`, answer)
  const more = supplementary === '' ? [] : paragraphs('Supplementary question', supplementary)
  const moreReply = supplementaryAnswer === '' ? [] : paragraphs('Answer', supplementaryAnswer)
  const says = [text, answer, supplementary, supplementaryAnswer].filter((words) => words !== '')
  return {
    kind: 'submission',
    id,
    ...of,
    label: what.toLowerCase(),
    says,
    blocks: [...paragraphs(title, text), ...reply, ...more, ...moreReply],
  }
}

/** Earlier minutes that this meeting approved, with the amendments (M12). */
export interface MinutedApproval {
  /** The meeting whose minutes they are. */
  readonly id: string
  readonly heldOn: Temporal.PlainDate
  readonly amendments: string
  readonly amendmentsBy: string
  readonly refused: string
  readonly signedBy: string
}

/** The approval of earlier minutes, in the minutes of the meeting that approved them. */
export function approvalEntry(approval: MinutedApproval, of: Of): RecordEntry {
  const { id, heldOn, amendments, amendmentsBy, refused, signedBy } = approval
  const opening = `The minutes of the meeting held on ${dayInWords(heldOn)} were approved`
  const by = amendmentsBy === '' ? '' : `, proposed by ${amendmentsBy}`
  const first =
    amendments === ''
      ? [paragraph(run(`${opening} as a correct record.`))]
      : [paragraph(run(`${opening} with amendments${by}.`)), ...paragraphs('Amendments', amendments)]
  const sign = signedBy === '' ? [] : [paragraph(run(`${signedBy}, presiding, signed them.`))]
  const lost = refused === '' ? [] : paragraphs('Proposed and not agreed', refused)
  const says = [opening, amendments, refused].filter((words) => words !== '')
  return { kind: 'approval', id, ...of, label: `minutes of ${dayInWords(heldOn)}`, says, blocks: [...first, ...lost, ...sign] }
}
