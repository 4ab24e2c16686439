import { postedText } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/forms.ts'
import type { QuorumRule, QuorumSet } from '../../rules/quorum.ts'
import { type QuorumLoss, quorumLoss } from '../../rules/terms/quorum-rule.ts'
import type { Terms } from '../../rules/terms/terms.ts'
import { type Offered, offered, type Questions, type RowsQuestion } from './question.ts'
import { type Reading, readAnswer } from './read-answers.ts'
import { writeAnswer } from './write-answers.ts'

type Atom = Exclude<QuorumRule, { kind: 'all' | 'any' | 'waiver' | 'not-stated' }>

/** Most conditions that the form shows; a rule with more is kept as it stands. */
const MOST = 20

const conditionKinds = offered({
  'at-least': 'At least a number',
  share: 'At least a share',
  'agencies-besides-chair': 'A number of agencies besides the chair’s own',
  'chair-present': 'The chair is there',
  none: 'No quorum is required',
})

/** What may follow when quorum is lost, as the form offers it. */
export const lossChoices: readonly Offered[] = [
  { value: '', text: 'They do not say' },
  ...offered({
    wait: 'The meeting waits until it is back',
    adjourn: 'The meeting is adjourned',
    'note-only': 'It is noted, and the discussion goes on',
  } satisfies Record<QuorumLoss, string>),
]

/** What was answered to that; undefined for nothing. */
export function lossOf(body: FormBody, path: string): QuorumLoss | undefined {
  return quorumLoss.safeParse(postedText(body[`${path}_onLoss`])).data
}

/** The sets of members that a condition may count, with the groups of the terms. */
function setsOf(terms: Pick<Terms, 'groups'>): readonly Offered[] {
  const groups = terms.groups.map(({ key, name }) => ({ value: `group:${key}`, text: `The ${name}` }))
  return [{ value: 'members', text: 'All members' }, { value: 'voting-members', text: 'The voting members' }, ...groups]
}

/** The conditions of a quorum as the form asks for them (G6). */
export function quorumConditions(terms: Pick<Terms, 'groups'>): RowsQuestion {
  const of: Questions = {
    kind: { kind: 'one', label: 'Who must be there?', options: conditionKinds },
    n: { kind: 'whole', label: 'How many', hint: 'For a number of people, seats or agencies', min: 1, max: 1000, open: true },
    numerator: {
      kind: 'whole',
      label: 'For a share: how many',
      hint: 'For three quarters: 75 of every 100',
      min: 1,
      max: 1000,
      open: true,
    },
    denominator: { kind: 'whole', label: 'of every', min: 1, max: 1000, open: true },
    moreThan: { kind: 'tick', label: 'More than this share, not just as much' },
    of: { kind: 'one', label: 'Counted among whom', options: setsOf(terms), none: 'Does not apply' },
    counts: {
      kind: 'one',
      label: 'What is counted',
      options: offered({ people: 'People', seats: 'Seats that are attended', agencies: 'Agencies (for a number only)' }),
      none: 'Does not apply',
    },
    vacant: { kind: 'tick', label: 'Vacant seats count in the whole of which the share is taken' },
    together: { kind: 'tick', label: 'Belongs with the condition above it' },
  }
  return { kind: 'rows', entry: 'Condition', of, least: 1, most: MOST }
}

function atomAnswers(rule: Atom, together: boolean) {
  const none = { n: null, numerator: null, denominator: null, moreThan: false, of: null, counts: null, vacant: false }
  if (rule.kind === 'at-least') return { ...none, kind: rule.kind, n: rule.n, of: setCode(rule.of), counts: rule.counts, together }
  if (rule.kind === 'agencies-besides-chair') return { ...none, kind: rule.kind, n: rule.n, together }
  if (rule.kind !== 'share') return { ...none, kind: rule.kind, together }
  const { kind, numerator, denominator, moreThan, counts } = rule
  return { ...none, kind, numerator, denominator, moreThan, counts, of: setCode(rule.of), vacant: rule.vacantSeats === 'counted', together }
}

const setCode = (set: QuorumSet): string => (set.kind === 'group' ? `group:${set.group}` : set.kind)

function setOf(code: string): QuorumSet {
  if (code.startsWith('group:')) return { kind: 'group', group: code.slice('group:'.length) }
  return code === 'voting-members' ? { kind: 'voting-members' } : { kind: 'members' }
}

const isAtom = (rule: QuorumRule): rule is Atom => !['all', 'any', 'waiver', 'not-stated'].includes(rule.kind)

