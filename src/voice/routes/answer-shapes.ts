import type { AskedBoard } from '#governance/public-data.ts'
import { findMatters, type Matter } from '#meetings/public-data.ts'
import { listOutcomes, listPriorities } from '#plans/public-data.ts'
import { dayInWords } from '#platform/time/words.ts'
import { type FieldSpec, optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import { offeredSpan } from '../commands/answer.ts'
import type { Answer } from '../queries/answers.ts'
import { listThemes, type Theme } from '../queries/ground.ts'
import { voiceCrumbs } from './event-shapes.ts'
import type { AskedSource } from './gates.ts'

/** The theme that a voice or an answer is about. */
export const themeField = (themes: readonly Theme[]): FieldSpec => ({
  ...{ kind: 'select', name: 'theme', label: 'Which theme?', none: 'Of no theme' },
  options: themes.map(({ id, name }) => ({ value: id, text: name })),
})

const nameOf = ({ number, title, on }: Matter): string => `${dayInWords(on)}: ${number === '' ? '' : `${number} `}${title.slice(0, 140)}`

/** The form of 'you said, we did'. */
export async function answerShape(
  asked: AskedBoard,
  answer: Answer | undefined,
  where: Pick<AskedSource, 'home'> & { readonly title?: string },
): Promise<FormShape> {
  const { reader, visit, body } = asked
  const [themes, matters] = await Promise.all([
    listThemes(reader, body.id),
    findMatters(reader, { body: body.id, ...offeredSpan(visit.today) }),
  ])
  return {
    title: answer ? 'Change this answer' : 'You said, we did',
    caption: where.title,
    breadcrumbs: voiceCrumbs(asked),
    groups: [
      {
        fields: [
          themeField(themes),
          ...(answer?.source.kind === 'feedback' ? [{ kind: 'line' as const, name: 'service', label: 'Which service is it about?' }] : []),
          { kind: 'lines', name: 'said', label: 'You said', hint: 'What people said, in a sentence', rows: 3 },
          { kind: 'lines', name: 'did', label: 'We did', hint: 'What was done. Leave empty where nothing was', rows: 3 },
          {
            ...{ kind: 'select', name: 'decision', label: 'Which decision was it?', none: 'No decision of this board' },
            options: matters.filter(({ kind }) => kind === 'decision').map((matter) => ({ value: matter.id, text: nameOf(matter) })),
          },
          { kind: 'lines', name: 'reason', label: 'Or: why was nothing done?', rows: 3 },
          { kind: 'day', name: 'onDay', label: 'On which day was that settled?' },
          {
            ...{ kind: 'radios', name: 'sight', label: 'Who may read it?' },
            options: optionsOf({ public: 'Everybody', members: 'The board', draft: 'Only those who prepare it' }),
          },
        ],
      },
    ],
    submit: answer ? 'Save' : 'Say it',
    first: answer
      ? {
          ...{
            theme: answer.theme ?? '',
            service: answer.service,
            said: answer.said,
            did: answer.did,
            decision: answer.decision ?? '',
            reason: answer.reason,
            sight: answer.sight,
          },
          ...dayValues('onDay', answer.onDay),
        }
      : { sight: 'public', ...dayValues('onDay', visit.today) },
    version: answer?.version,
    cancel: where.home,
  }
}

/** The form that brings a voice to a matter. */
export async function attachShape(asked: AskedSource): Promise<FormShape> {
  const { reader, visit, body } = asked
  const [themes, matters, priorities, outcomes] = await Promise.all([
    listThemes(reader, body.id),
    findMatters(reader, { body: body.id, ...offeredSpan(visit.today) }),
    listPriorities(reader),
    listOutcomes(reader),
  ])
  const kinds = { item: 'Item', decision: 'Decision' } as const
  return {
    title: 'Link it with a matter',
    caption: asked.title,
    lead: 'It counts as heard before a decision only if you link it on an earlier day than that of the decision.',
    breadcrumbs: [...voiceCrumbs(asked), { text: asked.title, href: asked.home }],
    groups: [
      {
        fields: [
          {
            kind: 'select',
            name: 'target',
            label: 'With what?',
            options: [
              ...matters.map((matter) => ({ value: `${matter.kind}:${matter.id}`, text: `${kinds[matter.kind]}, ${nameOf(matter)}` })),
              ...priorities.map(({ id, title, planTitle }) => ({ value: `priority:${id}`, text: `Priority: ${title} (${planTitle})` })),
              ...outcomes.map(({ id, title, planTitle }) => ({ value: `outcome:${id}`, text: `Outcome: ${title} (${planTitle})` })),
            ],
          },
          themeField(themes),
          { kind: 'lines', name: 'why', label: 'What does it say about that?', rows: 3 },
        ],
      },
    ],
    submit: 'Link',
    first: {},
    cancel: asked.home,
  }
}
