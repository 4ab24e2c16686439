import type { Figure, Gap, MarketStanding, SpendShare } from '../rules/market.ts'

/** A whole number as people read it: '12,400'. */
export const counted = (count: number): string => count.toLocaleString('en-GB')

/** A figure in words: missing and hidden are states, never 0. */
export function figureInWords(figure: Figure): string {
  if (figure.state === 'known') return counted(figure.count)
  return figure.state === 'hidden' ? 'Hidden: a small number' : 'Not known'
}

/** A gap in words: 'Short of 120', 'Enough, 40 to spare', 'Not known'. */
export function gapInWords(gap: Gap): string {
  if (gap.state === 'short') return `Short of ${gap.isAtMost ? 'at most ' : ''}${counted(gap.count)}`
  if (gap.state === 'enough') return gap.count === 0 ? 'Enough, none to spare' : `Enough, ${counted(gap.count)} to spare`
  return gap.state === 'hidden' ? 'Hidden: a small number' : 'Not known'
}

/** What providers can give, with how many have not said. */
export function placesInWords({ places, withoutPlaces, providers }: MarketStanding): string {
  if (providers.length === 0) return 'No return'
  if (withoutPlaces === 0) return counted(places)
  return places === 0 ? 'Not known' : `${counted(places)} (${withoutPlaces} not known)`
}

/** What is free, with of how many that is not known. */
export function freeInWords({ free, withoutFree, providers }: MarketStanding): string {
  if (providers.length === 0) return 'No return'
  if (withoutFree === 0) return counted(free)
  return free === 0 ? 'Not known' : `${counted(free)} (${withoutFree} not known)`
}

/** How much hangs on the largest provider. */
export function shareInWords(share: SpendShare): string {
  if (share.state === 'known') return share.providers === 1 ? 'One provider has all of it' : `The largest has ${share.percent}% of it`
  return share.state === 'nothing-spent' ? 'Nothing spent' : 'Not known'
}

/** A sentence for every problem of markets. */
export const marketProblems: Readonly<Record<string, string>> = {
  'area-already': 'That area stands on the map already',
  'tile-taken': 'Another area stands at that place. Choose another',
  'need-already': 'What is needed there from that day is entered already. Choose another day',
  'free-within': 'No more can be free than can be given. Enter that first',
  'ask-nobody': 'Choose at least one provider',
  'ask-nothing': 'None of them has made a return yet, or all are asked already. Choose areas, or other providers',
  'ask-answered': 'It was answered meanwhile, so that nothing is left to take back',
  'ask-draft': 'Show this market to its board first: providers are told what it is called',
  'ask-past': 'Choose today or a later day',
  'price-alone': 'Say how much you can give for this price',
  'return-empty': 'Say of at least one area how much you can give',
  'lot-empty': 'Choose at least one area',
  'market-counts-stand': 'Figures are entered already: what they count stands. Begin another market',
  'statement-written': 'A version is being written: change or publish it first',
  'statement-none': 'No version is being written',
}
