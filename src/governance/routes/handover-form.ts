import type { z } from 'zod'
import { parseForm } from '#platform/web/fields.ts'
import { dayValues } from '#platform/web/forms.ts'
import { handOver } from '../commands/handover.ts'
import { handoverForm } from '../forms/handover.ts'
import { relationshipsPath } from '../paths.ts'
import { listBodies } from '../queries/bodies.ts'
import { countOpenRequests } from '../queries/handovers.ts'
import { handedOver } from '../rules/handover.ts'
import { handedOverLabels } from '../words/handover.ts'
import { many } from '../words/succession.ts'
import { backTo, toRelationships } from './crumbs.ts'
import type { Asked, FormSpec } from './endpoint.tsx'
import { mapped } from './outcome.ts'

/** Hands the work of a board on to another; the form says how much of each is open. */
export async function newHandover(asked: Asked): Promise<FormSpec<z.output<typeof handoverForm>>> {
  const { id, slug, name } = asked.body
  const { reader, visit } = asked
  const others = (await listBodies(reader, visit.today)).filter(
    (body) => body.id !== id && body.status !== 'ended' && body.status !== 'outside',
  )
  const open = { ...(await asked.work.count(reader, id)), requests: await countOpenRequests(reader, id) }
  const stays =
    open.partTwo === 0 ? '' : ` ${many(open.partTwo, 'action stays', 'actions stay')} with this board: nothing of Part 2 goes to another.`
  const hints = {
    actions: `${many(open.actions, 'is', 'are')} open.${stays} Whoever leads one goes on leading it`,
    plan: `${many(open.plan, 'is', 'are')} on the plan. What the terms place there by themselves stays`,
    requests: `${many(open.requests, 'is', 'are')} open. One between the two boards themselves stays`,
  }
  return {
    shape: {
      title: 'Hand work on to another board',
      caption: name,
      lead: 'What is open moves at once, with its history. The numbers are of what you may see; all of it moves.',
      breadcrumbs: toRelationships(asked.body),
      fields: [
        {
          kind: 'select',
          name: 'to',
          label: 'Which board takes it on?',
          options: others.map((body) => ({ value: body.id, text: body.name })),
        },
        {
          kind: 'boxes',
          name: 'takes',
          label: 'What is handed on?',
          options: handedOver.map((value) => ({ value, text: handedOverLabels[value], hint: hints[value] })),
        },
        { kind: 'day', name: 'onDay', label: 'Decided for which day?' },
        { kind: 'line', name: 'decidedIn', label: 'By which meeting or decision?', hint: 'For example, decision 14 of 4 March 2026' },
        { kind: 'lines', name: 'reason', label: 'Why?', hint: 'Everybody reads this on the pages of both boards' },
      ],
      submit: 'Hand it on',
      first: { takes: [...handedOver], ...dayValues('onDay', visit.today) },
      cancel: backTo(relationshipsPath(slug)),
      warning: 'What was handed on is not taken back by itself. The other board can hand it on again.',
    },
    parse: (posted) => parseForm(handoverForm, posted),
    perform: async (input) =>
      mapped(await handOver(asked.db, visit, asked.work.handOn, { ...input, from: id }), () => relationshipsPath(slug)),
  }
}
