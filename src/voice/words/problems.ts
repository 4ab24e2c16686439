import type { FieldProblem } from '#platform/result.ts'

const sentences: Readonly<Record<string, string>> = {
  'whose-missing': 'Choose whose voice it is',
  'in-the-future': 'That day is still to come',
  'before-it-opened': 'The consultation was not open on that day yet',
  'public-already': 'This is public already, and what was public stays public',
  'own-words': 'You entered these words yourself. Another person checks them, so that two people have read them before anybody else does',
  'published-already': 'What came in is published already: its numbers no longer change',
  'still-open': 'The consultation is still open. Publish once it is closed',
  'nothing-came-in': 'No response is recorded yet. Enter at least one first',
  'response-gone': 'This response was taken away already',
  'invited-half': 'Say how many were invited and how that is known, or leave both empty',
  'group-is-one': 'A group’s response is one response. Say how large the group is below',
  'did-or-reason': 'Say what was done, or why nothing was',
  'did-and-reason': 'Say either what was done or why nothing was, not both',
  'decision-without-did': 'A decision belongs to something that was done. Say what was done, or choose no decision',
  'attached-already': 'It is linked with that already',
  'feedback-busy': 'So much was sent that nothing more can be taken now. Try again later, or write to the clerk of the board',
  'feedback-over': 'This is answered, on record or set aside already',
  'rating-missing': 'Choose how good it was',
  'rule-missing': 'Choose within what time it must be answered',
  'calendar-not-known': 'Bank holidays are not known that far ahead, so that working days cannot be counted',
  'no-extension': 'This stage cannot be made longer',
  'not-later': 'Choose a later day than the one it has now',
  'longer-than-allowed': 'That is longer than the procedure allows',
  'before-it-came': 'That is before it came in',
  'nobody-known': 'Before everybody can read it, say that nobody can be known by it',
  'ends-before-it-begins': 'The last day is before the first',
  'period-not-over': 'The period is not over yet. Its numbers are told once, when it is',
  'period-told':
    'Numbers of a part of that period were told already. They are told once, so that nobody can be found by comparing two releases',
  'happened-after': 'It came before that day. Enter the day on which it happened, or leave it empty',
  'not-looked-at': 'Something of that period was not looked at yet. Take it or set it aside first',
}

const required: Readonly<Record<string, string>> = {
  title: 'Say what was held',
  words: 'Write what was said',
  said: 'Say what people said',
  why: 'Say what it tells about that',
  groupName: 'Name the group',
  groupSize: 'Say how many people the group speaks for',
  reason: 'Say why',
  name: 'Name the theme',
  service: 'Name the service',
  summary: 'Say what it is about',
  because: 'Say why',
  answer: 'Write the answer',
}

/** A sentence for every problem that recording what people said can have; undefined leaves it to the common words. */
export function problemWords({ code, field, details }: FieldProblem): string | undefined {
  if (code === 'brought-late')
    return `It came late: ${details?.last} was its last day (${details?.months} months; ${details?.source}). Say why it is taken all the same, or set it aside above with words that whoever sent it can be told`
  if (code === 'required') return required[field]
  if (code === 'choice-missing') return field === 'whose' ? sentences['whose-missing'] : undefined
  return sentences[code]
}