/** The conditions in sets: those of a set are joined the other way round than the sets. Undefined where the rule is nested deeper. */
function setsIn(rule: QuorumRule): { readonly joined: 'all' | 'any'; readonly sets: readonly (readonly Atom[])[] } | undefined {
  if (isAtom(rule)) return { joined: 'all', sets: [[rule]] }
  if ((rule.kind !== 'all' && rule.kind !== 'any') || rule.rules.length < 2) return undefined
  const sets = rule.rules.map((part) => {
    if (isAtom(part)) return [part]
    const inside = (part.kind === 'all' || part.kind === 'any') && part.kind !== rule.kind ? part.rules : []
    return inside.length > 1 && inside.every(isAtom) ? inside.filter(isAtom) : []
  })
  return sets.every((set) => set.length > 0) && sets.flat().length <= MOST ? { joined: rule.kind, sets } : undefined
}

/** What stands in the form for a quorum; undefined where the rule is nested deeper than the form can show. */
export function writeQuorum(rule: QuorumRule, terms: Pick<Terms, 'groups'>, path: string): FormBody | undefined {
  const found = setsIn(rule.kind === 'waiver' ? rule.rule : rule)
  if (found === undefined) return undefined
  const rows = found.sets.flatMap((set) => set.map((atom, index) => atomAnswers(atom, index > 0)))
  const waiver: FormBody = rule.kind === 'waiver' ? { [`${path}_waiver`]: 'yes' } : {}
  return { ...writeAnswer(quorumConditions(terms), rows, path), [`${path}_joined`]: found.joined, ...waiver }
}

interface Row {
  readonly kind: Atom['kind'] | null
  readonly n: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly moreThan: boolean
  readonly of: string | null
  readonly counts: 'people' | 'seats' | 'agencies' | null
  readonly vacant: boolean
  readonly together: boolean
}

/** Reads the quorum out of a posted form; undefined where an answer is wrong, which stands among the problems. */
export function readQuorum(reading: Reading, terms: Pick<Terms, 'groups'>, path: string): QuorumRule | undefined {
  const before = reading.problems.length
  const rows = readAnswer(reading, quorumConditions(terms), path) as readonly Row[]
  if (reading.problems.length > before) return undefined
  const sets: Atom[][] = []
  for (const [index, row] of rows.entries()) {
    const atom = atomOf(reading, row, `${path}_${index}`)
    if (atom === undefined) continue
    const last = sets.at(-1)
    if (row.together && last) last.push(atom)
    else sets.push([atom])
  }
  if (reading.problems.length > before) return undefined
  const joined = postedText(reading.body[`${path}_joined`]) === 'any' ? 'any' : 'all'
  const other = joined === 'all' ? 'any' : 'all'
  const parts = sets.flatMap((set): QuorumRule[] => {
    const [only, ...more] = set
    return only === undefined ? [] : [more.length === 0 ? only : { kind: other, rules: set }]
  })
  const [first, ...rest] = parts
  if (first === undefined) return undefined
  const rule: QuorumRule = rest.length === 0 ? first : { kind: joined, rules: parts }
  return postedText(reading.body[`${path}_waiver`]) === '' ? rule : { kind: 'waiver', rule, when: 'chair-consulted-absent' }
}

function atomOf({ problems }: Reading, row: Row, path: string): Atom | undefined {
  const { kind, n, numerator, denominator, counts, of } = row
  const need = (names: readonly (keyof Row)[]): undefined => {
    for (const name of names.filter((one) => row[one] === null)) problems.push({ field: `${path}_${name}`, code: 'condition-incomplete' })
    return undefined
  }
  if (kind === 'none' || kind === 'chair-present') return { kind }
  if (kind === 'agencies-besides-chair') return n === null ? need(['n']) : { kind, n }
  if (kind === 'at-least')
    return n === null || of === null || counts === null ? need(['n', 'of', 'counts']) : { kind, n, counts, of: setOf(of) }
  if (kind === null || numerator === null || denominator === null || of === null || counts === null)
    return need(['kind', 'numerator', 'denominator', 'of', 'counts'])
  if (counts === 'agencies') {
    problems.push({ field: `${path}_counts`, code: 'share-of-agencies' })
    return undefined
  }
  const { moreThan, vacant } = row
  return { kind: 'share', numerator, denominator, moreThan, counts, of: setOf(of), vacantSeats: vacant ? 'counted' : 'not-counted' }
}
