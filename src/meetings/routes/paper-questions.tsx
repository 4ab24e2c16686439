import { Hono } from 'hono'
import { NotFound } from '#platform/refusals.ts'
import { weekdayInWords } from '#platform/time/words.ts'
import { form, type Gate, leadTo } from '#platform/web/endpoints.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { answerQuestion, askAuthor, publishQuestion } from '../commands/paper/question-author.ts'
import { parseQuestion, parseQuestionAnswer, parseQuestionPublishing } from '../forms/paper-question.ts'
import type { MeetingsNeeds } from '../needs.ts'
import type { QuestionsOfPaper } from '../pages/paper-questions.tsx'
import { meetingPaths } from '../paths.ts'
import { demandOf } from '../permission.ts'
import type { Meeting } from '../queries/meeting.ts'
import { findPaperQuestion, findPaperQuestions, guardedQuestion, type PaperQuestion } from '../queries/paper-questions.ts'
import { guardedPaper, type PaperRecord } from '../queries/papers.ts'
import { isAhead } from '../rules/meeting.ts'
import { refusePublishing, takesQuestions } from '../rules/paper-question.ts'
import { actAt, formAt } from './endpoint.tsx'
import { type Asked, type AskedPaper, paperGate } from './gates.ts'

type AskedQuestion = AskedPaper & { readonly question: PaperQuestion }

/** Questions of members to the author of a paper, before the meeting (M4). */
export function paperQuestionRoutes(needs: MeetingsNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  const item = ({ meeting, item: of }: PaperRecord): string => meetingPaths.item(meeting, of)
  formAt(app, needs, '/papers/:paper/questions/new', paperGate('ask'), async (asked) =>
    form(askShape(asked), parseQuestion, async (doer, input) => leadTo(await askAuthor(needs, doer, asked.paper.id, input), item)),
  )
  formAt(app, needs, '/papers/:paper/questions/:question/answer', questionGate('answer'), async (asked) =>
    form(answerShape(asked), parseQuestionAnswer, async (doer, input) =>
      leadTo(await answerQuestion(needs, doer, asked.question.id, input), item),
    ),
  )
  actAt(
    app,
    needs,
    '/papers/:paper/questions/:question/publish',
    questionGate('publish'),
    async ({ question }, doer, body) => {
      const parsed = parseQuestionPublishing(body)
      return parsed.ok ? leadTo(await publishQuestion(needs, doer, question.id, parsed.value), item) : parsed
    },
    ({ paper }) => item(paper),
  )
  return app
}

/** A question of the paper that the address names, and a verb on it. */
function questionGate(verb: string): Gate<AskedQuestion> {
  return async (reader, c) => {
    const asked = await paperGate('read')(reader, c)
    const question = await findPaperQuestion(reader, c.req.param('question') ?? '')
    if (question?.paper !== asked.paper.id) throw new NotFound('No such question.')
    demandOf(asked.standing, asked.visit, guardedQuestion(question, asked.paper.author), verb)
    return { ...asked, question }
  }
}

/** What was asked about a paper, and what whoever reads may do about it now. */
export async function questionsOf({ reader, may }: Asked, paper: PaperRecord, meeting: Meeting): Promise<QuestionsOfPaper> {
  const questions = await findPaperQuestions(reader, [paper.id])
  const mayDo = (verb: string) => questions.some((question) => may(guardedQuestion(question, paper.author), verb))
  return {
    paper: paper.id,
    questions,
    mayAsk: takesQuestions(paper, meeting.state) && may(guardedPaper(paper), 'ask'),
    mayAnswer: isAhead(meeting.state) && mayDo('answer'),
    mayPublish: refusePublishing({ answer: '.', category: paper.category }, paper) === undefined && mayDo('publish'),
  }
}

function headOf({ body, meeting, paper, item }: AskedPaper) {
  return {
    caption: paper.title,
    breadcrumbs: [
      { text: body.name, href: `/boards/${body.slug}` },
      { text: weekdayInWords(meeting.heldOn), href: meetingPaths.meeting(meeting.id) },
      { text: `Item ${item.number}`, href: meetingPaths.item(meeting.id, item.id) },
    ],
    cancel: meetingPaths.item(meeting.id, item.id),
  }
}

function askShape(asked: AskedPaper): FormShape {
  return {
    ...headOf(asked),
    title: 'Ask the author a question',
    lead: 'The author gets a mail. All who read the full agenda see your question, with your name, and the answer.',
    groups: [
      {
        fields: [
          {
            kind: 'lines',
            name: 'text',
            label: 'Your question',
            hint: `${asked.paper.category === 'public' ? 'The clerk may publish it with its answer. ' : ''}It cannot be changed once it is sent`,
            rows: 6,
          },
        ],
      },
    ],
    submit: 'Send question',
    first: {},
  }
}

function answerShape(asked: AskedQuestion): FormShape {
  const { question } = asked
  return {
    ...headOf(asked),
    title: question.answer === '' ? 'Answer a question' : 'Change an answer',
    lead: 'All who read the full agenda see your answer, with your name. You can change it until the meeting begins.',
    groups: [
      {
        fields: [{ kind: 'lines', name: 'answer', label: 'Your answer', hint: `${question.name} asks: ${question.text}`, rows: 10 }],
      },
    ],
    ...(question.sight === 'public'
      ? { warning: 'This answer is published. A change takes it back from the public until the clerk publishes it again' }
      : {}),
    submit: 'Save answer',
    first: { answer: question.answer },
    version: question.version,
  }
}
