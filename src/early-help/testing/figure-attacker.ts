import { solve } from 'yalps'

/** A figure as it was published: of a month, in one of its revisions, at one time. */
export interface PublishedFigure {
  readonly month: string
  readonly revision: number
  readonly indicator: string
  readonly span: string
  readonly isHidden: boolean
  readonly count: number | null
  /** At which publication it was made, as an index into the truths. */
  readonly made: number
}
/** True counts by indicator and month ('closed 2025-03-01'), as they stood at one publication. */
export type Truth = ReadonlyMap<string, number>

/** So many at least of an indicator or several, over some months, as a claim or a report says it. */
export interface AtLeast {
  readonly least: number
  /** Keys of true counts: 'closed:needs-met 2025-03-01'. */
  readonly keys: readonly string[]
}

type Bounds = { readonly min?: number; readonly max?: number; readonly equal?: number }

/**
 * Whoever has read everything that was ever published, in every revision, and solves it: months and twelve months, reasons that sum to the closures, families that
 * add up from month to month. They are told which true counts changed between two publications, which is more than anybody knows, and that late entries only add to
 * who began, who was closed and for which reason.
 */
export function figureAttacker(all: readonly PublishedFigure[], truths: readonly Truth[], parts: readonly AtLeast[] = []) {
  const months = [...new Set([...(truths.at(-1)?.keys() ?? [])].map((key) => key.split(' ')[1] ?? ''))].toSorted()
  const constraints = new Map<string, Bounds>([['most', { max: 1_000_000 }]])
  const variables = new Map<string, Map<string, number>>()
  /** The same name as long as a count stayed what it was. */
  const nameOf = (indicator: string, month: string, made: number): string => {
    const key = `${indicator} ${month}`
    let era = made
    while (era > 0 && truths[era - 1]?.get(key) === truths[era]?.get(key)) era -= 1
    return `${key} ${era}`
  }
  const lastName = (key: string): string => {
    const [indicator = '', month = ''] = key.split(' ')
    return nameOf(indicator, month, truths.length - 1)
  }
  const put = (name: string, constraint: string, times: number) => {
    const row = variables.get(name) ?? new Map([['most', 1]])
    row.set(constraint, (row.get(constraint) ?? 0) + times)
    variables.set(name, row)
  }
  for (const one of all) {
    const key = `${one.indicator} ${one.span} ${one.month} ${one.revision}`
    constraints.set(key, boxOf(one))
    const last = months.indexOf(one.month)
    for (let at = last - (one.span === 'year' ? 11 : 0); at <= last; at += 1) put(nameOf(one.indicator, months[at] ?? '', one.made), key, 1)
  }
  const reasons = [...new Set(all.map(({ indicator }) => indicator).filter((name) => name.startsWith('closed:')))]
  for (const made of truths.keys())
    for (const [at, month] of months.entries()) {
      if (!truths[made]?.has(`active ${month}`)) continue
      const equal = (name: string, terms: readonly (readonly [string, string, number])[]) => {
        const named = terms.map(([indicator, of, times]) => [nameOf(indicator, of, made), times] as const)
        const key = `${name} ${named.map(([one]) => one).join()}`
        if (constraints.has(key)) return
        constraints.set(key, { equal: 0 })
        for (const [one, times] of named) put(one, key, times)
      }
      equal('reasons', [['closed', month, -1], ...reasons.map((reason) => [reason, month, 1] as const)])
      const before = months[at - 1]
      if (before !== undefined)
        equal('adds', [
          ...([['active', month, -1] as const, ['active', before, 1] as const] as const),
          ...([['initiated', month, 1] as const, ['closed', month, -1] as const] as const),
        ])
      for (const indicator of truths[made - 1]?.has(`active ${month}`) ? ['initiated', 'closed', ...reasons] : []) {
        const [earlier, later] = [nameOf(indicator, month, made - 1), nameOf(indicator, month, made)]
        if (earlier === later) continue
        constraints.set(`late ${later}`, { min: 0 })
        put(later, `late ${later}`, 1)
        put(earlier, `late ${later}`, -1)
      }
    }
  for (const [at, { least, keys }] of parts.entries()) {
    constraints.set(`part ${at}`, { min: least })
    for (const key of keys) put(lastName(key), `part ${at}`, 1)
  }
  const rows = [...variables]
  return {
    nameOf,
    /** The least and the most that a count can be for whoever solves everything. */
    between(name: string): readonly [number, number] {
      const aimed = rows.map(([key, row]) => [key, key === name ? new Map([...row, ['aim', 1] as const]) : row] as const)
      const bound = (direction: 'minimize' | 'maximize') => {
        const { status, result } = solve({ direction, objective: 'aim', constraints, variables: aimed })
        if (status !== 'optimal') throw new Error(`What is published contradicts itself: ${status}.`)
        return result
      }
      return [bound('minimize'), bound('maximize')]
    },
  }
}

/** What one figure tells by itself. A reason may be hidden although it is nought, where the whole row is. */
function boxOf({ isHidden, count, indicator }: PublishedFigure): Bounds {
  if (isHidden) return { min: indicator.startsWith('closed:') ? 0 : 1 }
  return count === 0 ? { min: 0, max: 0 } : { min: Math.max(6, (count ?? 0) - 2), max: (count ?? 0) + 2 }
}
