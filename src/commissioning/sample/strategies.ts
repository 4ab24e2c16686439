import { newId } from '#platform/database/ids.ts'
import { findUsableNeeds } from '../queries/usable-needs.ts'
import type { Scene } from './ground.ts'

const criteria = [
  ['Continuity: the same few carers', 30],
  ['A provider in every area, also in villages', 25],
  ['Cost over four years', 25],
  ['What happens if a provider fails', 20],
] as const

/** Question, title, what it means, and scores in the order of the criteria. */
const options: readonly (readonly [question: string, title: string, text: string, scores: readonly number[]])[] = [
  ['Delivery model', 'Spot purchase, as today', 'Each package is bought by itself from whoever has time.', [3, 4, 5, 6]],
  [
    'Delivery model',
    'One lead provider for each area',
    'One provider answers for an area, and buys from others what it lacks.',
    [7, 8, 6, 5],
  ],
  ['Delivery model', 'A framework of preferred providers', 'Three in each area, with a rate agreed for four years.', [6, 7, 7, 8]],
  ['Division of the market', 'Four localities', 'Large enough for two providers each; villages lie with a town.', [6, 7, 7, 7]],
  ['Division of the market', 'Seven districts', 'Near to people, but Harrowdale has no second provider.', [7, 5, 5, 4]],
]

/** Writes the strategies of the sample: home care, appraised and without a need behind it; the first two years, resting on one; and a draft. */
export async function writeStrategies(scene: Scene): Promise<void> {
  await writeHomeCare(scene)
  await writeFirstYears(scene)
}

async function writeFirstYears({ tx, body, ago, organisation, id: idOf }: Scene): Promise<void> {
  const id = idOf('strategy', 'first-years')
  const known = { strategy: id, body, sight: 'public' as const }
  await tx
    .insertInto('commissioning.strategy')
    .values({
      ...{ id, body, sight: 'public', title: 'Help in the first two years', lead: organisation('council'), review_on: ago(-200) },
      scope: 'Visits, groups and help at home for families with a child under two.',
      feedback: 'Parents asked for somebody who comes, and for one place that knows what there is.',
    })
    .execute()
  const needs = (await findUsableNeeds(tx)).filter(({ kind }) => kind === 'need').slice(0, 1)
  if (needs.length > 0)
    await tx
      .insertInto('commissioning.strategy_need')
      .values(needs.map(({ id: need, kind }) => ({ ...known, need, kind })))
      .execute()
  await tx
    .insertInto('commissioning.strategy_service')
    .values(['health-visiting', 'family-support', 'stay-and-play'].map((key) => ({ ...known, service: idOf('service', key) })))
    .execute()
}

async function writeHomeCare({ tx, body, ago, organisation, id: idOf }: Scene): Promise<void> {
  const id = idOf('strategy', 'home-care')
  const known = { strategy: id, body, sight: 'public' as const }
  await tx
    .insertInto('commissioning.strategy')
    .values({
      ...{ id, body, sight: 'public', title: 'Home care from next year', lead: organisation('council') },
      scope: 'Help at home for adults in the whole county, from the day on which the present agreements end, for four years.',
      policy: 'Care Act 2014: a varied market of good providers, and what is done when one fails.',
      priorities: 'Adults live at home as long as they want to; carers are paid for the way between two homes.',
      feedback: 'Families asked for the same few carers, and for somebody who answers the telephone on Sundays.',
      market:
        '61 providers in seven districts. In Harrowdale one works alone. What is needed in Southmoor is being counted; the market of help at home shows the rest by district.',
      intentions: 'Talk with providers in spring, settle the model in summer, go to tender in autumn.',
      implementation: 'Six months from award to the first day; nobody changes carers in the two weeks around a holiday.',
      ...{ equality_on: ago(30), equality: 'People in villages and people who speak little English would gain most from continuity.' },
      review_on: ago(-365),
    })
    .execute()
  await tx
    .insertInto('commissioning.strategy_service')
    .values(['home-care', 'reablement'].map((key) => ({ ...known, service: idOf('service', key) })))
    .execute()
  const weighed = criteria.map(([name, weight], index) => ({ id: newId(), ...known, position: index + 1, name, weight }))
  await tx.insertInto('commissioning.criterion').values(weighed).execute()
  for (const [index, [question, title, text, scores]] of options.entries()) {
    const option = newId()
    await tx
      .insertInto('commissioning.strategy_option')
      .values({ id: option, ...known, position: index + 1, question, title, text })
      .execute()
    await tx
      .insertInto('commissioning.score')
      .values(scores.map((score, place) => ({ option, criterion: weighed[place]?.id ?? '', ...known, score })))
      .execute()
  }
  await tx
    .insertInto('commissioning.strategy')
    .values({
      ...{ id: idOf('strategy', 'breaks'), body, title: 'Short breaks, a first outline', lead: organisation('council') },
      scope: 'Hours, weekends and weeks for disabled children and their families.',
    })
    .execute()
}
