import type { z } from 'zod'
import { moneyInWords } from '#platform/money.ts'
import { parseForm } from '#platform/web/fields.ts'
import { type FieldOption, optionsOf } from '#platform/web/form-page/form-fields.tsx'
import { dayValues } from '#platform/web/forms.ts'
import { addDelegation, revokeDelegation } from '../commands/delegations.ts'
import { delegationForm, handOnForm, heldByLawForm, type PostChoice, revokeForm } from '../forms/delegations.ts'
import type { FormField } from '../pages/form-field.ts'
import { delegationPath, delegationsPath } from '../paths.ts'
import { listBodies } from '../queries/bodies.ts'
import { listCodes } from '../queries/codes.ts'
import { type DelegationRecord, findScheme } from '../queries/delegations.ts'
import { listPosts } from '../queries/mailing-list.ts'
import { findTermsInForce } from '../queries/terms.ts'
import { delegationOf } from '../rules/delegation.ts'
import { type DelegatedPower, delegatedPowers } from '../rules/delegation-scheme.ts'
import { grantWords, holderWords, ownPowerWords, powerLabels } from '../words/delegation.ts'
import { backTo, toDelegations } from './crumbs.ts'
import { type Asked, type FormSpec, known } from './endpoint.tsx'
import { personOptions } from './options.ts'
import { mapped } from './outcome.ts'

const who = { title: 'Who receives it? Choose one of the three' }

/** The posts of today, each under its place in the list: a title may be long, and is not posted back. */
async function postChoices({ reader, visit }: Asked): Promise<readonly (PostChoice & FieldOption)[]> {
  return (await listPosts(reader, visit.today)).map(({ title, organisation, organisationName }) => ({
    ...{ value: `${organisation ?? 'none'}:${title}`, title, organisation },
    text: organisationName === '' ? title : `${title}, ${organisationName}`,
  }))
}

async function holderFields(asked: Asked, posts: readonly FieldOption[], withBodies: boolean): Promise<readonly FormField[]> {
  const bodies = (await listBodies(asked.reader, asked.visit.today)).filter(({ id, status }) => id !== asked.body.id && status !== 'ended')
  const options = bodies.map(({ id, name }) => ({ value: id, text: name }))
  const group = withBodies ? who : { title: 'Who holds it? Choose one of the two' }
  const none = 'None'
  return [
    ...(withBodies ? [{ kind: 'select', name: 'to', label: 'A board', options, none, group } as const] : []),
    { kind: 'select', name: 'toPost', label: 'Whoever holds a post', options: posts, none, group },
    { kind: 'select', name: 'toPerson', label: 'A named person', options: await personOptions(asked), none, group },
  ]
}

const grantFields = (powers: readonly DelegatedPower[], above: number | undefined): readonly FormField[] => [
  { kind: 'radios', name: 'may', label: 'How far may they go?', options: optionsOf(powerLabels, powers) },
  {
    kind: 'line',
    name: 'limit',
    label: 'The most that one decision may commit',
    hint: above === undefined ? 'For example, £50,000. Leave empty where no sum is named' : `${moneyInWords(above)} at the most`,
  },
  { kind: 'line', name: 'conditions', label: 'On which other terms?', hint: 'For example, after asking the chair. Leave empty for none' },
  { kind: 'tick', name: 'mayHandOn', label: 'They may hand it on', hint: 'Whoever hands it on stays accountable' },
  { kind: 'day', name: 'startsOn', label: 'From' },
  { kind: 'day', name: 'endsOn', label: 'First day on which it no longer holds', hint: 'Leave empty where it holds until it is revoked' },
  { kind: 'line', name: 'givenBy', label: 'By which decision?', hint: 'For example, decision 12 of 8 December 2026' },
  { kind: 'line', name: 'decision', label: 'Address of that decision’s page', hint: 'Leave empty where it is not recorded here' },
]

/** Records a delegation of a function of the terms. */
export async function newDelegation(asked: Asked): Promise<FormSpec<z.output<ReturnType<typeof delegationForm>>>> {
  const { id: body, slug, name } = asked.body
  const terms = await findTermsInForce(asked.reader, body, asked.visit.today)
  const functions = terms?.functions.value ?? []
  const posts = await postChoices(asked)
  const nameOf = (key: string): string => functions.find((one) => one.key === key)?.name ?? key
  return {
    shape: {
      title: 'Record a delegation',
      caption: name,
      lead: 'What the board decided to let somebody else decide, recommend or discuss. It stays as it was given until it ends or is revoked.',
      breadcrumbs: toDelegations(asked.body),
      fields: [
        {
          kind: 'select',
          name: 'functionKey',
          label: 'Which function of the board?',
          hint: functions.length === 0 ? 'The terms in force name none. Add them to the terms first' : 'As the terms in force name them',
          options: functions.map((one) => ({
            value: one.key,
            text: `${one.name}. ${terms === undefined ? '' : ownPowerWords(delegationOf(terms, one.key))}`,
          })),
        },
        ...(await holderFields(asked, posts, true)),
        ...grantFields(delegatedPowers, undefined),
      ],
      submit: 'Record delegation',
      first: { may: 'decide', ...dayValues('startsOn', asked.visit.today) },
      cancel: backTo(delegationsPath(slug)),
    },
    parse: (posted) => {
      const keys = functions.map(({ key }) => key)
      return parseForm(delegationForm(keys, posts), posted)
    },
    perform: async ({ limit, ...input }) => {
      const given = {
        ...input,
        body,
        origin: 'terms',
        parent: undefined,
        limitPence: limit,
        functionName: nameOf(input.functionKey),
      } as const
      return mapped(await addDelegation(asked.db, asked.visit, given), ({ id }) => delegationPath(slug, id))
    },
  }
}

