import type { StatusMeaning } from '#platform/web/components/status-pill.tsx'
import type { ContractLot } from '../queries/contract-parts.ts'
import type { ContractProvider } from '../queries/contracts.ts'
import type { ContractState, VatTreatment } from '../rules/contract.ts'
import type { DutyLine } from '../rules/contract-duty.ts'
import type { KpiColour } from '../rules/contract-kpi.ts'
import type { IdentifyingSign } from '../rules/identifying.ts'
import type { RenewalLine } from '../rules/renewal.ts'

type Pill = { readonly word: string; readonly meaning: StatusMeaning }

/** How a contract stands. */
export const contractStateWords: Readonly<Record<ContractState, Pill>> = {
  planned: { word: 'Planned', meaning: 'draft' },
  engagement: { word: 'Market engagement', meaning: 'draft' },
  tender: { word: 'Out to tender', meaning: 'draft' },
  standstill: { word: 'In standstill', meaning: 'warning' },
  awarded: { word: 'Awarded, not signed', meaning: 'warning' },
  signed: { word: 'Signed, not begun', meaning: 'good' },
  live: { word: 'Live', meaning: 'good' },
  extended: { word: 'Extended', meaning: 'good' },
  unsigned: { word: 'Begun without a signature', meaning: 'bad' },
  ended: { word: 'Ended', meaning: 'neutral' },
  terminated: { word: 'Ended early', meaning: 'neutral' },
}
/** What somebody is to a contract. */
export const providerPartWords: Readonly<Record<ContractProvider['part'], string>> = {
  provider: 'Provider',
  'consortium-lead': 'Leads a consortium',
  consortium: 'Member of a consortium',
  'sub-contractor': 'Sub-contractor',
}
/** How a lot stands. */
export const lotStatusWords: Readonly<Record<ContractLot['status'], string>> = {
  planned: 'Planned',
  active: 'Being bought',
  awarded: 'Awarded',
  unsuccessful: 'Nobody was found',
  cancelled: 'Cancelled',
}
/** How VAT stands to a value. */
export const vatWords: Readonly<Record<VatTreatment, string>> = {
  standard: 'VAT is added at the standard rate',
  none: 'No VAT: exempt, zero-rated or outside the scope',
  mixed: 'Mixed, and said how',
  'not-known': 'Not known',
}
/** By which process of its regime. */
export const processWords: Readonly<Record<string, string>> = {
  'direct-award-a': 'Direct award A',
  'direct-award-b': 'Direct award B',
  'direct-award-c': 'Direct award C',
  'most-suitable-provider': 'Most suitable provider',
  competitive: 'Competitive process',
  open: 'Open procedure',
  flexible: 'Competitive flexible procedure',
  'direct-award': 'Direct award',
  framework: 'Under a framework',
}
/** How a duty of the regime stands. */
export const dutyStateWords: Readonly<Record<DutyLine['state'], Pill>> = {
  met: { word: 'Done', meaning: 'good' },
  due: { word: 'Due', meaning: 'warning' },
  overdue: { word: 'Overdue', meaning: 'bad' },
  waiting: { word: 'Not yet due', meaning: 'neutral' },
  'not-known': { word: 'Cannot be told yet', meaning: 'unknown' },
}
/** How a step of a renewal stands. */
export const renewalStateWords: Readonly<Record<RenewalLine['state'], Pill>> = {
  done: { word: 'Done', meaning: 'good' },
  past: { word: 'Its day has passed', meaning: 'bad' },
  soon: { word: 'Within three months', meaning: 'warning' },
  ahead: { word: 'Ahead', meaning: 'neutral' },
}
/** How a figure stands to its target. */
export const kpiColourWords: Readonly<Record<KpiColour, Pill>> = {
  good: { word: 'On target', meaning: 'good' },
  warning: { word: 'Near the target', meaning: 'warning' },
  bad: { word: 'Off target', meaning: 'bad' },
  unknown: { word: 'Not to be told', meaning: 'unknown' },
}
/** Why a contract waits for a person before it is public. */
export const signWords: Readonly<Record<IdentifyingSign, string>> = {
  'few-people': 'it serves fewer than 10 people',
  word: 'its words speak of a single case or placement',
  initials: 'its words hold what reads like initials',
  age: 'its words name an age',
  number: 'its words hold what reads like the number of a case',
}
/** What a notice is about. */
export const noticeWords: Readonly<Record<string, string>> = {
  planning: 'Planning or pipeline',
  tender: 'Tender',
  'award-notice': 'Award, or intended award',
  'details-notice': 'Contract details',
  'decision-record': 'Record of how the provider was selected',
  assessment: 'Performance',
  change: 'Change',
  termination: 'Termination',
}
/** What a clause is about. */
export const clauseWords: Readonly<Record<string, string>> = {
  quality: 'Quality',
  safeguarding: 'Safeguarding',
  workforce: 'Workforce',
  other: 'Other',
}
