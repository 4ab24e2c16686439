import type { FieldProblem } from '#platform/result.ts'
import type { FoundKind, FoundOrder } from '../rules/asked-words.ts'

const one: Readonly<Record<FoundKind, string>> = {
  paper: 'Paper',
  file: 'Document',
  item: 'Agenda item',
  decision: 'Decision',
  motion: 'Motion',
  ratification: 'Partner’s answer',
  officer: 'Decision by an officer',
  action: 'Action',
  minutes: 'Minutes',
  meeting: 'Meeting',
  election: 'Election',
  plan: 'Forward plan',
  consultation: 'Consultation',
  question: 'Question or petition',
  board: 'Board',
  person: 'Person',
  organisation: 'Organisation',
  terms: 'Terms of reference',
  request: 'Request between boards',
  protocol: 'Protocol between boards',
  sharing: 'Sharing agreement',
  plan_version: 'Plan',
  plan_row: 'Priority, outcome or action of a plan',
  assessment: 'Needs assessment',
  finding: 'Finding or need',
  risk: 'Risk',
  measure: 'Measure',
  commentary: 'What is said of figures',
  scorecard: 'Scorecard',
  recommendation: 'Recommendation',
  response: 'Answer to a recommendation',
  review: 'Review or inspection',
  challenge: 'Challenge',
  audit: 'Audit',
  case_audit: 'Audit of case files',
  heard: 'Event at which people were heard',
  view: 'What somebody said',
  answer: 'You said, we did',
  procedure: 'Procedure or guidance',
  communication: 'Communication plan',
  submission: 'Submission to a national body',
  contract: 'Contract',
  provider: 'Provider',
  pathway: 'Pathway',
  ending: 'Ending of a service',
  framework: 'Commissioning framework',
  market: 'Market',
  market_statement: 'Market position statement',
  delegated_budget: 'Delegated budget',
  payment_run: 'Run of payment',
  cost_scenario: 'Cost of a new duty',
  bid_call: 'Call for bids',
  family_figure: 'Figure of early help',
}

const many: Readonly<Record<FoundKind, string>> = {
  ...one,
  paper: 'Papers',
  file: 'Documents',
  item: 'Agenda items',
  decision: 'Decisions',
  motion: 'Motions',
  ratification: 'Partners’ answers',
  officer: 'Decisions by officers',
  action: 'Actions',
  meeting: 'Meetings',
  election: 'Elections',
  consultation: 'Consultations',
  question: 'Questions and petitions',
  board: 'Boards',
  person: 'People',
  organisation: 'Organisations',
  request: 'Requests between boards',
  protocol: 'Protocols between boards',
  sharing: 'Sharing agreements',
  plan_version: 'Plans',
  plan_row: 'Priorities, outcomes and actions of plans',
  assessment: 'Needs assessments',
  finding: 'Findings and needs',
  risk: 'Risks',
  measure: 'Measures',
  scorecard: 'Scorecards',
  recommendation: 'Recommendations',
  response: 'Answers to recommendations',
  review: 'Reviews and inspections',
  challenge: 'Challenges',
  audit: 'Audits',
  case_audit: 'Audits of case files',
  heard: 'Events at which people were heard',
  view: 'What people said',
  procedure: 'Procedures and guidance',
  communication: 'Communication plans',
  submission: 'Submissions to national bodies',
  contract: 'Contracts',
  provider: 'Providers',
  pathway: 'Pathways',
  ending: 'Endings of services',
  framework: 'Commissioning frameworks',
  market: 'Markets',
  market_statement: 'Market position statements',
  delegated_budget: 'Delegated budgets',
  payment_run: 'Runs of payment',
  cost_scenario: 'Costs of new duties',
  bid_call: 'Calls for bids',
  family_figure: 'Figures of early help',
}

/** What was found, in words. */
export function foundKindInWords(kind: string): string {
  return one[kind as FoundKind] ?? kind
}

/** Everything of a kind, in words. */
export function foundKindsInWords(kind: string): string {
  return many[kind as FoundKind] ?? kind
}

/** The orders in which results can stand. */
export const orderWords: Readonly<Record<FoundOrder, string>> = {
  relevance: 'Most fitting first',
  newest: 'Newest first',
  oldest: 'Oldest first',
}

/** How many there are: '1 result', '1,204 results'. */
export function resultsInWords(total: number): string {
  return `${total.toLocaleString('en-GB')} ${total === 1 ? 'result' : 'results'}`
}

/** A sentence for what is wrong with a search. */
export function searchProblemInWords({ field, code, details = {} }: FieldProblem): string | undefined {
  if (field === 'q' && code === 'too-long')
    return `Search with ${details.max} characters or fewer. This is ${details.over} too long: leave out words that matter less`
  if (field === 'to' && code === 'ends-before-it-starts') return 'The last day must not be before the first'
  return undefined
}
