import type { KindsOf } from '#platform/archive/kinds.ts'
import { contractKinds } from './contract-kinds.ts'
import { delegatedKinds } from './delegated-kinds.ts'
import { frameworkKinds } from './framework-kinds.ts'
import { marketKinds } from './market-kinds.ts'
import { moneyKinds } from './money-kinds.ts'
import { paymentKinds } from './payment-kinds.ts'

/** What becomes of the tables of commissioning in an archive of the record; one line for each table. */
export const commissioningKinds = {
  ...contractKinds,
  ...moneyKinds,
  ...paymentKinds,
  ...frameworkKinds,
  ...marketKinds,
  ...delegatedKinds,
  'commissioning.agreement': {
    means: 'An agreement between partners, its term, its host and how it ended.',
    visitors: [
      ...(['id', 'body', 'basis', 'title', 'reference', 'summary', 'host', 'starts_on', 'ends_on', 'review_on'] as const),
      ...(['consulted_on', 'consultation', 'ended_on', 'ended_because'] as const),
    ],
  },
  'commissioning.agreement_text': {
    means: 'What an agreement says where its law demands something in writing.',
    visitors: ['agreement', 'basis', 'key', 'text'],
  },
  'commissioning.chapter': {
    means: 'A schedule of an agreement for one service or several.',
    visitors: [
      ...(['id', 'agreement', 'position', 'title', 'lead', 'scope', 'performance', 'finance', 'resources'] as const),
      ...(['decision_making', 'risk_share'] as const),
    ],
  },
  'commissioning.client_group': { means: 'Whom services are for.', visitors: ['code', 'name', 'position', 'starts_on', 'ends_on'] },
  'commissioning.criterion': {
    means: 'What the options of a strategy are appraised by.',
    visitors: ['id', 'strategy', 'position', 'name', 'weight'],
  },
  'commissioning.directory_entry': {
    means: 'How one gets a service, who keeps that true and when it was last checked.',
    visitors: ['service', 'how', 'place', 'opening', 'cost', 'telephone', 'email', 'website', 'checked_on', 'every_months'],
  },
  'commissioning.legal_basis': {
    means: 'A law on which agreements rest.',
    visitors: ['code', 'kind', 'name', 'source', 'position', 'starts_on', 'ends_on'],
  },
  'commissioning.legal_field': {
    means: 'What such a law demands in writing.',
    visitors: ['basis', 'key', 'position', 'name', 'asks', 'source', 'starts_on', 'ends_on'],
  },
  'commissioning.offer_report': {
    means: 'What somebody reported as wrong or missing in the directory.',
    resting: ['report_stays'],
    without: { contact: 'It is kept only until the report is settled.' },
  },
  'commissioning.officer': { means: 'Who commissions, answers for money or is the contact of a provider, for an organisation.' },
  'commissioning.party': {
    means: 'A party of an agreement, what it agreed and who signed for it.',
    visitors: [
      ...(['id', 'agreement', 'organisation', 'part', 'starts_on', 'ends_on', 'approved_on', 'decision'] as const),
      ...(['approved_by', 'signed_on', 'signed_by'] as const),
    ],
    resting: ['party_decision'],
  },
  'commissioning.scope': {
    means: 'That a service is in the scope of an agreement, or expressly is not.',
    visitors: ['id', 'agreement', 'chapter', 'service', 'is_in', 'why', 'starts_on', 'ends_on'],
  },
  'commissioning.score': {
    means: 'How an option of a strategy stands by one criterion.',
    visitors: ['option', 'criterion', 'strategy', 'score'],
  },
  'commissioning.service': {
    means: 'A service that is commissioned.',
    visitors: [
      ...(['id', 'body', 'title', 'summary', 'client_group', 'ages', 'tier', 'provision', 'lead', 'run_by', 'run_by_name'] as const),
    ],
  },
  'commissioning.service_area': { means: 'Where a service is offered.', visitors: ['service', 'area'] },
  'commissioning.service_outcome': {
    means: 'That a service serves an outcome of a plan.',
    visitors: ['id', 'service', 'outcome', 'why', 'starts_on', 'ends_on', 'ended_because'],
  },
  'commissioning.service_status': {
    means: 'What a service was on which days.',
    visitors: ['id', 'service', 'status', 'because', 'starts_on', 'ends_on'],
  },
  'commissioning.strategy': {
    means: 'A commissioning strategy, with its inputs, its equality assessment and its decision.',
    visitors: [
      ...(['id', 'body', 'title', 'scope', 'lead', 'policy', 'priorities', 'feedback', 'market', 'intentions'] as const),
      ...(['implementation', 'equality_on', 'equality', 'review_on', 'decision', 'eqia'] as const),
    ],
  },
  'commissioning.strategy_need': { means: 'That a strategy rests on a need or a finding.', visitors: ['strategy', 'need', 'kind'] },
  'commissioning.strategy_option': {
    means: 'An option that a strategy appraises.',
    visitors: ['id', 'strategy', 'position', 'question', 'title', 'text', 'is_chosen'],
  },
  'commissioning.strategy_service': { means: 'That a service carries out a strategy.', visitors: ['strategy', 'service'] },
} satisfies KindsOf<'commissioning'>
