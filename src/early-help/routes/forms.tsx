import type { Context, Hono } from 'hono'
import { type Reader, readAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { actsWith, form, formsWith, type Gate, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import { isUuid } from '#platform/web/fields.ts'
import { optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import type { AppEnv, Visit } from '#platform/web/visit.ts'
import { emptyPaper, paperPdf } from '../assessment-paper.ts'
import { addLine, discardForm, draftForm, publishForm, raiseLine, retireLine, wordLine } from '../commands/form-version.ts'
import { addedKinds, parseLine, parseNewLine, parsePublish } from '../forms/form-version.ts'
import type { EarlyHelpNeeds } from '../needs.ts'
import { FormsPage, FormVersionPage } from '../pages/forms-page.tsx'
import { familyPaths, formPaths } from '../paths.ts'
import { findDefinition, listFormVersions } from '../queries/forms.ts'
import { type CaseworkTies, demandTie, findTies } from '../queries/ties.ts'
import { mayIn } from '../rules/access.ts'
import type { FormDefinition } from '../rules/assessment-form.ts'
import { kindWords } from '../words/assessment.ts'
import { problemWords } from '../words/problems.ts'

interface AskedForms {
  readonly reader: Reader
  readonly visit: Visit
  readonly ties: CaseworkTies
  part(name: string): string
}
type AskedVersion = AskedForms & { readonly definition: FormDefinition }

/** Whoever reads or words forms. @throws Forbidden, SignInNeeded */
const formsGate =
  (verb: 'read' | 'keep'): Gate<AskedForms> =>
  async (reader, c) => {
    const ties = await findTies(reader, c.get('visit'))
    demandTie(ties, 'forms', verb)
    return { reader, visit: c.get('visit'), ties, part: (name) => c.req.param(name) ?? '' }
  }

/** One version of the form. @throws NotFound, Forbidden, SignInNeeded */
export const versionGate =
  (verb: 'read' | 'keep'): Gate<AskedVersion> =>
  async (reader: Reader, c: Context<AppEnv, string>) => {
    const asked = await formsGate(verb)(reader, c)
    if (!isUuid(asked.part('version'))) throw new NotFound('No such version of the form.')
    return { ...asked, definition: await findDefinition(reader, asked.part('version')) }
  }

const formAt = formsWith(problemWords)
const actAt = actsWith(problemWords)
const one = '/families/forms/:version'
const home = ({ definition }: AskedVersion): string => formPaths.one(definition.id)

/** The form of assessments: its versions, and the wording of a draft (E11). */
export function formRoutes(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  const keeps = (ties: CaseworkTies): boolean => mayIn(ties.relations, 'forms', 'keep')
  pageAt(app, needs, '/families/forms', formsGate('read'), async ({ reader, visit, ties }) => (
    <FormsPage visit={visit} relations={ties.relations} mayKeep={keeps(ties)} versions={await listFormVersions(reader)} />
  ))
  actAt(
    ...([app, needs, '/families/forms', formsGate('keep')] as const),
    async (_, doer) => leadTo(await draftForm(needs, doer), ({ id }) => formPaths.one(id)),
    formPaths.list,
  )
  pageAt(app, needs, one, versionGate('read'), async ({ visit, ties, definition }) => (
    <FormVersionPage visit={visit} relations={ties.relations} mayKeep={keeps(ties)} definition={definition} />
  ))
  for (const print of ['paper', 'large'] as const)
    app.get(`${one}/${print}.pdf`, async (c) => {
      const visit = c.get('visit')
      const edition = { partnership: visit.partnership, large: print === 'large', madeAt: visit.now }
      const { definition } = await readAs(needs.db, visit, (reader) => versionGate('read')(reader, c))
      return c.body(await paperPdf(emptyPaper(definition, edition), edition), 200, { 'Content-Type': 'application/pdf' })
    })
  formAt(app, needs, `${one}/publish`, versionGate('keep'), async (asked) =>
    form(publishShape(asked), parsePublish, async (doer, input) =>
      leadTo(await publishForm(needs, doer, asked.definition.id, input.startsOn), () => home(asked)),
    ),
  )
  actAt(
    app,
    needs,
    `${one}/discard`,
    versionGate('keep'),
    async ({ definition }, doer) => leadTo(await discardForm(needs, doer, definition.id), formPaths.list),
    home,
  )
  lineRoutes(app, needs)
}

function lineRoutes(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  formAt(app, needs, `${one}/parts/:part/new`, versionGate('keep'), async (asked) =>
    form(newLineShape(asked), parseNewLine, async (doer, input) =>
      leadTo(await addLine(needs, doer, { form: asked.definition.id, part: asked.part('part') }, input), () => home(asked)),
    ),
  )
  formAt(app, needs, `${one}/questions/:field`, versionGate('keep'), async (asked) =>
    form(lineShape(asked), parseLine, async (doer, input) =>
      leadTo(await wordLine(needs, doer, { form: asked.definition.id, field: asked.part('field') }, input), () => home(asked)),
    ),
  )
  for (const [act, does] of [
    ['raise', raiseLine],
    ['retire', retireLine],
  ] as const)
    actAt(
      ...([app, needs, `${one}/questions/:field/${act}`, versionGate('keep')] as const),
      async (asked, doer) => leadTo(await does(needs, doer, { form: asked.definition.id, field: asked.part('field') }), () => home(asked)),
      home,
    )
}

const around = ({ definition }: AskedVersion) => ({
  caption: `Version ${definition.number} of the form, draft`,
  breadcrumbs: [
    { text: 'Families', href: familyPaths.list() },
    { text: 'The form of assessments', href: formPaths.list() },
    { text: `Version ${definition.number}`, href: formPaths.one(definition.id) },
  ],
  cancel: formPaths.one(definition.id),
})

function publishShape(asked: AskedVersion): FormShape {
  if (asked.definition.startsOn) throw new NotFound('This version is published.')
  return {
    ...around(asked),
    title: 'Publish this draft',
    warning: 'From that day new assessments are made by it. It never changes again; another change is another version.',
    groups: [{ fields: [{ kind: 'day', name: 'startsOn', label: 'From which day?', hint: 'Today, or a day to come' }] }],
    submit: 'Publish',
    first: dayValues('startsOn', asked.visit.today.add({ days: 1 })),
  }
}

const words = [
  { kind: 'line', name: 'label', label: 'The question' },
  { kind: 'lines', name: 'hint', label: 'A hint below it' },
] as const
const options = {
  kind: 'lines',
  name: 'options',
  label: 'Answers offered, one on each line',
  hint: 'Only for a choice. Keep the order of those that are there; add new ones below',
  rows: 8,
} as const
const needed = { kind: 'tick', name: 'isNeeded', label: 'An assessment is not complete without it' } as const

function lineShape(asked: AskedVersion): FormShape {
  const line = asked.definition.parts.flatMap(({ lines }) => lines).find(({ field }) => field === asked.part('field'))
  if (!line || asked.definition.startsOn) throw new NotFound('No such question in a draft.')
  const isChoice = line.kind === 'choice' || line.kind === 'choices'
  return {
    ...around(asked),
    title: 'Change the words of a question',
    lead: 'What was answered before keeps the words it was answered by.',
    groups: [{ fields: [...words, ...(isChoice ? [options] : []), ...(line.kind === 'record' ? [] : [needed])] }],
    submit: 'Change',
    first: {
      label: line.label,
      hint: line.hint,
      options: line.options.map(([, said]) => said).join('\n'),
      ...(line.isNeeded ? { isNeeded: 'yes' } : {}),
    },
  }
}

function newLineShape(asked: AskedVersion): FormShape {
  const part = asked.definition.parts.find(({ code }) => code === asked.part('part'))
  if (!part || asked.definition.startsOn) throw new NotFound('No such part of a draft.')
  return {
    ...around(asked),
    title: `Add a question: ${part.title}`,
    lead: 'Its kind never changes afterwards, and neither does who may read its answers: whoever may read this part.',
    groups: [
      {
        fields: [
          ...words,
          { kind: 'radios', name: 'kind', label: 'How is it answered?', options: optionsOf(kindWords, addedKinds) },
          options,
          needed,
        ],
      },
    ],
    submit: 'Add',
    first: {},
  }
}
