/** What of a Word file cannot come over into the text of a paper; worded where it is shown. */
export const lossCodes = [
  'tracked-changes',
  'comments',
  'text-boxes',
  'pictures',
  'charts',
  'drawings',
  'equations',
  'objects',
  'merged-cells',
  'contents',
  'line-breaks',
  'headers',
  'heading-moved',
  'link-dropped',
  'wide-table',
  'deep-list',
] as const
/** One of them. */
export type LossCode = (typeof lossCodes)[number]

/** Something that was lost, how often, and for a heading or a link its words. */
export interface Loss {
  readonly code: LossCode
  readonly count: number
  readonly words?: string
}

const signs: readonly (readonly [LossCode, RegExp])[] = [
  ['tracked-changes', /<w:(?:ins|del) /g],
  ['comments', /<w:commentReference\b/g],
  ['text-boxes', /<w:txbxContent\b/g],
  ['pictures', /<pic:pic\b|<v:imagedata\b/g],
  ['charts', /<c:chart /g],
  ['drawings', /<dgm:relIds\b/g],
  ['equations', /<m:oMath[ >]/g],
  ['objects', /<o:OLEObject\b/g],
  ['merged-cells', /<w:(?:gridSpan|vMerge)\b/g],
  ['contents', /<w:instrText[^>]*>\s*TOC\b/g],
  ['line-breaks', /<w:br\s*\/>/g],
]

/** Finds in the XML of a Word file what its conversion will leave out. */
export function lossesIn(xml: string, names: readonly string[]): Loss[] {
  const found = signs.flatMap(([code, sign]): Loss[] => {
    const count = xml.match(sign)?.length ?? 0
    return count > 0 ? [{ code, count }] : []
  })
  const headers = names.filter((name) => /^word\/(?:header|footer)\d/.test(name)).length
  return headers > 0 ? [...found, { code: 'headers', count: headers }] : found
}
