import type { DistributionList } from '../queries/lists.ts'

/** What a list is told of, as an answer of the form. */
export const concernWords: Readonly<Record<DistributionList['concerns'], string>> = {
  body: 'Everything that the board publishes',
  area: 'Items that touch an area',
  item: 'Items that the clerk chooses one by one',
}

/** What a list is told of, in a sentence. */
export function concernSentence({ concerns }: Pick<DistributionList, 'concerns'>, area: string): string {
  if (concerns === 'area') return `Told when something public is published that touches ${area || 'an area that is no longer kept'}.`
  return concerns === 'body'
    ? 'Told of everything public that the board publishes, and of cancellations.'
    : 'Told of the items for which the clerk chooses this list, once they are public.'
}
