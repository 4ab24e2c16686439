/** What becomes of the tables of delegated budgets in an archive of the record; single purchases and everything of one person are never for visitors. */
export const delegatedKinds = {
  'commissioning.delegated_budget': {
    means: 'A sum that others spend under rules.',
    visitors: ['id', 'body', 'lead', 'title', 'purpose', 'pence', 'starts_on', 'ends_on', 'fund', 'line', 'decision', 'handed_on'],
    resting: ['delegated_steps', 'delegated_to_ledger'],
  },
  'commissioning.budget_holder': {
    means: 'Who holds a share of it.',
    visitors: ['id', 'budget', 'position', 'kind', 'name', 'person', 'delegation', 'area', 'pence'],
    resting: ['divided_stands'],
  },
  'commissioning.budget_factor': {
    means: 'By what it is divided, and how much that weighs.',
    visitors: ['id', 'budget', 'position', 'name', 'weight', 'source', 'dated_on'],
    resting: ['divided_stands'],
  },
  'commissioning.budget_factor_value': {
    means: 'How much of a factor a holder has.',
    visitors: ['factor', 'holder', 'budget', 'value'],
    resting: ['divided_stands'],
  },
  'commissioning.budget_rule': {
    means: 'What may be bought, by whom, up to how much, on whose authority.',
    visitors: ['id', 'budget', 'holder', 'text', 'service', 'limit_pence', 'authority', 'starts_on', 'ends_on'],
  },
  'commissioning.budget_entry': {
    means: 'What was bought, undone or given back.',
    resting: ['budget_entry_holds', 'budget_entry_to_ledger'],
  },
  'commissioning.individual_budget': { means: 'The budget of one person, by a number; no person is named.' },
  'commissioning.individual_reader': { means: 'Who works with that person, why and until when.' },
  'commissioning.individual_entry': {
    means: 'What was bought from the budget of one person.',
    resting: ['individual_entry_holds', 'individual_entry_to_ledger'],
  },
} as const
