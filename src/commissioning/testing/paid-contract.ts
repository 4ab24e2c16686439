import { dayFields } from '#governance/testing/rooms.ts'
import { newId } from '#platform/database/ids.ts'
import type { Database } from '#platform/database/session.ts'
import { openCommissioning } from './rooms.ts'

const slug = 'joint-commissioning-board'
const clerk = 'mbeki'

/** The last part of an address: the id of what it leads to. */
export const last = (path: string): string => /[^/?]+(?=\?|$)/.exec(path)?.[0] ?? ''

/** A contract of two providers whose packages are paid: `broker` arranges them, `payer` pays, `contact` and `rival` deliver for one provider each. */
export async function openPaidContract() {
  const rooms = await openCommissioning()
  const { governance } = rooms
  const [council, icb] = ['council', 'icb'].map((key) => governance.sample.organisations.get(key) ?? '') as [string, string]
  const [organisations, people] = [governance.sample.organisations, governance.sample.people]
  const body = await governance.ownerDb.selectFrom('governance.body').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()
  const others = [...organisations.values()].filter((id) => id !== council && id !== icb)
  const [one, two] = [others[0] ?? '', others[1] ?? '']
  const spare = [...people.keys()].filter((key) => ![clerk, 'vickers'].includes(key))
  const [broker, payer, contact, rival] = ['tanner', 'vickers', spare.at(-1) ?? '', spare.at(-2) ?? '']
  const contract = newId()
  const start = Temporal.PlainDate.from('2024-01-08')
  await writeContract(governance.ownerDb, { council, body: body.id, contract, start, one, two, broker, payer, contact, rival }, people)
  const pay = (step = '') => `/package-payments/${contract}${step}`
  const terms = {
    ...{ title: 'Incentive', base: 'incentive', rate: '15.62', continueWeeks: '3', onRelapse: 'keep', countsLast: 'on', absentWeeks: '0' },
    ...{
      hospitalWeeks: '0',
      restart: 'anew',
      laterOutcome: 'keep',
      exitWeeks: '4',
      outcome: 'Half the care',
      evidence: 'A review at home',
    },
  }
  const report = (id: string, week: number, minutes: number, who = broker) =>
    rooms.post(`/care-packages/${id}/deliveries`, { week: String(week), minutes: String(minutes) }, who)
  const approve = (run: string) => rooms.post(`/payment-runs/${run}/approve`, { version: '1' }, payer)
  const makeRun = () => rooms.post(pay('/runs'), dayFields('untilDay', '2024-04-01'), broker)
  const paidTo = (provider: string) =>
    governance.ownerDb
      .selectFrom('commissioning.payment_line')
      .select(({ fn }) => fn.sum<string>('pence').as('pence'))
      .where('provider', '=', provider)
      .where('contract', '=', contract)
      .executeTakeFirstOrThrow()
  return {
    rooms,
    governance,
    slug,
    clerk,
    broker,
    payer,
    contact,
    rival,
    council,
    icb,
    one,
    two,
    body,
    contract,
    start,
    pay,
    terms,
    report,
    approve,
    makeRun,
    paidTo,
  }
}

async function writeContract(
  owner: Database,
  of: Readonly<Record<'council' | 'body' | 'contract' | 'one' | 'two' | 'broker' | 'payer' | 'contact' | 'rival', string>> & {
    readonly start: Temporal.PlainDate
  },
  people: ReadonlyMap<string, string>,
): Promise<void> {
  const { council, body, contract, start, one, two, broker, payer, contact, rival } = of
  await owner.transaction().execute(async (tx) => {
    for (const [organisation, kind, who] of [
      [council, 'brokerage', broker],
      [council, 'finance', payer],
      [one, 'provider', contact],
      [two, 'provider', rival],
    ] as const)
      await tx
        .insertInto('commissioning.officer')
        .values({ id: newId(), organisation, kind, person: people.get(who) ?? '', starts_on: Temporal.PlainDate.from('2020-01-01') })
        .execute()
    const known = { body, sight: 'members' }
    for (const id of [one, two]) await tx.insertInto('commissioning.provider').values({ id, body, entered_by: newId() }).execute()
    await tx
      .insertInto('commissioning.contract')
      .values({ id: contract, ...known, title: 'Home care', commissioner: council, regime: 'light-touch', starts_on: start })
      .execute()
    for (const provider of [one, two])
      await tx
        .insertInto('commissioning.contract_provider')
        .values({ id: newId(), contract, ...known, provider, part: 'provider', starts_on: start })
        .execute()
  })
}
