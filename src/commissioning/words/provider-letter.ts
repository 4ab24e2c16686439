import { dayInWords } from '#platform/time/words.ts'
import { yearInWords } from '../rules/year.ts'
import { pounds } from './pence.ts'

/** What a letter says of one contract. */
export interface LetterContract {
  readonly title: string
  readonly reference: string
  readonly gross: bigint | null
  readonly startsOn: Temporal.PlainDate
  readonly runsUntil: Temporal.PlainDate | undefined
}

/** The yearly letter that confirms what was agreed, as paragraphs (C11). It promises nothing that no contract says; a value that nobody knows is said to be so. */
export function letterText(of: {
  readonly year: number
  readonly number: number
  readonly provider: string
  readonly commissioner: string
  readonly contracts: readonly LetterContract[]
}): string {
  const lines = of.contracts.map(({ title, reference, gross, startsOn, runsUntil }) => {
    const value = gross === null ? 'the value is not recorded' : `${pounds(gross)} with VAT over the whole term`
    const end = runsUntil === undefined ? 'without an end' : `to ${dayInWords(runsUntil.subtract({ days: 1 }))}`
    return `${title}${reference === '' ? '' : ` (${reference})`}: ${dayInWords(startsOn)} ${end}; ${value}.`
  })
  return [
    `To ${of.provider}`,
    `Confirmation of our agreement for ${yearInWords(of.year)}, version ${of.number}`,
    `${of.commissioner} confirms that in the year ${yearInWords(of.year)} you provide for us under ${of.contracts.length === 1 ? 'this contract' : 'these contracts'}:`,
    ...lines,
    'The contracts themselves say what is agreed; this letter changes nothing in them. Please tell us within 20 working days if something here is not as you know it, and acknowledge this letter if it is.',
  ].join('\n\n')
}
