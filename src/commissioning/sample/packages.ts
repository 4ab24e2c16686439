import { listAreas } from '#governance/public-data.ts'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { newId } from '#platform/database/ids.ts'
import { type Database, writeAs } from '#platform/database/session.ts'
import { writeRunLines } from '../commands/payment-run.ts'
import { rowOfTerms } from '../queries/payment-models.ts'
import { type CommissioningSampleGround, type Scene, sceneOf } from './ground.ts'
import { sampleOptions } from './payment-models.ts'

const WEEKS = 20

/** Writes payment for packages: a contract in its twentieth week, whose later packages are paid by the mechanism that a model chose, with three runs. */
export async function writePackages(owner: Database, ground: CommissioningSampleGround): Promise<void> {
  await writeAs(owner, { actor: SYSTEM_ACTOR, now: ground.now, today: ground.today }, async (tx) => {
    const scene = sceneOf(tx, ground, await listAreas(tx, ground.today))
    const providers = ['families-first', 'brightwater'].map(scene.organisation)
    const contract = await writeContract(scene, providers)
    const [plain, incentive] = await writeTerms(scene, contract)
    const begun = []
    for (let place = 0; place < 16; place += 1) {
      const week = (place * 3) % 14
      const mechanism = week < 8 ? plain : incentive
      begun.push(await writePackage(scene, { contract, provider: providers[place % 3 === 2 ? 1 : 0] ?? '', mechanism, place, week }))
    }
    await writeRuns(scene, contract, begun[0] ?? '')
  })
}

async function writeContract({ tx, body, ago, organisation }: Scene, providers: readonly string[]): Promise<string> {
  const [id, known] = [newId(), { body, sight: 'members' as const }]
  for (const provider of providers)
    await tx
      .insertInto('commissioning.provider')
      .values({ id: provider, body })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  await tx
    .insertInto('commissioning.contract')
    .values({
      ...{
        id,
        ...known,
        title: 'Care at home, first year of a new way of paying',
        commissioner: organisation('council'),
        regime: 'light-touch',
      },
      ...{
        summary: 'Two providers try what the model chose before the others follow.',
        starts_on: ago(WEEKS * 7),
        ends_on: ago(WEEKS * 7).add({ years: 1 }),
      },
    })
    .execute()
  await tx
    .insertInto('commissioning.contract_provider')
    .values(providers.map((provider) => ({ id: newId(), contract: id, ...known, provider, part: 'provider', starts_on: ago(WEEKS * 7) })))
    .execute()
  return id
}

async function writeTerms({ tx, body, ago }: Scene, contract: string): Promise<readonly [string, string]> {
  const ids = [newId(), newId()] as const
  const model = await tx
    .selectFrom('commissioning.payment_model')
    .select('id')
    .where('body', '=', body)
    .where('chosen', 'is not', null)
    .executeTakeFirst()
  const versions = [sampleOptions[0], sampleOptions[2]]
  for (const [place, option] of versions.entries()) {
    if (!option) continue
    await tx
      .insertInto('commissioning.payment_mechanism')
      .values({
        ...{
          id: ids[place] ?? newId(),
          contract,
          body,
          sight: 'members',
          number: place + 1,
          title: option[0],
          starts_on: ago((WEEKS - place * 8) * 7),
        },
        ...{
          ...rowOfTerms(option[1]),
          counts_last: true,
          absent_weeks: 2,
          hospital_weeks: 1,
          restart: 'continue',
          later_outcome: 'review',
        },
        ...{ exit_weeks: 4, outcome: 'Half of the agreed minutes or fewer are needed for two weeks.', cap: 1_200_000n },
        ...{
          evidence: 'A review at home with the user and whoever is close to them, signed by all three.',
          model: place === 0 ? null : (model?.id ?? null),
        },
      })
      .execute()
  }
  return ids
}

async function writePackage(
  { tx, body, ago, today }: Scene,
  one: { readonly contract: string; readonly provider: string; readonly mechanism: string; readonly place: number; readonly week: number },
): Promise<string> {
  const id = newId()
  const starts = ago((WEEKS - one.week) * 7)
  const { contract, provider, place } = one
  const of = { package: id, contract, body, provider }
  await tx
    .insertInto('commissioning.care_package')
    .values({
      ...{
        id,
        contract,
        body,
        provider,
        mechanism: one.mechanism,
        reference: `HC-${1042 + place * 7}`,
        agreed_minutes: 700,
        starts_on: starts,
      },
      ends_on: place % 5 === 4 ? starts.add({ weeks: 5 }) : null,
    })
    .execute()
  const weeks = Math.min(WEEKS - one.week - 1, place % 5 === 4 ? 5 : WEEKS)
  const achieved = place % 4 === 1 ? 4 : undefined
  await tx
    .insertInto('commissioning.package_delivery')
    .values(
      Array.from({ length: weeks }, (_, at) => ({
        ...{ id: newId(), ...of, week: at + 1, number: 1 },
        minutes: achieved !== undefined && at + 1 >= achieved ? 350 : 700 - ((place * 37 + at * 53) % 90),
        absent_minutes: (place + at) % 11 === 10 ? 60 : 0,
      })),
    )
    .execute()
  const agreed = starts.add({ weeks: achieved ?? 4 })
  if (achieved !== undefined || place === 2)
    await tx
      .insertInto('commissioning.package_outcome')
      .values({
        ...{ id: newId(), ...of, week: 4, agreed_user: agreed, agreed_provider: agreed, agreed_commissioner: place === 2 ? null : agreed },
        ...(place === 2 || Temporal.PlainDate.compare(agreed, today) > 0
          ? {}
          : { evidence: 'Review at home, kept in the case system.', confirmed_on: agreed }),
      })
      .execute()
  return id
}

async function writeRuns({ tx, body, ago, accounts }: Scene, contract: string, corrected: string): Promise<void> {
  for (const [place, days] of [70, 35, 7].entries()) {
    const [id, untilDay] = [newId(), ago(days)]
    if (place === 1) {
      const wrong = await tx
        .selectFrom('commissioning.package_delivery')
        .select(['package', 'provider', 'minutes'])
        .where('package', '=', corrected)
        .where('week', '=', 2)
        .executeTakeFirstOrThrow()
      await tx
        .insertInto('commissioning.package_delivery')
        .values({
          id: newId(),
          package: wrong.package,
          contract,
          body,
          provider: wrong.provider,
          week: 2,
          number: 2,
          minutes: wrong.minutes - 45,
        })
        .execute()
    }
    await tx
      .insertInto('commissioning.payment_run')
      .values({ id, contract, body, number: place + 1, until_day: untilDay, made_on: untilDay, made_by: accounts.clerk })
      .execute()
    await writeRunLines(tx, { id, contract, body }, untilDay)
    if (place < 2)
      await tx
        .updateTable('commissioning.payment_run')
        .set({ approved_on: untilDay.add({ days: 2 }), approved_by: accounts.otherClerk, version: 2 })
        .where('id', '=', id)
        .execute()
  }
}
