import { listOutcomes } from '#plans/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import type { Scene } from './ground.ts'
import type { SampleProviders } from './providers.ts'

/** Writes how the contract for family support goes: indicators with figures, an assessment, a visit, a notice, its clauses, the letter of the year. */
export async function writeContractLife(scene: Scene, providers: SampleProviders): Promise<void> {
  const { tx, body, ago, id: idOf } = scene
  const id = idOf('contract', 'family-support')
  const known = { contract: id, body, sight: 'public' as const }
  const provider = providers.get('families-first') ?? ''
  await writeKpis(scene, known, provider)
  const outcome = (await listOutcomes(tx)).at(0)
  if (outcome)
    await tx
      .insertInto('commissioning.contract_outcome')
      .values({ ...known, outcome: outcome.id })
      .execute()
  await tx
    .insertInto('commissioning.contract_assessment')
    .values({
      ...{ id: newId(), ...known, assessed_on: ago(140), starts_on: ago(520), ends_on: ago(155), rating: 'approaching-target' },
      ...{
        because: 'Nearly all families are seen in time; fewer than agreed say at the end that things are better.',
        published_on: ago(130),
      },
    })
    .execute()
  await writeVisits(scene, known, provider)
  await tx
    .insertInto('commissioning.contract_clause')
    .values([
      { id: newId(), ...known, kind: 'quality', clause: '12', text: 'A family is seen within ten working days.' },
      { id: newId(), ...known, kind: 'safeguarding', clause: '14', text: 'A safeguarding lead, and a return of training each year.' },
      { id: newId(), ...known, kind: 'workforce', clause: '17', text: 'Workers are paid at least the real living wage.' },
    ])
    .execute()
  await tx
    .insertInto('commissioning.failure_plan')
    .values({
      ...known,
      text: 'The council’s own team takes families in need of protection within two days; the rest within ten.',
      reviewed_on: ago(60),
    })
    .execute()
  await tx
    .insertInto('commissioning.performance_notice')
    .values({
      ...{ id: newId(), ...known, provider, issued_on: ago(20), answer_by: ago(-10) },
      because: 'For two quarters fewer families than agreed said that things were better. Tell us what changes, and by when.',
    })
    .execute()
  await tx
    .insertInto('commissioning.contract_notice')
    .values({
      id: newId(),
      ...known,
      kind: 'details-notice',
      code: 'UK7',
      published_on: ago(500),
      reference: 'Find a Tender, invented number',
    })
    .execute()
}

async function writeVisits(
  { tx, ago, person }: Scene,
  known: { readonly contract: string; readonly body: string; readonly sight: 'public' },
  provider: string,
): Promise<void> {
  const [held, posts, checks] = [newId(), newId(), newId()]
  await tx
    .insertInto('commissioning.contract_visit')
    .values([
      {
        ...{ id: held, ...known, planned_on: ago(100), held_on: ago(98), purpose: 'supervision' },
        found: 'Good supervision. Two posts are vacant in the south.',
      },
      { id: newId(), ...known, planned_on: ago(-30), purpose: 'safe recruitment' },
    ])
    .execute()
  await tx
    .insertInto('commissioning.visit_action')
    .values([
      {
        ...{ id: posts, visit: held, ...known, text: 'Fill the two posts in the south', by_whom: 'provider', due_on: ago(-20) },
      },
      {
        ...{ id: newId(), visit: held, ...known, text: 'Say how vacancies are counted', by_whom: 'commissioner', due_on: ago(60) },
        ...{ done_on: ago(62), done_note: 'Written into the indicator.' },
      },
      {
        ...{ id: checks, visit: held, ...known, text: 'Check the references of everybody who began this year', by_whom: 'provider' },
        due_on: ago(-10),
      },
    ])
    .execute()
  await tx
    .insertInto('commissioning.visit_action_report')
    .values({
      ...{ id: newId(), action: checks, ...known, provider, done_on: ago(6), reported_on: ago(5), reported_by: person('lyle') },
      ...{ did: 'All references of this year were read and two were asked for again.', evidence: 'The list that the manager signed.' },
    })
    .execute()
}

async function writeKpis(
  { tx, ago, person, today }: Scene,
  known: { readonly contract: string; readonly body: string; readonly sight: 'public' },
  provider: string,
): Promise<void> {
  const startsOn = ago(520)
  const kpis = [
    ['Families seen within ten working days', '%', '90', '5', ['88', '93', '94', '91', '95']],
    ['Families who say at the end that things are better', '%', '75', '5', ['78', '74', '71', '66', '68']],
    ['Posts that are vacant', '%', '8', '4', ['6', '7', '11', '10', '14']],
  ] as const
  for (const [place, [title, unit, target, tolerance, figures]] of kpis.entries()) {
    const kpi = newId()
    await tx
      .insertInto('commissioning.contract_kpi')
      .values({
        ...{ id: kpi, ...known, position: place + 1, title, unit, better: place === 2 ? 'lower' : 'higher', target, tolerance },
        ...{ every_months: 3, starts_on: startsOn, is_public: place < 2 },
      })
      .execute()
    // The last period that is over waits for its report.
    const periods = figures
      .map((value, quarter) => ({ value, from: startsOn.add({ months: quarter * 3 }), until: startsOn.add({ months: quarter * 3 + 3 }) }))
      .filter(({ until }) => Temporal.PlainDate.compare(until.add({ days: 12 }), today) <= 0)
      .slice(0, place === 2 ? 4 : 5)
    await tx
      .insertInto('commissioning.kpi_result')
      .values(
        periods.map(({ value, from, until }) => ({
          ...{ id: newId(), kpi, ...known, is_public: place < 2, provider, starts_on: from, ends_on: until, value },
          ...{ reported_on: until.add({ days: 12 }), reported_by: person('lyle') },
        })),
      )
      .execute()
  }
}
