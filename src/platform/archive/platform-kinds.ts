import type { KindsOf } from './kinds.ts'

/** What becomes of the platform's own tables in an archive. */
export const platformKinds = {
  'platform.setting': { means: 'What the partnership has set, for example its name, as one JSON value by key.' },
  'platform.document_reference': { means: 'Says that a record holds a document, named by its sha-256.', documents: ['sha256'] },
  'platform.access_token': { leftOut: 'What opens this installation to a program of somebody’s.' },
  'platform.audit_entry': { leftOut: 'The audit belongs to the installation that kept it: its chain cannot go on elsewhere.' },
  'platform.audit_link': { leftOut: 'The chain of the audit, see there.' },
  'platform.calendar_address': { leftOut: 'Addresses of people’s own calendars are secrets of this installation.' },
  'platform.digest': { leftOut: 'Which daily summaries were sent to which account.' },
  'platform.kept_mail': { leftOut: 'Mail belongs to its addressee; that a pack was sent to somebody stands in despatch.' },
  'platform.mail_choice': { leftOut: 'What mail somebody wants is their own affair, and goes with their account.' },
  'platform.mail_delivery': { leftOut: 'What became of mail belongs to the installation that sent it.' },
  'platform.migration': { leftOut: 'Steps of the schema; the manifest names the last one.' },
} satisfies KindsOf<'platform'>
