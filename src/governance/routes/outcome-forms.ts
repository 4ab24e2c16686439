import type { z } from 'zod'
import { NotFound } from '#platform/refusals.ts'
import { parseForm } from '#platform/web/fields.ts'
import { dayValues } from '#platform/web/forms.ts'
import { recordReport, settleDuty } from '../commands/duty-outcomes.ts'
import { outcomeForm, reportForm } from '../forms/protocols.ts'
import { protocolsPath } from '../paths.ts'
import { findDutyOf } from '../queries/protocols.ts'
import { findRelations } from '../queries/relations.ts'
import { cyclesOf } from '../rules/work-programme.ts'
import { labelOf, relationLabels } from '../words/labels.ts'
import { cycleWords } from '../words/protocols.ts'
import { backTo, toProtocols } from './crumbs.ts'
import { type Asked, type FormSpec, known } from './endpoint.tsx'
import { mapped } from './outcome.ts'

/** Records what became of a duty in the cycle of a year, or corrects it. @throws NotFound where no such cycle is owed */
export async function settledDuty(asked: Asked): Promise<FormSpec<z.output<typeof outcomeForm>>> {
  const { id: by, slug } = asked.body
  const { protocol, duty } = known(await findDutyOf(asked.reader, by, asked.id('duty')))
  const year = asked.number('year')
  const cycle = known(cyclesOf(duty, protocol, asked.visit.today).find(({ window }) => window.year === year))
  const before = duty.outcomes.find((outcome) => outcome.year === year)
  const page = protocolsPath(slug)
  return {
    shape: {
      title: 'Record what became of a duty',
      caption: `${duty.body.name}: ${duty.title}, ${cycleWords(cycle.window)}`,
      lead: 'Everybody may read this.',
      breadcrumbs: toProtocols(asked.body),
      fields: [
        {
          kind: 'radios',
          name: 'outcome',
          label: 'What became of it?',
          options: [
            { value: 'met', text: 'It was met' },
            { value: 'waived', text: 'It was waived by agreement', hint: 'Say why' },
          ],
        },
        { kind: 'day', name: 'onDay', label: 'On' },
        {
          kind: 'line',
          name: 'note',
          label: 'How, or why',
          hint: 'For example, received at the meeting of 2 June 2026. Needed where it was waived',
        },
      ],
      submit: 'Record',
      first: { outcome: before?.outcome ?? '', note: before?.note ?? '', ...dayValues('onDay', before?.onDay ?? asked.visit.today) },
      version: before?.version ?? 0,
      cancel: backTo(page),
    },
    parse: (posted) => parseForm(outcomeForm, posted),
    perform: async (input) => mapped(await settleDuty(asked.db, asked.visit, { ...input, duty: duty.id, by, year }), () => page),
  }
}

/** Records that a report was made. */
export async function reportMade(asked: Asked): Promise<FormSpec<z.output<typeof reportForm>>> {
  const { id: by, slug } = asked.body
  const relations = await findRelations(asked.reader, asked.visit.today, by)
  const relation = known(relations.find(({ id }) => id === asked.id('relation')))
  if (!['accountable-to', 'reports-to', 'sub-group-of'].includes(relation.kind)) throw new NotFound()
  const page = protocolsPath(slug)
  return {
    shape: {
      title: 'Record a report that was made',
      caption: `${relation.from.name} ${labelOf(relationLabels, relation.kind)} ${relation.to.name}`,
      breadcrumbs: toProtocols(asked.body),
      fields: [
        { kind: 'day', name: 'madeOn', label: 'Made on' },
        {
          kind: 'line',
          name: 'note',
          label: 'Which report, and where was it received?',
          hint: 'For example, annual report, item 6 of the meeting',
        },
      ],
      submit: 'Record report',
      first: dayValues('madeOn', asked.visit.today),
      cancel: backTo(page),
    },
    parse: (posted) => parseForm(reportForm, posted),
    perform: async (input) => mapped(await recordReport(asked.db, asked.visit, { ...input, relation: relation.id, by }), () => page),
  }
}
