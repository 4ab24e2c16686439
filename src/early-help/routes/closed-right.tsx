import type { Context, Hono } from 'hono'
import { type Writer, writeAtOneMoment } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { doerOf, form, type Gate, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import { optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { approveRight, openRight, proposeOther, proposeRight } from '../commands/closed-right.ts'
import { found } from '../commands/plan-look.ts'
import type { OfRecord } from '../commands/putting-right.ts'
import * as parse from '../forms/putting-right.ts'
import type { EarlyHelpNeeds } from '../needs.ts'
import { ClosedRightPage } from '../pages/closed-right-page.tsx'
import { ProposalFacts } from '../pages/proposal-facts.tsx'
import { RightRegisterPage } from '../pages/right-register-page.tsx'
import { closedRightPaths, familyPaths } from '../paths.ts'
import { type ClosedRight, findClosedLine, findClosedLines, listRightRegister } from '../queries/closed-right.ts'
import type { RightRecord } from '../queries/putting-right.ts'
import { idOf } from '../queries/ties.ts'
import { contentClasses } from '../rules/access.ts'
import { classWords } from '../words/casework.ts'
import { rightApprovalWords, rightEntitlementWords, rightKindWords, rightSources } from '../words/putting-right.ts'
import { recordInWords } from '../words/record-in-words.ts'
import { caseworkGate } from './gates.ts'
import { correctionFields, correctionValues } from './putting-right-shapes.tsx'
import { contentFormAt, type LookedAt, lookingGate } from './sections.tsx'
import { familyForm } from './shapes.ts'

const root = '/families/:episode/closed-right'

/** Putting right what is recorded of a family whose record is closed, by two (E12). */
export function closedRightRoutes(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  pageAt(app, needs, closedRightPaths.register(), caseworkGate('rights', 'read'), async ({ reader, visit, ties }) => (
    <RightRegisterPage visit={visit} relations={ties.relations} lines={await listRightRegister(reader)} />
  ))
  contentFormAt(app, needs, `${closedRightPaths.register()}/:request`, opening, async (right) =>
    form(approveShape(right), parse.parseApproveRight, async (doer, input) =>
      leadTo(await approveRight(needs, doer, right.id, input), closedRightPaths.register),
    ),
  )
  proposing(app, needs)
}

/** A proposal that waits, for whoever approves; opening it writes the look. */
const opening: Gate<ClosedRight, Writer> = (tx, c) => openRight(tx, doerOf(c.get('visit')), idOf(c.req.param('request') ?? ''))

function proposing(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  const gate = closedGate
  const home =
    ({ family }: LookedAt) =>
    () =>
      closedRightPaths.section(family.id)
  app.get(root, async (c: Context<AppEnv, string>) =>
    c.html(
      await writeAtOneMoment(needs.db, c.get('visit'), async (tx) => {
        const { visit, family, ties } = await gate(tx, c)
        const proposed = (await listRightRegister(tx)).filter(({ episode, is_of_closed }) => is_of_closed && episode === family.id)
        return <ClosedRightPage {...{ visit, family, proposed, relations: ties.relations }} lines={await findClosedLines(tx, family.id)} />
      }),
    ),
  )
  contentFormAt(app, needs, `${root}/new`, gate, async (asked) =>
    form(otherShape(asked), parse.parseProposeOther, async (doer, input) =>
      leadTo(await proposeOther(needs, doer, asked.family.id, input), home(asked)),
    ),
  )
  contentFormAt(app, needs, `${root}/:source/:record`, gate, async (asked) => {
    const source = found(rightSources.find((one) => one === asked.part('source')))
    const of: OfRecord = { episode: asked.family.id, source, record: idOf(asked.part('record')) }
    const record = found(await findClosedLine(asked.tx, of))
    return form(
      await lineShape(asked, record),
      (body) => parse.parsePropose(source, body),
      async (doer, input) => leadTo(await proposeRight(needs, doer, of, input), home(asked)),
    )
  })
}

/** A family whose record is closed, looked at by the co-ordinator of its locality. @throws NotFound where it is not closed */
const closedGate: Gate<LookedAt, Writer> = async (tx, c) => {
  const asked = await lookingGate('rectify-closed')(tx, c)
  if (!asked.family.closedOn) throw new NotFound('This record is not closed.')
  return asked
}

const asking = [
  { kind: 'radios', name: 'kind', label: 'From where does it come?', options: optionsOf(rightKindWords) },
  { kind: 'line', name: 'askedBy', label: 'Who asks?', hint: 'Empty where somebody found it' },
  {
    kind: 'radios',
    name: 'entitledBy',
    label: 'Why may they ask?',
    hint: 'Only where somebody asks',
    options: optionsOf(rightEntitlementWords),
  },
  { kind: 'lines', name: 'wanted', label: 'What is wrong, what should it say, and how do you know?' },
  { kind: 'day', name: 'receivedOn', label: 'On which day was it asked for, or found?' },
] as const

const at = (asked: LookedAt) => {
  const { caption, breadcrumbs } = familyForm(asked)
  const home = closedRightPaths.section(asked.family.id)
  return { caption, breadcrumbs: [...breadcrumbs, { text: 'Correct a closed record', href: home }], cancel: home }
}

const otherShape = (asked: LookedAt): FormShape => ({
  ...at(asked),
  title: 'Propose to put something right',
  lead: 'For what has no form of its own. Once it is approved, what it says and what it should say stand together in the record.',
  groups: [
    {
      fields: [
        { kind: 'radios', name: 'class', label: 'In which part of the record?', options: optionsOf(classWords, contentClasses) },
        { kind: 'lines', name: 'said', label: 'What does it say now?' },
        ...asking,
      ],
    },
  ],
  submit: 'Propose',
  first: dayValues('receivedOn', asked.visit.today),
})

async function lineShape(asked: LookedAt, record: RightRecord): Promise<FormShape> {
  return {
    ...at(asked),
    title: 'Propose what it says from now on',
    lead: `It says now: ${recordInWords(record)}`,
    groups: [{ fields: asking }, { heading: 'What it says from now on', ...(await correctionFields(asked, record)) }],
    submit: 'Propose',
    first: { ...dayValues('receivedOn', asked.visit.today), ...correctionValues(record) },
  }
}

const approveShape = (right: ClosedRight): FormShape => ({
  title: 'Decide whether a closed record is put right',
  caption: right.reference,
  breadcrumbs: [
    { text: 'Families', href: familyPaths.list() },
    { text: 'Put right', href: closedRightPaths.register() },
  ],
  cancel: closedRightPaths.register(),
  lead: 'You see the one thing that is to be put right, and nothing else of the family. What it says now is kept among its former versions.',
  above: <ProposalFacts right={right} />,
  groups: [
    {
      fields: [
        { kind: 'radios', name: 'verdict', label: 'What is decided?', options: optionsOf(rightApprovalWords) },
        { kind: 'lines', name: 'because', label: 'Why?' },
        ...(right.kind === 'asked'
          ? [
              {
                ...{ kind: 'lines' as const, name: 'toldHow', label: 'How are they told?' },
                hint: 'Where it stays: that a statement of theirs can stand beside it, and that they can complain to the Information Commissioner',
              },
            ]
          : []),
      ],
    },
  ],
  submit: 'Decide',
  first: {},
  version: right.version,
})
