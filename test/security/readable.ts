import fc from 'fast-check'
import { type RawBuilder, sql } from 'kysely'
import type { foundKinds } from '#public-site/rules/asked-words.ts'

/** The records of each kind that can be found, as pages read them: under the policies of their own tables. */
export const readable: Readonly<Record<(typeof foundKinds)[number], RawBuilder<{ id: string }>>> = {
  board: sql`select id from governance.body`,
  person: sql`select distinct p.id from governance.person p where exists (select from governance.appointment a where a.person = p.id)
    or exists (select from governance.office o where o.person = p.id)`,
  terms: sql`select id from governance.terms_version where state = 'adopted'`,
  protocol: sql`select id from governance.protocol`,
  request: sql`select id from governance.body_request`,
  meeting: sql`select id from meetings.meeting`,
  plan: sql`select id from meetings.plan_item where state in ('nominated', 'accepted')`,
  item: sql`select i.id from meetings.agenda_item i where i.withdrawn_at is null and (i.category <> 'public' or exists (select from meetings.item_content c where c.item = i.id))
    union select c.item from meetings.item_content c`,
  paper: sql`select v.id from meetings.paper_version v where v.state = 'published'`,
  file: sql`select f.id from meetings.paper_file f join meetings.paper_version v on v.id = f.paper_version
    where v.state = 'published' and f.role <> 'source' and exists (select from meetings.paper p where p.id = v.paper)`,
  decision: sql`select id from meetings.decision where not withdrawn`,
  officer: sql`select id from meetings.officer_decision where withdrawn_at is null`,
  sharing: sql`select id from governance.sharing_agreement where withdrawn_on is null`,
  motion: sql`select id from meetings.motion where state in ('carried', 'lost')`,
  ratification: sql`select r.id from meetings.ratification r join meetings.ratification_ask q on q.decision = r.decision where not q.withdrawn`,
  consultation: sql`select id from meetings.consultation`,
  election: sql`select id from meetings.election`,
  organisation: sql`select id from governance.organisation`,
  action: sql`select id from meetings.action where state <> 'withdrawn'`,
  minutes: sql`select s.id from meetings.minutes_section s join meetings.minutes_version v on v.id = s.minutes_version
    where not exists (select from meetings.minutes_version later where later.minutes = v.minutes and later.number > v.number)`,
  plan_version: sql`select id from plans.plan_version where shown`,
  plan_row: sql`select t.priority as id from plans.priority_text t join plans.plan_version v on v.id = t.version where v.shown
    union all select t.outcome from plans.outcome_text t join plans.plan_version v on v.id = t.version where v.shown
    union all select t.action from plans.action_text t join plans.plan_version v on v.id = t.version where v.shown`,
  measure: sql`select id from performance.measure`,
  scorecard: sql`select id from performance.scorecard`,
  submission: sql`select id from plans.submission`,
  assessment: sql`select id from plans.assessment`,
  finding: sql`select id from plans.assessment_row`,
  risk: sql`select id from plans.risk`,
  challenge: sql`select id from assurance.challenge`,
  audit: sql`select id from assurance.audit_round`,
  case_audit: sql`select id from assurance.case_audit`,
  // What another text of the same sight or a wider one replaced is not found.
  commentary: sql`select c.id from performance.commentary c where not exists (select from performance.commentary later where later.measure = c.measure
    and later.starts_on = c.starts_on and later.id > c.id and (later.sight = 'public' or c.sight = 'members'))`,
  recommendation: sql`select id from assurance.recommendation`,
  response: sql`select id from assurance.recommendation where response is not null`,
  review: sql`select id from assurance.review`,
  heard: sql`select id from voice.event`,
  view: sql`select id from voice.view where state = 'cleared'`,
  // What was learned from complaints is an answer to no event or consultation, and stands on a page of its own.
  answer: sql`select id from voice.answer where event is not null or consultation is not null`,
  procedure: sql`select id from plans.procedure`,
  communication: sql`select id from plans.communication`,
  contract: sql`select id from commissioning.contract`,
  provider: sql`select id from commissioning.provider`,
  pathway: sql`select id from commissioning.pathway`,
  ending: sql`select id from commissioning.decommissioning`,
  framework: sql`select id from commissioning.framework`,
  market: sql`select id from commissioning.market`,
  market_statement: sql`select s.id from commissioning.market_statement s where s.published_on is not null
    and not exists (select from commissioning.market_statement later where later.market = s.market and later.published_on is not null and later.number > s.number)`,
  delegated_budget: sql`select id from commissioning.delegated_budget`,
  payment_run: sql`select id from commissioning.payment_run`,
  cost_scenario: sql`select id from commissioning.scenario`,
  bid_call: sql`select id from commissioning.bid_call`,
  // One for each thing that is counted and one for their page; reasons for closing are found with the closings.
  family_figure: sql`select distinct md5('published.indicator ' || code)::uuid as id from published.indicator where reason_of is null union select md5('published')::uuid`,
  question: sql`select id from meetings.submission where state <> 'withdrawn'`,
}

/** Searches as people make them, of words that stand in the world of the matrix and some more: words, exact words, what must not be there, either. */
export function searchesOf(more: readonly string[]): fc.Arbitrary<string> {
  const usual = 'matrix board meeting exempt decision words paper summary chair minutes action about rest public title'.split(' ')
  const word = fc.constantFrom(...usual, ...more)
  const phrase = fc.array(word, { minLength: 2, maxLength: 3 }).map((words) => `"${words.join(' ')}"`)
  const not = fc.oneof(word, phrase).map((part) => `-${part}`)
  const either = word.map((one) => `or ${one}`)
  return fc.array(fc.oneof(word, phrase, not, either), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '))
}
