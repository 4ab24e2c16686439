import { type AccessMatrix, anyone, type Role } from './access.ts'
import { ownAccess } from './own-access.ts'

/** Records of the whole partnership belong to no body, so every clerk is an 'other-clerk' towards them. */
const keepers: readonly Role[] = ['clerk', 'other-clerk', 'administrator']
const administrators: readonly Role[] = ['administrator']
const ofTheBody: readonly Role[] = ['clerk', 'administrator']
const self: readonly Role[] = ['self']

/** What everybody may read and the named roles may do. */
const open = (who: readonly Role[], ...verbs: string[]): Readonly<Record<string, readonly Role[]>> => ({
  read: anyone,
  ...Object.fromEntries(verbs.map((verb) => [verb, who])),
})

/**
 * Who may do what with the records of governance. The policies of migration 0007 say the same in SQL, and tests hold the two together.
 * An interest's states are 'public' and 'sensitive'; a terms version's are 'draft', 'adopted' and 'withdrawn'. Everything else has one state, 'any'.
 * A 'clerk' towards a person's interest is the clerk of a body on which that person has ever filled a seat.
 */
export const governanceAccess: AccessMatrix = {
  partnership: { any: open(administrators, 'change') },
  // What became of one ends the appointments of every board that name it, so clerks of one board do not say it.
  organisation: { any: { ...open(keepers, 'add', 'change'), succeed: administrators } },
  'dated-rule': { any: open(administrators, 'add', 'end', 'correct') },
  'bank-holiday': { any: open(administrators, 'add', 'withdraw') },
  team: { any: open(keepers, 'add', 'change') },
  area: { any: open(administrators, 'add', 'change') },
  person: { any: { ...open(keepers, 'add', 'change', 'list'), invite: administrators } },
  // A 'clerk' towards somebody's address is the clerk of a body to which that person belongs or belonged; who belongs nowhere is entered by any clerk.
  'person-contact': { any: { read: [...keepers, 'self'], change: ['clerk', 'administrator', 'self'] } },
  post: { any: open(keepers, 'add', 'end') },
  body: { any: open(administrators, 'add', 'change', 'set-status', 'relate') },
  // The clerk of the body that asked withdraws, that of the body that was asked answers; for a body without a clerk here, the other's.
  'body-request': {
    public: open(['clerk'], 'add', 'answer', 'withdraw'),
    members: { read: ['member', 'deputy', 'chair', 'clerk'], add: ['clerk'], answer: ['clerk'], withdraw: ['clerk'] },
  },
  // A board hands on its own work: its clerk, or an administrator where it has none any more.
  handover: { any: open(ofTheBody, 'add') },
  // The clerk of the board that cannot agree takes it up its ladder; clerk or chair of the board that it went to answer, or the person.
  dispute: {
    public: { ...open(['clerk'], 'raise', 'take-up', 'postpone', 'settle'), answer: ['clerk', 'chair', 'self'] },
    members: {
      read: ['member', 'deputy', 'chair', 'clerk', 'self'],
      ...{ raise: ['clerk'], 'take-up': ['clerk'], postpone: ['clerk'], settle: ['clerk'], answer: ['clerk', 'chair', 'self'] },
    },
  },
  protocol: { any: open(administrators, 'add', 'change', 'sign') },
  // The clerk of the body that owes it; where that has no clerk here, the clerk of another party, or of the body that is reported to.
  'duty-outcome': { any: open(['clerk'], 'record') },
  'report-made': { any: open(['clerk'], 'record') },
  // Whoever owns an agreement leads it, and sees to its review.
  'sharing-agreement': {
    public: { ...open(ofTheBody, 'add', 'change', 'sign'), review: [...ofTheBody, 'lead'] },
    members: {
      read: ['member', 'deputy', 'chair', ...ofTheBody, 'lead'],
      ...{ add: ofTheBody, change: ofTheBody, sign: ofTheBody, review: [...ofTheBody, 'lead'] },
    },
  },
  delegation: { any: open(ofTheBody, 'add', 'revoke') },
  seat: { any: open(ofTheBody, 'add', 'change', 'end') },
  'composition-rule': { any: open(ofTheBody, 'add', 'end') },
  appointment: { any: open(ofTheBody, 'add', 'end', 'import') },
  'deputy-authorisation': { any: open(ofTheBody, 'add', 'end') },
  office: { any: open(ofTheBody, 'add', 'end') },
  dispensation: { any: { read: ['member', 'deputy', 'chair', 'clerk', 'self'], add: ['clerk', 'chair'], end: ['clerk', 'chair'] } },
  terms: {
    draft: { read: ofTheBody, add: ofTheBody, change: ofTheBody, adopt: ofTheBody, withdraw: ofTheBody },
    adopted: { read: anyone, export: anyone },
    withdrawn: { read: anyone, export: anyone },
  },
  interest: {
    public: { read: anyone, add: self, change: self, end: self, review: self },
    sensitive: { read: ['self', 'clerk'], add: self, change: self, end: self, review: self },
  },
  ...ownAccess,
}
