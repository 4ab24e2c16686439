import type { z } from 'zod'
import { parseForm } from '#platform/web/fields.ts'
import { optionsOf } from '#platform/web/form-page/form-fields.tsx'
import { dayValues } from '#platform/web/forms.ts'
import { addRequest, answerRequest, withdrawRequest } from '../commands/requests.ts'
import { answerForm, requestForm, withdrawRequestForm } from '../forms/requests.ts'
import { requestPath, requestsPath } from '../paths.ts'
import { listBodies } from '../queries/bodies.ts'
import { findRequest } from '../queries/requests.ts'
import { requestKinds } from '../rules/body-request.ts'
import { requestKindLabels, requestSightLabels } from '../words/requests.ts'
import { backTo, toRequests } from './crumbs.ts'
import { type Asked, type FormSpec, known } from './endpoint.tsx'
import { mapped } from './outcome.ts'

/** Records a request, concern or question. */
export async function newRequest(asked: Asked): Promise<FormSpec<z.output<typeof requestForm>>> {
  const { id, slug, name } = asked.body
  const others = (await listBodies(asked.reader, asked.visit.today)).filter((body) => body.id !== id && body.status !== 'ended')
  return {
    shape: {
      title: 'Record a request',
      caption: name,
      lead: 'What is recorded stays as it is; the answer is added to it. Both boards see it on their pages.',
      breadcrumbs: toRequests(asked.body),
      fields: [
        {
          kind: 'radios',
          name: 'direction',
          label: 'Who asks?',
          options: [
            { value: 'asked', text: 'This board asks another' },
            { value: 'received', text: 'Another asks this board', hint: 'Only where the other has no clerk here and wrote a letter' },
          ],
        },
        { kind: 'select', name: 'other', label: 'The other board', options: others.map((body) => ({ value: body.id, text: body.name })) },
        { kind: 'radios', name: 'kind', label: 'What is it?', options: optionsOf(requestKindLabels, requestKinds) },
        { kind: 'line', name: 'subject', label: 'Matter', hint: 'For example, a task group on school exclusions' },
        { kind: 'lines', name: 'words', label: 'The words of it', hint: 'Up to 4,000 characters. Name no child or family' },
        {
          kind: 'line',
          name: 'decidedIn',
          label: 'Which meeting or decision asks for it?',
          hint: 'For example, decision 12 of 8 December 2026. Leave empty where there is none',
        },
        { kind: 'line', name: 'decision', label: 'Address of that decision’s page', hint: 'Leave empty where it is not recorded here' },
        { kind: 'day', name: 'askedOn', label: 'Asked on' },
        { kind: 'day', name: 'dueOn', label: 'Last day for the answer' },
        {
          kind: 'radios',
          name: 'sight',
          label: 'Who may read it?',
          hint: 'Everybody only where both boards meet in public by their rules',
          options: optionsOf(requestSightLabels, ['members', 'public']),
        },
      ],
      submit: 'Record request',
      first: { direction: 'asked', kind: 'request', sight: 'members', ...dayValues('askedOn', asked.visit.today) },
      cancel: backTo(requestsPath(slug)),
    },
    parse: (posted) => parseForm(requestForm, posted),
    perform: async (input) =>
      mapped(await addRequest(asked.db, asked.visit, { ...input, by: id }), ({ id: request }) => requestPath(slug, request)),
  }
}

/** Records the answer. */
export async function answeredRequest(asked: Asked): Promise<FormSpec<z.output<typeof answerForm>>> {
  const { id: body, slug } = asked.body
  const request = known(await findRequest(asked.reader, asked.id('request'), body))
  const page = requestPath(slug, request.id)
  return {
    shape: {
      title: 'Record the answer',
      caption: `${request.subject}: ${request.from.name} to ${request.to.name}`,
      breadcrumbs: [...toRequests(asked.body), { text: request.subject, href: page }],
      fields: [
        { kind: 'lines', name: 'answer', label: 'The answer', hint: 'Up to 4,000 characters' },
        { kind: 'day', name: 'answeredOn', label: 'Answered on' },
      ],
      submit: 'Record answer',
      first: dayValues('answeredOn', asked.visit.today),
      version: request.version,
      cancel: backTo(page),
      warning: 'An answer stays as it was given. What is said later is a new request.',
    },
    parse: (posted) => parseForm(answerForm, posted),
    perform: async (input) => mapped(await answerRequest(asked.db, asked.visit, { ...input, id: request.id, body }), () => page),
  }
}

/** Withdraws what was asked. */
export async function withdrawnRequest(asked: Asked): Promise<FormSpec<z.output<typeof withdrawRequestForm>>> {
  const { id: body, slug } = asked.body
  const request = known(await findRequest(asked.reader, asked.id('request'), body))
  const page = requestPath(slug, request.id)
  return {
    shape: {
      title: 'Withdraw a request',
      caption: `${request.subject}: ${request.from.name} to ${request.to.name}`,
      breadcrumbs: [...toRequests(asked.body), { text: request.subject, href: page }],
      fields: [
        { kind: 'lines', name: 'reason', label: 'Why?', hint: 'Whoever may read the request reads this' },
        { kind: 'day', name: 'withdrawnOn', label: 'Withdrawn on' },
      ],
      submit: 'Withdraw request',
      first: dayValues('withdrawnOn', asked.visit.today),
      version: request.version,
      cancel: backTo(page),
      warning: 'The request stays on both boards’ pages as withdrawn.',
    },
    parse: (posted) => parseForm(withdrawRequestForm, posted),
    perform: async (input) => mapped(await withdrawRequest(asked.db, asked.visit, { ...input, id: request.id, body }), () => page),
  }
}
