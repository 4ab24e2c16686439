type Details = Readonly<Record<string, number | string>>

const NOT_DUE = 'Not due yet'
const NO_RECORD = 'No record'
const NOT_STATED = 'Not stated'

/** Why a rule is not tested, in a word, for codes whose sentence says no more than that. */
export const whyUntested: Readonly<Record<string, string>> = {
  ...{ 'no-certificate': NO_RECORD, 'no-attendance': NO_RECORD, 'frequency-unrecorded': NO_RECORD, 'length-untimed': NO_RECORD },
  ...{ 'standing-none': NO_RECORD, 'registers-none': NO_RECORD, 'no-seats': NO_RECORD },
  ...{ 'draft-none': NOT_DUE, 'published-none': NOT_DUE, 'frequency-young': NOT_DUE },
  ...{ 'frequency-open': NOT_STATED, 'attendance-no-share': NOT_STATED, 'by-a-person': 'A person reads it' },
}

const many = (count: unknown, one: string, more = `${one}s`): string => `${count} ${Number(count) === 1 ? one : more}`
const was = (count: unknown): string => (Number(count) === 1 ? 'was' : 'were')

/** What is said of papers: when they were handed in, and the consents to late ones (G10, M5). */
export function paperSentences({ bad, of, admitted }: Details) {
  const consent = Number(admitted) > 0 ? ` ${admitted} of them with the consent that the terms name.` : ''
  return {
    'papers-none': { evidence: 'No day on which a paper was handed in is recorded, or none that you may see.', word: NO_RECORD },
    'papers-ahead': { evidence: `${many(of, 'paper')} to come; the day on which they are due is ahead.`, word: NOT_DUE },
    'papers-late': {
      evidence: `${many(bad, 'paper')} of ${of} ${was(bad)} handed in late or ${Number(bad) === 1 ? 'is' : 'are'} overdue.${consent}`,
      next: 'Ask the authors for what is overdue; say no to the next late paper, or record the consent that the terms ask for.',
      page: 'agenda' as const,
    },
    'papers-admitted': {
      evidence: `${many(bad, 'paper')} of ${of} ${was(bad)} handed in late, with every consent that the terms name.`,
      next: 'Ask the authors to hand in earlier: a late paper is for exceptions.',
      page: 'agenda' as const,
    },
    'papers-soon': {
      evidence: `${many(bad, 'paper')} must be handed in now.`,
      next: 'Remind the authors.',
      page: 'agenda' as const,
    },
    'papers-met': { evidence: `${many(of, 'paper')} ${was(of)} handed in by the day.`, page: 'agenda' as const },
    'late-no-day': {
      evidence: 'The terms name no day by which papers are due, so that none is late.',
      next: 'State the day in the terms.',
      page: 'terms' as const,
      word: NOT_STATED,
    },
    'late-without': {
      evidence: `${many(bad, 'late paper')} of ${of} went out without every consent that the terms name.`,
      next: 'Record each consent, with its reason, before a late paper goes out.',
      page: 'agenda' as const,
    },
    'late-asking': {
      evidence: `${many(bad, 'late paper')} of ${of} ${Number(bad) === 1 ? 'waits' : 'wait'} for the consent that the terms name.`,
      next: 'Ask for the consent, or take the paper off.',
      page: 'agenda' as const,
    },
    'late-consented': { evidence: `${many(of, 'late paper')} had every consent that the terms name.`, page: 'agenda' as const },
    'late-none': { evidence: `None of ${many(of, 'paper')} that ${was(of)} handed in was late.`, page: 'meetings' as const },
  }
}

