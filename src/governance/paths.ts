// Every address of governance; other parts link to its pages through these.

/** All boards. */
export const boardsPath = '/boards'
/** Sets up a board. */
export const newBoardPath = '/boards/new'
/** The map of the arrangement; on a day, of some kinds of relationship, around one board. */
export const arrangementPath = (
  asked: { readonly on?: string; readonly body?: string; readonly kinds?: readonly string[] } = {},
): string => {
  const query = [
    ...(asked.on === undefined ? [] : [['on', asked.on] as const]),
    ...(asked.kinds ?? []).map((kind) => ['kind', kind] as const),
    ...(asked.body === undefined ? [] : [['body', asked.body] as const]),
  ].map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return query.length === 0 ? '/arrangement' : `/arrangement?${query.join('&')}`
}
/** A board's own page, which the public site draws. */
export const boardPath = (slug: string): string => `/boards/${slug}`
/** Who belongs to a board. */
export const membersPath = (slug: string): string => `${boardPath(slug)}/members`
/** Everybody who has ever belonged to a board. */
export const memberHistoryPath = (slug: string): string => `${membersPath(slug)}/history`
/** Brings members in from a spreadsheet. */
export const memberImportPath = (slug: string): string => `${membersPath(slug)}/import`
/** The membership as a spreadsheet. */
export const memberCsvPath = (slug: string): string => `${membersPath(slug)}.csv`
/** One appointment. */
export const appointmentPath = (slug: string, appointment: string): string => `${membersPath(slug)}/${appointment}`
/** Ends an appointment. */
export const endAppointmentPath = (slug: string, appointment: string): string => `${appointmentPath(slug, appointment)}/end`
/** Authorises a deputy for the place of an appointment. */
export const newDeputyPath = (slug: string, appointment: string): string => `${appointmentPath(slug, appointment)}/deputies/new`
/** Ends a deputy's authorisation. */
export const endDeputyPath = (slug: string, deputy: string): string => `${membersPath(slug)}/deputies/${deputy}/end`
/** Adds a seat. */
export const newSeatPath = (slug: string): string => `${membersPath(slug)}/seats/new`
/** Corrects a seat. */
export const changeSeatPath = (slug: string, seat: string): string => `${membersPath(slug)}/seats/${seat}/change`
/** Ends a seat. */
export const endSeatPath = (slug: string, seat: string): string => `${membersPath(slug)}/seats/${seat}/end`
/** Appoints somebody to a place of a seat. */
export const appointPath = (slug: string, seat: string, place?: number): string =>
  `${membersPath(slug)}/seats/${seat}/appoint${place === undefined ? '' : `?place=${place}`}`
/** Gives somebody an office. */
export const newOfficePath = (slug: string): string => `${membersPath(slug)}/offices/new`
/** Ends an office. */
export const endOfficePath = (slug: string, office: string): string => `${membersPath(slug)}/offices/${office}/end`
/** The terms of reference in force, as rules. */
export const termsPath = (slug: string): string => `${boardPath(slug)}/terms`
/** One version of the terms. */
export const termsVersionPath = (slug: string, number: number): string => `${termsPath(slug)}/${number}`
/** A version as its portable document. */
export const termsPrintedPath = (slug: string, number: number): string => `${termsVersionPath(slug, number)}.pdf`
/** The portable form of a version. */
export const termsExportPath = (slug: string, number: number): string => `${termsVersionPath(slug, number)}.json`
/** Brings terms in from a portable document. */
export const termsImportPath = (slug: string): string => `${termsPath(slug)}/import`
/** Starts a draft as a copy of the version in force. */
export const termsCopyPath = (slug: string): string => `${termsPath(slug)}/copy`
/** Adopts a draft. */
export const termsAdoptPath = (slug: string, number: number): string => `${termsVersionPath(slug, number)}/adopt`
/** Starts a draft in which nothing is stated yet. */
export const termsBeginPath = (slug: string): string => `${termsPath(slug)}/begin`
/** The guided form of a draft: its sections and how they stand. */
export const termsGuidePath = (slug: string, number: number | string): string => `${termsPath(slug)}/${number}/guide`
/** One section of the guided form. */
export const termsSectionPath = (slug: string, number: number | string, section: string): string =>
  `${termsGuidePath(slug, number)}/${section}`
/** One seat of a draft; 'new-seat' for another. */
export const termsSeatPath = (slug: string, number: number | string, seat: string): string =>
  `${termsGuidePath(slug, number)}/seats/${seat}`
