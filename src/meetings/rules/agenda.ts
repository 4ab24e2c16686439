/** What an item of an agenda is for (M3); 'procedure' are openers such as apologies. */
export const itemPurposes = ['decision', 'discussion', 'information', 'planning', 'procedure', 'not_stated'] as const
/** One purpose of an item. */
export type ItemPurpose = (typeof itemPurposes)[number]

/** What is known of an item's report. Old records often do not say: that is a state of its own. */
export const reportStatuses = ['attached', 'to_follow', 'verbal', 'tabled', 'none', 'not_stated'] as const
/** One report status. */
export type ReportStatus = (typeof reportStatuses)[number]

/** Part 1, or Part 2 as exempt (with paragraphs) or confidential (always excluded). */
export const categories = ['public', 'exempt', 'confidential'] as const
/** One access category. */
export type Category = (typeof categories)[number]

/** An item as its number is worked out: siblings are ordered by `position`. */
export interface ItemPlace {
  readonly id: string
  /** The item it stands under; null at the top. */
  readonly parent: string | null
  readonly position: number
  readonly number: string
  /** The number was set by hand, or has been published: it never changes. */
  readonly fixed: boolean
}

/** A number as people write it in its kept form: '5 g' and '5G' are '5g'; undefined when it is none (1 to 999, then at most two letters). */
export function normaliseNumber(typed: string): string | undefined {
  const number = typed.toLowerCase().replaceAll(/[\s.)(]/g, '')
  return /^[1-9][0-9]{0,2}[a-z]{0,2}$/.test(number) ? number : undefined
}

/** The letters of the nth sub-item, counted from 0: a to z, then aa to zz. */
export function subLetters(index: number): string {
  const letter = (at: number): string => String.fromCharCode(97 + at)
  return index < 26 ? letter(index) : letter(Math.floor(index / 26) - 1) + letter(index % 26)
}

/** The place of sub-item letters in their order, counted from 0. */
export function subIndex(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 96, 0) - 1
}

const split = (number: string): { main: number; sub: string } => ({
  main: Number.parseInt(number, 10),
  sub: number.replace(/^[0-9]+/, ''),
})

/**
 * Numbers an agenda: top items 1, 2, 3, sub-items 5a, 5b. Fixed numbers stay, and those after them run on from them.
 * @returns the number of each item by its id
 */
export function numberItems(items: readonly ItemPlace[]): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>()
  const taken = new Set(items.filter((item) => item.fixed).map((item) => item.number))
  const under = (parent: string | null): readonly ItemPlace[] =>
    items.filter((item) => item.parent === parent).toSorted((a, b) => a.position - b.position)
  let main = 0
  for (const item of under(null)) {
    main = item.fixed ? split(item.number).main : nextFree(main, taken, String)
    const number = item.fixed ? item.number : String(main)
    taken.add(number)
    numbers.set(item.id, number)
    numberBelow(under(item.id), String(main), taken, numbers)
  }
  return numbers
}

function numberBelow(children: readonly ItemPlace[], main: string, taken: Set<string>, numbers: Map<string, string>): void {
  let index = -1
  for (const child of children) {
    index = child.fixed ? subIndex(split(child.number).sub) : nextFree(index, taken, (at) => main + subLetters(at))
    const number = child.fixed ? child.number : main + subLetters(index)
    taken.add(number)
    numbers.set(child.id, number)
  }
}

/** The first place after `last` whose number nobody has. */
function nextFree(last: number, taken: ReadonlySet<string>, name: (at: number) => string): number {
  let at = last + 1
  while (taken.has(name(at))) at += 1
  return at
}

/** The sibling that an item changes places with when it moves; undefined at the end, or where either number is fixed by publication. */
export function neighbourOf(items: readonly ItemPlace[], id: string, direction: 'up' | 'down'): ItemPlace | undefined {
  const item = items.find((one) => one.id === id)
  if (!item) return undefined
  const siblings = items.filter((one) => one.parent === item.parent).toSorted((a, b) => a.position - b.position)
  return siblings[siblings.indexOf(item) + (direction === 'up' ? -1 : 1)]
}

/** Items as they are printed: each top item, then those below it. */
export function inPrintedOrder<Item extends Pick<ItemPlace, 'id' | 'parent' | 'position'>>(items: readonly Item[]): readonly Item[] {
  const tops = items.filter((item) => item.parent === null).toSorted((a, b) => a.position - b.position)
  return tops.flatMap((top) => [top, ...items.filter((item) => item.parent === top.id).toSorted((a, b) => a.position - b.position)])
}

/** The openers that agendas begin with (M3); their titles are in the words. */
export const openers = ['apologies', 'membership', 'chair', 'interests', 'party_whip', 'petitions', 'questions', 'minutes'] as const
/** One opener. */
export type Opener = (typeof openers)[number]

/** Which openers are offered as already chosen: those nearly every board has, and the public's where the public may come. */
export function usualOpeners(access: 'public' | 'private'): readonly Opener[] {
  return access === 'public' ? ['apologies', 'interests', 'questions', 'minutes'] : ['apologies', 'interests', 'minutes']
}
