// Door two: the reads and commands of voice that other parts may call.

export { forgetFeedback } from './commands/feedback-told.ts'
export { findAnswers } from './queries/answers.ts'
export { voiceKinds } from './queries/archive-kinds.ts'
export { findVoiceDuties, type VoiceDuty } from './queries/duties.ts'
export { findDecisionsHeard } from './queries/heard.ts'
