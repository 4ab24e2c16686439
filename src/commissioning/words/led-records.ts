import type { LedKind } from '../framework-paths.ts'

/** What records that an organisation leads are called. */
export const ledWords: Readonly<
  Record<LedKind, { readonly one: string; readonly many: string; readonly none: string; readonly begin: string }>
> = {
  pathway: {
    ...{ one: 'pathway', many: 'Pathways', begin: 'Begin a pathway' },
    none: 'A pathway shows the way of people across services, step by step.',
  },
  decommissioning: {
    ...{ one: 'ending', many: 'Services that are ended', begin: 'Record that a service is to end' },
    none: 'When a service ends, it is recorded here who loses what, what was asked before, and what becomes of the money.',
  },
  framework: {
    ...{ one: 'framework', many: 'Commissioning framework', begin: 'Begin a framework' },
    none: 'A framework says which stages commissioning goes through, who signs off each, and by which standards services are checked.',
  },
  market: {
    ...{ one: 'market', many: 'Markets', begin: 'Begin a market' },
    none: 'A market shows what is needed where, who provides it, and where help is short.',
  },
  delegated: {
    ...{ one: 'delegated budget', many: 'Delegated budgets', begin: 'Begin a delegated budget' },
    none: 'A delegated budget is spent by a locality, a cluster of schools or a lead professional, under rules and within what each was given.',
  },
  scenario: {
    ...{ one: 'cost scenario', many: 'What new duties would cost', begin: 'Begin a cost scenario' },
    none: 'A cost scenario says what a new duty would cost, from low to high, on what that rests, and for how much of it no money is named.',
  },
}
