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
} satisfies KindsOf<'commissioning'>
