import type { KindsOf } from '#platform/archive/kinds.ts'

/** What becomes of the tables of providers and contracts in an archive of the record; one line for each table. */
export const contractKinds = {
  'commissioning.provider': {
    means: 'An organisation that provides services for others.',
    visitors: ['id', 'body', 'vcse', 'vcse_source', 'note'],
    resting: ['provider_stays'],
  },
  'commissioning.provider_identifier': {
    means: 'A number of a provider in a public list, with its source.',
    visitors: ['id', 'provider', 'scheme', 'value', 'source', 'starts_on', 'ends_on'],
  },
  'commissioning.provider_relation': { means: 'What one commissioner has to do with one provider.' },
  'commissioning.provider_contact': {
    means: 'Whom a commissioner writes to at a provider.',
    without: { email: 'An address of a person stays in the house.', phone: 'A number of a person stays in the house.' },
  },
  'commissioning.provider_rate': { means: 'What one commissioner pays one provider for a unit of care.' },
  'commissioning.provider_letter': {
    means: 'The yearly letter that confirms what was agreed with a provider.',
    resting: ['letter_stays'],
  },
  'commissioning.regime': {
    means: 'A law or practice under which contracts are bought.',
    visitors: ['code', 'name', 'source', 'position', 'starts_on', 'ends_on'],
  },
  'commissioning.regime_duty': {
    means: 'What such a law asks for.',
    visitors: ['id', 'regime', 'key', 'asks', 'processes', 'above', 'amount', 'counts', 'source', 'starts_on', 'ends_on', 'is_confirmed'],
  },
  'commissioning.rating_word': {
    means: 'A word by which performance is assessed in public.',
    visitors: ['code', 'name', 'position', 'source', 'starts_on', 'ends_on'],
  },
  'commissioning.rate_rule': {
    means: 'From how many rates on it is told how far they lie apart.',
    visitors: ['starts_on', 'fewest', 'source'],
  },
  'commissioning.vat_rate': {
    means: 'A rate of VAT.',
    visitors: ['id', 'treatment', 'basis_points', 'source', 'starts_on', 'ends_on'],
  },
  'commissioning.renewal_step': {
    means: 'How long before its end a step of the renewal of a contract is due.',
    visitors: ['id', 'key', 'name', 'months', 'source', 'starts_on', 'ends_on'],
  },
  'commissioning.contract': {
    means: 'A contract with providers: its value, its term and how it came about.',
    visitors: [
      ...([
        'id',
        'body',
        'title',
        'reference',
        'summary',
        'commissioner',
        'regime',
        'process',
        'starts_on',
        'ends_on',
        'net',
        'gross',
      ] as const),
      ...(['vat', 'vat_note', 'volume', 'volume_unit', 'engaged_on', 'tendered_on', 'notified_on', 'standstill_until'] as const),
      ...(['awarded_on', 'signed_on', 'ended_on', 'ended_because', 'agreement', 'decision', 'runs_until'] as const),
    ],
    resting: ['contract_steps'],
  },
  'commissioning.contract_clearing': { means: 'That a person let a contract be shown to everybody, or took it back, and why.' },
  'commissioning.contract_lot': {
    means: 'A lot of a contract.',
    visitors: ['id', 'contract', 'number', 'title', 'area', 'status', 'provider_limit'],
  },
  'commissioning.contract_provider': {
    means: 'Who provides under a contract.',
    visitors: ['id', 'contract', 'provider', 'part', 'under', 'lot', 'starts_on', 'ends_on'],
  },
  'commissioning.contract_extension': {
    means: 'An option to extend a contract, and what became of it.',
    visitors: ['id', 'contract', 'position', 'months', 'take_by', 'taken_on', 'declined_on', 'decision', 'decided_by'],
    resting: ['extension_steps', 'extension_noted'],
  },
  'commissioning.contract_service': { means: 'That a contract buys a service.', visitors: ['contract', 'service'] },
  'commissioning.contract_outcome': { means: 'That a contract serves an outcome of a plan.', visitors: ['contract', 'outcome'] },
  'commissioning.contract_line': { means: 'From which budget line a contract is paid.', visitors: ['contract', 'line'] },
  'commissioning.contract_notice': {
    means: 'A notice that was published of a contract.',
    visitors: ['id', 'contract', 'kind', 'code', 'published_on', 'reference'],
  },
  'commissioning.contract_clause': {
    means: 'What a contract asks for quality, safeguarding and the workforce.',
    visitors: ['id', 'contract', 'kind', 'text', 'clause'],
  },
  'commissioning.contract_kpi': {
    means: 'What is measured under a contract.',
    visitors: [
      ...([
        'id',
        'contract',
        'position',
        'title',
        'unit',
        'better',
        'target',
        'tolerance',
        'measure',
        'every_months',
        'report_days',
      ] as const),
      ...(['starts_on', 'ends_on', 'is_public'] as const),
    ],
  },
  'commissioning.kpi_result': {
    means: 'What a provider reported for a period.',
    visitors: ['id', 'kpi', 'contract', 'provider', 'starts_on', 'ends_on', 'value', 'said', 'reported_on'],
    resting: ['result_steps'],
  },
  'commissioning.contract_assessment': {
    means: 'How performance under a contract was assessed, in the words of the law.',
    visitors: ['id', 'contract', 'assessed_on', 'starts_on', 'ends_on', 'rating', 'because', 'published_on'],
  },
  'commissioning.contract_visit': { means: 'A visit that looked at how a contract is kept.' },
  'commissioning.visit_action': {
    means: 'What somebody is to do after a monitoring visit.',
    resting: ['visit_action_stands', 'action_provider'],
  },
  'commissioning.visit_action_report': {
    means: 'That a provider says that an action of a visit is done, and what was said to that.',
    resting: ['action_report_steps', 'action_report_settles'],
  },
  'commissioning.performance_notice': { means: 'A notice of poor performance to a provider.', resting: ['notice_steps', 'notice_closes'] },
  'commissioning.failure_plan': { means: 'What is done when a provider fails.' },
  'commissioning.contract_step': { means: 'A step of the renewal of a contract that is done.' },
  'commissioning.buyer_identifier': {
    means: 'A number by which notices know an organisation that buys, with its source.',
    visitors: ['id', 'organisation', 'scheme', 'value', 'source'],
  },
  'commissioning.notice_file': {
    means: 'A file of notices that was brought.',
    without: { content: 'What was brought and not loaded yet is brought again.' },
  },
  'commissioning.register_file': {
    means: 'A file of a register of contracts that was brought.',
    without: { cells: 'What was brought and not loaded yet is brought again.' },
  },
  'commissioning.file_load': {
    means: 'That a file of notices or of a register was loaded, or that a person stopped it.',
    resting: ['file_load_stands'],
  },
  'commissioning.register_line': { means: 'Which file of a register made or changed a contract, and what stood there before.' },
  'commissioning.notice_release': { means: 'A notice of buying as it was read, without what tells of single people.' },
  'commissioning.notice_completion': {
    means: 'What a person said of a process of buying whose notices say too little, and where it comes from.',
  },
  'commissioning.contract_origin': {
    means: 'Of the notices of which process a contract was made.',
    visitors: ['contract', 'ocid', 'source', 'imported_on'],
  },
  'commissioning.contract_release': {
    means: 'What was given out as open contracting data (OCDS), release by release; what was taken back has no content.',
    visitors: ['contract', 'number', 'ocid', 'event', 'tags', 'published', 'content', 'taken_back'],
    resting: ['release_steps'],
  },
  'commissioning.plan_release': {
    means: 'What was given out of a purchase that is foreseen, release by release; what was taken back has no content.',
    visitors: ['subject', 'number', 'intention', 'case', 'ocid', 'event', 'tags', 'published', 'content', 'taken_back'],
    resting: ['plan_release_steps'],
  },
  'commissioning.foreseen_clearing': {
    means: 'That a person let the words of what is foreseen come out, or held them back, and why.',
    resting: ['foreseen_clearing_own'],
  },
  'commissioning.spending_rule': {
    means: 'From which sum payments are published.',
    visitors: ['id', 'sector', 'above', 'source', 'starts_on', 'ends_on', 'is_confirmed', 'above_pounds'],
    resting: ['spending_rule_steps'],
  },
  'commissioning.process': {
    means: 'A process through which many cases go, stage by stage.',
    as: 'pipeline',
    visitors: ['id', 'body', 'title', 'summary', 'cases_are'],
    resting: ['process_stays'],
  },
  'commissioning.process_stage': {
    means: 'A stage of such a process.',
    as: 'pipeline-stage',
    visitors: ['id', 'process', 'position', 'title', 'days', 'by_decision'],
    resting: ['stage_stands'],
  },
  'commissioning.stage_criterion': {
    means: 'What is looked at before a case leaves a stage, and of which cases it is asked.',
    visitors: ['id', 'process', 'stage', 'position', 'title', 'required', 'starts_on', 'ends_on'],
    resting: ['criterion_stands'],
  },
  'commissioning.case_tick': {
    means: 'What was said of such a criterion in a case; the last counts.',
    visitors: ['id', 'case', 'criterion', 'says', 'on_day', 'note'],
    resting: ['tick_steps'],
  },
  'commissioning.bid_call': {
    means: 'A call for sealed bids in a case or a round, and the two people who open them.',
    visitors: [
      ...(['id', 'process', 'body', 'case', 'round', 'title', 'asks', 'closes_at', 'opens_at', 'opened_at'] as const),
      ...(['withdrawn_on', 'withdrawn_because', 'decided_on', 'decision', 'decided_note'] as const),
    ],
    resting: ['call_stands'],
  },
  'commissioning.bid_opening': {
    means: 'That one of the two was ready to open the bids, and when.',
    resting: ['opening_steps', 'opening_opens'],
  },
  'commissioning.score_word': {
    means: 'What points for a criterion of a bid mean, from when to when.',
    visitors: ['id', 'points', 'starts_on', 'ends_on', 'name', 'means', 'source'],
    resting: ['score_word_stands'],
  },
  'commissioning.low_bid_rule': {
    means: 'When the price of a bid is marked as abnormally low.',
    visitors: ['starts_on', 'per_cent', 'others', 'source'],
  },
  'commissioning.bid_criteria': {
    means: 'By what the bids of a call are judged, each time it was said.',
    visitors: ['call', 'body', 'edition', 'said_at', 'because'],
    resting: ['criteria_steps', 'criteria_whole'],
  },
  'commissioning.bid_criterion': {
    means: 'A criterion by which bids are judged, with its weight.',
    visitors: ['id', 'call', 'edition', 'position', 'title', 'kind', 'weight'],
    resting: ['criterion_whole'],
  },
  'commissioning.bid_evaluator': { means: 'Who evaluates bids, and which interest they declared.', resting: ['evaluator_steps'] },
  'commissioning.bid_look': { means: 'That somebody looked at what opened bids say, and when.', resting: ['look_now'] },
  'commissioning.opening_limit': {
    means: 'Within how many minutes of one another two people open bids, from when to when.',
    visitors: ['starts_on', 'ends_on', 'minutes', 'source'],
  },
  'commissioning.bid': {
    means: 'The envelope of a bid: whose, when, and why it was refused.',
    resting: ['bid_steps', 'bid_withdrawn', 'bid_complete'],
  },
  'commissioning.bid_score': { leftOut: 'What evaluators score is sealed like the bids, and leaves the house for nobody.' },
  'commissioning.bid_agreed_score': { leftOut: 'What evaluators agree is sealed like the bids.' },
  'commissioning.bid_recommendation': { leftOut: 'What is recommended is sealed like the scores; what was decided goes with the call.' },
  'commissioning.bid_award': {
    means: 'To which bid a call was awarded, once it was decided, and why no contract will follow.',
    resting: ['award_steps', 'award_closing_steps'],
  },
  'commissioning.award_contract': {
    means: 'Which contract came of an award, for all of what was asked or for one lot.',
    visitors: ['id', 'call', 'contract', 'provider', 'lot', 'linked_on'],
    resting: ['award_contract_steps'],
  },
  'commissioning.bid_file': { leftOut: 'Files of a bid are sealed as it is.' },
  'commissioning.bid_content': { leftOut: 'What a bid says is sealed, and leaves the house for nobody.' },
  'commissioning.process_round': {
    means: 'A round in which cases come in.',
    as: 'pipeline-round',
    visitors: ['id', 'process', 'number', 'opens_on', 'closes_on'],
  },
  'commissioning.process_case': {
    means: 'A case in such a process: a community, a district, a provider.',
    as: 'pipeline-case',
    visitors: ['id', 'process', 'round', 'title', 'contract', 'service', 'priority'],
  },
  'commissioning.case_event': {
    means: 'What happened to a case.',
    as: 'pipeline-event',
    visitors: ['id', 'case', 'stage', 'kind', 'on_day', 'until_on', 'decision', 'because'],
    resting: ['event_steps'],
  },
  'commissioning.case_date': {
    means: 'When a case was expected to be live, as it was said on a day.',
    as: 'pipeline-date',
    visitors: ['id', 'case', 'expected_on', 'said_on', 'because'],
  },
} satisfies KindsOf<'commissioning'>