/** What a version would change in the terms in force. */
export const termsChangesPath = (slug: string, number: number | string): string => `${termsPath(slug)}/${number}/changes`
/** Puts a draft to a meeting; drawn by the meetings domain. */
export const termsProposePath = (slug: string, number: number | string): string => `${termsPath(slug)}/${number}/propose`
/** The decision by which a version was adopted; drawn by the meetings domain. */
export const adoptingDecisionPath = (id: string): string => `/decisions/${id}`
/** What past meetings would have been under a version; drawn by the meetings domain. */
export const termsPreviewPath = (slug: string, number: number | string): string => `${termsPath(slug)}/${number}/preview`
/** Withdraws a draft. */
export const termsWithdrawPath = (slug: string, number: number): string => `${termsVersionPath(slug, number)}/withdraw`
/** Who may decide what for a board, on a day where one is given. */
export const delegationsPath = (slug: string, on?: string): string => `${boardPath(slug)}/delegations${on === undefined ? '' : `?on=${on}`}`
/** Records a delegation of the board itself. */
export const newDelegationPath = (slug: string): string => `${delegationsPath(slug)}/new`
/** Records what somebody holds by law. */
export const heldByLawPath = (slug: string): string => `${delegationsPath(slug)}/held-by-law`
/** One delegation. */
export const delegationPath = (slug: string, delegation: string): string => `${delegationsPath(slug)}/${delegation}`
/** Records that whoever holds it hands it on. */
export const handOnPath = (slug: string, delegation: string): string => `${delegationPath(slug, delegation)}/hand-on`
/** Revokes a delegation. */
export const revokeDelegationPath = (slug: string, delegation: string): string => `${delegationPath(slug, delegation)}/revoke`
/** Records that a board looked at its terms again. */
export const reviewTermsPath = (slug: string, number: number | string): string => `${termsPath(slug)}/${number}/review`
/** How new members come into a board, for its clerk. */
export const inductionPath = (slug: string): string => `${boardPath(slug)}/induction`
/** Adds a step to the template of a board's induction. */
export const newStepPath = (slug: string): string => `${inductionPath(slug)}/steps/new`
/** Ends a step of the template. */
export const endStepPath = (slug: string, step: string): string => `${inductionPath(slug)}/steps/${step}/end`
/** Records for a member that a step is done. */
export const markStepPath = (slug: string, appointment: string, step: string): string => `${inductionPath(slug)}/${appointment}/${step}`
/** One version of what the members of a board agree to. */
export const memberAgreementPath = (slug: string, number: number | string): string => `${boardPath(slug)}/agreement/${number}`
/** Writes a new version of it. */
export const newMemberAgreementPath = (slug: string): string => `${boardPath(slug)}/agreement/new`
/** Signs one exact version. */
export const signPath = (slug: string, kind: 'terms' | 'agreement', number: number | string): string =>
  `${boardPath(slug)}/${kind}/${number}/sign`
/** The expenses of a board in a year; this one where none is given. */
export const expensesPath = (slug: string, year?: number): string =>
  `${boardPath(slug)}/expenses${year === undefined ? '' : `?year=${year}`}`
/** The same for finance. */
export const expensesCsvPath = (slug: string, year?: number): string =>
  `${boardPath(slug)}/expenses.csv${year === undefined ? '' : `?year=${year}`}`
/** Sets the budget of a year. */
export const expenseBudgetPath = (slug: string, year: number | string): string => `${boardPath(slug)}/expenses/budget/${year}`
/** Names somebody who approves expenses. */
export const newApproverPath = (slug: string): string => `${boardPath(slug)}/expenses/approvers/new`
/** Ends that somebody approves. */
export const endApproverPath = (slug: string, approver: string): string => `${boardPath(slug)}/expenses/approvers/${approver}/end`
/** Claims from a board. */
export const newClaimPath = (slug: string): string => `${boardPath(slug)}/expenses/new`
/** One claim. */
export const claimPath = (slug: string, claim: string): string => `${boardPath(slug)}/expenses/${claim}`
/** Changes a claim of one's own. */
export const changeClaimPath = (slug: string, claim: string): string => `${claimPath(slug, claim)}/change`
/** Takes a claim of one's own back. */
export const withdrawClaimPath = (slug: string, claim: string): string => `${claimPath(slug, claim)}/withdraw`
/** Approves a claim or returns it. */
export const settleClaimPath = (slug: string, claim: string): string => `${claimPath(slug, claim)}/settle`
/** Marks a claim as paid. */
export const payClaimPath = (slug: string, claim: string): string => `${claimPath(slug, claim)}/paid`
/** The receipt of a claim. */
export const receiptPath = (slug: string, claim: string): string => `${claimPath(slug, claim)}/receipt`
/** One's own claims on every board. */
export const myExpensesPath = '/me/expenses'
/** What one needs to take part in meetings. */
export const myNeedsPath = '/me/needs'
/** One's own inductions and signatures. */
export const myInductionPath = '/me/induction'
/** Says that one has had a step of an induction. */
export const doStepPath = (appointment: string, step: string): string => `${myInductionPath}/${appointment}/${step}`
/** The register of interests of a board. */
export const interestsPath = (slug: string): string => `${boardPath(slug)}/interests`
/** Records a dispensation for a member of a board. */
export const newDispensationPath = (slug: string): string => `${interestsPath(slug)}/dispensations/new`
/** Ends a dispensation before its time. */
export const endDispensationPath = (slug: string, dispensation: string): string =>
  `${interestsPath(slug)}/dispensations/${dispensation}/end`