/** Records what somebody holds by law, so that handing it on can be recorded too (handbook 2.3). */
export async function heldByLaw(asked: Asked): Promise<FormSpec<z.output<ReturnType<typeof heldByLawForm>>>> {
  const { id: body, slug, name } = asked.body
  const codes = await listCodes(asked.reader, 'statutory-function', asked.visit.today)
  const posts = await postChoices(asked)
  return {
    shape: {
      title: 'Record what somebody holds by law',
      caption: name,
      lead: 'For example, who the lead safeguarding partner of an agency is. What they hand on is recorded under it; they stay accountable.',
      breadcrumbs: toDelegations(asked.body),
      fields: [
        {
          kind: 'select',
          name: 'functionKey',
          label: 'What do they hold?',
          options: codes.map(({ code, label }) => ({ value: code, text: label })),
        },
        ...(await holderFields(asked, posts, false)),
        { kind: 'tick', name: 'mayHandOn', label: 'The law lets them hand it on' },
        { kind: 'day', name: 'startsOn', label: 'From' },
        { kind: 'day', name: 'endsOn', label: 'First day on which they no longer hold it', hint: 'Leave empty while they do' },
        { kind: 'line', name: 'givenBy', label: 'By which law, and who named them?', hint: 'For example, Children Act 2004, section 16E' },
      ],
      submit: 'Record',
      first: dayValues('startsOn', asked.visit.today),
      cancel: backTo(delegationsPath(slug)),
    },
    parse: (posted) => {
      const known = codes.map(({ code }) => code)
      return parseForm(heldByLawForm(known, posts), posted)
    },
    perform: async (input) => {
      const functionName = codes.find(({ code }) => code === input.functionKey)?.label ?? input.functionKey
      const grant = { may: 'decide', limitPence: undefined, conditions: '', decision: undefined, parent: undefined, origin: 'law' } as const
      return mapped(await addDelegation(asked.db, asked.visit, { ...input, ...grant, body, functionName }), ({ id }) =>
        delegationPath(slug, id),
      )
    },
  }
}

async function delegationAsked(asked: Asked): Promise<DelegationRecord> {
  const wanted = asked.id('delegation')
  return known((await findScheme(asked.reader, asked.body.id, asked.visit.today)).find(({ id }) => id === wanted))
}

/** Records that whoever holds a delegation handed it on. */
export async function handedOn(asked: Asked): Promise<FormSpec<z.output<ReturnType<typeof handOnForm>>>> {
  const { id: body, slug } = asked.body
  const above = await delegationAsked(asked)
  const posts = await postChoices(asked)
  const powers = delegatedPowers.slice(0, delegatedPowers.indexOf(above.may) + 1)
  return {
    shape: {
      title: 'Record that it is handed on',
      caption: `${above.functionName}: ${holderWords(above.to)}`,
      lead: `${holderWords(above.to)} ${grantWords(above)}. Nobody can hand on more than that, and whoever does stays accountable.`,
      breadcrumbs: [...toDelegations(asked.body), { text: above.functionName, href: delegationPath(slug, above.id) }],
      fields: [...(await holderFields(asked, posts, above.origin === 'terms')), ...grantFields(powers, above.limit)],
      submit: 'Record delegation',
      first: { may: above.may, ...dayValues('startsOn', asked.visit.today), ...dayValues('endsOn', above.endsOn) },
      cancel: backTo(delegationPath(slug, above.id)),
    },
    parse: (posted) => parseForm(handOnForm(posts), posted),
    perform: async ({ limit, ...input }) => {
      const { origin, functionKey, functionName } = above
      const given = { ...input, body, origin, functionKey, functionName, parent: above.id, limitPence: limit }
      return mapped(await addDelegation(asked.db, asked.visit, given), ({ id }) => delegationPath(slug, id))
    },
  }
}

/** Revokes a delegation. */
export async function revokedDelegation(asked: Asked): Promise<FormSpec<z.output<typeof revokeForm>>> {
  const { id: body, slug } = asked.body
  const delegation = await delegationAsked(asked)
  const page = delegationPath(slug, delegation.id)
  return {
    shape: {
      title: 'Revoke a delegation',
      caption: `${delegation.functionName}: ${holderWords(delegation.to)}`,
      lead: 'What was decided under it stands. What was handed on from it rests on nothing from that day.',
      breadcrumbs: [...toDelegations(asked.body), { text: delegation.functionName, href: page }],
      fields: [
        { kind: 'day', name: 'revokedOn', label: 'First day on which it no longer holds' },
        { kind: 'lines', name: 'because', label: 'By which decision, and why?', hint: 'Everybody reads this' },
      ],
      submit: 'Revoke',
      first: dayValues('revokedOn', asked.visit.today.add({ days: 1 })),
      version: delegation.version,
      cancel: backTo(page),
      warning: 'This cannot be taken back. What is given again is a new delegation.',
    },
    parse: (posted) => parseForm(revokeForm, posted),
    perform: async (input) => mapped(await revokeDelegation(asked.db, asked.visit, { ...input, id: delegation.id, body }), () => page),
  }
}
