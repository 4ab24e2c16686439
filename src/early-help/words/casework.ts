import type { StatusMeaning } from '#platform/web/components/status-pill.tsx'
import type { ContentClass } from '../rules/access.ts'
import type { AgreementStanding, StandStanding } from '../rules/agreement.ts'
import type { ClosureReason, EpisodeState } from '../rules/episode.ts'

/** How a family's record stands. */
export const stateWords: Readonly<Record<EpisodeState, readonly [StatusMeaning, string]>> = {
  asked: ['warning', 'Family not asked yet'],
  'lead-vacant': ['bad', 'Nobody leads'],
  open: ['good', 'Open'],
  refused: ['neutral', 'Family refused'],
  closed: ['neutral', 'Closed'],
}

/** How an agreement stands. */
export const standingWords: Readonly<Record<AgreementStanding, readonly [StatusMeaning, string]>> = {
  'in-force': ['good', 'In force'],
  'needs-renewal': ['warning', 'Needs renewal'],
  withdrawn: ['bad', 'Withdrawn'],
  refused: ['neutral', 'Refused'],
}

/** How a disagreement about an agreement stands. */
export const standWords: Readonly<Record<StandStanding, readonly [StatusMeaning, string]>> = {
  waits: ['warning', 'Not settled: the narrower holds'],
  narrower: ['neutral', 'Settled: the narrower holds'],
  'as-agreed': ['neutral', 'Settled: the agreement is enough'],
  over: ['good', 'They agree now'],
}

/** What somebody else who may decide says. */
export const stanceWords = {
  objects: 'They object to all of it',
  narrower: 'They agree to less',
} as const

/** How a disagreement can be settled. */
export const verdictWords = {
  narrower: 'The narrower holds: only what both agree to is open',
  'as-agreed': 'The agreement is enough: one with parental responsibility may act alone here',
} as const

/** What can be opened of a record. */
export const classWords: Readonly<Record<ContentClass, string>> = {
  family: 'Who belongs to the family',
  assessment: 'What was asked for, and the assessment',
  voice: 'What the children and parents said',
  plan: 'The plan and its reviews',
}

/** Why a record is closed. */
export const closureWords: Readonly<Record<ClosureReason, string>> = {
  'needs-met': 'Needs are met',
  'single-agency': 'One agency goes on alone',
  'stepped-up': 'Stepped up to social care, which accepted',
  withdrew: 'The family withdrew its agreement',
  'not-engaging': 'The family does not engage',
  moved: 'The family moved away',
  'aged-out': 'The children have grown up',
  duplicate: 'Entered twice, or by mistake',
  died: 'Somebody died',
  other: 'Another reason',
  refused: 'The family did not agree to help',
}

/** Who may agree. */
export const entitlementWords = {
  responsibility: 'Somebody with parental responsibility',
  'competent-child': 'A child who can decide this',
} as const

/** How an agreement is evidenced. */
export const evidenceWords = { signed: 'Signed on paper', spoken: 'Spoken, and written down here', online: 'Given online' } as const

/** On what basis something is shared without agreement. */
export const basisWords = {
  'public-task': 'Public task (UK GDPR Article 6(1)(e))',
  'legal-obligation': 'A legal obligation (Article 6(1)(c))',
  'vital-interests': 'To protect a life (Article 6(1)(d))',
  'legitimate-interests': 'Legitimate interests of a voluntary body (Article 6(1)(f))',
} as const

/** Roles of a post. */
export const postRoleWords = {
  practitioner: 'Practitioner',
  'co-ordinator': 'Co-ordinator of a locality',
  governance: 'Owner of information governance',
  'agency-lead': 'Lead of an agency’s practice',
} as const

/** Who somebody of a family is. */
export const partWords = { child: 'Child', parent: 'Parent or carer', other: 'Somebody else' } as const

/** What a look was. */
export const lookWords = {
  page: 'Opened the record',
  existence: 'Asked whether somebody is involved',
  change: 'Wrote in the record',
  emergency: 'Opened the record in an emergency',
  supervised: 'Read the record to supervise the work',
  told: 'Read what whoever asked for help is told',
} as const

/** Why a family may be opened in an emergency. */
export const emergencyWords = {
  'child-at-risk': 'A child is at risk of harm now',
  crime: 'To prevent a serious crime',
  health: 'A life or health is in danger',
  other: 'Another reason',
} as const
