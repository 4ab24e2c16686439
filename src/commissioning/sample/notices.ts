import { newId } from '#platform/database/ids.ts'
import { type Database, readAs } from '#platform/database/session.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import { showContract } from '../commands/contract.ts'
import { addBuyer, bringNotices, loadNotices } from '../commands/notices.ts'
import { listProviders } from '../queries/providers.ts'
import { dayBegins, dayEnds } from '../rules/notices/day.ts'
import type { CommissioningSampleGround } from './ground.ts'

/** The invented number under which notices know the county council. */
const COUNCIL = 'NBCC-2026-OCDS'

/** Brings a small set of invented notices: one contract that everybody sees, one that waits for a person, and a file that is only looked at so far. */
export async function bringSampleNotices(owner: Database, ground: CommissioningSampleGround): Promise<void> {
  const body = ground.bodies.get('joint-commissioning-board') ?? ''
  const doer: Doer = { actor: ground.accounts.otherClerk, now: ground.now, today: ground.today }
  const needs = { db: owner }
  const provider = (await readAs(owner, doer, listProviders)).find(({ name }) => name === 'The Open Window')
  const [number] = provider?.identifiers ?? []
  const supplier = provider && number && { scheme: number.scheme, value: number.value, name: provider.name }
  const loaded = await bringNotices(needs, doer, body, fileOf('Notices of the council, spring.json', loadedNotices(ground.today, supplier)))
  if (!loaded.ok) throw new Error('The notices of the sample cannot be read.')
  const file = { id: loaded.value.id, body, name: 'Notices of the council, spring.json' }
  await addBuyer(needs, doer, body, {
    ...{
      organisation: ground.organisations.get('council') ?? '',
      scheme: 'GB-PPON',
      value: COUNCIL,
      source: 'The register of the national service',
    },
  })
  await loadNotices(needs, doer, file)
  const shown = await owner.selectFrom('commissioning.contract').select(['id', 'version']).where('title', '=', SHOWN).executeTakeFirst()
  if (shown) await showContract(needs, doer, shown.id, { sight: 'public', version: shown.version })
  await bringNotices(needs, doer, body, fileOf('Notices of the council, summer.json', waitingNotices(ground.today)))
}

const SHOWN = 'Speech and language help in nurseries'
const fileOf = (name: string, releases: readonly object[]) => ({
  name,
  bytes: new TextEncoder().encode(JSON.stringify({ uri: `urn:uuid:${newId()}`, version: '1.1', releases })),
})

const council = {
  ...{ id: `GB-PPON-${COUNCIL}`, name: 'Northbrook County Council', identifier: { scheme: 'GB-PPON', id: COUNCIL }, roles: ['buyer'] },
  contactPoint: { name: 'The buying team', email: 'buying@northbrook.example' },
}
const buyer = { id: council.id, name: council.name }
const law = { scheme: 'UKPGA', id: '2023/54', uri: 'https://www.legislation.gov.uk/ukpga/2023/54/contents' }

interface Supplier {
  readonly scheme: string
  readonly value: string
  readonly name: string
}

function head(today: Temporal.PlainDate, process: string, number: number, daysAgo: number, tag: readonly string[]) {
  const day = today.subtract({ days: daysAgo })
  return {
    ocid: `ocds-h6vhtk-${process}`,
    id: `${process}-${number}`,
    date: dayBegins(day),
    tag,
    initiationType: 'tender',
    buyer,
    language: 'en',
  }
}

/** One process in three notices, and one whose title could tell who a child is. */
function loadedNotices(today: Temporal.PlainDate, supplier: Supplier | undefined): readonly object[] {
  const parties = [
    council,
    ...(supplier
      ? [{ id: 'supplier', name: supplier.name, identifier: { scheme: supplier.scheme, id: supplier.value }, roles: ['supplier'] }]
      : []),
  ]
  const from = today.subtract({ days: 30 })
  const period = { startDate: dayBegins(from), endDate: dayEnds(from.add({ years: 2 }).subtract({ days: 1 })) }
  const value = { amount: 180000, amountGross: 216000, currency: 'GBP' }
  const tender = {
    ...{
      id: 'NBCC-88',
      title: SHOWN,
      description: 'A therapist in every nursery, one day a week.',
      legalBasis: law,
      specialRegime: ['lightTouch'],
    },
    ...{ procurementMethod: 'open', procurementMethodDetails: 'Open procedure' },
  }
  const suppliers = supplier ? { suppliers: [{ id: 'supplier', name: supplier.name }] } : {}
  return [
    {
      ...head(today, 'demo01', 1, 150, ['tender']),
      parties: [council],
      tender: { ...tender, status: 'active', value, tenderPeriod: { startDate: dayBegins(today.subtract({ days: 150 })) } },
    },
    {
      ...head(today, 'demo01', 2, 70, ['award']),
      parties,
      awards: [{ id: '1', status: 'active', date: dayBegins(today.subtract({ days: 75 })), value, contractPeriod: period, ...suppliers }],
    },
    {
      ...head(today, 'demo01', 3, 35, ['contract']),
      contracts: [{ id: '1', awardID: '1', status: 'active', period, value, dateSigned: dayBegins(today.subtract({ days: 40 })) }],
    },
    {
      ...head(today, 'demo02', 1, 20, ['award', 'contract']),
      parties: [council],
      tender: {
        ...tender,
        id: 'NBCC-91',
        title: 'Bespoke placement for one child, coast',
        description: 'A home with staff day and night.',
      },
      awards: [{ id: '1', status: 'active', value: { amount: 96000, amountGross: 120000, currency: 'GBP' }, contractPeriod: period }],
    },
    // Says neither under which law it is bought nor when it begins: a person completes it.
    {
      ...head(today, 'demo05', 1, 15, ['award']),
      parties: [council],
      tender: { id: 'NBCC-93', title: 'Mentors for care leavers', description: 'Somebody to call, for two years after care.' },
      awards: [{ id: '1', status: 'active', value: { amount: 40000, amountGross: 48000, currency: 'GBP' } }],
    },
  ]
}

/** What is looked at before it is loaded: a net that was made as four fifths of the gross, a length beyond all reason, a buyer without a number. */
function waitingNotices(today: Temporal.PlainDate): readonly object[] {
  const period = { startDate: dayBegins(today.add({ days: 60 })), durationInDays: '1e9999' }
  const tender = {
    title: 'Holiday clubs with a meal',
    legalBasis: law,
    status: 'active',
    lots: [
      { id: '1', title: 'North' },
      { id: '2', title: 'Coast' },
    ],
  }
  return [
    {
      ...head(today, 'demo03', 1, 4, ['tender']),
      parties: [council],
      tender: { ...tender, id: 'NBCC-97', value: { amount: 96000, amountGross: 120000, currency: 'GBP' }, contractPeriod: period },
    },
    {
      ...head(today, 'demo04', 1, 3, ['tender']),
      ...{ buyer: { name: 'Ashmere District Council' }, parties: [{ id: 'other', name: 'Ashmere District Council', roles: ['buyer'] }] },
      tender: { ...tender, id: 'ADC-4', title: 'Play in parks' },
    },
  ]
}
