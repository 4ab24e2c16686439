/** What becomes of the tables of markets in an archive of the record: prices are for the board alone. */
export const marketKinds = {
  'commissioning.market_quality': {
    means: 'The words for the quality of providers, from when to when.',
    visitors: ['code', 'name', 'is_good', 'position', 'source', 'starts_on', 'ends_on'],
  },
  'commissioning.market': {
    means: 'A market: what is bought in it, for whom, and in what it is counted.',
    visitors: ['id', 'body', 'lead', 'title', 'purpose', 'unit', 'counts_people', 'every_months', 'service', 'strategy'],
  },
  'commissioning.market_area': { means: 'An area of a market and its place on the map.', visitors: ['market', 'area', 'across', 'down'] },
  'commissioning.market_need': {
    means: 'How much is needed in an area from a day on; small numbers of people are hidden before they are stored.',
    visitors: ['id', 'market', 'area', 'dated_on', 'needed', 'is_hidden', 'source', 'need', 'need_kind'],
    resting: ['market_need_hidden'],
  },
  'commissioning.market_ask': {
    means: 'That a provider was asked for its return in an area, and by when: for those who keep the market, and for that provider.',
  },
  'commissioning.market_return': {
    means: 'What a provider said of itself in an area on a day; the last number of a day counts.',
    visitors: ['id', 'market', 'area', 'provider', 'dated_on', 'number', 'places', 'free', 'is_hidden', 'quality', 'source'],
    resting: ['market_return_hidden'],
  },
  'commissioning.market_price': {
    means: 'What a provider asks for a unit and what is spent with it: for the board alone.',
    resting: ['market_price_kept'],
  },
  'commissioning.market_division': {
    means: 'A way to divide a market into lots.',
    visitors: ['id', 'market', 'position', 'title', 'text'],
  },
  'commissioning.market_lot': {
    means: 'A lot of such a way.',
    visitors: ['id', 'division', 'market', 'position', 'name', 'most_providers'],
  },
  'commissioning.market_lot_area': { means: 'That an area stands in a lot.', visitors: ['lot', 'division', 'market', 'area'] },
  'commissioning.market_statement': {
    means: 'A version of the position statement of a market; visitors see those that are published.',
    visitors: ['id', 'market', 'number', 'text', 'figures_on', 'published_on'],
  },
} as const