/** How a board stands to others, on a day where one is given. */
export const relationshipsPath = (slug: string, on?: string): string =>
  `${boardPath(slug)}/relationships${on === undefined ? '' : `?on=${on}`}`
/** Relates a board to another. */
export const newRelationPath = (slug: string): string => `${relationshipsPath(slug)}/new`
/** Ends a relation. */
export const endRelationPath = (slug: string, relation: string): string => `${relationshipsPath(slug)}/${relation}/end`
/** What a board asked of others, and they of it. */
export const requestsPath = (slug: string): string => `${boardPath(slug)}/requests`
/** Records a request, concern or question. */
export const newRequestPath = (slug: string): string => `${requestsPath(slug)}/new`
/** One request, in the pages of one of its two boards. */
export const requestPath = (slug: string, request: string): string => `${requestsPath(slug)}/${request}`
/** Records the answer to a request. */
export const answerRequestPath = (slug: string, request: string): string => `${requestPath(slug, request)}/answer`
/** Withdraws a request. */
export const withdrawRequestPath = (slug: string, request: string): string => `${requestPath(slug, request)}/withdraw`
/** Hands the work of a board on to another. */
export const newHandoverPath = (slug: string): string => `${boardPath(slug)}/handover/new`
/** What a board cannot agree on, and what was taken to it. */
export const disputesPath = (slug: string): string => `${boardPath(slug)}/disputes`
/** Records a dispute. */
export const newDisputePath = (slug: string): string => `${disputesPath(slug)}/new`
/** One dispute, in the pages of its board or of one that it was taken to. */
export const disputePath = (slug: string, dispute: string): string => `${disputesPath(slug)}/${dispute}`
/** Does something with a dispute: 'up' its ladder, 'postpone', 'answer' or 'settle' it. */
export const disputeActPath = (slug: string, dispute: string, act: 'up' | 'postpone' | 'answer' | 'settle'): string =>
  `${disputePath(slug, dispute)}/${act}`
/** The protocols of a board, what they ask of it this year, and the reports it makes. */
export const protocolsPath = (slug: string): string => `${boardPath(slug)}/protocols`
/** Records what became of a duty in the cycle of a year. */
export const settleDutyPath = (slug: string, duty: string, year: number | string): string => `${protocolsPath(slug)}/${duty}/${year}`
/** Records a report that was made. */
export const newReportPath = (slug: string, relation: string): string => `${boardPath(slug)}/reports/${relation}/new`
/** The register of information sharing agreements, over all boards. */
export const sharingRegisterPath = '/sharing-agreements'
/** The sharing agreements that a board keeps. */
export const sharingPath = (slug: string): string => `${boardPath(slug)}/sharing-agreements`
/** Records a sharing agreement. */
export const newSharingPath = (slug: string): string => `${sharingPath(slug)}/new`
/** One sharing agreement. */
export const sharingAgreementPath = (slug: string, agreement: string): string => `${sharingPath(slug)}/${agreement}`
/** Changes, reviews or withdraws an agreement, or brings its signed paper. */
export const agreementStepPath = (slug: string, agreement: string, step: 'change' | 'review' | 'withdraw' | 'paper'): string =>
  `${sharingAgreementPath(slug, agreement)}/${step}`
/** Records the signature of a party to an agreement. */
export const signAgreementPath = (slug: string, agreement: string, organisation: string): string =>
  `${sharingAgreementPath(slug, agreement)}/parties/${organisation}/sign`
