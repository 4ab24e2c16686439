import type { DatedOption, DatedPart, DatedValues } from '#platform/dated/part.ts'
import type { FieldProblem } from '#platform/result.ts'
import { listRegimes } from './queries/contract-rules.ts'

const overlap: FieldProblem = { field: 'startsOn', code: 'rule-overlaps' }
const optionsOf = (words: Readonly<Record<string, string>>): readonly DatedOption[] =>
  Object.entries(words).map(([value, text]) => ({ value, text }))

/** Who holds money of partners, by sector as organisations have it (governance, code list 'sector'). */
const payerSectors = {
  ...{ council: 'County or unitary council', district: 'District council', health: 'Health', police: 'Police', probation: 'Probation' },
  ...{ education: 'Schools and colleges', voluntary: 'Voluntary and community' },
} as const

const dutyKeys = {
  'decision-record': 'A record of the decision',
  'award-notice': 'The notice of the award',
  standstill: 'The standstill',
  'details-notice': 'The notice of the contract',
  kpis: 'Indicators of performance',
  assessment: 'Assessing performance',
  'end-assessment': 'Assessing performance at the end',
} as const
const counts = {
  'working-day-after': 'Working days, the day of the notice not counted',
  'working-same-day': 'Working days, the day of the notice counted as the first',
  calendar: 'Days, the day of the event not counted',
  months: 'Months',
  number: 'How many there are, not days',
} as const
const units: Readonly<Record<keyof typeof counts, string>> = {
  'working-day-after': 'working days after that day',
  'working-same-day': 'working days, that day counted',
  calendar: 'days',
  months: 'months',
  number: 'at least',
}

/** Indicators are counted by their number; everything else by time, and a standstill by working days. */
function refuseDuty({ key, counts: counted }: DatedValues): FieldProblem | undefined {
  if ((key === 'kpis') !== (counted === 'number')) return { field: 'counts', code: 'duty-counts' }
  return key === 'standstill' && !String(counted).startsWith('working') ? { field: 'counts', code: 'duty-counts' } : undefined
}

const duties: DatedPart = {
  ...{ key: 'contract-duties', heading: 'Contracts', title: 'What laws of buying ask for', about: 'Law and what it asks for' },
  lead: 'A contract is judged by the rules of the day on which its award was told. A standstill that was counted stays with its contract, whatever changes here.',
  table: 'commissioning.regime_duty',
  fields: [
    {
      ...({ name: 'regime', column: 'regime', kind: 'radios', label: 'Under which law or practice?', matter: true } as const),
      options: async (reader) => (await listRegimes(reader)).map(({ code, name }) => ({ value: code, text: name })),
    },
    { name: 'key', column: 'key', kind: 'radios', label: 'What is asked for?', matter: true, options: optionsOf(dutyKeys) },
    { name: 'asks', column: 'asks', kind: 'line', label: 'In words, for whoever keeps the contract' },
    { name: 'amount', column: 'amount', kind: 'number', label: 'How many?', range: [0, 366] },
    { name: 'counts', column: 'counts', kind: 'radios', label: 'Counted in', options: optionsOf(counts) },
    {
      ...({ name: 'above', column: 'above_pounds', kind: 'number', label: 'For contracts worth more than how many pounds?' } as const),
      ...({ hint: 'With VAT. Leave empty where it is asked of every contract', optional: true, range: [1, 2_000_000_000] } as const),
    },
    { name: 'isConfirmed', column: 'is_confirmed', kind: 'tick', label: 'Somebody has checked this against its source' },
  ],
  first: { amount: '30', counts: 'calendar' },
  refuse: refuseDuty,
  constraints: { regime_duty_once: overlap },
  aboutInWords: ({ say }) => `${say('regime')}: ${say('key')}`,
  inWords: ({ values, say }) => {
    const amount = Number(values.amount)
    const unit = units[values.counts as keyof typeof units] ?? ''
    const time = values.counts === 'number' ? `: ${unit} ${amount}` : amount === 0 ? '' : `: ${amount} ${unit}`
    const above = values.above === null ? '' : `, above £${Number(values.above).toLocaleString('en-GB')} with VAT`
    return `${say('asks')}${time}${above}${values.isConfirmed ? '' : '. Check this against its source before you rely on it'}`
  },
}

const vat: DatedPart = {
  ...{ key: 'vat-rates', heading: 'Contracts', title: 'Rates of VAT', about: 'Value' },
  lead: 'Whether the value of a contract with and without VAT goes together is judged by the rate of its first day.',
  table: 'commissioning.vat_rate',
  fields: [
    {
      ...({ name: 'treatment', column: 'treatment', kind: 'radios', label: 'Which value?', matter: true } as const),
      options: optionsOf({ standard: 'VAT at the standard rate', none: 'No VAT: exempt, zero-rated or outside the scope' }),
    },
    {
      ...({ name: 'rate', column: 'basis_points', kind: 'number', label: 'Rate in hundredths of a per cent' } as const),
      ...({ hint: '2000 is 20 per cent', range: [0, 10_000] } as const),
    },
  ],
  refuse: ({ treatment, rate }) => (treatment === 'none' && rate !== 0 ? { field: 'rate', code: 'vat-none-above' } : undefined),
  constraints: { vat_rate_once: overlap },
  aboutInWords: ({ say }) => say('treatment'),
  inWords: ({ values }) => `${Number(values.rate) / 100} per cent`,
}

