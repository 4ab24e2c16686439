import {
  type Assurance,
  assuranceOf,
  type Cause,
  causes,
  drawn,
  type Exact,
  exactOf,
  type Polarity,
  processLimits,
  type Side,
  sevenOnOneSide,
  sevenPointTrend,
  twoInThree,
  wholeRuns,
} from '#performance/public.ts'
import { type CaseList, isRecord, type RulesKind, type Worked } from './kind.ts'

type Given = Readonly<Record<string, unknown>>

function figures(value: unknown): readonly Exact[] | null {
  if (!Array.isArray(value)) return null
  const read = value.map((one) => (typeof one === 'number' ? exactOf(String(one)) : null)).filter((one) => one !== null)
  return read.length === value.length ? read : null
}

function sides(value: unknown): readonly Side[] | null {
  const isSide = (one: unknown): one is Side => one === 1 || one === 0 || one === -1
  return Array.isArray(value) && value.every(isSide) ? value : null
}

const LIMITS = { screening: false, trialBelow: 12, noneBelow: 2 }

function workLimits(given: Given): Worked {
  const read = figures(given.in)
  const screening = given.screening === true
  const limits = read === null ? null : processLimits(read, { ...LIMITS, screening })
  if (limits === null) return { problem: 'its figures cannot be read, or are fewer than two' }
  const { mean, lower, upper, nearLower, nearUpper } = limits
  return { computed: { mean: drawn(mean), lpl: drawn(lower), upl: drawn(upper), nlpl: drawn(nearLower), nupl: drawn(nearUpper) } }
}

function workThree(given: Given): Worked {
  const [close, rel] = [sides(given.close), sides(given.rel)]
  if (close === null || rel === null) return { problem: 'close and rel are not lists of 1, 0 and -1' }
  return { computed: { out: twoInThree(close.map(Boolean), rel).map(Number) } }
}

function workSides(given: Given, rule: (read: readonly Side[]) => readonly number[]): Worked {
  const read = sides(given.in)
  return read === null ? { problem: 'its points are not 1, 0 and -1' } : { computed: { out: rule(read) } }
}

function workTrend(given: Given): Worked {
  const read = figures(given.in)
  return read === null ? { problem: 'its figures cannot be read' } : { computed: { out: sevenPointTrend(read) } }
}

const DIRECTIONS = new Map<unknown, Polarity>([
  ['increase', 'higher'],
  ['decrease', 'lower'],
  ['neutral', 'none'],
])
const ASSURANCES: Readonly<Record<Assurance, string>> = {
  'consistent-pass': 'consistent_pass',
  'consistent-fail': 'consistent_fail',
  'hit-and-miss': 'inconsistent',
}

function workAssurance(given: Given): Worked {
  const polarity = DIRECTIONS.get(given.direction)
  const [target, lower, upper] = figures([given.target, given.lpl, given.upl]) ?? []
  if (polarity === undefined || target === undefined || lower === undefined || upper === undefined)
    return { problem: 'its direction, target or limits cannot be read' }
  const assurance = assuranceOf({ lower, upper }, polarity, target)
  return { computed: { assurance: assurance === null ? null : ASSURANCES[assurance] } }
}

const CAUSE_WORDS: Readonly<Record<Cause, string>> = {
  outside: 'outside limits',
  trend: '7 point trend',
  'two-of-three': '2 in 3',
  'one-side': '7 points one side',
  common: 'common cause',
}

const LISTS = new Map<string, (given: Given) => Worked>([
  // A run is marked 1 whichever side it is on: the vectors keep its side in their inputs.
  ['sevenPointsOneSide', (given) => workSides(given, (read) => sevenOnOneSide(read).map(Math.abs))],
  ['partOfSeven', (given) => workSides(given, (read) => wholeRuns(read).map(Math.abs))],
  ['sevenPointTrend', workTrend],
  ['twoInThree', workThree],
  ['limits', workLimits],
  ['assurance', workAssurance],
  ['specialCausePrecedence', () => ({ computed: { precedence: causes.map((cause) => CAUSE_WORDS[cause]) } })],
])

const ANSWERS = new Map([
  ['limits', ['mean', 'lpl', 'upl', 'nlpl', 'nupl']],
  ['assurance', ['assurance']],
  ['specialCausePrecedence', ['precedence']],
])

/** The vectors hold assurance as a table of processes and directions, and precedence as a list of words: one case each. */
function furtherLists({ assurance, specialCausePrecedence }: Given): readonly CaseList[] {
  const lists: CaseList[] = []
  if (isRecord(assurance) && isRecord(assurance.processes)) {
    const { target, processes } = assurance
    const cases = [...DIRECTIONS.keys()].flatMap((direction) => {
      const answers = assurance[String(direction)]
      return Object.entries(processes).map(([name, limits]) => ({
        ...(isRecord(limits) ? limits : {}),
        target,
        direction,
        ...(isRecord(answers) && name in answers ? { assurance: answers[name] } : {}),
      }))
    })
    lists.push({ name: 'assurance', cases })
  }
  if (Array.isArray(specialCausePrecedence)) lists.push({ name: 'specialCausePrecedence', cases: [{ precedence: specialCausePrecedence }] })
  return lists
}

function same(computed: unknown, given: unknown): boolean {
  if (Array.isArray(computed) && Array.isArray(given))
    return computed.length === given.length && computed.every((one, index) => same(one, given[index]))
  return typeof computed === 'number' && typeof given === 'number' ? Math.abs(computed - given) <= 1e-9 : computed === given
}

/** Statistical process control by the rules of 'Making Data Count', in the notation of published vectors; figures agree within 1e-9. */
export const spc: RulesKind = {
  answerKeys: (list) => ANSWERS.get(list) ?? ['out'],
  work: (given, list) =>
    LISTS.get(list)?.(given) ?? { problem: `there is no list called ${list}; there are ${[...LISTS.keys()].join(', ')}` },
  furtherLists,
  same,
}
