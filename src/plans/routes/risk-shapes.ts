import type { Asked, AskedBoard } from '#governance/public-data.ts'
import { type FieldOption, type FieldSpec, optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import { riskPaths } from '../paths.ts'
import { findPlansOf, listPriorities } from '../queries/references.ts'
import { findRiskActions, listRiskScales, listShownActions } from '../queries/risks.ts'
import { scaleOn } from '../rules/risk.ts'
import { sightWords } from '../words/plan.ts'
import { placeInWords } from '../words/risk.ts'
import type { AskedRisk } from './risks.tsx'

async function riskFields({ reader }: Asked, body: string): Promise<readonly FieldSpec[]> {
  const [plans, priorities, actions] = await Promise.all([
    findPlansOf(reader, body),
    listPriorities(reader, body),
    listShownActions(reader, body),
  ])
  const threatened: readonly FieldOption[] = plans.flatMap((plan) => [
    { value: plan.id, text: plan.title },
    ...priorities.filter((row) => row.plan === plan.id).map(({ id, title }) => ({ value: id, text: `${plan.title}: ${title}` })),
  ])
  const open = actions.filter(({ state }) => state !== 'stopped')
  const options = open.map(({ id, reference, title, planTitle }) => ({ value: id, text: `${reference} ${title}`.trim(), hint: planTitle }))
  const label = 'Which actions are to make it less likely or less grave?'
  const doneAbout: readonly FieldSpec[] = open.length === 0 ? [] : [{ kind: 'boxes', name: 'actions', label, options }]
  return [
    { kind: 'line', name: 'title', label: 'What is the risk called?' },
    { kind: 'lines', name: 'cause', label: 'Cause: because of what?', rows: 2 },
    { kind: 'lines', name: 'event', label: 'Event: what may happen?', rows: 2 },
    { kind: 'lines', name: 'effect', label: 'Effect: what would that mean for children?', rows: 2 },
    {
      kind: 'line',
      name: 'owner',
      label: 'Who owns it?',
      hint: 'A name from the directory is linked with it. Leave empty while nobody does',
    },
    { kind: 'day', name: 'reviewOn', label: 'When is it reviewed next?' },
    {
      ...{ kind: 'select', name: 'threatens', label: 'What does it threaten?', none: 'No plan in particular' },
      options: threatened,
    },
    ...doneAbout,
    { kind: 'radios', name: 'sight', label: 'Who may know of it?', options: optionsOf(sightWords) },
  ]
}

const registerCrumbs = ({ slug, name }: { readonly slug: string; readonly name: string }) => [
  { text: name, href: `/boards/${slug}` },
  { text: 'Risks', href: riskPaths.register(slug) },
]
const crumbs = ({ board, risk }: AskedRisk) => [...registerCrumbs(board), { text: risk.title, href: riskPaths.risk(risk.id) }]

/** The form of a new risk. */
export async function raiseShape(asked: AskedBoard): Promise<FormShape> {
  return {
    title: 'Raise a risk',
    caption: asked.body.name,
    lead: 'Say the cause, the event and the effect apart. It is scored in the next step.',
    breadcrumbs: registerCrumbs(asked.body),
    groups: [{ fields: await riskFields(asked, asked.body.id) }],
    submit: 'Raise',
    first: { sight: 'members' },
    cancel: riskPaths.register(asked.body.slug),
  }
}

/** The form of a risk. */
export async function riskShape(asked: AskedRisk): Promise<FormShape> {
  const { risk, reader } = asked
  const { title, cause, event, effect, ownerName, plan, priority, sight, reviewOn, version } = risk
  const actions = await findRiskActions(reader, risk.id)
  return {
    title: 'Change this risk',
    caption: title,
    breadcrumbs: crumbs(asked),
    groups: [{ fields: await riskFields(asked, risk.body) }],
    submit: 'Save',
    first: {
      ...{ title, cause, event, effect, owner: ownerName, threatens: priority ?? plan ?? '', sight },
      ...{ actions: actions.map(({ action }) => action), ...dayValues('reviewOn', reviewOn ?? undefined) },
    },
    version,
    cancel: riskPaths.risk(risk.id),
  }
}

/** The form of a score, with the cells of the scale that holds today in words. */
export async function scoreShape(asked: AskedRisk): Promise<FormShape> {
  const { risk, reader, visit } = asked
  const scale = scaleOn(await listRiskScales(reader), visit.today)
  const options = (scale?.cells ?? [])
    .toSorted((a, b) => a.likelihood - b.likelihood || a.impact - b.impact)
    .map((cell) => ({ value: `${cell.likelihood}x${cell.impact}`, text: scale ? placeInWords(scale, cell) : '' }))
  const last = risk.latest?.scale === scale?.version ? risk.latest : undefined
  const placed = (place: { readonly likelihood: number; readonly impact: number } | null | undefined): string =>
    place ? `${place.likelihood}x${place.impact}` : ''
  return {
    title: 'Score this risk',
    caption: risk.title,
    lead: `Under the scale of today: ${scale?.name ?? 'none'}. Earlier scores stay as they are.`,
    breadcrumbs: crumbs(asked),
    groups: [
      {
        fields: [
          { kind: 'select', name: 'before', label: 'Before anything is done about it: how likely and how grave?', options },
          {
            ...{ kind: 'select', name: 'after', label: 'With what is done about it', none: 'Nothing that is done changes it' },
            options,
          },
          { kind: 'lines', name: 'why', label: 'Why this score?', rows: 3 },
          { kind: 'day', name: 'onDay', label: 'On which day?' },
        ],
      },
    ],
    submit: 'Score',
    first: { before: placed(last?.before), after: placed(last?.after), ...dayValues('onDay', visit.today) },
    cancel: riskPaths.risk(risk.id),
  }
}

/** The form that closes a risk. */
export function closeRiskShape(asked: AskedRisk): FormShape {
  return {
    title: 'Close this risk',
    caption: asked.risk.title,
    lead: 'Because it happened, or because it can no longer happen. It stays in the register with its scores.',
    breadcrumbs: crumbs(asked),
    groups: [
      {
        fields: [
          { kind: 'lines', name: 'reason', label: 'Why?', rows: 3 },
          { kind: 'day', name: 'closedOn', label: 'Closed on' },
        ],
      },
    ],
    submit: 'Close',
    look: 'warning',
    warning: 'This cannot be taken back.',
    first: dayValues('closedOn', asked.visit.today),
    version: asked.risk.version,
    cancel: riskPaths.risk(asked.risk.id),
  }
}
