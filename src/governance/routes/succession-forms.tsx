import type { JSX } from 'hono/jsx/jsx-runtime'
import type { z } from 'zod'
import { readAs } from '#platform/database/session.ts'
import { succeed } from '#platform/result.ts'
import { parseForm } from '#platform/web/fields.ts'
import type { FieldOption } from '#platform/web/form-page/form-fields.tsx'
import { dayValues } from '#platform/web/forms.ts'
import { type AskedSuccession, fingerprintOf, previewSuccession, recordSuccession } from '../commands/succession.ts'
import { confirmSuccessionForm, goesOnField, readGoesOn, readPlan, successionForm } from '../forms/succession.ts'
import type { FormField } from '../pages/form-field.ts'
import { SuccessionPage, SuccessionPreview } from '../pages/succession.tsx'
import { confirmSuccessionPath, organisationPath, successionActPath, successionPath } from '../paths.ts'
import { findOrganisation, listOrganisations } from '../queries/organisations.ts'
import type { StandsInTheirName } from '../queries/succession.ts'
import { type SuccessionAct, successionActs } from '../rules/succession.ts'
import { successionActWords } from '../words/succession.ts'
import { backTo, toOrganisations } from './crumbs.ts'
import { type Asked, type FormSpec, known } from './endpoint.tsx'
import { mapped } from './outcome.ts'

/** What can become of an organisation. */
export async function successionPage(asked: Asked): Promise<JSX.Element> {
  const organisation = known(await findOrganisation(asked.reader, asked.id('organisation')))
  return <SuccessionPage visit={asked.visit} organisation={organisation} />
}

async function askedAct(asked: Asked) {
  const organisation = known(await findOrganisation(asked.reader, asked.id('organisation')))
  const act = known(successionActs.find((one) => one === asked.word('act')))
  const { id, name } = organisation
  const breadcrumbs = [
    ...toOrganisations,
    { text: name, href: organisationPath(id) },
    { text: 'What became of it', href: successionPath(id) },
  ]
  return { organisation, act, breadcrumbs }
}

type Typed = z.output<typeof successionForm>

/** Asks what became of an organisation; nothing is written before what hangs on it was seen. */
export async function askedSuccession(asked: Asked): Promise<FormSpec<Typed>> {
  const { organisation, act, breadcrumbs } = await askedAct(asked)
  const { id, name, endsOn } = organisation
  const others = (await listOrganisations(asked.reader)).filter((one) => one.id !== id)
  const options = others.map(
    (one): FieldOption => ({ value: one.id, text: one.endsOn ? `${one.name} (until ${one.endsOn.year})` : one.name }),
  )
  return {
    shape: {
      title: successionActWords[act][0],
      caption: name,
      lead: 'The next page shows everything that ends or that somebody must decide. Nothing is recorded before you confirm it there.',
      breadcrumbs,
      fields: fieldsOf(act, options),
      submit: 'Show what this changes',
      first: dayValues('onDay', endsOn),
      cancel: backTo(organisationPath(id)),
    },
    parse: (posted) => parseForm(successionForm, posted),
    perform: async (input) => {
      const plan = planOf(act, id, input)
      const judged = await readAs(asked.db, asked.visit, (reader) => previewSuccession(reader, plan))
      return judged.ok ? succeed(confirmSuccessionPath(id, act, { ...plan, others: input.others })) : judged
    },
  }
}

function fieldsOf(act: SuccessionAct, options: readonly FieldOption[]): readonly FormField[] {
  const day: FormField = { kind: 'day', name: 'onDay', label: 'First day on which it no longer exists', hint: 'For example, 1 4 2026' }
  const created: FormField = {
    kind: 'line',
    name: 'created',
    label: 'Or: name of a new organisation',
    hint: 'It is set up on that day, in the same sector',
  }
  const successor = (label: string): FormField => ({ kind: 'select', name: 'successor', label, options, none: 'None of these' })
  if (act === 'end') return [day]
  if (act === 'replace') return [day, successor('Which one takes its place?'), created]
  if (act === 'merge')
    return [
      day,
      successor('What do they become?'),
      created,
      {
        kind: 'boxes',
        name: 'others',
        label: 'Which others merge with it?',
        options,
        group: { title: 'Others that merge with it', folded: true },
      },
    ]
  return [
    day,
    {
      kind: 'lines',
      name: 'created',
      label: 'New organisations that take its place',
      hint: 'One a line, up to 6. Each is set up on that day, in the same sector',
    },
    {
      kind: 'boxes',
      name: 'successors',
      label: 'Which take its place?',
      options,
      group: { title: 'Organisations that exist already', folded: true },
    },
  ]
}

