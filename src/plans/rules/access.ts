import { type AccessMatrix, anyone, type Role } from '#governance/public.ts'

const preparers: readonly Role[] = ['clerk', 'chair', 'lead']
const fullSight: readonly Role[] = ['member', 'deputy', 'chair', 'clerk', 'lead']
const clerk: readonly Role[] = ['clerk']
/** 'self': somebody who must read it, whether or not they sit on the board. */
const toldToRead: readonly Role[] = [...fullSight, 'self']
const clerkOrLead: readonly Role[] = ['clerk', 'lead']

/** What the clerk may do with a plan and its texts, whoever may read it. */
const keptByClerk = (read: readonly Role[]): Readonly<Record<string, readonly Role[]>> => ({ read, change: clerk })

/**
 * Who may do what with plans. The states are the sights of a version: 'draft' (those who prepare it, and who is to lead something of it), 'members'
 * (those who may read everything of its board) and 'public'. The policies of migration 0117 say the same in SQL, and tests hold the two together.
 */
export const plansAccess: AccessMatrix = {
  // 'make' is asked before there is a plan.
  plans: { any: { read: anyone, make: clerk } },
  'plan-version': { draft: keptByClerk(preparers), members: keptByClerk(fullSight), public: keptByClerk(anyone) },
  // The words of priorities, outcomes and actions. Whoever leads one sees it; 'lead' is towards that one record.
  'plan-row': { draft: keptByClerk(preparers), members: keptByClerk(fullSight), public: keptByClerk(anyone) },
  // How it goes: whoever leads says it; 'rate' sets a colour beside the computed one.
  'plan-progress': {
    draft: { read: preparers, say: clerkOrLead, rate: clerkOrLead },
    members: { read: fullSight, say: clerkOrLead, rate: clerkOrLead },
    public: { read: anyone, say: clerkOrLead, rate: clerkOrLead },
  },
  // What a board says to a plan that was put to it, towards that board. Who reads it is settled with the version.
  'plan-approval': { any: { read: [...fullSight, 'other-clerk'], answer: clerk } },
  // Needs assessments: 'make' is asked before there is one. Their programme, and what stands in them.
  'needs-programme': { any: { read: anyone, make: clerk } },
  'needs-assessment': {
    draft: keptByClerk(['clerk', 'chair']),
    members: keptByClerk(['member', 'deputy', 'chair', 'clerk']),
    public: keptByClerk(anyone),
  },
  // Risks: 'make' is asked before there is one. Whoever owns one sees it.
  'risk-register': { any: { read: anyone, make: clerk } },
  risk: {
    draft: keptByClerk(['clerk', 'chair', 'lead']),
    members: keptByClerk(fullSight),
    public: keptByClerk(anyone),
  },
  // The scale of risks is the whole partnership's: it is never changed, a later version follows it.
  'risk-scale': { any: { read: anyone, add: ['administrator'] } },
  // Equality impact assessments: 'make' is asked before there is one.
  'equality-assessments': { any: { read: anyone, make: clerk } },
  'equality-assessment': {
    draft: keptByClerk(['clerk', 'chair']),
    members: keptByClerk(['member', 'deputy', 'chair', 'clerk']),
    public: keptByClerk(anyone),
  },
  // Annual and half-yearly reports: 'make' is asked before there is one. A draft is for those who prepare it.
  'plan-reports': { any: { read: anyone, make: clerk } },
  'plan-report': {
    draft: keptByClerk(['clerk', 'chair']),
    members: keptByClerk(['member', 'deputy', 'chair', 'clerk']),
    public: keptByClerk(anyone),
  },
  // What of a plan is off track: for its board and whoever leads or sponsors that row, who raises it too; 'change' is to answer and to close it.
  'plan-exception': { members: { read: fullSight, raise: clerkOrLead, change: clerk } },
  // What a board owes every year, and what became of it: everybody reads that, its clerk keeps it.
  'plan-duties': { any: { read: anyone, keep: clerk } },
  // The library of procedures: 'make' is asked before there is one. Its owner ('lead') writes drafts, asks people about them, reviews it and answers what is said
  // of it; the clerk issues and withdraws. 'confirm' is to say that one has read it, 'say' to give feedback; 'names' is who has read it.
  procedures: { any: { read: anyone, make: clerk } },
  procedure: {
    draft: { read: preparers, change: clerkOrLead, issue: clerk, names: preparers },
    members: { read: fullSight, change: clerkOrLead, issue: clerk, names: preparers, confirm: toldToRead, say: toldToRead },
    public: { read: anyone, change: clerkOrLead, issue: clerk, names: preparers, confirm: ['signed-in'], say: ['signed-in'] },
  },
  // Communication plans: 'make' is asked before there is one. Its owner ('lead') says who is to hear what; the clerk shows and closes it. Towards one thing of it
  // whoever sees to that leads as well, and says what came of it.
  communications: { any: { read: anyone, make: clerk } },
  communication: {
    draft: { read: preparers, change: clerkOrLead, keep: clerk },
    members: { read: fullSight, change: clerkOrLead, keep: clerk },
    public: { read: anyone, change: clerkOrLead, keep: clerk },
  },
  'communication-item': {
    draft: { read: preparers, report: clerkOrLead },
    members: { read: fullSight, report: clerkOrLead },
    public: { read: anyone, report: clerkOrLead },
  },
  // Submissions to national bodies: whoever owns a condition ('lead') reads what it stands under, and says that it is met.
  'plan-submission': { members: { read: fullSight, change: clerk }, public: { read: anyone, change: clerk } },
  'submission-condition': { members: { read: fullSight, meet: clerkOrLead }, public: { read: anyone, meet: clerkOrLead } },
  // Which priority of a plan rests on which need: the clerk of the plan says so.
  'needs-use': { any: { read: anyone, keep: clerk } },
}
