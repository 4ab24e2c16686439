/** Where something stands among our own pages, before anything is laid in; pages count from 1, `y` in points from the top. */
export interface Spot {
  readonly kind: 'agenda' | 'row' | 'paper' | 'section' | 'file'
  /** Of the entry or the file; '' for the agenda and for sections, which belong to the paper before them. */
  readonly id: string
  /** '' for rows and papers, which the input names. */
  readonly title: string
  /** Of its heading, from 1. */
  readonly level: number
  readonly page: number
  readonly y: number
  /** Printed on that page: '13', 'E2'. */
  readonly label: string
}

/** Whether it stands among the pages of Part 2. */
export function isExemptSpot({ label }: Spot): boolean {
  return label.startsWith('E')
}

/** The labels that follow one: '14' and '15' after '13', 'E3' after 'E2'. */
export function labelsAfter(label: string, count: number): readonly string[] {
  const [, prefix = '', number = '0'] = /^(\D*)(\d+)$/.exec(label) ?? []
  return Array.from({ length: count }, (_, index) => `${prefix}${Number(number) + index + 1}`)
}
