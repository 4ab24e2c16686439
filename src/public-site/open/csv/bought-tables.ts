import {
  findOpenDelegated,
  findOpenEndings,
  findOpenFrameworks,
  findOpenPathways,
  findOpenScenarios,
  findOpenSpending,
  findOpenStatements,
  listContracts,
  listProviders,
} from '#commissioning/public-data.ts'
import type { BoardTable } from './board-table.ts'

const day = (on: Temporal.PlainDate | null | undefined): string => on?.toString() ?? ''
const words = (code: string): string => code.replaceAll(/[_-]/g, ' ')
const pounds = (pence: bigint | null): string => (pence === null ? '' : `${pence / 100n}.${String(pence % 100n).padStart(2, '0')}`)

/** Public tables of what boards commission, by the name in their address. */
export const boughtTables = {
  contracts: {
    title: 'Contracts',
    about: 'a contract that is public, with its providers, its value in pounds and how it stands',
    header: [
      ...[
        'board',
        'title',
        'reference',
        'summary',
        'commissioner',
        'providers',
        'bought under',
        'process',
        'first day',
        'last day is before',
        'without VAT',
      ],
      ...['with VAT', 'VAT', 'tendered on', 'awarded on', 'signed on', 'ended early on', 'state', 'id'],
    ],
    rowsOf: async (reader, board, today) =>
      (await listContracts(reader, board.id, today))
        .filter(({ sight }) => sight === 'public')
        .map((one) => [
          ...[board.name, one.title, one.reference, one.summary, one.commissionerName],
          [...new Set(one.providers.filter(({ part }) => part !== 'sub-contractor').map(({ name }) => name))].join('; '),
          ...[
            one.regimeName,
            words(one.process),
            day(one.startsOn),
            day(one.runsUntil),
            pounds(one.net),
            pounds(one.gross),
            words(one.vat),
          ],
          ...[day(one.tenderedOn), day(one.awardedOn), day(one.signedOn), day(one.endedOn), words(one.state), one.id],
        ]),
  },
  providers: {
    title: 'Providers',
    about: 'an organisation that provides services, with its numbers in public lists',
    header: [
      'board',
      'name',
      'voluntary or social enterprise',
      'who says so',
      'numbers',
      'what it does',
      'first day',
      'last day is before',
      'id',
    ],
    rowsOf: async (reader, board, today) =>
      (await listProviders(reader))
        .filter(({ body }) => body === board.id)
        .map((one) => [
          ...[board.name, one.name, words(one.vcse), one.vcseSource],
          one.identifiers
            .filter(({ endsOn }) => endsOn === undefined || Temporal.PlainDate.compare(today, endsOn) < 0)
            .map(({ scheme, value }) => `${scheme}-${value}`)
            .join('; '),
          ...[one.note, day(one.startsOn), day(one.endsOn), one.id],
        ]),
  },
  pathways: {
    title: 'Pathways',
    about: 'a step of the way of people across services',
    header: ['board', 'pathway', 'lead', 'step', 'title', 'what happens', 'service', 'next within'],
    rowsOf: async (reader, board, today) => (await findOpenPathways(reader, board.id, today)).map((row) => [board.name, ...row]),
  },
  endings: {
    title: 'Endings of services',
    about: 'a service that ends or is cut, who loses what, what was asked before, and what becomes of its money',
    header: [
      ...[
        'board',
        'title',
        'lead',
        'service',
        'why',
        'who loses what',
        'equality assessed on',
        'consulted from',
        'consulted until',
        'notice on',
      ],
      ...['first day without it', 'replaced on', 'replaced by', 'pounds a year set free', 'of which decided'],
    ],
    rowsOf: async (reader, board, today) => (await findOpenEndings(reader, board.id, today)).map((row) => [board.name, ...row]),
  },
  frameworks: {
    title: 'Commissioning frameworks',
    about: 'a stage of an adopted framework: what must be there before it begins, and who signs it off',
    header: ['board', 'framework', 'lead', 'edition', 'adopted on', 'number', 'stage', 'phase', 'before it begins', 'signed off by'],
    rowsOf: async (reader, board, today) => (await findOpenFrameworks(reader, board.id, today)).map((row) => [board.name, ...row]),
  },
  'market-statements': {
    title: 'Market position statements',
    about: 'a published version of what a board says of the position of a market, in Markdown',
    header: ['board', 'market', 'lead', 'what is bought', 'counted in', 'number', 'published on', 'figures of', 'text'],
    rowsOf: async (reader, board, today) => (await findOpenStatements(reader, board.id, today)).map((row) => [board.name, ...row]),
  },
  'delegated-budgets': {
    title: 'Delegated budgets',
    about: 'the share that a locality, a cluster of schools or a lead professional spends, with what was spent and given back of it',
    header: [
      ...['board', 'budget', 'handed over by', 'for', 'pounds', 'first day', 'ends', 'handed over on', 'kind of holder', 'holder'],
      ...['share in pounds', 'spent', 'given back'],
    ],
    rowsOf: async (reader, board, today) => (await findOpenDelegated(reader, board.id, today)).map((row) => [board.name, ...row]),
  },
  'cost-scenarios': {
    title: 'Cost scenarios',
    about:
      'a year of what a new duty would cost by a public scenario, low, central and high, and the money that is named for it; part of no budget',
    header: [
      ...['board', 'scenario', 'lead', 'duty', 'service', 'strategy', 'year', 'low in pounds', 'central in pounds', 'high in pounds'],
      ...['money named', 'no money named for (central)', 'rests on', 'latest figure of', 'id'],
    ],
    rowsOf: async (reader, board, today) => (await findOpenScenarios(reader, board.id, today)).map((row) => [board.name, ...row]),
  },
  spending: {
    title: 'Spending',
    about: 'a payment above the sum from which its payer publishes; names of people are left out',
    header: ['board', 'paid by', 'transaction', 'day', 'paid to', 'name left out', 'pounds', 'for', 'fund'],
    rowsOf: async (reader, board) => (await findOpenSpending(reader, board.id)).map((row) => [board.name, ...row]),
  },
} as const satisfies Readonly<Record<string, BoardTable>>
