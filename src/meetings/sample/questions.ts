import { readAs } from '#platform/database/session.ts'
import { askAbsence } from '../commands/absence/ask-absence.ts'
import { draftLetter } from '../commands/absence/officer-letter.ts'
import { answerQuestion, askAuthor } from '../commands/paper/question-author.ts'
import { bringAsClerk, bringAsMember } from '../commands/submission/bring-submission.ts'
import { requestSubmission } from '../commands/submission/request-submission.ts'
import { keepSubmissionRule, settleSubmission } from '../commands/submission/settle-submission.ts'
import type { ClerkSubmission, RuleInput } from '../forms/submission.ts'
import type { CommandNeeds, Doer } from '../needs.ts'
import { findPaperQuestions } from '../queries/paper-questions.ts'
import { findPapersOfMeeting } from '../queries/papers.ts'
import { findMeetingGround, findRecordedMeeting } from '../queries/record.ts'
import { placeKey } from '../rules/presence.ts'
import { done, type Prepared } from './play.ts'

const chosen = 'Chosen for Northbrook: protocol on questions and petitions, 2024'
const noLimits = { mostWords: undefined, signaturesToAnswer: undefined, signaturesToDebate: undefined, cutOff: undefined }

/** Keeps the rules of a board on questions and petitions, since a day. */
export async function keepRules(needs: CommandNeeds, clerk: Doer, body: string, startsOn: Temporal.PlainDate): Promise<void> {
  const rule = { taken: 'yes' as const, source: chosen, startsOn, ...noLimits }
  const rules: readonly RuleInput[] = [
    { ...rule, kind: 'public_question', mode: 'clear-working', days: 3, cutOff: Temporal.PlainTime.from('12:00'), mostWords: 200 },
    { ...rule, kind: 'member_question', mode: 'working', days: 2 },
    { ...rule, kind: 'petition', mode: 'clear-working', days: 5, signaturesToAnswer: 50, signaturesToDebate: 500 },
    { ...rule, kind: 'deputation', mode: 'clear-working', days: 5 },
  ]
  for (const one of rules) done('keep a rule', await keepSubmissionRule(needs, clerk, body, one))
}

/** Brings questions and a petition to a meeting that is called: some are accepted, one asks that the name is withheld, and one waits for the link of its mail. */
export async function bringQuestions(
  needs: CommandNeeds,
  clerk: Doer,
  member: Doer,
  { meeting, items }: Prepared,
  now: Temporal.Instant,
): Promise<void> {
  const plain = { title: undefined, withheld: false, signatures: undefined, email: undefined, receivedOn: undefined, receivedAt: undefined }
  const take = async (input: Pick<ClerkSubmission, 'kind' | 'text' | 'name'> & Partial<ClerkSubmission>): Promise<string> =>
    done('take down', await bringAsClerk(needs, clerk, meeting, { ...plain, ...input }))
  const accept = async (id: string): Promise<void> => {
    const item = items[0]
    const input = { verdict: 'accept' as const, reason: undefined, item, shownName: undefined, version: 1 }
    done('accept', await settleSubmission(needs, clerk, id, input))
  }
  await accept(
    await take({
      kind: 'public_question',
      title: 'Buses to the children’s centre',
      text: 'Since the number 14 was cut, how are parents without a car meant to reach the centre in Fenmarsh?',
      name: 'Ros Hale',
    }),
  )
  await accept(
    await take({
      kind: 'petition',
      title: 'Keep the crossing on Mill Road',
      text: 'We ask the partnership to keep the school crossing on Mill Road.',
      name: 'Friends of Mill Road School',
      signatures: 640,
    }),
  )
  const visitor = { actor: undefined, now, today: clerk.today }
  const sent = { kind: 'deputation' as const, text: 'To speak about playgrounds.', name: 'Lou Ember', email: 'lou.ember@example.org' }
  done('ask', await requestSubmission(needs, visitor, meeting, { ...sent, title: undefined, withheld: false, signatures: undefined }))
  await take({
    kind: 'public_question',
    text: 'Who decides which families get a key worker, and can they appeal?',
    name: 'A parent',
    withheld: true,
  })
  const question = { kind: 'member_question' as const, text: 'How many young carers were found this quarter?' }
  done(
    'ask',
    await bringAsMember(needs, member, meeting, { ...question, title: undefined, withheld: false, signatures: undefined, item: undefined }),
  )
}

/** Asks somebody why they missed a meeting, and drafts the letter that two misses in one financial year call for. */
export async function followMisses(needs: CommandNeeds, clerk: Doer, meeting: string, person: string): Promise<void> {
  const asked = await readAs(needs.db, clerk, async (reader) => {
    const found = await findRecordedMeeting(reader, meeting)
    const ground = found && (await findMeetingGround(reader, found))
    const places = ground?.membership.seats.flatMap((seat) =>
      seat.places.map((place) => ({ ...place, key: placeKey(seat.id, place.place) })),
    )
    return { body: found?.body.id ?? '', place: places?.find(({ holder }) => holder?.person.id === person)?.key ?? '' }
  })
  done('ask for an explanation', await askAbsence(needs, clerk, meeting, asked.place))
  // Where a new financial year began between the two meetings, no letter is called for.
  await draftLetter(needs, clerk, asked.body, asked.place)
}

/** A member questions the author of the first papers of a meeting whose pack is out: one question is answered, one still waits. */
export async function questionAuthors(needs: CommandNeeds, member: Doer, author: Doer, meeting: string): Promise<void> {
  const [first, second] = await readAs(needs.db, member, (reader) => findPapersOfMeeting(reader, meeting))
  if (!first || !second) throw new Error('The meeting has no two papers to ask about.')
  const text = 'Two hubs tried the groups. How many of the 118 children came to most of them?'
  done('question an author', await askAuthor(needs, member, first.id, { text }))
  const [question] = await readAs(needs.db, author, (reader) => findPaperQuestions(reader, [first.id]))
  const answer = 'Ninety-two came to at least eight of the ten sessions. Of these, 74 caught up.'
  if (question) done('answer a question', await answerQuestion(needs, author, question.id, { answer, version: question.version }))
  done('question an author', await askAuthor(needs, member, second.id, { text: 'Which of these asks could we meet before the summer?' }))
}