/** The signed paper of an agreement. */
export const signedPaperPath = (slug: string, agreement: string): string => `${sharingAgreementPath(slug, agreement)}/signed.pdf`
/** Sets up a protocol. */
export const newProtocolPath = '/protocols/new'
/** One protocol. */
export const protocolPath = (id: string): string => `/protocols/${id}`
/** Changes a protocol, or ends it. */
export const changeProtocolPath = (id: string): string => `${protocolPath(id)}/change`
/** Records the signature of a party. */
export const signProtocolPath = (id: string, party: string): string => `${protocolPath(id)}/parties/${party}/sign`
/** Adds a duty to a protocol. */
export const newDutyPath = (id: string): string => `${protocolPath(id)}/duties/new`
/** Ends a duty. */
export const endDutyPath = (id: string, duty: string): string => `${protocolPath(id)}/duties/${duty}/end`
/** Gives a board another status. */
export const statusPath = (slug: string): string => `${boardPath(slug)}/status`
/** Names the partnership. */
export const partnershipNamePath = '/admin/name'

/** Where an administrator sets the partnership's own mark. */
export const partnershipLogoPath = '/admin/logo'
/** All organisations. */
export const organisationsPath = '/organisations'
/** Adds an organisation. */
export const newOrganisationPath = '/organisations/new'
/** One organisation. */
export const organisationPath = (id: string): string => `${organisationsPath}/${id}`
/** Changes an organisation. */
export const changeOrganisationPath = (id: string): string => `${organisationPath(id)}/change`
/** The bank holidays by which days are counted. */
export const bankHolidaysPath = '/bank-holidays'
/** All teams. */
export const teamsPath = '/teams'
/** Adds a team. */
export const newTeamPath = '/teams/new'
/** One team. */
export const teamPath = (id: string): string => `${teamsPath}/${id}`
/** Changes a team, or ends it. */
export const changeTeamPath = (id: string): string => `${teamPath(id)}/change`
/** Takes somebody into a team. */
export const newTeamMemberPath = (id: string): string => `${teamPath(id)}/members/new`
/** Says until when somebody was in a team. */
export const endTeamMemberPath = (id: string, member: string): string => `${teamPath(id)}/members/${member}/end`
/** What can become of an organisation, to choose one. */
export const successionPath = (id: string): string => `${organisationPath(id)}/succession`
/** Takes back what was recorded to have become of an organisation by one act. */
export const takeBackPath = (id: string, act: string): string => `${successionPath(id)}/acts/${act}/take-back`
/** Says what became of an organisation: 'merge', 'split', 'replace' or 'end'. */
export const successionActPath = (id: string, act: string): string => `${successionPath(id)}/${act}`
/** Shows what hangs on it, and confirms it. */
export const confirmSuccessionPath = (
  id: string,
  act: string,
  plan?: {
    readonly onDay: Temporal.PlainDate
    readonly others: readonly string[]
    readonly successors: readonly string[]
    readonly created: readonly string[]
  },
): string => {
  const path = `${successionActPath(id, act)}/confirm`
  if (plan === undefined) return path
  const query = [
    ['day', plan.onDay.toString()] as const,
    ...plan.others.map((other) => ['with', other] as const),
    ...plan.successors.map((other) => ['into', other] as const),
    ...plan.created.map((name) => ['new', name] as const),
  ]
  return `${path}?${query.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`
}
/** Adds a person. */
export const newPersonPath = '/people/new'
/** The directory of people, for those who keep it. */
export const peoplePath = '/people'
/** One person. */
export const personPath = (id: string): string => `/people/${id}`
/** Changes a person's name and addresses. */
export const changePersonPath = (id: string): string => `${personPath(id)}/change`
/** Invites a person to sign in. */
export const invitePersonPath = (id: string): string => `${personPath(id)}/invite`
/** Invites a person again. */
export const invitePersonAgainPath = (id: string): string => `${personPath(id)}/invite-again`
/** How one is reached oneself. */
export const myContactPath = '/me/contact'
/** Records a post. */
export const newPostPath = (id: string): string => `${personPath(id)}/posts/new`
/** Ends a post. */
export const endPostPath = (person: string, post: string): string => `${personPath(person)}/posts/${post}/end`
/** One's own register of interests. */
export const myInterestsPath = '/me/interests'
/** Declares an interest. */
export const newInterestPath = '/me/interests/new'
/** Amends an interest of one's own. */
export const changeInterestPath = (id: string): string => `${myInterestsPath}/${id}/change`
/** Ends an interest of one's own. */
export const endInterestPath = (id: string): string => `${myInterestsPath}/${id}/end`
/** Confirms that one's register is right. */
export const reviewInterestsPath = '/me/interests/review'
