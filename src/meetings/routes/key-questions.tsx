import { Hono } from 'hono'
import { listCodes } from '#governance/public-data.ts'
import { NotFound } from '#platform/refusals.ts'
import { form, type Gate, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import { dayValues } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import {
  addQuestionSet,
  answerKeyQuestions,
  askOfItem,
  endQuestionSet,
  guardedQuestions,
} from '../commands/key-questions/keep-questions.ts'
import { answerField, parseEndOfQuestions, parseItemQuestions, parseKeyAnswers, parseQuestionSet } from '../forms/key-questions.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { QuestionSetsPage } from '../pages/key-questions.tsx'
import { meetingPaths, questionPaths, recordPaths } from '../paths.ts'
import { titleOf } from '../queries/agenda.ts'
import { findKeyQuestions, findSetOfItem, listQuestionSets, type QuestionSet } from '../queries/key-questions.ts'
import { formAt } from './endpoint.tsx'
import { type Asked, boardGate, itemGate, paperGate } from './gates.ts'

/** Key questions: what a board asks, of which item, and what authors answer (S2). */
export function keyQuestionRoutes(needs: MeetingsNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  pageAt(app, needs, '/boards/:slug/key-questions', boardGate(), setsPage)
  setForms(app, needs)
  formAt(app, needs, '/meetings/:id/items/:item/key-questions', itemGate('change'), async ({ reader, visit, body, meeting, item }) => {
    const page = meetingPaths.item(meeting.id, item.id)
    const now = await findSetOfItem(reader, item.id)
    const open = (await listQuestionSets(reader, body.id)).filter(
      ({ id, endsOn }) => id === now || endsOn === undefined || Temporal.PlainDate.compare(endsOn, visit.today) > 0,
    )
    const shape = {
      title: 'Key questions of an item',
      caption: `Item ${item.number}: ${titleOf(item)}`,
      lead: 'The author of its paper answers them before the paper can be cleared.',
      breadcrumbs: [
        { text: body.name, href: recordPaths.board(body.slug) },
        { text: `Item ${item.number}`, href: page },
      ],
      groups: [
        {
          fields: [
            {
              kind: 'select' as const,
              name: 'questionSet',
              label: 'Which questions are asked?',
              hint: open.length === 0 ? 'This board asks none yet. Record them under its forward plan first' : undefined,
              none: 'None',
              options: open.map(({ id, title, questions }) => ({ value: id, text: `${title} (${questions.length})` })),
            },
          ],
        },
      ],
      submit: 'Save',
      first: { questionSet: now ?? '' },
      cancel: page,
    }
    return form(shape, parseItemQuestions, async (doer, { questionSet }) =>
      leadTo(await askOfItem(needs, doer, { meeting: meeting.id, item: item.id }, questionSet), () => page),
    )
  })
  formAt(app, needs, '/papers/:paper/key-questions', paperGate('write'), async ({ reader, body, paper }) => {
    const questions = (await findKeyQuestions(reader, [paper.id])).get(paper.id) ?? []
    const page = meetingPaths.paper(paper.id)
    const isOpen = paper.state === 'draft' || paper.state === 'in_checking'
    const shape = {
      title: 'Answer the key questions',
      caption: paper.title,
      lead: isOpen
        ? 'Whoever may read the paper reads the answers with it. They can be changed until the paper is cleared.'
        : 'The paper is cleared or out. The answers stand on its page as they were cleared.',
      breadcrumbs: [
        { text: body.name, href: recordPaths.board(body.slug) },
        { text: paper.title, href: page },
      ],
      groups: [{ fields: questions.map(({ id, words }) => ({ kind: 'lines' as const, name: answerField(id), label: words, rows: 4 })) }],
      submit: 'Save answers',
      first: Object.fromEntries(questions.map(({ id, answer }) => [answerField(id), answer])),
      cancel: page,
      closed: questions.length === 0 || !isOpen,
    }
    const ids = questions.map(({ id }) => id)
    return form(
      shape,
      (posted) => parseKeyAnswers(posted, ids),
      async (doer, answers) => leadTo(await answerKeyQuestions(needs, doer, paper.id, answers), () => page),
    )
  })
  return app
}

async function setsPage({ reader, visit, body, may }: Asked) {
  const kinds = new Map((await listCodes(reader, 'item-kind', visit.today)).map(({ code, label }) => [code, label]))
  const sets = (await listQuestionSets(reader, body.id)).map((set) => ({
    ...set,
    kindLabel: kinds.get(set.kind) ?? set.kind,
    isOver: set.endsOn !== undefined && Temporal.PlainDate.compare(set.endsOn, visit.today) <= 0,
  }))
  return <QuestionSetsPage visit={visit} view={{ board: body, sets, mayKeep: may(guardedQuestions(body.id), 'keep') }} />
}

function setForms(app: Hono<AppEnv>, needs: MeetingsNeeds): void {
  const crumbs = ({ body }: Asked) => [
    { text: body.name, href: recordPaths.board(body.slug) },
    { text: 'Key questions', href: questionPaths.sets(body.slug) },
  ]
  formAt(app, needs, '/boards/:slug/key-questions/new', boardGate(guardedQuestions, 'keep'), async (asked) => {
    const { reader, visit, body } = asked
    const kinds = await listCodes(reader, 'item-kind', visit.today)
    const shape = {
      title: 'Ask questions of a kind of item',
      caption: body.name,
      lead: 'Questions stay as they are. Other questions are another set, once this one is ended.',
      breadcrumbs: crumbs(asked),
      groups: [
        {
          fields: [
            { kind: 'line' as const, name: 'title', label: 'Title', hint: 'For example, questions for a new service' },
            {
              kind: 'radios' as const,
              name: 'kind',
              label: 'Of which kind of item?',
              options: kinds.map(({ code, label }) => ({ value: code, text: label })),
            },
            {
              kind: 'lines' as const,
              name: 'questions',
              label: 'Questions',
              hint: 'One a line, 20 at the most. For example: Why are we doing this?',
              rows: 8,
            },
            { kind: 'day' as const, name: 'startsOn', label: 'Asked from' },
          ],
        },
      ],
      submit: 'Save questions',
      first: dayValues('startsOn', visit.today),
      cancel: questionPaths.sets(body.slug),
    }
    const codes = kinds.map(({ code }) => code)
    return form(
      shape,
      (posted) => parseQuestionSet(posted, codes),
      async (doer, input) => leadTo(await addQuestionSet(needs, doer, body.id, input), () => questionPaths.sets(body.slug)),
    )
  })
  formAt(app, needs, '/boards/:slug/key-questions/:set/end', setGate, async (asked) => {
    const { visit, body, set } = asked
    const shape = {
      title: 'End key questions',
      caption: set.title,
      lead: 'They stay where they were asked.',
      breadcrumbs: crumbs(asked),
      groups: [{ fields: [{ kind: 'day' as const, name: 'endsOn', label: 'First day on which they are asked no more' }] }],
      submit: 'End them',
      first: dayValues('endsOn', visit.today.add({ days: 1 })),
      version: set.version,
      cancel: questionPaths.sets(body.slug),
    }
    return form(shape, parseEndOfQuestions, async (doer, input) =>
      leadTo(await endQuestionSet(needs, doer, { ...input, id: set.id, body: body.id }), () => questionPaths.sets(body.slug)),
    )
  })
}

const setGate: Gate<Asked & { readonly set: QuestionSet }> = async (reader, c) => {
  const asked = await boardGate(guardedQuestions, 'keep')(reader, c)
  const set = (await listQuestionSets(reader, asked.body.id)).find(({ id }) => id === c.req.param('set'))
  if (!set) throw new NotFound('No such questions.')
  return { ...asked, set }
}
