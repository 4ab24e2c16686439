import { newId } from '#platform/database/ids.ts'
import { monthsEnded } from '../rules/forecast.ts'
import { instalmentsOf } from '../rules/split.ts'
import type { Scene } from './ground.ts'

interface Known {
  readonly fund: string
  readonly body: string
  readonly sight: 'public'
}

/** Writes a saving of the pooled fund with two claims, one of which nothing is shown yet, and a joint post that both partners pay. */
export async function writeSavings(scene: Scene, known: Known, year: number): Promise<void> {
  const { tx, organisation, person, today, accounts } = scene
  const lines = await tx
    .selectFrom('commissioning.budget_line')
    .select(['id', 'code'])
    .where('fund', '=', known.fund)
    .where('year', '=', year)
    .execute()
  const line = (code: string): string => lines.find((one) => one.code === code)?.id ?? ''
  const [rounds, visits] = [newId(), newId()]
  const april = new Temporal.PlainDate(year, 4, 1)
  const common = { ...known, year, line: line('NB1010'), evidence_due: april.add({ years: 1, months: 1 }) }
  await tx
    .insertInto('commissioning.saving')
    .values([
      {
        ...{ id: rounds, ...common, measure: 'One rota for health visitors of both districts', owner: person('rigby'), recurrent: true },
        ...{
          why: 'Visits are planned once, and fewer agency shifts are bought.',
          profile: [...instalmentsOf(18_000_000n, 12)],
          forecast: 16_500_000n,
        },
      },
      {
        ...{ id: visits, ...common, measure: 'Two posts left empty until September', owner: person('tanner'), recurrent: false },
        ...{
          why: 'The posts are filled when the new rota runs.',
          profile: [...instalmentsOf(6_000_000n, 5), ...Array.from({ length: 7 }, () => 0n)],
        },
        ...{ forecast: null, evidence_due: april.add({ months: 6 }) },
      },
    ])
    .execute()
  const parts = [
    ['council', 6_000],
    ['icb', 4_000],
  ] as const
  await tx
    .insertInto('commissioning.saving_part')
    .values(parts.map(([partner, share], place) => ({ saving: rounds, place: place + 1, ...known, partner: organisation(partner), share })))
    .execute()
  const periods = [1, 2].filter((period) => period <= monthsEnded(year, today))
  if (periods.length > 0)
    await tx
      .insertInto('commissioning.saving_claim')
      .values(
        periods.map((period) => ({
          ...{
            id: newId(),
            saving: rounds,
            ...known,
            period,
            pence: 1_425_050n,
            evidence: 'Agency invoices of the month beside those of last year',
          },
          ...{ on_day: april.add({ months: period, days: 11 }), claimed_by: accounts.otherClerk },
        })),
      )
      .execute()
  await writePost(scene, known, year, line('NB5010'))
}

/** A post that both partners pay, from a line of the year. */
async function writePost({ tx, organisation }: Scene, known: Known, year: number, line: string): Promise<void> {
  const april = new Temporal.PlainDate(year, 4, 1)
  const post = newId()
  await tx
    .insertInto('commissioning.joint_post')
    .values({
      id: post,
      ...known,
      kind: 'joint',
      title: 'Head of joint commissioning',
      host: organisation('council'),
      starts_on: april.subtract({ years: 2 }),
    })
    .execute()
  await tx
    .insertInto('commissioning.joint_post_part')
    .values(
      [5_500, 4_500].map((share, place) => ({
        post,
        place: place + 1,
        ...known,
        partner: organisation(place === 0 ? 'council' : 'icb'),
        share,
      })),
    )
    .execute()
  await tx
    .insertInto('commissioning.joint_post_cost')
    .values({ post, year, ...known, line, pence: 9_640_075n })
    .execute()
}
