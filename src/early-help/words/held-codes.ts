import { entitledWords, sentWords } from './access-request.ts'
import { capacityWords, verdictWords as viewWords } from './assessment.ts'
import * as casework from './casework.ts'
import { groundWords, purposeOfReadingWords, shieldReasonWords } from './guard.ts'
import { adultWords, channelWords, decisionWords, eventWords, settledAsWords, transitionWords } from './movement.ts'
import { addressWords, factWords, identifierWords, livesWithWords, nameWords, provenanceWords, responsibilityWords } from './people.ts'
import { childAnswerWords, editionWords, verdictWords as planWords, presenceWords, progressWords, renewalWords } from './plan.ts'
import { rightVerdictWords } from './putting-right.ts'
import { noteWords } from './supervision.ts'
import { absenceWords, capturedWords, occasionWords, roleWords } from './voice.ts'

const classes = casework.classWords

/** What the codes of a record mean, by the part of it in which they stand: an answer to whoever asks what is held is read by people. */
export const heldCodes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  agreement_answer: renewalWords,
  answer: { ...childAnswerWords, ...adultWords },
  basis: casework.basisWords,
  capacity: capacityWords,
  captured: capturedWords,
  channel: { ...sentWords, ...channelWords, 'read-here': 'Read here', mail: 'By mail', spoken: 'Spoken' },
  class: classes,
  classes,
  closure_reason: casework.closureWords,
  decision: decisionWords,
  edition: editionWords,
  entitled_by: { ...entitledWords, ...casework.entitlementWords },
  evidence: casework.evidenceWords,
  ground: groundWords,
  kind: {
    ...transitionWords,
    ...factWords,
    ...identifierWords,
    ...nameWords,
    ...addressWords,
    ...noteWords,
    ...{ asked: 'Somebody asked for it', mistake: 'A mistake', feedback: 'Feedback', moderation: 'A second look' },
    ...{ worried: 'What we are worried about', well: 'What goes well', happen: 'What needs to happen' },
  },
  lives_with: livesWithWords,
  occasion: occasionWords,
  part: casework.partWords,
  presence: presenceWords,
  progress: progressWords,
  provenance: provenanceWords,
  purpose: purposeOfReadingWords,
  reason: { ...casework.closureWords, ...casework.emergencyWords, ...shieldReasonWords },
  relation: { lead: 'As the lead', member: 'In the team', 'co-ordinator': 'As the co-ordinator' },
  responsibility: responsibilityWords,
  role: { ...roleWords, practitioner: 'Practitioner' },
  settled_as: settledAsWords,
  source: {
    ...{
      people: 'Who belongs to the family',
      about: 'Whom it is about',
      outside: 'Family outside the home',
      facts: 'What is known of them',
    },
    ...{ lead: 'Who leads', request: 'What was asked for', agreement: 'What was agreed', signs: 'What the family says' },
  },
  stance: casework.stanceWords,
  standing: { ...absenceWords, answered: 'Answered', read: 'A number was given', declined: 'Declined to say' },
  state: {
    ...{ proposed: 'Proposed', accepted: 'Accepted', declined: 'Declined', done: 'Done', ended: 'Ended', planned: 'Planned' },
    ...{ live: 'Under way', approved: 'Minutes approved', cancelled: 'Cancelled' },
  },
  verdict: { ...viewWords, ...planWords, ...casework.verdictWords, ...rightVerdictWords },
  what: { ...casework.lookWords, ...eventWords },
}
