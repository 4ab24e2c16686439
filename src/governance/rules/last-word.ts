import { plainWords } from './composition.ts'
import type { Terms } from './terms/terms.ts'

/** A body with its terms, as far as the last word on a function is asked. */
export interface LastWordBody {
  readonly name: string
  /** Undefined where none are in force. */
  readonly terms: Terms | undefined
}

/** What one body has handed to another, by their names. */
export interface HandedOn {
  readonly from: string
  readonly to: string
  readonly functionName: string
}

/** One step of a way round: by the terms of `from`, or by a delegation that it gave. */
export interface LastWordStep {
  readonly from: string
  readonly to: string
  readonly by: 'terms' | 'delegation'
}

/**
 * A function on which nobody can tell who has the last word (G3, G14): two or more bodies keep it for themselves, or it is sent or handed
 * from one to the next until it is back.
 */
export type LastWordClash =
  | { readonly kind: 'claimed-twice'; readonly functionName: string; readonly bodies: readonly string[] }
  | { readonly kind: 'goes-round'; readonly functionName: string; readonly way: readonly LastWordStep[] }

const same = (one: string, other: string): boolean => plainWords(one) === plainWords(other)

interface Claim {
  readonly functionName: string
  readonly by: string
  readonly reservedTo: readonly string[]
}

function claimsOf(bodies: readonly LastWordBody[]): readonly Claim[] {
  return bodies.flatMap(({ name: by, terms }) =>
    (terms?.functions.value ?? []).map(({ name, reservedTo }) => ({ functionName: name, by, reservedTo })),
  )
}

/** Every function of which the last word is claimed twice or goes round, in the order of names; a function is told by its name, whatever its capitals. */
export function lastWordClashes(bodies: readonly LastWordBody[], handedOn: readonly HandedOn[]): readonly LastWordClash[] {
  const claims = claimsOf(bodies)
  const byName = new Map([...claims, ...handedOn].map(({ functionName }) => [plainWords(functionName), functionName]))
  return [...byName]
    .toSorted(([one], [other]) => one.localeCompare(other, 'en-GB'))
    .flatMap(([key, functionName]) => {
      const own = claims.filter((claim) => plainWords(claim.functionName) === key)
      const handed = handedOn.filter((one) => plainWords(one.functionName) === key)
      return [...claimedTwice(functionName, own), ...waysRound(functionName, stepsOf(own, handed))]
    })
}

function claimedTwice(functionName: string, claims: readonly Claim[]): readonly LastWordClash[] {
  const bodies = claims.filter(({ by, reservedTo }) => reservedTo.some((name) => same(name, by))).map(({ by }) => by)
  return bodies.length < 2 ? [] : [{ kind: 'claimed-twice', functionName, bodies }]
}

function stepsOf(claims: readonly Claim[], handed: readonly HandedOn[]): readonly LastWordStep[] {
  const names = new Map(
    [...claims.map(({ by }) => by), ...handed.flatMap(({ from, to }) => [from, to])].map((name) => [plainWords(name), name]),
  )
  const sent = claims.flatMap(({ by, reservedTo }) =>
    reservedTo.flatMap((name): readonly LastWordStep[] => {
      const to = names.get(plainWords(name))
      return to === undefined || same(to, by) ? [] : [{ from: by, to, by: 'terms' }]
    }),
  )
  return [...sent, ...handed.map(({ from, to }): LastWordStep => ({ from, to, by: 'delegation' }))]
}

/** The shortest way from each body back to itself; the same bodies are told once. */
function waysRound(functionName: string, steps: readonly LastWordStep[]): readonly LastWordClash[] {
  const starts = [...new Set(steps.map(({ from }) => from))].toSorted((one, other) => one.localeCompare(other, 'en-GB'))
  const told = new Set<string>()
  return starts.flatMap((start) => {
    const way = wayBack(steps, start)
    const key = way
      .map(({ from }) => plainWords(from))
      .toSorted()
      .join('\n')
    if (way.length === 0 || told.has(key)) return []
    told.add(key)
    return [{ kind: 'goes-round' as const, functionName, way }]
  })
}

function wayBack(steps: readonly LastWordStep[], start: string): readonly LastWordStep[] {
  const seen = new Set<string>()
  const waiting: (readonly LastWordStep[])[] = [[]]
  for (let way = waiting.shift(); way !== undefined; way = waiting.shift()) {
    const at = way.at(-1)?.to ?? start
    for (const step of steps.filter(({ from }) => same(from, at))) {
      if (same(step.to, start)) return [...way, step]
      if (seen.has(plainWords(step.to))) continue
      seen.add(plainWords(step.to))
      waiting.push([...way, step])
    }
  }
  return []
}

const the = (name: string): string => `the ${name.replace(/^the /i, '')}`

/** What is unclear, in a sentence: "“The budget”: the terms of the A and of the B each keep the last word for themselves." */
export function lastWordSentence(clash: LastWordClash): string {
  const name = `“${clash.functionName}”`
  if (clash.kind === 'claimed-twice')
    return `${name}: the terms of ${clash.bodies.map(the).join(' and of ')} each keep the last word for themselves.`
  const way = clash.way.map(({ from, to, by }) =>
    by === 'terms' ? `the terms of ${the(from)} leave it to ${the(to)}` : `${the(from)} has delegated it to ${the(to)}`,
  )
  return `${name} goes round: ${way.join('; ')}. Who decides cannot be told.`
}

/** What to do about it. */
export function lastWordAdvice({ kind }: LastWordClash): string {
  return kind === 'claimed-twice'
    ? 'Agree which of them decides, and let the terms of the others name it.'
    : 'Take one step out of the way round: change the terms, or revoke the delegation.'
}
