import type { z } from 'zod'
import { parseForm } from '#platform/web/fields.ts'
import { dayValues } from '#platform/web/forms.ts'
import type { PageLink } from '#platform/web/page.tsx'
import { addDuty, addProtocol, changeProtocol, endDuty, signProtocol } from '../commands/protocols.ts'
import { changedProtocolForm, dutyForm, endDutyForm, protocolForm, signatureForm } from '../forms/protocols.ts'
import type { FormField } from '../pages/form-field.ts'
import { boardsPath, protocolPath } from '../paths.ts'
import { listBodies } from '../queries/bodies.ts'
import { findProtocol, type Protocol } from '../queries/protocols.ts'
import { monthLabels } from '../words/protocols.ts'
import { backTo } from './crumbs.ts'
import { type Asked, type FormSpec, known } from './endpoint.tsx'
import { mapped } from './outcome.ts'

const wordsOfIt: readonly FormField[] = [
  { kind: 'line', name: 'title', label: 'Title' },
  { kind: 'lines', name: 'purpose', label: 'Purpose', hint: 'What the boards agreed and why, in plain words' },
  {
    kind: 'line',
    name: 'source',
    label: 'Where is the signed paper?',
    hint: 'For example, minutes of 8 June 2026. Leave empty if not known',
  },
]
const review: FormField = { kind: 'day', name: 'reviewOn', label: 'To be reviewed by', hint: 'Leave empty where that is not stated' }

const toProtocol = ({ id, title }: Protocol): readonly PageLink[] => [
  { text: 'Boards', href: boardsPath },
  { text: title, href: protocolPath(id) },
]

async function protocolOf(asked: Asked): Promise<Protocol> {
  return known(await findProtocol(asked.reader, asked.id('protocol')))
}

/** Sets up a protocol. */
export async function newProtocol(asked: Asked): Promise<FormSpec<z.output<typeof protocolForm>>> {
  const bodies = (await listBodies(asked.reader, asked.visit.today)).filter(({ status }) => status !== 'ended')
  return {
    shape: {
      title: 'Set up a protocol',
      lead: 'What boards promise one another. It binds when every party has signed; duties and signatures are added on its page.',
      breadcrumbs: [{ text: 'Boards', href: boardsPath }],
      fields: [
        ...wordsOfIt,
        {
          kind: 'boxes',
          name: 'parties',
          label: 'Which boards are parties?',
          options: bodies.map(({ id, name }) => ({ value: id, text: name })),
        },
        { kind: 'day', name: 'startsOn', label: 'From' },
        review,
      ],
      submit: 'Set up protocol',
      first: dayValues('startsOn', asked.visit.today),
      cancel: backTo(boardsPath),
    },
    parse: (posted) => parseForm(protocolForm, posted),
    perform: async (input) => mapped(await addProtocol(asked.db, asked.visit, input), ({ id }) => protocolPath(id)),
  }
}

/** Changes a protocol, or ends it. */
export async function changedProtocol(asked: Asked): Promise<FormSpec<z.output<typeof changedProtocolForm>>> {
  const protocol = await protocolOf(asked)
  const { id, title, purpose, source, reviewOn, endsOn, version } = protocol
  return {
    shape: {
      title: 'Change a protocol',
      caption: title,
      breadcrumbs: toProtocol(protocol),
      fields: [
        ...wordsOfIt,
        review,
        { kind: 'day', name: 'endsOn', label: 'First day on which it no longer binds', hint: 'Leave empty while it does' },
      ],
      submit: 'Save',
      first: { title, purpose, source, ...dayValues('reviewOn', reviewOn), ...dayValues('endsOn', endsOn) },
      version,
      cancel: backTo(protocolPath(id)),
    },
    parse: (posted) => parseForm(changedProtocolForm, posted),
    perform: async (input) => mapped(await changeProtocol(asked.db, asked.visit, { ...input, id }), () => protocolPath(id)),
  }
}

/** Records the signature of a party. */
export async function signedProtocol(asked: Asked): Promise<FormSpec<z.output<typeof signatureForm>>> {
  const protocol = await protocolOf(asked)
  const party = known(protocol.parties.find(({ body }) => body.id === asked.id('party')))
  return {
    shape: {
      title: 'Record a signature',
      caption: `${party.body.name}: ${protocol.title}`,
      breadcrumbs: toProtocol(protocol),
      fields: [
        { kind: 'line', name: 'signedBy', label: 'Who signed, as what?', hint: 'For example, the chair' },
        { kind: 'day', name: 'signedOn', label: 'Signed on' },
      ],
      submit: 'Record signature',
      first: dayValues('signedOn', asked.visit.today),
      cancel: backTo(protocolPath(protocol.id)),
    },
    parse: (posted) => parseForm(signatureForm, posted),
    perform: async (input) =>
      mapped(await signProtocol(asked.db, asked.visit, { ...input, protocol: protocol.id, body: party.body.id }), () =>
        protocolPath(protocol.id),
      ),
  }
}

/** Adds a duty. */
export async function newDuty(asked: Asked): Promise<FormSpec<z.output<typeof dutyForm>>> {
  const protocol = await protocolOf(asked)
  const months = monthLabels.map((text, index) => ({ value: String(index + 1), text }))
  return {
    shape: {
      title: 'Add a yearly duty',
      caption: protocol.title,
      lead: 'It is owed in the same months of every year. A window that closes earlier in the year than it opens crosses New Year.',
      breadcrumbs: toProtocol(protocol),
      fields: [
        { kind: 'line', name: 'title', label: 'What is to be done?', hint: 'For example, annual report to the other board' },
        {
          kind: 'select',
          name: 'body',
          label: 'By which board?',
          options: protocol.parties.map(({ body }) => ({ value: body.id, text: body.name })),
        },
        { kind: 'select', name: 'opensMonth', label: 'First month', options: months },
        { kind: 'select', name: 'closesMonth', label: 'Last month', options: months },
        { kind: 'day', name: 'startsOn', label: 'From', hint: 'The first window that opens on this day or later counts' },
      ],
      submit: 'Add duty',
      first: dayValues('startsOn', asked.visit.today),
      cancel: backTo(protocolPath(protocol.id)),
    },
    parse: (posted) => parseForm(dutyForm, posted),
    perform: async (input) =>
      mapped(await addDuty(asked.db, asked.visit, { ...input, protocol: protocol.id }), () => protocolPath(protocol.id)),
  }
}

/** Ends a duty. */
export async function endedDuty(asked: Asked): Promise<FormSpec<z.output<typeof endDutyForm>>> {
  const protocol = await protocolOf(asked)
  const duty = known(protocol.duties.find(({ id }) => id === asked.id('duty')))
  return {
    shape: {
      title: 'End a yearly duty',
      caption: `${duty.title}: ${duty.body.name}`,
      breadcrumbs: toProtocol(protocol),
      fields: [
        { kind: 'day', name: 'endsOn', label: 'First day on which it is no longer owed', hint: 'A window that closes later is not owed' },
      ],
      submit: 'End duty',
      first: dayValues('endsOn', duty.endsOn ?? asked.visit.today),
      version: duty.version,
      cancel: backTo(protocolPath(protocol.id)),
    },
    parse: (posted) => parseForm(endDutyForm, posted),
    perform: async (input) =>
      mapped(await endDuty(asked.db, asked.visit, { ...input, id: duty.id, protocol: protocol.id }), () => protocolPath(protocol.id)),
  }
}
