import { type ScenarioOption, type ScenarioYear, scenarioSums } from '../rules/scenario.ts'
import { yearInWords } from '../rules/year.ts'
import { pounds } from './pence.ts'

/** How much is assumed, in words. */
export const optionWords: Readonly<Record<ScenarioOption, string>> = { low: 'Low', central: 'Central', high: 'High' }

/** Hundredths of a percent as people write them: '62.5%'. */
export const percentInWords = (hundredths: number): string => `${String(hundredths / 100).replace('-', '\u2212')}%`

/** What the years of a scenario come to in two or three sentences: the cost, the money that is named, and what has none. */
export function scenarioSentence(years: readonly ScenarioYear[]): string {
  const [first, last] = [years[0], years.at(-1)]
  if (first === undefined || last === undefined) return 'Nobody has said yet what it would cost.'
  const { costs, named, unfunded } = scenarioSums(years)
  const when = first === last ? `In ${yearInWords(first.year)}` : `From ${yearInWords(first.year)} to ${yearInWords(last.year)} together`
  const money = named === 0n ? 'No funding is named.' : `${pounds(named)} of funding is named.`
  if (costs.central === null || unfunded.central === null)
    return `${when} the cost is not known: of at least one year nothing is assumed. ${money}`
  const range = costs.low === null || costs.high === null ? '' : `, or ${pounds(costs.low)} to ${pounds(costs.high)}`
  const bare =
    unfunded.central === 0n
      ? 'With it every year of the central cost is covered.'
      : `For ${pounds(unfunded.central)} of the central cost no funding is named.`
  return `${when} it would cost ${pounds(costs.central)}${range}. ${money} ${bare}`
}

/** What a form of a scenario says where a field is empty. */
export const scenarioRequired: Readonly<Record<string, string>> = {
  duty: 'Say which duty it is, and by which law or decision',
  ...Object.fromEntries(
    ['Low', 'Central', 'High'].flatMap((option) => [
      [`volume${option}`, 'Say how many could come'],
      [`takeUp${option}`, 'Say how many of them come, as a percentage'],
      [`unit${option}`, 'Enter a sum in pounds, such as 1,250.50'],
      [`rise${option}`, 'Say by how much prices rise. In the first year enter 0'],
    ]),
  ),
}

/** A sentence for every problem that a cost scenario can have. */
export const scenarioProblems: Readonly<Record<string, string>> = {
  'percent-from-to': 'Enter a percentage in the range that is named, with at most two places, for example 62.5',
  'options-out-of-order': 'Low, central and high do not come out in that order for this year or a later one. Look at the figures again',
  'year-not-assumed': 'Nothing is assumed for that year yet. Say first what it would cost',
  'funding-named-already': 'That money is named for that year already',
}
