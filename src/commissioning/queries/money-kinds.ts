import type { KindsOf } from '#platform/archive/kinds.ts'

/** What becomes of the tables of money in an archive of the record; one line for each table. */
export const moneyKinds = {
  'commissioning.fund': {
    means: 'A fund: of which kind, what it is for, under which agreement and who holds it.',
    visitors: ['id', 'body', 'kind', 'title', 'purpose', 'agreement', 'host'],
    resting: ['fund_stays'],
  },
  'commissioning.fund_year': {
    means: 'One year of a fund: how far it is, its minimum, and how its end is foreseen.',
    visitors: ['fund', 'year', 'state', 'minimum', 'minimum_source', 'forecast_method', 'agreed_on'],
    resting: ['year_steps'],
  },
  'commissioning.ring_fence': {
    means: 'That money of a fund may be spent on one purpose only.',
    visitors: ['id', 'fund', 'title', 'source'],
  },
  'commissioning.contribution': {
    means: 'What a partner gives to a fund for a year, in pence.',
    visitors: ['id', 'fund', 'year', 'partner', 'source', 'kind', 'planned', 'ring_fence'],
    resting: ['plan_steps'],
  },
  'commissioning.instalment': {
    means: 'A part of a contribution, when it is due and what was paid of it.',
    visitors: ['contribution', 'position', 'due_on', 'pence', 'paid_on', 'paid'],
  },
  'commissioning.budget_line': {
    means: 'What is to be spent on one thing in one year, in pence.',
    visitors: ['id', 'fund', 'year', 'title', 'service', 'managed_by', 'original', 'ring_fence', 'profile'],
    resting: ['plan_steps'],
  },
  'commissioning.virement_limit': {
    means: 'Who may move how much planned money without asking the board.',
    visitors: ['id', 'fund', 'role', 'up_to', 'per', 'clause', 'starts_on', 'ends_on'],
  },
  'commissioning.virement': {
    means: 'Planned money that was moved from one line to another, and by whose authority.',
    visitors: ['id', 'fund', 'from_line', 'to_line', 'pence', 'on_day', 'why', 'by_limit', 'decision'],
    resting: ['virement_steps', 'decision_stands'],
  },
  'commissioning.risk_rule': {
    means: 'A list of steps by which what is over or under in a year of a fund is shared.',
    visitors: ['id', 'fund', 'title', 'first_year', 'last_year', 'underspend', 'underspend_clause', 'in_force_on'],
    resting: ['risk_rule_steps'],
  },
  'commissioning.risk_step': {
    means: 'One step of such a list, with its clause and its authority.',
    visitors: [
      ...(['rule', 'position', 'fund', 'kind', 'clause', 'authority', 'above', 'up_to', 'weighed_by', 'kinds', 'with_fenced'] as const),
      ...(['mid_year', 'partner', 'excess_to', 'line', 'refer_to'] as const),
    ],
    resting: ['risk_step_steps'],
  },
  'commissioning.risk_part': {
    means: 'The share and the cap of a partner in a step that shares.',
    visitors: ['rule', 'position', 'partner', 'fund', 'place', 'share', 'cap'],
    resting: ['risk_part_steps'],
  },
  'commissioning.gift_variation': {
    means: 'A contribution of an agreed year that was raised, lowered or ended by a decision.',
    visitors: ['id', 'fund', 'year', 'contribution', 'line', 'pence', 'on_day', 'leaves_on', 'why', 'decision'],
    resting: ['variation_steps', 'decision_stands'],
  },
  'commissioning.settlement': {
    means: 'The year-end statement of a fund, or one that takes another back.',
    visitors: [
      ...(['id', 'fund', 'year', 'rule', 'underspend', 'budget', 'spend', 'fenced', 'overspend', 'decision', 'reverses', 'why'] as const),
      'made_on',
    ],
    resting: ['decision_stands'],
  },
  'commissioning.settlement_step': {
    means: 'One step of a statement as it was taken.',
    visitors: ['settlement', 'position', 'fund', 'kind', 'words', 'clause', 'authority', 'amount', 'covered', 'left_after'],
    resting: ['settlement_steps'],
  },
  'commissioning.settlement_share': {
    means: 'What one partner bears in a step of a statement.',
    visitors: ['settlement', 'position', 'place', 'partner', 'fund', 'weight', 'cap', 'takes_excess', 'pence'],
    resting: ['settlement_steps'],
  },
  'commissioning.saving': {
    means: 'What is to be saved on a budget line in a year by one measure.',
    visitors: ['id', 'fund', 'year', 'line', 'measure', 'why', 'recurrent', 'profile', 'forecast', 'evidence_due'],
    resting: ['saving_steps'],
  },
  'commissioning.saving_part': {
    means: 'The part of a partner in a saving.',
    visitors: ['saving', 'place', 'partner', 'fund', 'share'],
  },
  'commissioning.saving_claim': {
    means: 'What was saved in a month, with its evidence.',
    visitors: ['id', 'saving', 'fund', 'period', 'pence', 'evidence', 'on_day', 'reverses'],
    resting: ['saving_claim_steps'],
  },
  'commissioning.joint_post': {
    means: 'A post that partners pay together, or somebody whom one lends to another.',
    visitors: ['id', 'fund', 'kind', 'title', 'host', 'lent_by', 'starts_on', 'ends_on'],
  },
  'commissioning.joint_post_part': {
    means: 'The part of a partner in a joint post.',
    visitors: ['post', 'place', 'partner', 'fund', 'share'],
  },
  'commissioning.joint_post_cost': {
    means: 'What a joint post costs in a year, and from which budget line.',
    visitors: ['post', 'year', 'fund', 'line', 'pence'],
    resting: ['joint_post_cost_steps'],
  },
  'commissioning.paper_money': {
    means: 'Out of which budget line a report commits money, and by which decision it is committed.',
    visitors: ['id', 'paper', 'body', 'fund', 'line', 'year', 'pence', 'decision'],
    resting: ['paper_money_steps', 'paper_money_commits'],
  },
  'commissioning.ledger_file': { means: 'A file of a ledger that was brought, and whether it was loaded.' },
  'commissioning.ledger_code': { means: 'Under which code of the ledger entries belong to a line.' },
  'commissioning.entry': {
    as: 'ledger-entry',
    means: 'One entry of the ledger of a fund.',
    resting: ['entry_steps', 'entries_noted', 'entries_placed'],
  },
  'commissioning.line_month': {
    means: 'The balance of a line in a month: the sum of its entries.',
    visitors: ['line', 'fund', 'kind', 'period', 'pence'],
  },
} satisfies KindsOf<'commissioning'>
