import type { GapNeed, GapRule } from './gap-rules.ts'
import { keyOf, type NodeRef, type ThreadLink, type ThreadNode } from './node.ts'

/** What was answered to a gap, in force on the day asked for. */
export interface GapAnswer {
  readonly id: string
  readonly rule: string
  readonly kind: string
  readonly record: string
  readonly answer: 'assigned' | 'accepted'
  readonly person: string
  /** By when it is seen to; the first day on which it is accepted no more. */
  readonly until: Temporal.PlainDate
  readonly words: string
  readonly body: string | undefined
  readonly version: number
}

/** How one rule comes out. `with` + `without` + `accepted` is every record asked. */
export interface JudgedRule {
  readonly rule: GapRule
  readonly asked: number
  readonly with: number
  /** Those that lack it and of which nobody accepted that. */
  readonly without: readonly ThreadNode[]
  /** Those that lack it, accepted until a day. */
  readonly accepted: readonly ThreadNode[]
  /** True where nobody can say: no part of the house records the kinds, or states the facts. Then nothing is counted. */
  readonly isNotJudged: boolean
}

/** Everything that rules are judged over, as one reader may see it on one day. */
export interface GapGround {
  readonly nodes: readonly ThreadNode[]
  readonly links: readonly ThreadLink[]
  /** Kinds that some part of the house records. */
  readonly kinds: ReadonlySet<string>
  readonly answers: readonly GapAnswer[]
  readonly today: Temporal.PlainDate
  /** The records that are asked; undefined: all. Links reach beyond them. */
  readonly asked?: ((node: ThreadNode) => boolean) | undefined
}

/** Judges rules over records and links (T3): the same ground for all of them, so that their numbers agree. */
export function judgeGaps(rules: readonly GapRule[], ground: GapGround): readonly JudgedRule[] {
  const reach = reachOf(ground)
  const byKind = Map.groupBy(ground.nodes, ({ kind }) => kind)
  const accepted = new Set(
    ground.answers
      .filter(({ answer, until }) => answer === 'accepted' && Temporal.PlainDate.compare(ground.today, until) < 0)
      .map(({ rule, kind, record }) => `${rule} ${kind}/${record}`),
  )
  return rules.map((rule) => {
    const asked = rule.of
      .flatMap((kind) => byKind.get(kind) ?? [])
      .filter((node) => (ground.asked?.(node) ?? true) && !(rule.notFor ?? []).some((mark) => node.says?.has(mark)))
    if (isNotJudged(rule, ground, asked)) return { rule, asked: 0, with: 0, without: [], accepted: [], isNotJudged: true }
    const lacking = asked.filter((node) => !has(node, rule.need, reach))
    const isAccepted = (node: NodeRef): boolean => accepted.has(`${rule.key} ${keyOf(node)}`)
    return {
      rule,
      asked: asked.length,
      with: asked.length - lacking.length,
      without: lacking.filter((node) => !isAccepted(node)),
      accepted: lacking.filter(isAccepted),
      isNotJudged: false,
    }
  })
}

/** Whether one record lacks what a rule asks for; false for one that is not asked. */
export function lacks(node: ThreadNode, rule: GapRule, ground: GapGround): boolean {
  const [judged] = judgeGaps([rule], { ...ground, asked: (other) => keyOf(other) === keyOf(node) })
  return judged !== undefined && judged.without.length + judged.accepted.length > 0
}

function isNotJudged(rule: GapRule, { kinds }: GapGround, asked: readonly ThreadNode[]): boolean {
  if (!rule.of.some((kind) => kinds.has(kind))) return true
  const { need } = rule
  if ('servedBy' in need) return !need.servedBy.some((kind) => kinds.has(kind))
  if ('serves' in need) return !need.serves.some((kind) => kinds.has(kind))
  return asked.length > 0 && asked.every(({ says }) => says === undefined)
}

interface Reach {
  /** Kinds of everything that serves a record, near and far. */
  readonly below: (key: string) => ReadonlySet<string>
  readonly above: (key: string) => ReadonlySet<string>
  readonly parts: (key: string) => readonly string[]
}

function has(node: ThreadNode, need: GapNeed, reach: Reach): boolean {
  const key = keyOf(node)
  if ('says' in need) return node.says === undefined || node.says.has(need.says)
  if ('saysNot' in need) return !node.says?.has(need.saysNot)
  if ('servedBy' in need) return need.servedBy.some((kind) => reach.below(key).has(kind))
  const isServing = (one: string): boolean => need.serves.some((kind) => reach.above(one).has(kind))
  return isServing(key) || (need.through === true && reach.parts(key).some(isServing))
}

/** Which kinds each record reaches in both directions, worked out once a record; a circle ends where it began. */
function reachOf({ nodes, links }: GapGround): Reach {
  const known = new Set(nodes.map(keyOf))
  const up = new Map<string, string[]>()
  const down = new Map<string, string[]>()
  for (const { from, to } of links) {
    const [one, other] = [keyOf(from), keyOf(to)]
    // A link counts where both of its ends are on the thread for whoever asks.
    if (!known.has(one) || !known.has(other)) continue
    into(up, one, other)
    into(down, other, one)
  }
  const reached = (edges: ReadonlyMap<string, readonly string[]>, start: string): ReadonlySet<string> => {
    const seen = new Set([start])
    for (const key of seen) for (const next of edges.get(key) ?? []) seen.add(next)
    seen.delete(start)
    return seen
  }
  const kindsOf = (keys: ReadonlySet<string>): ReadonlySet<string> => new Set([...keys].map((key) => key.split('/')[0] ?? ''))
  const once = <Value>(make: (key: string) => Value): ((key: string) => Value) => {
    const made = new Map<string, Value>()
    return (key) => {
      const value = made.get(key) ?? make(key)
      made.set(key, value)
      return value
    }
  }
  return {
    below: once((key) => kindsOf(reached(down, key))),
    above: once((key) => kindsOf(reached(up, key))),
    parts: once((key) => [...reached(down, key)]),
  }
}

function into(edges: Map<string, string[]>, key: string, value: string): void {
  const known = edges.get(key)
  if (known === undefined) edges.set(key, [value])
  else known.push(value)
}
