import type { KindsOf } from '#platform/archive/kinds.ts'

/** What becomes of governance's tables in an archive of the record; one line for each table. */
export const governanceKinds = {
  'governance.administrator': { leftOut: 'Who administers belongs to the installation: its first start asks for an administrator.' },
  'governance.appointment': {
    means: 'Somebody who fills a place of a seat, on behalf of an organisation, from a day to a day.',
    visitors: ['id', 'seat', 'place', 'person', 'on_behalf_of', 'capacity', 'starts_on', 'ends_on'],
  },
  'governance.area': { means: 'A geographical area.', visitors: ['id', 'kind', 'name', 'starts_on', 'ends_on'] },
  'governance.area_relation': { means: 'How one area lies to another.', visitors: ['area', 'other', 'kind'] },
  'governance.bank_holiday': {
    means: 'A bank holiday that the partnership has added.',
    visitors: ['division', 'day', 'title', 'announced_on', 'source'],
  },
  'governance.body': { means: 'A board or group.', visitors: ['id', 'slug', 'name', 'short_name', 'kind', 'ends_rule'] },
  'governance.body_area': { means: 'The area that a body is for.', visitors: ['body', 'area', 'starts_on', 'ends_on'] },
  'governance.body_relation': {
    means: 'How one body stands to another.',
    visitors: ['id', 'from_body', 'to_body', 'kind', 'cadence', 'source', 'starts_on', 'ends_on'],
  },
  'governance.body_request': {
    means: 'What one body asks of another, with its answer.',
    visitors: ['id', 'from_body', 'to_body', 'kind', 'subject', 'words', 'asked_on', 'due_on', 'answer', 'answered_on', 'withdrawn_on'],
  },
  'governance.body_setting': {
    means: 'Under which law a body meets, whether the public may attend, from a day to a day.',
    visitors: ['body', 'legal_regime', 'holiday_division', 'public_access', 'publishes_attendance', 'starts_on', 'ends_on'],
  },
  'governance.body_status': {
    means: 'Whether a body is active, paused or ended.',
    visitors: ['body', 'status', 'note', 'starts_on', 'ends_on'],
  },
  'governance.code': {
    means: 'A code of a list, with its words.',
    visitors: ['list', 'code', 'label', 'source', 'position', 'starts_on', 'ends_on'],
  },
  'governance.deputy_authorisation': { means: 'Who may sit for whom, on what ground.' },
  'governance.dispensation': { means: 'Leave to take part in spite of an interest.' },
  'governance.duty_outcome': {
    means: 'Whether a duty of a protocol was met in a year.',
    visitors: ['duty', 'cycle_year', 'outcome', 'on_day', 'note'],
  },
  'governance.holiday_horizon': { means: 'Until when bank holidays are known.', visitors: ['division', 'known_from', 'known_until'] },
  'governance.interest': { means: 'An entry of the register of interests. Whether it is public is for each board’s terms.' },
  'governance.office': {
    means: 'A chair, deputy chair or clerk of a body, from a day to a day.',
    visitors: ['id', 'body', 'role', 'person', 'basis', 'starts_on', 'ends_on'],
  },
  'governance.organisation': { means: 'An agency.', visitors: ['id', 'name', 'sector', 'starts_on', 'ends_on'] },
  'governance.organisation_identifier': { means: 'A number of an agency in a public list.', visitors: ['organisation', 'scheme', 'value'] },
  'governance.organisation_name': {
    means: 'What an agency was called from a day to a day.',
    visitors: ['organisation', 'name', 'starts_on', 'ends_on'],
  },
  'governance.organisation_succession': { means: 'Which agency followed which.', visitors: ['former', 'successor', 'kind', 'on_day'] },
  'governance.person': {
    means: 'Somebody who holds or held a seat, an office or a post.',
    visitors: ['id', 'name'],
    without: { account: 'Accounts stay behind: people are invited anew.' },
  },
  'governance.person_contact': { means: 'Address and telephone number of a person.' },
  'governance.post': { means: 'A post that somebody holds in an organisation.' },
  'governance.protocol': {
    means: 'What bodies promise one another.',
    visitors: ['id', 'title', 'purpose', 'source', 'review_on', 'starts_on', 'ends_on'],
  },
  'governance.protocol_duty': {
    means: 'A yearly duty of a protocol.',
    visitors: ['id', 'protocol', 'body', 'title', 'opens_month', 'closes_month', 'starts_on', 'ends_on'],
  },
  'governance.protocol_party': {
    means: 'A body that has signed a protocol, or is to.',
    visitors: ['protocol', 'body', 'signed_by', 'signed_on'],
  },
  'governance.report_made': { means: 'A report that one body made to another.', visitors: ['id', 'relation', 'made_on', 'note'] },
  'governance.seat': {
    means: 'A seat of a body with one or more places.',
    visitors: [
      'id',
      'body',
      'key',
      'name',
      'category',
      'group_key',
      'organisation',
      'sector',
      'voting',
      'places',
      'position',
      'starts_on',
      'ends_on',
    ],
  },
  'governance.terms_version': {
    means: 'Terms of reference as rules, in one version; `document` follows docs/terms-of-reference.md.',
    visitors: ['id', 'body', 'number', 'state', 'starts_on', 'ends_on', 'document', 'adopted_by'],
  },
  'governance.access_need': { leftOut: 'What somebody needs to take part is their own affair.' },
  'governance.delegation': { means: 'Who may decide what on behalf of a body.', resting: ['delegation_stays'] },
  'governance.dispute': { means: 'A disagreement that climbs a ladder of those who may settle it.' },
  'governance.dispute_step': { means: 'A step of a dispute.', resting: ['step_of_the_ladder'] },
  'governance.expense_approver': { means: 'Who approves expenses for a body.' },
  'governance.expense_budget': { means: 'What a body may spend on expenses.' },
  'governance.expense_claim': { means: 'Expenses that somebody claimed, and what became of the claim.', documents: ['receipt'] },
  'governance.induction_done': { means: 'That a new member has taken a step of induction.' },
  'governance.induction_step': { means: 'A step of the induction of new members.' },
  'governance.member_agreement': { means: 'What members agree to, in one version.' },
  'governance.member_rule': { means: 'What a body asks of its members.' },
  'governance.member_signature': { means: 'That somebody has signed what members agree to.' },
  'governance.mile_rate': { means: 'What a mile is paid, from a day to a day.' },
  'governance.register_review': { means: 'That somebody has gone through their entries of the register of interests.' },
  'governance.terms_review': { means: 'That a body’s terms were reviewed, and what came of it.' },
} satisfies KindsOf<'governance'>
