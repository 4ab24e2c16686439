// Words for every code of governance. A code that is not known here is shown as it is: an installation may add its own (handbook 1.7).

type Labels = Readonly<Record<string, string>>

/** A label for a code; the code itself where there is none. */
export function labelOf(labels: Labels, code: string): string {
  return labels[code] ?? code.replaceAll(/[-_]/g, ' ')
}

/** What kind of body it is (G2). */
export const bodyKindLabels: Labels = {
  'statutory-board': 'Statutory board',
  'strategic-partnership': 'Strategic partnership',
  executive: 'Executive',
  'joint-commissioning-board': 'Joint commissioning board',
  'delivery-board': 'Delivery board',
  'steering-group': 'Steering group',
  'sub-group': 'Sub-group',
  'task-and-finish': 'Task and finish group',
  'local-area-group': 'Local area group',
  'scrutiny-committee': 'Scrutiny committee',
  'review-panel': 'Review panel',
  cabinet: 'Cabinet',
  'governing-body': 'Governing body',
}

/** Shorter words where a box holds no more. */
export const shortKindLabels: Labels = { 'joint-commissioning-board': 'Commissioning board' }

/** Where a body stands in its life (G2). */
export const bodyStatusLabels: Labels = {
  proposed: 'Proposed',
  shadow: 'In shadow form',
  live: 'Live',
  evolving: 'Changing into another body',
  ended: 'Ended',
  outside: 'Outside this arrangement',
}

/** How a body stands to another, between the two names (G3). */
export const relationLabels: Labels = {
  'accountable-to': 'is accountable to',
  'reports-to': 'reports to',
  'sub-group-of': 'is a sub-group of',
  'formal-consultee-of': 'is a formal consultee of',
  challenges: 'challenges',
  'equal-partner-of': 'is an equal partner of',
  influences: 'influences',
  'procures-from': 'procures from',
}

/** Headings for the seats of a category. */
export const seatCategoryLabels: Labels = {
  council: 'County council',
  district: 'District councils',
  health: 'Health',
  police: 'Police',
  probation: 'Probation',
  education: 'Schools and colleges',
  'early-years': 'Early years',
  voluntary: 'Voluntary and community sector',
  safeguarding: 'Safeguarding',
  'young-people': 'Children and young people',
  economy: 'Economy and employers',
  other: 'Others',
}

/** What sector an organisation belongs to. */
export const sectorLabels: Labels = {
  council: 'Council',
  district: 'District council',
  health: 'Health',
  police: 'Police',
  probation: 'Probation',
  education: 'Schools and colleges',
  'early-years': 'Early years',
  voluntary: 'Voluntary and community',
  safeguarding: 'Safeguarding',
  'young-people': 'Children and young people',
  economy: 'Economy and employers',
  provider: 'Provider of services',
  other: 'Other',
}

/** How a seat takes part (G5). */
export const votingLabels: Labels = {
  voting: 'Voting member',
  non_voting: 'Member without a vote',
  observer: 'Observer, may speak',
  adviser: 'Adviser',
  invited: 'Standing invitation',
}

/** Chair, deputy chair and clerk. */
export const officeLabels: Labels = { chair: 'Chair', deputy_chair: 'Deputy chair', clerk: 'Clerk' }

/** How somebody came to an office (G8). */
export const officeBasisLabels: Labels = {
  by_post: 'By post: the office goes with a job',
  independent: 'Independent',
  appointed: 'Appointed',
  elected: 'Elected for a term',
  nominated: 'Nominated by the core members',
  agreed: 'Agreed by the group',
}

/** Why an appointment ended (G5). */
export const endingReasonLabels: Labels = {
  resigned: 'Resigned',
  removed: 'Removed by the board',
  replacement_requested: 'Replaced at the board’s request',
  term_ended: 'Term of office ended',
  organisation_ended: 'The organisation ended',
}

/** What a member may do for the organisation that sent them (G5). */
export const mandateLabels: Labels = {
  decide: 'Decide for the organisation',
  commit_money: 'Commit its money',
  speak: 'Speak for it',
}

/** On what ground a deputy may sit in (G7). */
export const deputyBasisLabels: Labels = {
  named: 'Named substitute',
  agreed_by_chair: 'Agreed by the chair, and the members told',
  nominated: 'Nominated by the member',
  delegated_authority: 'Colleague with delegated authority to decide',
}

/** The kinds of interest (G13). */
export const interestKindLabels: Labels = {
  pecuniary: 'Money or property (pecuniary)',
  personal: 'Personal',
  prejudicial: 'Prejudicial',
  conflict_by_post: 'Conflict that comes with a post',
  other_membership: 'Membership elsewhere',
}

/** What a membership elsewhere is of. */
export const outsideKindLabels: Labels = {
  school: 'Governor of a school or college',
  charity: 'Trustee of a charity',
  company: 'Director of a company',
  public_body: 'Member of a public body',
  other: 'Something else',
}

/** By which law a body meets. */
export const legalRegimeLabels: Labels = {
  partnership: 'Partnership: only its own terms',
  lga1972: 'Council committee in England',
  'lga1972-wales': 'Council committee in Wales',
  'nhs-body': 'NHS body',
}

/** Whose bank holidays count. */
export const holidayDivisionLabels: Labels = {
  'england-and-wales': 'England and Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
}

/** Where a terms version stands. */
export const termsStateLabels: Labels = { draft: 'Draft', adopted: 'Adopted', withdrawn: 'Withdrawn' }

/** How one organisation came after another; read "this one ... the other". */
export const successionLabels: Labels = {
  merged: 'merged into',
  renamed: 'was renamed',
  split: 'was split into',
  replaced: 'was replaced by',
}

/** When a dispensation applies, by what it is for. */
export const dispensationMatterLabels = {
  body: 'For all business of this board',
  interest: 'Applies by itself when that entry of the register is declared',
  function: 'Applies by itself to items on that function of the terms',
  words: 'Only what its words say: a person says whether it fits',
} as const
