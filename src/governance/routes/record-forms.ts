import type { z } from 'zod'
import { parseForm } from '#platform/web/fields.ts'
import { dayValues } from '#platform/web/forms.ts'
import { addOrganisation, changeOrganisation } from '../commands/organisations.ts'
import { addPerson, addPost, changeOwnContact, changePerson, endPost } from '../commands/people.ts'
import { allows } from '../commands/permit.ts'
import { plainEndForm } from '../forms/membership.ts'
import { changedOrganisationForm, changedPersonForm, contactForm, newOrganisationForm, newPersonForm, postForm } from '../forms/records.ts'
import type { FormField } from '../pages/form-field.ts'
import { organisationPath, organisationsPath, personPath } from '../paths.ts'
import { findOrganisation } from '../queries/organisations.ts'
import { findContact, findPerson, mayKeepContact } from '../queries/people.ts'
import { backTo, toOrganisations } from './crumbs.ts'
import { type Asked, type FormSpec, known } from './endpoint.tsx'
import { codeOptions, codesOf, organisationOptions } from './options.ts'
import { mapped } from './outcome.ts'

type Read<Schema extends z.ZodType> = z.output<Schema>

/** Adds an organisation. */
export async function newOrganisation(asked: Asked): Promise<FormSpec<Read<ReturnType<typeof newOrganisationForm>>>> {
  const sectors = await codesOf(asked, 'sector')
  const schema = newOrganisationForm(sectors)
  return {
    shape: {
      title: 'Add an organisation',
      breadcrumbs: toOrganisations,
      fields: [
        { kind: 'line', name: 'name', label: 'Name' },
        { kind: 'radios', name: 'sector', label: 'Sector', options: codeOptions(sectors) },
        { kind: 'day', name: 'startsOn', label: 'Since when has it existed?', hint: 'For example, 1 4 2013' },
      ],
      submit: 'Add organisation',
      first: {},
      cancel: backTo(organisationsPath),
    },
    parse: (body) => parseForm(schema, body),
    perform: async (input) => mapped(await addOrganisation(asked.db, asked.visit, input), ({ id }) => organisationPath(id)),
  }
}

const ended: FormField = {
  kind: 'day',
  name: 'endsOn',
  label: 'First day on which it no longer exists',
  hint: 'Empty where it exists after all. Appointments that ended are not taken up again by themselves',
}

/** Changes an organisation. */
export async function changedOrganisation(asked: Asked): Promise<FormSpec<Read<ReturnType<typeof changedOrganisationForm>>>> {
  const organisation = known(await findOrganisation(asked.reader, asked.id('organisation')))
  const sectors = await codesOf(asked, 'sector')
  const schema = changedOrganisationForm(sectors)
  const { id, name, sector, endsOn, version } = organisation
  // An end is recorded with everything that hangs on it; here only the day of one without a successor is put right.
  const putsEndRight = endsOn !== undefined && organisation.successors.length === 0
  return {
    shape: {
      title: 'Change an organisation',
      caption: name,
      breadcrumbs: [...toOrganisations, { text: name, href: organisationPath(id) }],
      fields: [
        { kind: 'line', name: 'name', label: 'Name' },
        {
          kind: 'day',
          name: 'renamedOn',
          label: 'First day of a new name',
          hint: 'Leave empty to correct a slip. With a day, the old name is kept with its dates',
        },
        { kind: 'radios', name: 'sector', label: 'Sector', options: codeOptions(sectors) },
        ...(putsEndRight ? [ended] : []),
      ],
      submit: 'Save',
      first: { name, sector, ...dayValues('endsOn', endsOn) },
      version,
      cancel: backTo(organisationPath(id)),
    },
    parse: (body) => parseForm(schema, body),
    perform: async (input) => {
      const end = putsEndRight ? input.endsOn : endsOn
      return mapped(await changeOrganisation(asked.db, asked.visit, { ...input, endsOn: end, id }), () => organisationPath(id))
    },
  }
}

const contactFields: readonly FormField[] = [
  { kind: 'email', name: 'email', label: 'Email address', hint: 'Seen by the person, clerks and administrators only' },
  { kind: 'line', name: 'phone', label: 'Telephone number', hint: 'Seen by the person, clerks and administrators only' },
]

