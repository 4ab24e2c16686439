import { fail, type Result, succeed } from '#platform/result.ts'
import { plainWords } from '../composition.ts'
import { type Terms, termsSchema } from './terms.ts'

/** What is wrong with a document, and where: `path` is like 'seats.3.places'; '' for the document as a whole. */
export interface TermsProblem {
  readonly path: string
  readonly code:
    | 'not-json'
    | 'wrong-shape'
    | 'unknown-source'
    | 'unknown-group'
    | 'unknown-function'
    | 'votes-without-vote'
    | 'key-twice'
    | 'demand-twice'
    | 'dates-out-of-order'
    | 'more-vacant-than-places'
    | 'not-stated-with-value'
    | 'stated-without-value'
    | 'contradictory-without-readings'
    | 'chosen-by-nobody'
  /** What was found or expected, for the sentence; '' when the code says it all. */
  readonly detail: string
}

const CUSTOM = new Set<string>(['not-stated-with-value', 'stated-without-value', 'contradictory-without-readings', 'chosen-by-nobody'])

function isCustom(message: string): message is TermsProblem['code'] {
  return CUSTOM.has(message)
}

function repeated(keys: readonly string[]): readonly string[] {
  return keys.filter((key, index) => keys.indexOf(key) !== index)
}

function groupsNamed(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap(groupsNamed)
  const named = 'group' in value && typeof value.group === 'string' ? [value.group] : []
  return [...named, ...Object.values(value).flatMap(groupsNamed)]
}

function sourcesNamed(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap(sourcesNamed)
  const named =
    'source' in value && typeof value.source === 'object' && value.source !== null && 'id' in value.source ? [String(value.source.id)] : []
  return [...named, ...Object.values(value).flatMap(sourcesNamed)]
}

/** What the shape alone cannot say: names that lead nowhere, keys used twice, dates out of order. */
function crossProblems(terms: Terms): TermsProblem[] {
  const problems: TermsProblem[] = []
  const groups = new Set(terms.groups.map((group) => group.key))
  const sources = new Set(terms.sources.map((source) => source.id))
  for (const group of new Set(groupsNamed([terms.seats, terms.quorum.value])))
    if (!groups.has(group)) problems.push({ path: 'groups', code: 'unknown-group', detail: group })
  const functions = new Set(terms.functions.value?.map((one) => one.key))
  for (const named of new Set(terms.seats.flatMap(({ votesOn = [] }) => votesOn)))
    if (!functions.has(named)) problems.push({ path: 'seats', code: 'unknown-function', detail: named })
  for (const seat of terms.seats)
    if (seat.votesOn && seat.voting !== 'voting')
      problems.push({ path: `seats.${seat.key}`, code: 'votes-without-vote', detail: seat.name })
  for (const source of new Set(sourcesNamed([...Object.values(terms).filter((part) => !Array.isArray(part)), terms.composition])))
    if (!sources.has(source)) problems.push({ path: 'sources', code: 'unknown-source', detail: source })
  for (const words of repeated((terms.composition ?? []).map(({ matches, value }) => `${matches}: ${plainWords(value)}`)))
    problems.push({ path: 'composition', code: 'demand-twice', detail: words })
  for (const [path, keyed] of [
    ['seats', terms.seats],
    ['groups', terms.groups],
  ] as const)
    for (const key of repeated(keyed.map((part) => part.key))) problems.push({ path, code: 'key-twice', detail: key })
  for (const key of repeated(terms.sources.map((source) => source.id))) problems.push({ path: 'sources', code: 'key-twice', detail: key })
  for (const seat of terms.seats)
    if (seat.vacantAtExport > seat.places) problems.push({ path: `seats.${seat.key}`, code: 'more-vacant-than-places', detail: seat.name })
  if (terms.until !== null && terms.until <= terms.from) problems.push({ path: 'until', code: 'dates-out-of-order', detail: terms.until })
  return problems
}

function gather(problems: readonly TermsProblem[], terms: Terms): Result<Terms, TermsProblem> {
  const [first, ...more] = problems
  return first === undefined ? succeed(terms) : fail(first, ...more)
}

/** Reads a terms document of unknown content; every problem is reported, none stops the others. */
export function parseTerms(document: unknown): Result<Terms, TermsProblem> {
  const parsed = termsSchema.safeParse(document)
  if (parsed.success) return gather(crossProblems(parsed.data), parsed.data)
  const problems = parsed.error.issues.map((issue): TermsProblem => {
    const path = issue.path.join('.')
    return isCustom(issue.message) ? { path, code: issue.message, detail: '' } : { path, code: 'wrong-shape', detail: issue.message }
  })
  const [first, ...more] = problems
  return fail(first ?? { path: '', code: 'wrong-shape', detail: '' }, ...more)
}

/** Reads a terms document from text. */
export function parseTermsText(text: string): Result<Terms, TermsProblem> {
  try {
    return parseTerms(JSON.parse(text))
  } catch (error) {
    return fail({ path: '', code: 'not-json', detail: error instanceof Error ? error.message : '' })
  }
}

/** Prints a terms document in its one canonical form; printing what was read gives the same text again. */
export function printTerms(terms: Terms): string {
  return `${JSON.stringify(termsSchema.parse(terms), null, 2)}\n`
}
