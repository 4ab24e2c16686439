/** A score of a toolkit with its words, the lowest first. */
export interface ToolkitScore {
  readonly score: number
  readonly label: string
}

/** What is known of one agency and one standard. Undefined: nobody has said. */
export interface StandardResult {
  readonly standard: string
  readonly self: number | undefined
  readonly moderated: number | undefined
}

/**
 * How an agency stands on a standard. The moderated score counts, else its own, and then it is said that nobody has moderated it. 'missing': no answer;
 * that is counted and never a score of 0.
 */
export type Compliance = 'met' | 'not-fully' | 'missing'

/** The score that counts: the moderated one, else the agency's own; undefined where there is neither. */
export function countingScore({ self, moderated }: Pick<StandardResult, 'self' | 'moderated'>): number | undefined {
  return moderated ?? self
}

/** Judges one standard against the pass mark of its round: at the mark is met (handbook plans 3.9). */
export function judgeStandard(
  result: Pick<StandardResult, 'self' | 'moderated'>,
  passMark: number,
): { readonly compliance: Compliance; readonly isModerated: boolean } {
  const score = countingScore(result)
  if (score === undefined) return { compliance: 'missing', isModerated: false }
  return { compliance: score >= passMark ? 'met' : 'not-fully', isModerated: result.moderated !== undefined }
}

/** How many of each; they sum to agencies times standards. */
export interface ComplianceCount {
  readonly met: number
  readonly notFully: number
  readonly missing: number
  /** Of those with a score, how many nobody has moderated. */
  readonly unmoderated: number
}

/** Counts results against a pass mark. */
export function countCompliance(results: readonly Pick<StandardResult, 'self' | 'moderated'>[], passMark: number): ComplianceCount {
  const judged = results.map((result) => judgeStandard(result, passMark))
  const of = (wanted: Compliance): number => judged.filter(({ compliance }) => compliance === wanted).length
  return {
    ...{ met: of('met'), notFully: of('not-fully'), missing: of('missing') },
    unmoderated: judged.filter(({ compliance, isModerated }) => compliance !== 'missing' && !isModerated).length,
  }
}

/** How a score moved since the round before; 'not-comparable' where one of the two is missing or its standard was not asked. */
export type Movement = 'better' | 'worse' | 'same' | 'not-comparable'

/** Compares two scores of the same standard. */
export function movementOf(before: number | undefined, now: number | undefined): Movement {
  if (before === undefined || now === undefined) return 'not-comparable'
  return now > before ? 'better' : now < before ? 'worse' : 'same'
}

/** One standard of one agency that must be put right: 'moderated' by a peer, or 'self' where nobody has moderated it. */
export interface ActionDue {
  readonly organisation: string
  readonly standard: string
  readonly because: 'moderated' | 'self'
}

/** An action for each standard that an agency does not fully meet; none for a missing answer, which is chased instead. */
export function actionsDue(
  agencies: readonly { readonly organisation: string; readonly results: readonly StandardResult[] }[],
  passMark: number,
): readonly ActionDue[] {
  return agencies.flatMap(({ organisation, results }) =>
    results.flatMap((result): readonly ActionDue[] => {
      const { compliance, isModerated } = judgeStandard(result, passMark)
      return compliance === 'not-fully' ? [{ organisation, standard: result.standard, because: isModerated ? 'moderated' : 'self' }] : []
    }),
  )
}

/** A key of a standard, from its title: the same title in another version of a toolkit is the same standard. */
export function standardKey(title: string): string {
  const plain = title
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 40)
    .replace(/-$/, '')
  return plain === '' ? 'standard' : plain
}
