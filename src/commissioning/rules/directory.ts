/** How fresh an entry of the directory is. */
export type Freshness = 'fresh' | 'due' | 'never'

/** By when an entry is to be checked again; undefined where it never was: it is due at once. */
export function checkDueOn(checkedOn: Temporal.PlainDate | undefined, everyMonths: number): Temporal.PlainDate | undefined {
  return checkedOn?.add({ months: everyMonths })
}

/** Whether an entry was checked within its months: on the last day it still is. */
export function freshness(checkedOn: Temporal.PlainDate | undefined, everyMonths: number, today: Temporal.PlainDate): Freshness {
  const due = checkDueOn(checkedOn, everyMonths)
  if (due === undefined) return 'never'
  return Temporal.PlainDate.compare(today, due) > 0 ? 'due' : 'fresh'
}

/** What a search of the directory is asked for; '' asks nothing. */
export interface OfferQuery {
  readonly words: string
  readonly group: string
  readonly area: string
  readonly tier: string
}

/** What of a service is searched. */
export interface Searched {
  readonly title: string
  readonly summary: string
  readonly clientGroup: string
  readonly clientGroupName: string
  readonly ages: string
  readonly tier: string
  readonly runByName: string
  readonly areas: readonly { readonly name: string }[]
}

/**
 * Whether a service fits: every word typed stands somewhere in its text, whatever its case and accents, and each choice is its own. A service of a wide
 * area serves the areas within it: `within` names the areas that hold the one asked for, itself among them.
 */
export function fitsQuery(service: Searched, { words, group, tier, area }: OfferQuery, within: ReadonlySet<string>): boolean {
  const { title, summary, clientGroupName, ages, runByName } = service
  const text = plain([title, summary, clientGroupName, ages, runByName].join(' '))
  return (
    plain(words)
      .split(/\s+/)
      .every((word) => text.includes(word)) &&
    (group === '' || service.clientGroup === group) &&
    (tier === '' || service.tier === tier) &&
    (area === '' || service.areas.some(({ name }) => within.has(name)))
  )
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .trim()
