import { readAs } from '#platform/database/session.ts'
import type { Result } from '#platform/result.ts'
import { addQuestionSet, answerKeyQuestions, askOfItem } from '../commands/key-questions/keep-questions.ts'
import type { CommandNeeds, Doer } from '../needs.ts'
import { findKeyQuestions, listQuestionSets } from '../queries/key-questions.ts'

/** What the partnership asks of every paper for a new service. */
const newService = [
  'Why are we doing this, and what happens if we do not?',
  'What did children and families say about it?',
  'What did we learn elsewhere, and how do we know that it works?',
  'How shall we know in a year whether to go on?',
]

function done(result: Result<unknown, unknown>): void {
  if (!result.ok) throw new Error(`The sample cannot ask key questions: ${JSON.stringify(result.problems)}`)
}

/** Records what the partnership asks of papers. */
export async function askKeyQuestions(needs: CommandNeeds, clerk: Doer, body: string): Promise<void> {
  const input = { kind: 'new-service', title: 'Questions for a new service', startsOn: clerk.today, questions: newService }
  done(await addQuestionSet(needs, clerk, body, input))
}

/** Attaches the board's questions to an item, and answers them for its paper in their order; nothing where the board asks none. */
export async function answerQuestions(
  needs: CommandNeeds,
  who: { readonly clerk: Doer; readonly author: Doer },
  of: { readonly body: string; readonly meeting: string; readonly item: string; readonly paper: string },
  answers: readonly string[],
): Promise<void> {
  const set = (await readAs(needs.db, who.clerk, (reader) => listQuestionSets(reader, of.body)))[0]
  if (set === undefined) return
  done(await askOfItem(needs, who.clerk, of, set.id))
  const asked = (await readAs(needs.db, who.author, (reader) => findKeyQuestions(reader, [of.paper]))).get(of.paper) ?? []
  const said = new Map(asked.map(({ id }, index) => [id, answers[index] ?? '']))
  done(await answerKeyQuestions(needs, who.author, of.paper, said))
}