/** What is said of items that were nominated (G10). */
export function nominationSentences({ bad, of }: Details) {
  return {
    'nominated-none': {
      evidence: 'No item that was taken was nominated here for a meeting of the last twelve months, or none that you may see.',
      next: 'Let members nominate items on the forward plan.',
      page: 'plan' as const,
      word: NO_RECORD,
    },
    'nominated-late': {
      evidence: `${many(bad, 'item')} of ${of} ${was(bad)} taken although nominated after the last day.`,
      next: 'Take late items at the meeting after, and tell members the last day.',
      page: 'agenda' as const,
    },
    'nominated-met': { evidence: `${many(of, 'item')} ${was(of)} nominated by the last day.`, page: 'agenda' as const },
    'intake-none': {
      evidence: 'No item was nominated in the last twelve months, or none that you may see.',
      page: 'plan' as const,
      word: NO_RECORD,
    },
    'intake-passed-over': {
      evidence: `${many(bad, 'nominated item')} of ${of} ${was(bad)} neither accepted nor refused before the board met again.`,
      next: 'Accept each, or refuse it with a reason.',
      page: 'plan' as const,
    },
    'intake-unexplained': {
      evidence: `${many(bad, 'item')} of ${of} ${was(bad)} refused without a reason.`,
      next: 'Tell whoever nominated it why.',
      page: 'plan' as const,
    },
    'intake-purpose': {
      evidence: `${many(bad, 'item')} of ${of} ${was(bad)} accepted that ${Number(bad) === 1 ? 'needs' : 'need'} no decision; the terms take only those that do.`,
      next: 'Send such items round in writing, or change the terms.',
      page: 'plan' as const,
    },
    'intake-waiting': {
      evidence: `${many(bad, 'nominated item')} of ${of} ${Number(bad) === 1 ? 'waits' : 'wait'} for an answer.`,
      next: 'Accept each, or refuse it with a reason.',
      page: 'plan' as const,
    },
    'intake-met': {
      evidence: `${many(of, 'nominated item')} ${was(of)} accepted, or refused with a reason.`,
      page: 'plan' as const,
    },
  }
}

/** What is said of how open meetings and packs are to the public (M7). */
export function opennessSentences({ bad, of }: Details) {
  return {
    'open-not-promised': { evidence: 'The terms promise the public neither open meetings nor papers.', word: NOT_STATED },
    'open-none': {
      evidence: 'No pack of a meeting of the last twelve months is recorded, or none that you may see.',
      next: 'Publish packs here, so that it is proved.',
      page: 'meetings' as const,
      word: NO_RECORD,
    },
    'open-closed': {
      evidence: `${many(bad, 'meeting')} of ${of} ${was(bad)} held in private.`,
      next: 'Call the next ones as open to the public; exclude the public from single items only, by resolution.',
      page: 'agenda' as const,
    },
    'open-planned-closed': {
      evidence: `${many(bad, 'meeting')} ahead ${Number(bad) === 1 ? 'is' : 'are'} called as private.`,
      next: 'Open the meeting to the public.',
      page: 'agenda' as const,
    },
    'open-minutes': {
      evidence: `The minutes of ${many(bad, 'meeting')} are approved and not published.`,
      next: 'Publish the minutes.',
      page: 'minutes' as const,
    },
    'open-kept-back': {
      evidence: `${many(bad, 'pack')} of ${of} went to members and ${was(bad)} not published.`,
      next: 'Publish the public edition.',
      page: 'notice' as const,
    },
    'open-members-first': {
      evidence: `${many(bad, 'pack')} of ${of} ${was(bad)} published only after members were told.`,
      next: 'Publish the pack at the moment in which members are told.',
      page: 'notice' as const,
    },
    'open-packs': {
      evidence: `${many(of, 'pack')} ${was(of)} public from the moment in which members were told.`,
      page: 'notice' as const,
    },
    'open-meetings': { evidence: `${many(of, 'meeting')} ${was(of)} open to the public.`, page: 'agenda' as const },
  }
}

