import type { KindsOf } from '#platform/archive/kinds.ts'

const terms = [
  ...(['base', 'rate', 'step_weeks', 'step_rates', 'continue_weeks', 'on_relapse'] as const),
  ...(['block_pence', 'block_weeks', 'bonus_pence', 'claw_back_weeks'] as const),
] as const

/** What becomes of the tables of payment in an archive of the record; one line for each table. */
export const paymentKinds = {
  'commissioning.payment_model': {
    means: 'A year of packages modelled under several payment mechanisms, and which one was chosen.',
    visitors: ['id', 'body', 'title', 'lead', 'strategy', 'starts_on', 'weeks', 'starts', 'sources', 'chosen', 'chosen_because'],
    resting: ['payment_model_stays'],
  },
  'commissioning.payment_model_cohort': {
    means: 'Packages of a model that are alike: how many, how much care, how long.',
    visitors: [
      ...(['id', 'model', 'position', 'title', 'packages', 'minutes_before', 'minutes_at', 'minutes_after'] as const),
      ...(['outcome_week', 'lengths', 'shares'] as const),
    ],
    resting: ['payment_model_cohort_stands'],
  },
  'commissioning.payment_model_option': {
    means: 'A payment mechanism that a model compares; rates in hundredths of a penny an hour.',
    visitors: ['id', 'model', 'position', 'title', ...terms],
    resting: ['payment_model_option_stands'],
  },
  'commissioning.payment_model_share': {
    means: 'In how many of a hundred packages a model assumes the outcome under a mechanism.',
    visitors: ['option', 'cohort', 'model', 'percent'],
    resting: ['payment_model_share_stands'],
  },
  'commissioning.payment_model_payer': {
    means: 'Who pays in a model, by weight.',
    visitors: ['model', 'organisation', 'weight'],
    resting: ['payment_model_payer_stands'],
  },
  'commissioning.package_threshold': {
    means: 'Below how many packages a sum is hidden.',
    visitors: ['least', 'source', 'starts_on', 'ends_on'],
  },
  'commissioning.payment_mechanism': { means: 'A version of how the packages of a contract are paid.', resting: ['mechanism_steps'] },
  'commissioning.care_package': { means: 'A package of care by its number; no person is named.', resting: ['package_steps'] },
  'commissioning.package_delivery': { means: 'What was delivered in a week of a package; the last number of a week counts.' },
  'commissioning.package_outcome': {
    means: 'An outcome of a package: who agreed, by what it is confirmed, and what became of an appeal.',
    resting: ['outcome_steps'],
  },
  'commissioning.payment_run': {
    means: 'A run of payment of a contract, who made it and who approved it.',
    resting: ['run_steps', 'run_proved', 'run_posts'],
  },
  'commissioning.payment_line': {
    means: 'What a run pays for one week of one package, by which version and which row, or what it reverses.',
    resting: ['line_steps', 'line_within_contract'],
  },
  'commissioning.package_review': {
    means: 'An amount of a week that was marked to be looked at, and what somebody found; the last number of a week counts.',
    resting: ['review_steps'],
  },
  'commissioning.package_payer': {
    means: 'From which day on another partner pays for a package; the last number of a day counts.',
    resting: ['payer_steps'],
  },
  'commissioning.payment_share': { means: 'What one payer bears of a line of a run.', resting: ['share_steps'] },
  'commissioning.contract_commitment': { means: 'What of a budget line is committed for a contract.', resting: ['commitment_steps'] },
  'commissioning.payment_posting': { means: 'What an approved run put into the ledger of a fund, by provider, payer and line.' },
} satisfies KindsOf<'commissioning'>
