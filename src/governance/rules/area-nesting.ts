/** How one area lies to another, as it is recorded; 'overlaps' and 'beside' hold both ways (G1). */
export const areaRelations = ['within', 'overlaps', 'beside'] as const
/** One of them. */
export type AreaRelation = (typeof areaRelations)[number]

/** That one area lies within another. */
export interface Nested {
  readonly area: string
  readonly within: string
}

/** The areas around one, each by its id. */
export interface AreaSurroundings {
  /** What it lies in, by way of others too. */
  readonly wider: ReadonlySet<string>
  /** What lies in it, by way of others too. */
  readonly parts: ReadonlySet<string>
}

/** What an area lies in and what lies in it, all the way. Ends for lines that go round too, and never names the area itself. */
export function surroundingsOf(area: string, nested: readonly Nested[]): AreaSurroundings {
  return {
    wider: reached(area, (at) => nested.filter((pair) => pair.area === at).map(({ within }) => within)),
    parts: reached(area, (at) => nested.filter(({ within }) => within === at).map((pair) => pair.area)),
  }
}

function reached(from: string, next: (at: string) => readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const waiting = [...next(from)]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at === from || seen.has(at)) continue
    seen.add(at)
    waiting.push(...next(at))
  }
  return seen
}

/** Why a board cannot serve an area from a day to a day; undefined where it can. `endsOn` undefined: no end. Migration 0103 refuses the same. */
export function refuseServing(
  area: { readonly startsOn: Temporal.PlainDate; readonly endsOn: Temporal.PlainDate | undefined },
  asked: { readonly startsOn: Temporal.PlainDate; readonly endsOn: Temporal.PlainDate | undefined },
): 'ends-before-start' | 'before-area' | 'after-area' | undefined {
  if (asked.endsOn && Temporal.PlainDate.compare(asked.endsOn, asked.startsOn) <= 0) return 'ends-before-start'
  if (Temporal.PlainDate.compare(asked.startsOn, area.startsOn) < 0) return 'before-area'
  if (area.endsOn && (asked.endsOn === undefined || Temporal.PlainDate.compare(asked.endsOn, area.endsOn) > 0)) return 'after-area'
  return undefined
}
