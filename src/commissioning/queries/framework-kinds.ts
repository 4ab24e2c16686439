/** What becomes of the tables of the commissioning framework, and of what follows on agreements, services and strategies, in an archive of the record. */
export const frameworkKinds = {
  'commissioning.variation': {
    means: 'What was changed of an agreement, from when, by which decision, and who signed it.',
    visitors: [
      ...(['id', 'agreement', 'number', 'what', 'starts_on', 'changes_term', 'ends_before', 'ends_after', 'decision'] as const),
      ...(['decided_by', 'signed_on', 'signed_by'] as const),
    ],
    resting: ['variation_stands'],
  },
  'commissioning.agreed_contribution': {
    means: 'What a party of an agreement gives a year, from which day.',
    visitors: ['id', 'agreement', 'organisation', 'pence', 'starts_on', 'variation'],
    resting: ['contribution_stands'],
  },
  'commissioning.grant_year': {
    means: 'A year of a grant and the most that can be claimed in it.',
    visitors: ['id', 'agreement', 'starts_on', 'ends_on', 'pence'],
  },
  'commissioning.grant_saving': {
    means: 'What a year of a grant is expected to save, and which saving of a fund it became.',
    visitors: ['id', 'agreement', 'year', 'expected', 'because'],
    resting: ['grant_saving_steps'],
  },
  'commissioning.grant_claim': {
    means: 'A claim on a year of a grant, what was paid and what was taken back.',
    visitors: [
      ...([
        'id',
        'agreement',
        'year',
        'claimed_on',
        'pence',
        'evidence',
        'refused_on',
        'paid_on',
        'paid_pence',
        'settled_because',
      ] as const),
      ...(['clawed_on', 'clawed_pence', 'clawed_because'] as const),
    ],
  },
  'commissioning.report_rule': {
    means: 'A report that a law asks for while an agreement runs.',
    visitors: ['code', 'basis', 'name', 'asks', 'every_months', 'within_days', 'source', 'position', 'starts_on', 'ends_on'],
  },
  'commissioning.agreement_report': {
    means: 'Where such a report is to be found.',
    visitors: ['id', 'agreement', 'rule', 'period_ends_on', 'made_on', 'found'],
  },
  'commissioning.specification': {
    means: 'A version of what a service is to deliver.',
    visitors: ['id', 'service', 'number', 'starts_on', 'text', 'outcomes', 'why'],
    resting: ['specification_stands'],
  },
  'commissioning.pathway': { means: 'The way of people across services.', visitors: ['id', 'body', 'lead', 'title', 'purpose'] },
  'commissioning.pathway_step': {
    means: 'One step of such a way.',
    visitors: ['id', 'pathway', 'position', 'title', 'text', 'service', 'within'],
  },
  'commissioning.decommissioning': {
    means: 'A service that ends: who loses what, what came before the decision, and what follows.',
    visitors: [
      ...([
        'id',
        'body',
        'lead',
        'title',
        'service',
        'why',
        'losing',
        'equality_on',
        'equality',
        'consulted_from',
        'consulted_on',
      ] as const),
      ...(['consultation', 'notice_on', 'notice', 'staff', 'ends_on', 'replacement', 'replaced_on', 'replaced_by', 'decision'] as const),
      'released',
    ],
    resting: ['released_holds', 'ending_steps'],
  },
  'commissioning.exit_measure': {
    means: 'By what one sees that a service ended well.',
    visitors: ['id', 'decommissioning', 'title', 'wanted', 'due_on', 'is_met', 'found'],
  },
  'commissioning.reallocation': {
    means: 'What becomes of a part of the money that an ending sets free.',
    visitors: ['id', 'decommissioning', 'kind', 'what', 'service', 'pence'],
  },
  'commissioning.scenario': {
    means: 'What a new duty would cost: which duty, and which service or strategy it is about.',
    visitors: ['id', 'body', 'lead', 'title', 'duty', 'service', 'strategy'],
  },
  'commissioning.scenario_assumption': {
    means: 'What is assumed of one year, low, central or high; of two of one year the later counts.',
    visitors: ['id', 'scenario', 'option', 'year', 'volume', 'take_up', 'unit', 'rise', 'source', 'said_on'],
    resting: ['scenario_assumption_stands'],
  },
  'commissioning.scenario_funding': {
    means: 'Which money is named for a year of it, out of which fund.',
    visitors: ['id', 'scenario', 'year', 'pence', 'fund', 'source'],
  },
  'commissioning.framework': { means: 'A commissioning framework.', visitors: ['id', 'body', 'lead', 'title'] },
  'commissioning.framework_version': {
    means: 'A version of a framework.',
    visitors: ['id', 'framework', 'number', 'why', 'adopted_on'],
  },
  'commissioning.stage': {
    means: 'A stage of a version, with its gate.',
    visitors: ['id', 'edition', 'framework', 'position', 'phase', 'name', 'entry', 'gate', 'delegation', 'template', 'template_at'],
    resting: ['stage_of_written'],
  },
  'commissioning.standard': {
    means: 'A standard by which services are checked.',
    visitors: ['id', 'edition', 'framework', 'position', 'name', 'asks'],
    resting: ['standard_of_written'],
  },
  'commissioning.framework_case': {
    means: 'Something that goes through the stages of a framework.',
    visitors: ['id', 'framework', 'edition', 'title', 'service', 'strategy', 'begun_on'],
  },
  'commissioning.gate_passed': {
    means: 'That a stage was signed off for a case.',
    visitors: ['id', 'framework', 'edition', 'of_case', 'stage', 'passed_on', 'signed_by', 'decision', 'said'],
    resting: ['gate_in_order'],
  },
  'commissioning.standard_check': {
    means: 'How a service stood by a standard.',
    visitors: ['id', 'framework', 'standard', 'service', 'met', 'evidence', 'checked_on'],
  },
  'commissioning.strategy_group': { means: 'A body that works on a strategy.', visitors: ['strategy', 'group_body', 'role', 'does'] },
  'commissioning.strategy_work': {
    means: 'A piece of work by which a strategy is carried out.',
    visitors: ['id', 'strategy', 'title', 'owner', 'due_on', 'done_on', 'said'],
  },
  'commissioning.strategy_review': { means: 'A review of a strategy.', visitors: ['id', 'strategy', 'held_on', 'found'] },
  'commissioning.intention': {
    means: 'What is intended for a service in a year.',
    visitors: ['id', 'service', 'year', 'kind', 'text', 'contract'],
  },
} as const