/** What is said of the copies of exempt papers that were handed out (M16). */
export function copySentences({ bad, of }: Details) {
  return {
    'copies-none': {
      evidence: 'No copy of an exempt paper of a past meeting is recorded, or none that you may see.',
      page: 'meetings' as const,
      word: NO_RECORD,
    },
    'copies-no-day': { evidence: 'The terms name no day by which copies are destroyed.', page: 'terms' as const, word: NOT_STATED },
    'copies-ahead': { evidence: 'The day by which the copies are destroyed is ahead.', page: 'meetings' as const, word: NOT_DUE },
    'copies-open': {
      evidence: `Nobody has said what became of ${many(bad, 'copy', 'copies')} of ${of}, and the day by which they are destroyed is over.`,
      next: 'Ask the holders to confirm, or note what you know.',
      page: 'copies' as const,
    },
    'copies-late': {
      evidence: `${many(bad, 'copy', 'copies')} of ${of} ${was(bad)} confirmed as destroyed or handed back after the last day.`,
      next: 'Ask holders on the day of the meeting.',
      page: 'copies' as const,
    },
    'copies-uncertified': {
      evidence: `Every copy is destroyed or handed back; for ${many(bad, 'meeting')} no certificate is drawn up.`,
      next: 'Draw up the certificate of destruction.',
      page: 'copies' as const,
    },
    'copies-gone': {
      evidence: `${many(of, 'copy', 'copies')} ${was(of)} destroyed or handed back in time, with certificates.`,
      page: 'copies' as const,
    },
  }
}

/** What is said of what a board owes others: reports (G14) and the duties of protocols (G15). */
export function owedSentences({ bad, of, what }: Details) {
  return {
    'reports-none': {
      evidence: 'No board to which this one reports by a cadence is recorded.',
      next: 'Record to whom it reports and how often.',
      page: 'reports' as const,
      word: NO_RECORD,
    },
    'reports-unrecorded': {
      evidence: `${many(bad, 'report')} of ${of} ${was(bad)} due, and none was ever recorded.`,
      next: 'Make the report, or note the day on which it was made.',
      page: 'reports' as const,
    },
    'reports-soon': {
      evidence: `${many(bad, 'report')} of ${of} ${Number(bad) === 1 ? 'is' : 'are'} due within a month.`,
      next: 'Make the report.',
      page: 'reports' as const,
    },
    'duties-overdue': {
      evidence: `${many(bad, 'duty', 'duties')} of ${of} under protocols ${was(bad)} not done within the window.`,
      next: 'Do it, or agree with the other parties that it is waived, and note it.',
      page: 'reports' as const,
    },
    'duties-soon': {
      evidence: `The window of ${many(bad, 'duty', 'duties')} of ${of} under protocols closes within a month.`,
      next: 'Do it, and note the day.',
      page: 'reports' as const,
    },
    'duties-late': {
      evidence: `${many(bad, 'duty', 'duties')} of ${of} under protocols ${was(bad)} done after the window closed.`,
      next: 'Put the duties on the forward plan in time.',
      page: 'reports' as const,
    },
    'duties-met': {
      evidence: `${many(of, 'duty', 'duties')} under protocols ${was(of)} done in the last twelve months.`,
      page: 'reports' as const,
    },
    'duties-ahead': { evidence: 'No window of a duty under protocols closes within a month.', page: 'reports' as const, word: NOT_DUE },
    ...yearlySentences({ bad: bad ?? 0, of: of ?? 0, what: what ?? '' }),
  }
}

/** What is said of duties that come back every year (P11). */
function yearlySentences({ bad, of, what }: Details) {
  const page = 'yearly' as const
  return {
    'yearly-overdue': {
      evidence: `${many(bad, 'duty', 'duties')} of ${of} of the year ${was(bad)} not done in its months: ${what}.`,
      next: 'Do it, or record why it is not done this time.',
      page,
    },
    'yearly-soon': {
      evidence: `The months of ${many(bad, 'duty', 'duties')} of ${of} of the year end within a month.`,
      next: 'Do it, and record what shows it.',
      page,
    },
    'yearly-late': {
      evidence: `${many(bad, 'duty', 'duties')} of ${of} of the year ${was(bad)} done after its months.`,
      next: 'Put it on the forward plan in time.',
      page,
    },
    'yearly-met': { evidence: `${many(of, 'duty', 'duties')} of the year ${was(of)} done or waived with a reason.`, page },
    'yearly-ahead': { evidence: 'Nothing that is owed every year is due yet.', page, word: NOT_DUE },
  }
}
