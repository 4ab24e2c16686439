import { keyOf, type NodeRef } from './node.ts'

/** That one kind may serve another by a relation, in force from one day until another. */
export interface LinkRule {
  readonly fromKind: string
  readonly relation: string
  readonly toKind: string
}

/** What somebody asserts: that a record serves another. */
export interface NewLink {
  readonly relation: string
  readonly to: NodeRef
  readonly why: string
  readonly startsOn: Temporal.PlainDate
}

/** Why a link cannot be made: not among the rules of that day, to itself, in a circle, or it is there already. */
export type LinkProblem = 'link-not-allowed' | 'link-to-itself' | 'link-circular' | 'link-there'

/** What a link is judged by. */
export interface LinkGround {
  readonly from: NodeRef
  /** In force on the day from which it is to hold. */
  readonly rules: readonly LinkRule[]
  /** Everything that the other record serves, near and far, as far as whoever links may see. */
  readonly servedByOther: ReadonlySet<string>
  /** Relations by which the record serves the other already. */
  readonly there: ReadonlySet<string>
}

/**
 * Judges a link before it is made (T1). A circle is looked for in what the person may see: a refusal must not tell of records that they may not. Walks
 * visit each record once, so that a circle through what is hidden harms nobody.
 */
export function judgeLink(
  input: Pick<NewLink, 'relation' | 'to'>,
  { from, rules, servedByOther, there }: LinkGround,
): LinkProblem | undefined {
  if (keyOf(from) === keyOf(input.to)) return 'link-to-itself'
  const isAllowed = rules.some(
    ({ fromKind, relation, toKind }) => fromKind === from.kind && relation === input.relation && toKind === input.to.kind,
  )
  if (!isAllowed) return 'link-not-allowed'
  if (servedByOther.has(keyOf(from))) return 'link-circular'
  return there.has(input.relation) ? 'link-there' : undefined
}
