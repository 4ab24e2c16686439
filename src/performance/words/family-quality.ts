/** A count as a board may be told it: rounded, or hidden. */
export type ToldCount = { readonly hidden: true } | { readonly hidden: false; readonly shown: number }
/** A count with what it counts. */
export type NamedCount = ToldCount & { readonly name: string }

/** What is told of a month: how many were reviewed of how many were due, moderated, graded otherwise then, by grade and by theme. */
export interface ToldQuality {
  readonly due: ToldCount
  readonly done: ToldCount
  readonly moderated: ToldCount
  readonly regraded: ToldCount
  readonly grades: readonly NamedCount[]
  readonly themes: readonly NamedCount[]
  /** Reviews of months that were frozen before, completed in this one; months that were frozen before it was counted have none. */
  readonly late?: ToldCount
  /** Openings in an emergency in the quarter that ends with this month; no other month has them. */
  readonly openings?: { readonly all: ToldCount; readonly reviewed: ToldCount; readonly unjustified: ToldCount }
}

/** A count as it is shown: c where it is hidden. */
export const toldText = (count: ToldCount): string => (count.hidden ? 'c' : String(count.shown))

/** What is told of a month, line by line, but for grades and themes. */
export function qualityFacts({ due, done, moderated, regraded, late, openings }: ToldQuality): readonly (readonly [string, string])[] {
  return [
    ['Drawn, and due to be reviewed', toldText(due)],
    ['Reviewed', toldText(done)],
    ['Looked at by a second person', toldText(moderated)],
    ['Of these graded otherwise', toldText(regraded)],
    ...(late ? [['Reviewed late, for months that were frozen before', toldText(late)] as const] : []),
    ...(openings
      ? [
          ['Opened in an emergency, in the three months that end with this one', toldText(openings.all)] as const,
          ['Of these reviewed', toldText(openings.reviewed)] as const,
          ['Found not to be justified', toldText(openings.unjustified)] as const,
        ]
      : []),
  ]
}

/** How small numbers are hidden in a report. */
export function qualityHidden({
  threshold,
  base,
  source,
}: {
  readonly threshold: number
  readonly base: number
  readonly source: string
}): string {
  return `c: hidden, so that no family can be told: a number from 1 to ${threshold}, and others from which it could be worked out. Every other number is rounded to ${base}, so that they need not add up. Where these rules come from: ${source}.`
}
