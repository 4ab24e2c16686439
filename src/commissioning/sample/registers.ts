import type { Database } from '#platform/database/session.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import { bringRegister } from '../commands/registers.ts'
import type { CommissioningSampleGround } from './ground.ts'

const heads = [
  ...['Title', 'Reference', 'Commissioner', 'Providers', 'Provider numbers', 'Bought under', 'Starts', 'Last day'],
  ...['Without VAT', 'With VAT', 'VAT'],
]
const council = 'Northbrook County Council'

/** Brings two files of a register that are only looked at so far: one that could be loaded, and one with what is usually to be put right. */
export async function bringSampleRegisters(owner: Database, { bodies, accounts, now, today }: CommissioningSampleGround): Promise<void> {
  const body = bodies.get('joint-commissioning-board') ?? ''
  const doer: Doer = { actor: accounts.otherClerk, now, today }
  const from = today.subtract({ months: 2 }).with({ day: 1 })
  const term = [from.toString(), from.add({ years: 2 }).subtract({ days: 1 }).toString()]
  const law = 'Below the threshold'
  const right = [
    [
      'Swimming lessons for young carers',
      'NB/S/014',
      council,
      'Brook Baths Trust',
      'GB-CHC 1999001',
      law,
      ...term,
      '12000',
      '14400',
      'standard',
    ],
    ['Interpreters for family meetings', 'NB/S/015', council, 'Many Tongues Northbrook', '', law, ...term, '', '38000', ''],
    ['Bespoke package, one child', 'NB/S/016', council, 'Families First Northbrook', '', law, ...term, '', '', ''],
  ]
  // A contract that is recorded, and was varied since.
  const kept = await owner
    .selectFrom('commissioning.contract')
    .select(['title', 'reference', 'regime', 'starts_on'])
    .where('body', '=', body)
    .where('title', '=', 'Family support at home')
    .executeTakeFirst()
  if (kept)
    right.push([kept.title, kept.reference, council, '', '', kept.regime, kept.starts_on.toString(), '', '2520000', '2520000', 'none'])
  const wrong = [
    ['Sensory rooms', 'HB-1', 'Northbrook Health Board', 'The Open Window', '', law, ...term, '96000', '120000', 'standard'],
    ['Play therapy', 'HB-2', council, 'Families First of Northbrook Ltd', '01234567', 'Tender', '31.02.2026', '', '', '', ''],
  ]
  await bringRegister({ db: owner }, doer, body, { name: 'Contracts of the council.csv', rows: [heads, ...right] })
  await bringRegister({ db: owner }, doer, body, { name: 'Contracts of the health board.csv', rows: [heads, ...wrong] })
}
