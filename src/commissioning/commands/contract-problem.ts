import type { FieldProblem } from '#platform/result.ts'

/** At which field of a form it is said that a rule of the database about contracts or providers was broken, by the name of the rule. */
const FIELDS: Readonly<Record<string, string>> = {
  contract_after_standstill: 'signedOn',
  contract_process: 'process',
  contract_held: 'sight',
  contract_taken_back: 'sight',
  contract_cleared_by_person: '',
  contract_own_decision: 'decision',
  contract_own_line: 'lines',
  contract_vat: 'gross',
  contract_provider_once: 'provider',
  lot_provider_limit: 'lot',
  extension_by_decision: 'decision',
  extension_stands: '',
  extension_needs_end: 'months',
  extension_in_time: 'onDay',
  kpi_within_contract: 'startsOn',
  result_of_provider: 'provider',
  result_not_ahead: '',
  notice_answer_stands: 'answer',
  letter_sent_first: '',
  identifier_reads: 'value',
  identifier_once: 'value',
  relation_once: 'commissioner',
  rate_once: 'startsOn',
  officer_once: 'person',
  provider_pkey: 'organisation',
  case_in_order: 'kind',
  event_until: 'untilOn',
  event_because: 'because',
  extension_by_board: 'decision',
  visit_stands: '',
  action_after_visit: 'dueOn',
  notice_closed_stands: 'outcome',
  notice_closed_after: 'closedOn',
  stages_stand: '',
  call_ahead: 'closesOn',
  call_stands: '',
  call_not_yet: '',
  call_withdrawn: '',
  call_decided_after: 'decidedOn',
  openers_two: 'second',
  criteria_stand: '',
  criteria_open: 'kind',
  tick_in_stage: 'says',
  tick_day: 'onDay',
  tick_changes: 'says',
  case_own_service: 'service',
  round_open: 'enteredOn',
  stage_by_decision: 'decision',
  process_case_process_title_key: 'title',
}

/** What a rule of the database that was broken means for the form; its code is the name of the rule with hyphens. Undefined: no rule of these. */
export function contractProblem(error: unknown): FieldProblem | undefined {
  const name = (error as { readonly constraint?: unknown } | null)?.constraint
  const field = typeof name === 'string' ? FIELDS[name] : undefined
  return field === undefined || typeof name !== 'string' ? undefined : { field, code: name.replaceAll('_', '-') }
}
