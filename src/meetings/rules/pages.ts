/** Page labels of a paper in the pack: '13' in Part 1, 'E2' in Part 2, whose series is its own so that no gap tells how long it is (handbook 3.6). */
export interface PageRange {
  /** '' until the pack is set. */
  readonly first: string
  readonly last: string
}

/** 'Pages 13 - 18', 'Page 13', or '' until the pack is set. */
export function rangeInWords({ first, last }: PageRange): string {
  if (first === '') return ''
  return first === last || last === '' ? `Page ${first}` : `Pages ${first} - ${last}`
}