const renewals: DatedPart = {
  ...{ key: 'renewal-steps', heading: 'Contracts', title: 'Steps before a contract ends', about: 'Step' },
  lead: 'The calendar of renewals and My work ask for each step so long before the last day of a contract.',
  table: 'commissioning.renewal_step',
  fields: [
    {
      ...({ name: 'key', column: 'key', kind: 'radios', label: 'Which step?', matter: true } as const),
      options: optionsOf({
        ...{ review: 'Review of the service', decision: 'Decision of the board', tender: 'Beginning of the tender' },
        ...{ extension: 'Last day to extend', notice: 'Word to the provider' },
      }),
    },
    { name: 'name', column: 'name', kind: 'line', label: 'In words' },
    { name: 'months', column: 'months', kind: 'number', label: 'How many months before the end?', range: [0, 60] },
  ],
  constraints: { renewal_step_once: overlap },
  aboutInWords: ({ say }) => say('key'),
  inWords: ({ values, say }) => `${say('name')}: ${values.months} ${values.months === 1 ? 'month' : 'months'} before the end`,
}

const rates: DatedPart = {
  ...{ key: 'rates-compared', heading: 'Contracts', title: 'From how many rates on it is told how far they lie apart', about: 'For' },
  lead: 'What providers are paid for the same is compared for those who commission. Of fewer rates than this only their number is told: a spread would tell single rates.',
  table: 'commissioning.rate_rule',
  fields: [{ name: 'fewest', column: 'fewest', kind: 'number', label: 'The least number of rates', range: [2, 50] }],
  succeeds: true,
  constraints: { rate_rule_pkey: overlap },
  aboutInWords: () => 'Rates of providers',
  inWords: ({ values }) => `From ${values.fewest} rates on`,
}

const spending: DatedPart = {
  ...{ key: 'spending', heading: 'Contracts', title: 'From which sum payments are published', about: 'Whoever holds the money' },
  lead: 'Spending stands in the open data for every payment above the sum of its day, as the code of practice for the sector of its payer has it. Names of people are left out whatever the sum.',
  table: 'commissioning.spending_rule',
  fields: [
    {
      ...({
        name: 'sector',
        column: 'sector',
        kind: 'radios',
        label: 'Of which sector is whoever holds the money?',
        matter: true,
      } as const),
      options: optionsOf({ ...payerSectors, any: 'Every other' }),
    },
    {
      ...({ name: 'above', column: 'above_pounds', kind: 'number', label: 'Payments above how many pounds are published?' } as const),
      ...({ hint: 'Without VAT that is recovered, for example 500', range: [0, 10_000_000] } as const),
    },
    { name: 'isConfirmed', column: 'is_confirmed', kind: 'tick', label: 'Somebody has checked this against its source' },
  ],
  constraints: { spending_rule_once: overlap },
  aboutInWords: ({ say }) => say('sector'),
  inWords: ({ values }) => {
    const sum = values.above === null ? 'a sum that is none of whole pounds' : `£${Number(values.above).toLocaleString('en-GB')}`
    return `Above ${sum}${values.isConfirmed ? '' : '. Check this against its source before you rely on it'}`
  },
}

const opening: DatedPart = {
  ...{ key: 'opening-limit', heading: 'Sealed bids', title: 'How far apart two people open bids', about: 'Calls for sealed bids' },
  lead: 'Two named people open all bids of a call together: the second says so within this time of the first. A call that was opened stays as it was.',
  table: 'commissioning.opening_limit',
  fields: [{ name: 'minutes', column: 'minutes', kind: 'number', label: 'Within how many minutes?', range: [1, 1440] }],
  succeeds: true,
  constraints: { opening_limit_pkey: overlap },
  aboutInWords: () => 'Calls for sealed bids',
  inWords: ({ values }) => `Within ${values.minutes} ${values.minutes === 1 ? 'minute' : 'minutes'} of one another`,
}

const lowBids: DatedPart = {
  ...{ key: 'low-bids', heading: 'Sealed bids', title: 'When a price is marked as abnormally low', about: 'Bids that are ranked' },
  lead: 'A price that lies so far below the average of the other bids is marked, so that somebody asks why. It is never refused by that alone.',
  table: 'commissioning.low_bid_rule',
  fields: [
    { name: 'perCent', column: 'per_cent', kind: 'number', label: 'How many per cent below the average of the others?', range: [1, 99] },
    { name: 'others', column: 'others', kind: 'number', label: 'From how many other bids on?', range: [1, 20] },
  ],
  succeeds: true,
  constraints: { low_bid_rule_pkey: overlap },
  aboutInWords: () => 'Bids that are ranked',
  inWords: ({ values }) => `${values.perCent} per cent below the average of the others, from ${values.others} of them on`,
}

const scale: DatedPart = {
  ...{ key: 'score-scale', heading: 'Sealed bids', title: 'What points for a bid mean', about: 'Points' },
  lead: 'Evaluators score each bid by these words. The most points in force are the whole of a criterion. Of a call whose bids were opened the scale of that day stands, whatever changes here.',
  table: 'commissioning.score_word',
  fields: [
    { name: 'points', column: 'points', kind: 'number', label: 'How many points?', matter: true, range: [0, 100] },
    { name: 'name', column: 'name', kind: 'line', label: 'In a word', hint: 'For example: Good' },
    {
      name: 'means',
      column: 'means',
      kind: 'line',
      label: 'What does it mean?',
      hint: 'For example: Meets all that is asked, and shows how',
    },
  ],
  constraints: { score_word_once: overlap, scale_used: { field: 'startsOn', code: 'scale-used' } },
  aboutInWords: ({ values }) => `${values.points} ${values.points === 1 ? 'point' : 'points'}`,
  inWords: ({ say }) => `${say('name')}: ${say('means')}`,
}

/** What laws of buying ask for, rates of VAT, steps of a renewal, of how few rates nothing is told, from which sum payments are published, and how bids are opened, marked and scored. */
export const commissioningDated: readonly DatedPart[] = [duties, vat, renewals, rates, spending, opening, lowBids, scale]
