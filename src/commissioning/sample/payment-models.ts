import { newId } from '#platform/database/ids.ts'
import { rowOfTerms } from '../queries/payment-models.ts'
import type { PaymentTerms } from '../rules/payment-terms.ts'
import { yearOf } from '../rules/year.ts'
import type { Scene } from './ground.ts'

const nothing: PaymentTerms = {
  ...{ base: 'none', rate: null, steps: [], continueWeeks: null, onRelapse: null },
  ...{ blockPence: null, blockWeeks: null, bonusPence: null, clawBackWeeks: null },
}

/** Title, terms, and the share of outcomes assumed of each cohort in their order. */
export const sampleOptions: readonly (readonly [title: string, terms: PaymentTerms, percents: readonly number[]])[] = [
  ['Time and task, as today', { ...nothing, base: 'time-and-task', rate: 156_200n }, [30, 20, 5]],
  [
    'Stepped: more in the first four weeks',
    { ...nothing, base: 'stepped', steps: [{ weeks: 4, rate: 174_000n }], rate: 148_000n },
    [36, 24, 6],
  ],
  [
    'Incentive: three weeks after the outcome',
    { ...nothing, base: 'incentive', rate: 156_200n, continueWeeks: 3, onRelapse: 'revert' },
    [44, 28, 6],
  ],
]

const cohorts = [
  {
    ...{ title: 'After hospital', packages: 640, minutes_before: 840, minutes_at: 630, minutes_after: 0, outcome_week: 5 },
    ...{ lengths: [4, 8, 16], shares: [25, 50, 25] },
  },
  {
    ...{ title: 'Two visits a day', packages: 900, minutes_before: 700, minutes_at: 525, minutes_after: 350, outcome_week: 6 },
    ...{ lengths: [12, 26, 52], shares: [40, 35, 25] },
  },
  {
    ...{ title: 'Four visits a day', packages: 260, minutes_before: 1680, minutes_at: 1470, minutes_after: 1260, outcome_week: 10 },
    ...{ lengths: [26, 52], shares: [50, 50] },
  },
] as const

/** Writes the models of payment of the sample: home care, settled by it; and a more cautious one that is being prepared. */
export async function writePaymentModels(scene: Scene): Promise<void> {
  await writeModel(scene, { key: 'home-care', title: 'Home care: a year under three ways of paying', fewer: 0, isChosen: true })
  await writeModel(scene, { key: 'cautious', title: 'Home care, if fewer people get better', fewer: 4, isChosen: false })
}

async function writeModel(
  { tx, body, organisation, today, id: idOf }: Scene,
  plan: { readonly key: string; readonly title: string; readonly fewer: number; readonly isChosen: boolean },
): Promise<void> {
  const id = newId()
  const known = { model: id, body, sight: 'public' as const }
  await tx
    .insertInto('commissioning.payment_model')
    .values({
      ...{ id, body, sight: 'public', title: plan.title, lead: organisation('council'), strategy: idOf('strategy', 'home-care') },
      ...{ starts_on: new Temporal.PlainDate(yearOf(today) + 1, 4, 1), weeks: 52, starts: 'evenly' },
      sources:
        'Numbers and lengths of packages: brokerage records of the last two years. Minutes: electronic call monitoring of six agencies. How often less care is needed under a new mechanism is a guess, made with three providers.',
    })
    .execute()
  const groups = cohorts.map((cohort, index) => ({
    ...{ id: newId(), ...known, position: index + 1, ...cohort },
    ...{ lengths: [...cohort.lengths], shares: [...cohort.shares] },
  }))
  await tx.insertInto('commissioning.payment_model_cohort').values(groups).execute()
  let last = ''
  for (const [index, [title, terms, percents]] of sampleOptions.entries()) {
    last = newId()
    await tx
      .insertInto('commissioning.payment_model_option')
      .values({ id: last, ...known, position: index + 1, title, ...rowOfTerms(terms) })
      .execute()
    const fewer = index === 0 ? 0 : plan.fewer
    await tx
      .insertInto('commissioning.payment_model_share')
      .values(
        groups.map((cohort, place) => ({
          option: last,
          cohort: cohort.id,
          ...known,
          percent: Math.max(0, (percents[place] ?? 0) - fewer),
        })),
      )
      .execute()
  }
  await tx
    .insertInto('commissioning.payment_model_payer')
    .values([
      { ...known, organisation: organisation('council'), weight: 70 },
      { ...known, organisation: organisation('icb'), weight: 30 },
    ])
    .execute()
  if (plan.isChosen)
    await tx
      .updateTable('commissioning.payment_model')
      .set({
        chosen: last,
        chosen_because:
          'It pays providers for helping people to need less, which is what families asked for. It begins with two providers; the others follow when their rotas can carry it.',
      })
      .where('id', '=', id)
      .execute()
}
