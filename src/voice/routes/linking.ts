import type { Hono } from 'hono'
import type { AskedBoard } from '#governance/public-data.ts'
import { listConsultations } from '#meetings/public-data.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result } from '#platform/result.ts'
import { dayInWords } from '#platform/time/words.ts'
import { type Doer, form, formsWith, type Gate, leadTo } from '#platform/web/endpoints.tsx'
import { isUuid } from '#platform/web/fields.ts'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { attachVoice } from '../commands/answer.ts'
import { type LinkInput, parseLink } from '../forms/answer.ts'
import type { VoiceNeeds } from '../needs.ts'
import { type NamedTarget, nameTargets, type TargetKind, targetKinds } from '../queries/attachments.ts'
import { listEvents } from '../queries/events.ts'
import { listThemes } from '../queries/ground.ts'
import { listExercises } from '../queries/said.ts'
import { problemWords } from '../words/problems.ts'
import { targetWords } from '../words/voice.ts'
import { themeField } from './answer-shapes.ts'
import { boardGate } from './gates.ts'

type AskedLink = AskedBoard & { readonly kind: TargetKind; readonly target: string; readonly named: NamedTarget }

/** The record on whose page one was, for the clerk of the board whose voices are linked with it. @throws NotFound where one may not see it */
const linkGate: Gate<AskedLink> = async (reader, c) => {
  const asked = await boardGate('keep')(reader, c)
  const kind = targetKinds.find((one) => one === asked.part('kind'))
  const target = asked.part('target')
  const named = kind && isUuid(target) ? (await nameTargets(reader, [{ kind, target }])).get(target) : undefined
  if (!kind || !named) throw new NotFound('No such record.')
  return { ...asked, kind, target, named }
}

/** Links what people said with a decision, an item, a priority or an outcome, from its own page (S4): the clerk. */
export function linkingRoutes(app: Hono<AppEnv>, needs: VoiceNeeds): void {
  formsWith(problemWords)(app, needs, '/boards/:slug/voices/link/:kind/:target', linkGate, async (asked) =>
    form(await linkShape(asked), parseLink, async (doer, input) => leadTo(await link(needs, doer, asked, input), () => asked.named.href)),
  )
}

async function link(needs: VoiceNeeds, doer: Doer, asked: AskedLink, input: LinkInput): Promise<Result<null, FieldProblem>> {
  const { source, theme, why } = input
  const { body, kind, target } = asked
  const done = await attachVoice(needs, doer, { ...source, body: body.id }, { target: { kind, id: target }, theme, why })
  // The form asks for the voice, and knows what it is brought to.
  if (done.ok) return done
  const [first, ...more] = done.problems
  return fail(atSource(first), ...more.map(atSource))
}

const atSource = (problem: FieldProblem): FieldProblem => (problem.field === 'target' ? { ...problem, field: 'source' } : problem)

async function linkShape({ reader, body, kind, named }: AskedLink): Promise<FormShape> {
  const [events, exercises, consultations, themes] = await Promise.all([
    listEvents(reader, body.id),
    listExercises(reader, body.id),
    listConsultations(reader, body.id),
    listThemes(reader, body.id),
  ])
  const held = consultations.filter(({ id }) => exercises.some(({ consultation }) => consultation === id))
  return {
    title: 'Link what somebody said with this',
    caption: `${targetWords[kind]}: ${named.title}`,
    lead: 'It counts as heard before a decision only if you link it on an earlier day than that of the decision or the meeting.',
    breadcrumbs: [
      { text: body.name, href: `/boards/${body.slug}` },
      { text: named.title, href: named.href },
    ],
    groups: [
      {
        fields: [
          {
            ...{ kind: 'select', name: 'source', label: 'Who said something about it?', none: 'Choose an event or a consultation' },
            options: [
              ...events.map(({ id, title, heldOn }) => ({ value: `event:${id}`, text: `${dayInWords(heldOn)}: ${title}` })),
              ...held.map(({ id, title, startsOn }) => ({
                value: `consultation:${id}`,
                text: `Consultation of ${dayInWords(startsOn)}: ${title}`,
              })),
            ],
          },
          themeField(themes),
          { kind: 'lines', name: 'why', label: 'What does it say about this?', hint: 'In a sentence, without a name', rows: 3 },
        ],
      },
    ],
    submit: 'Link',
    first: {},
    cancel: named.href,
  }
}