/** Adds a person. */
export async function newPerson(asked: Asked): Promise<FormSpec<Read<typeof newPersonForm>>> {
  const invites = allows(asked.standing, { record: 'person', verb: 'invite' })
  const invitation: FormField = {
    kind: 'tick',
    name: 'invited',
    label: 'Invite this person to sign in',
    hint: 'A link goes to the email address',
  }
  return {
    shape: {
      title: 'Add a person',
      breadcrumbs: [{ text: 'Boards', href: '/boards' }],
      fields: [
        { kind: 'line', name: 'name', label: 'Full name' },
        ...contactFields,
        { kind: 'line', name: 'title', label: 'Post', hint: 'For example, Director of Children’s Services. Leave empty if not known' },
        {
          kind: 'select',
          name: 'organisation',
          label: 'Organisation of the post',
          options: await organisationOptions(asked),
          none: 'None',
        },
        { kind: 'day', name: 'startsOn', label: 'In post since', hint: 'Leave empty for today' },
        ...(invites ? [invitation] : []),
      ],
      submit: 'Add person',
      first: {},
      cancel: backTo('/boards'),
    },
    parse: (body) => parseForm(newPersonForm, body),
    perform: async ({ name, email, phone, invited, title, organisation, startsOn }) => {
      const post = title === '' ? undefined : { title, organisation, startsOn: startsOn ?? asked.visit.today }
      const added = await addPerson(asked.db, asked.visit, asked.invite, { name, email, phone, invited: invited && invites, post })
      return mapped(added, ({ id }) => personPath(id))
    },
  }
}

/** Changes a person's name and addresses. */
export async function changedPerson(asked: Asked): Promise<FormSpec<Read<typeof changedPersonForm>>> {
  const { id, name, version } = known(await findPerson(asked.reader, asked.id('person')))
  const contact = await findContact(asked.reader, id)
  const keeps = await mayKeepContact(asked.reader, id)
  return {
    shape: {
      title: 'Change a person’s details',
      caption: name,
      breadcrumbs: [{ text: name, href: personPath(id) }],
      // Where the clerk is not of this person's boards, the address is not theirs to change, and stays as it is.
      fields: [{ kind: 'line', name: 'name', label: 'Full name' }, ...(keeps ? contactFields : [])],
      submit: 'Save',
      first: keeps ? { name, email: contact?.email ?? '', phone: contact?.phone ?? '' } : { name },
      version,
      cancel: backTo(personPath(id)),
    },
    parse: (body) => parseForm(changedPersonForm, body),
    perform: async (input) => mapped(await changePerson(asked.db, asked.visit, { ...input, id }), () => personPath(id)),
  }
}

/** Changes how one is reached oneself. */
export async function ownContact(asked: Asked): Promise<FormSpec<Read<typeof contactForm>>> {
  const person = known(asked.standing.person)
  const contact = await findContact(asked.reader, person.id)
  return {
    shape: {
      title: 'How you are reached',
      caption: person.name,
      breadcrumbs: [{ text: person.name, href: personPath(person.id) }],
      fields: [
        {
          kind: 'email',
          name: 'email',
          label: 'Email address',
          hint: 'Papers and notices of your boards go here. You sign in with the address that you were invited with',
        },
        { kind: 'line', name: 'phone', label: 'Telephone number', hint: 'Seen by you, clerks and administrators only' },
      ],
      submit: 'Save',
      first: { email: contact?.email ?? '', phone: contact?.phone ?? '' },
      cancel: backTo(personPath(person.id)),
    },
    parse: (body) => parseForm(contactForm, body),
    perform: async (input) => mapped(await changeOwnContact(asked.db, asked.visit, input), () => personPath(person.id)),
  }
}

/** Records a post. */
export async function newPost(asked: Asked): Promise<FormSpec<Read<typeof postForm>>> {
  const { id, name } = known(await findPerson(asked.reader, asked.id('person')))
  return {
    shape: {
      title: 'Record a post',
      caption: name,
      breadcrumbs: [{ text: name, href: personPath(id) }],
      fields: [
        { kind: 'line', name: 'title', label: 'Post', hint: 'For example, Head of service' },
        { kind: 'select', name: 'organisation', label: 'Organisation', options: await organisationOptions(asked), none: 'None' },
        { kind: 'day', name: 'startsOn', label: 'In post since' },
      ],
      submit: 'Record post',
      first: dayValues('startsOn', asked.visit.today),
      cancel: backTo(personPath(id)),
    },
    parse: (body) => parseForm(postForm, body),
    perform: async (input) => mapped(await addPost(asked.db, asked.visit, id, input), () => personPath(id)),
  }
}

/** Ends a post. */
export async function endedPost(asked: Asked): Promise<FormSpec<Read<typeof plainEndForm>>> {
  const person = known(await findPerson(asked.reader, asked.id('person')))
  const post = known(person.posts.find(({ id }) => id === asked.id('post')))
  return {
    shape: {
      title: 'End a post',
      caption: `${person.name}: ${post.title}`,
      breadcrumbs: [{ text: person.name, href: personPath(person.id) }],
      fields: [{ kind: 'day', name: 'endsOn', label: 'First day on which the post is no longer held' }],
      submit: 'End post',
      first: dayValues('endsOn', post.endsOn ?? asked.visit.today),
      cancel: backTo(personPath(person.id)),
    },
    parse: (body) => parseForm(plainEndForm, body),
    perform: async (input) => mapped(await endPost(asked.db, asked.visit, { ...input, id: post.id }), () => personPath(person.id)),
  }
}
