import { listAreas } from '#governance/public-data.ts'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { newId } from '#platform/database/ids.ts'
import { type Database, writeAs } from '#platform/database/session.ts'
import { writeRunLines } from '../commands/payment-run.ts'
import { findPayFacts } from '../queries/pay-facts.ts'
import { rowOfTerms } from '../queries/payment-models.ts'
import { openReviews } from '../rules/package-due.ts'
import { periodOf, spanOfYear, yearOf } from '../rules/year.ts'
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
    await writeMove(scene, contract, begun)
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
  await writeCommitment(tx, { contract: id, body, onDay: ago(WEEKS * 7) })
  return id
}

/** The contract is paid from the line of care at home, of which a part is committed for it. */
async function writeCommitment(
  tx: Scene['tx'],
  { contract, body, onDay }: { readonly contract: string; readonly body: string; readonly onDay: Temporal.PlainDate },
): Promise<void> {
  const line = await findLine(tx, body, 'NB3010')
  if (!line) return
  const { from, until } = spanOfYear(line.year)
  const day = Temporal.PlainDate.compare(onDay, from) < 0 ? from : onDay
  if (Temporal.PlainDate.compare(day, until) >= 0) return
  await tx.insertInto('commissioning.contract_line').values({ contract, body, sight: 'members', line: line.id }).execute()
  const [entry, pence] = [newId(), 15_000_000n]
  await tx
    .insertInto('commissioning.entry')
    .values({
      ...{
        id: entry,
        fund: line.fund,
        body: line.body,
        sight: line.sight,
        year: line.year,
        line: line.id,
        kind: 'commitment',
        code: line.code,
      },
      ...{ period: periodOf(day), on_day: day, pence, description: 'Committed for Care at home, first year of a new way of paying' },
    })
    .execute()
  await tx
    .insertInto('commissioning.contract_commitment')
    .values({
      ...{ id: newId(), contract, body, fund: line.fund, line: line.id, pence, on_day: day, entry, entered_by: newId() },
      because: 'The first year, as the contract was signed.',
    })
    .execute()
}

const findLine = (tx: Scene['tx'], body: string, code: string) =>
  tx
    .selectFrom('commissioning.budget_line')
    .select(['id', 'fund', 'body', 'sight', 'year', 'code'])
    .where('body', '=', body)
    .where('code', '=', code)
    .orderBy('year', 'desc')
    .executeTakeFirst()

/** One package moves to another payer in the middle of a week, and one amount that was to be looked at is settled. */
async function writeMove(
  { tx, body, ago, today, organisation, accounts }: Scene,
  contract: string,
  begun: readonly string[],
): Promise<void> {
  const packages = await tx
    .selectFrom('commissioning.care_package')
    .select(['id', 'provider', 'starts_on'])
    .where('id', 'in', [...begun])
    .orderBy('reference')
    .execute()
  const moved = packages[0]
  if (moved)
    await tx
      .insertInto('commissioning.package_payer')
      .values({
        ...{
          id: newId(),
          package: moved.id,
          contract,
          body,
          provider: moved.provider,
          starts_on: moved.starts_on.add({ days: 66 }),
          number: 1,
        },
        ...{
          payer: organisation('icb'),
          line: (await findLine(tx, body, 'NB3020'))?.id ?? null,
          because: 'Care goes on as continuing health care from that day.',
        },
        ...{ entered_on: ago(60), entered_by: accounts.clerk },
      })
      .execute()
  const facts = await findPayFacts(tx, contract)
  const [open] = openReviews(facts, today)
  if (!open) return
  await tx
    .insertInto('commissioning.package_review')
    .values({
      ...{ id: newId(), package: open.of.id, contract, body, provider: open.of.provider, week: open.week, number: 1 },
      ...{ of_pence: open.pence, outcome: 'corrected', pence: open.pence - 1_562n, decided_on: ago(20), decided_by: accounts.clerk },
      because: 'An hour of it was a visit of another package.',
    })
    .execute()
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
          ...rowOfTerms(option[1].onRelapse === null ? option[1] : { ...option[1], onRelapse: 'review' }),
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
        minutes: achieved !== undefined && at + 1 >= achieved ? minutesAfter(place, at + 1) : 700 - ((place * 37 + at * 53) % 90),
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

/** Half of the care; in one package more is needed again for two weeks, which somebody has to look at. */
const minutesAfter = (place: number, week: number): number => (place % 8 === 5 && (week === 6 || week === 7) ? 480 : 350)

async function writeRuns({ tx, body, ago, today, accounts }: Scene, contract: string, corrected: string): Promise<void> {
  // The year before is closed in the sample: what is approved is posted into the year that is open.
  const yearBegan = spanOfYear(yearOf(today)).from
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
        .set({
          approved_on: [untilDay.add({ days: 2 }), yearBegan].toSorted(Temporal.PlainDate.compare).at(-1),
          approved_by: accounts.otherClerk,
          version: 2,
        })
        .where('id', '=', id)
        .execute()
  }
}
