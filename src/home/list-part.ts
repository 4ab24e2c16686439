/** One page of a long list. */
export interface ListPart<T> {
  readonly lines: readonly T[]
  /** From 1. */
  readonly page: number
  readonly pages: number
}

/** Lines on one page: on a phone each is a block of five. */
const LINES = 25

/** The page of a list that an address asks for by its number; the first where it names none that there is. */
export function partOf<T>(all: readonly T[], asked: string | undefined): ListPart<T> {
  const pages = Math.max(1, Math.ceil(all.length / LINES))
  const number = /^[1-9][0-9]{0,4}$/.test(asked ?? '') ? Number(asked) : 1
  const page = number <= pages ? number : 1
  return { lines: all.slice((page - 1) * LINES, page * LINES), page, pages }
}