function planOf(act: SuccessionAct, id: string, { others, successor, successors, created, onDay }: Typed): AskedSuccession {
  const all = [...successors, ...(successor === undefined ? [] : [successor])]
  return { act, formers: [...new Set([id, ...others])], successors: [...new Set(all)], created, onDay }
}

const nothing: StandsInTheirName = { people: [], places: [], posts: [], later: 0, seats: [], agreements: 0 }

/** Shows what hangs on it and records it. */
export async function confirmedSuccession(
  asked: Asked,
): Promise<FormSpec<z.output<typeof confirmSuccessionForm> & { readonly goesOn: ReadonlyMap<string, string> }>> {
  const { organisation, act, breadcrumbs } = await askedAct(asked)
  const { id, name } = organisation
  const typed = known(readPlan({ one: asked.query, all: asked.queries }))
  const plan = planOf(act, id, typed)
  const judged = await previewSuccession(asked.reader, plan)
  const hanging = judged.ok ? judged.value : nothing
  const names = new Map((await listOrganisations(asked.reader)).map((one) => [one.id, one.name]))
  const nameOf = (one: string): string => names.get(one) ?? ''
  const elsewhere = await asked.elsewhere(asked.reader, plan.formers)
  const successors = [
    ...plan.successors.map((one): FieldOption => ({ value: one, text: nameOf(one) })),
    ...plan.created.map((one, index): FieldOption => ({ value: `new-${index}`, text: one })),
  ]
  return {
    shape: {
      title: 'Check what this changes, then confirm',
      caption: name,
      breadcrumbs: [...breadcrumbs, { text: successionActWords[act][0], href: successionActPath(id, act) }],
      above: (
        <SuccessionPreview
          view={{
            act,
            formers: plan.formers.map(nameOf),
            successors: successors.map(({ text }) => text),
            onDay: plan.onDay,
            today: asked.visit.today,
            hanging,
            elsewhere,
          }}
        />
      ),
      fields: [
        ...(successors.length === 0 ? [] : hanging.people.map((person) => goesOnOf(person, hanging, successors))),
        {
          kind: 'line',
          name: 'source',
          label: 'Where is it written?',
          hint: 'For example, the order or the decision. Leave empty if not known',
        },
        { kind: 'lines', name: 'reason', label: 'Why?', hint: 'Everybody reads this on its page' },
      ],
      submit: 'Record it',
      first: {},
      version: fingerprintOf(hanging),
      action: confirmSuccessionPath(id, act, { ...plan, others: typed.others }),
      cancel: backTo(organisationPath(id)),
      warning: 'What is recorded here stays. Appointments that end are not taken up again by themselves.',
    },
    parse: (posted) => {
      const parsed = parseForm(confirmSuccessionForm, posted)
      const people = hanging.people.map((person) => person.id)
      return parsed.ok ? succeed({ ...parsed.value, goesOn: readGoesOn(posted, people) }) : parsed
    },
    perform: async ({ version, ...input }) =>
      mapped(await recordSuccession(asked.db, asked.visit, { ...plan, ...input, seen: version }), () => organisationPath(id)),
  }
}

function goesOnOf(
  person: { readonly id: string; readonly name: string },
  hanging: StandsInTheirName,
  options: readonly FieldOption[],
): FormField {
  const places = hanging.places.filter((held) => held.person === person.id).map(({ seatName, board }) => `${seatName}, ${board}`)
  const posts = hanging.posts.filter((held) => held.person === person.id).map(({ title }) => title)
  return {
    kind: 'select',
    name: goesOnField(person.id),
    label: person.name,
    hint: [...posts, ...places].join('; '),
    options,
    none: 'Ends with it',
    group: { title: 'Who goes on, and for whom?' },
  }
}
