import { newId } from '#platform/database/ids.ts'
import type { Scene } from './ground.ts'

/** Writes what became of the agreements of the sample: variations, contributions, a tapered grant with claims, and the reports that were made. */
export async function writeAgreementChanges(scene: Scene): Promise<void> {
  await writeVariations(scene)
  await writeReports(scene)
  await writeTaper(scene)
}

async function writeVariations({ tx, body, ago, organisation, id: idOf }: Scene): Promise<void> {
  const agreement = idOf('agreement', 'section-75')
  const known = { agreement, body, sight: 'public' as const }
  const startsOn = ago(600)
  const given = (key: string, pence: bigint, from: Temporal.PlainDate, variation: string | null = null) => ({
    ...{ id: newId(), ...known, organisation: organisation(key), pence, starts_on: from, variation },
  })
  await tx
    .insertInto('commissioning.agreed_contribution')
    .values([given('council', 9_000_000_00n, startsOn), given('icb', 6_000_000_00n, startsOn)])
    .execute()
  const [money, term] = [newId(), newId()]
  await tx
    .insertInto('commissioning.variation')
    .values([
      {
        ...{ id: money, ...known, number: 1, starts_on: ago(235) },
        what: 'The integrated care board gives more for mental health in schools, as both partners settled for the year.',
        decided_by: 'Cabinet, minute 17; board of the integrated care board, item 9',
        ...{ signed_on: ago(240), signed_by: 'Chief executive of the council; director of finance of the integrated care board' },
      },
      {
        ...{ id: term, ...known, number: 2, starts_on: ago(40), changes_term: true },
        ...{ ends_before: startsOn.add({ years: 4 }), ends_after: startsOn.add({ years: 5 }) },
        what: 'The agreement runs a year longer, so that the new home care begins under the same terms.',
        decided_by: 'Cabinet, minute 62; board of the integrated care board, item 4',
      },
    ])
    .execute()
  await tx
    .insertInto('commissioning.agreed_contribution')
    .values(given('icb', 6_420_000_00n, ago(235), money))
    .execute()
  await tx
    .updateTable('commissioning.agreement')
    .set({ ends_on: startsOn.add({ years: 5 }) })
    .where('id', '=', agreement)
    .execute()
}

/** All but the latest quarter, which waits for somebody. */
async function writeReports({ tx, body, ago, today, id: idOf }: Scene): Promise<void> {
  const startsOn = ago(600)
  const quarters = Array.from({ length: 5 }, (_, index) => ['section-75-quarterly', startsOn.add({ months: 3 * (index + 1) })] as const)
  const made = [...quarters, ['section-75-yearly', startsOn.add({ years: 1 })] as const]
  await tx
    .insertInto('commissioning.agreement_report')
    .values(
      made
        .filter(([, ends]) => Temporal.PlainDate.compare(ends.add({ days: 21 }), today) <= 0)
        .map(([rule, ends]) => ({
          ...{ id: newId(), agreement: idOf('agreement', 'section-75'), body, sight: 'public', rule, period_ends_on: ends },
          ...{ made_on: ends.add({ days: 21 }), found: 'Joint commissioning board, report of the pool manager' },
        })),
    )
    .execute()
}

async function writeTaper({ tx, body, ago, organisation, id: idOf }: Scene): Promise<void> {
  const id = idOf('agreement', 'taper')
  const startsOn = ago(400)
  const known = { agreement: id, body, sight: 'public' as const }
  await tx
    .insertInto('commissioning.agreement')
    .values({
      ...{ id, body, sight: 'public', basis: 'grant', title: 'Grant for a play bus in the villages', host: organisation('council') },
      ...{ reference: 'GR-2025-07', starts_on: startsOn, ends_on: startsOn.add({ years: 3 }) },
      summary: 'The grant begins a play bus and falls to nothing over three years, while parents and parishes take it over.',
    })
    .execute()
  await tx
    .insertInto('commissioning.party')
    .values({
      ...{ id: newId(), ...known, organisation: organisation('council'), part: 'host', starts_on: startsOn },
      ...{ signed_on: ago(405), signed_by: 'Assistant director' },
    })
    .execute()
  const years = [60_000_00n, 40_000_00n, 20_000_00n].map((pence, index) => ({
    ...{ id: newId(), ...known, pence, starts_on: startsOn.add({ years: index }), ends_on: startsOn.add({ years: index + 1 }) },
  }))
  await tx.insertInto('commissioning.grant_year').values(years).execute()
  const [first, second] = years
  if (!first || !second) return
  await tx
    .insertInto('commissioning.grant_saving')
    .values(
      [0n, 15_000_00n, 48_000_00n].map((expected, place) => ({
        ...{ id: newId(), ...known, year: years[place]?.id ?? '', expected },
        because:
          place === 0 ? 'The bus is only beginning.' : 'Fewer rooms are rented for play in the villages; as the parishes have agreed.',
      })),
    )
    .execute()
  await tx
    .insertInto('commissioning.grant_claim')
    .values([
      {
        ...{ id: newId(), ...known, year: first.id, claimed_on: ago(210), pence: 30_000_00n, paid_on: ago(196), paid_pence: 30_000_00n },
        kind: 'set-up',
        evidence: 'Invoices for the bus, and a list of 41 stops.',
      },
      {
        ...{ id: newId(), ...known, year: first.id, claimed_on: ago(60), pence: 30_000_00n, paid_on: ago(45), paid_pence: 27_500_00n },
        ...{ evidence: 'Wages of two play workers, fuel and repairs.', settled_because: 'A repair was paid by the insurer.' },
        ...{ clawed_on: ago(15), clawed_pence: 1_250_00n, clawed_because: 'Six stops in summer were not held.' },
      },
      {
        ...{ id: newId(), ...known, year: second.id, claimed_on: ago(12), pence: 10_000_00n },
        evidence: 'Wages of the first quarter; 12 stops, each with its sheet.',
      },
    ])
    .execute()
}
