import type { z } from 'zod'
import { succeed } from '#platform/result.ts'
import { dayInWords } from '#platform/time/words.ts'
import { parseForm } from '#platform/web/fields.ts'
import { addClosureDays, withdrawClosureDay } from '../commands/closure-days.ts'
import { closureDaysForm } from '../forms/bank-holidays.ts'
import { bankHolidaysPath } from '../paths.ts'
import { listClosureDays } from '../queries/closure-days.ts'
import { listOrganisations } from '../queries/organisations.ts'
import { backTo } from './crumbs.ts'
import { type Asked, type FormSpec, known } from './endpoint.tsx'
import { mapped } from './outcome.ts'

const way = [{ text: 'Bank holidays', href: bankHolidaysPath }]
const page = `${bankHolidaysPath}#closures`
const cancel = backTo(page)

/** Enters the days on which a house is closed. */
export async function newClosureDays({ db, reader, visit }: Asked): Promise<FormSpec<z.output<typeof closureDaysForm>>> {
  const houses = await listOrganisations(reader)
  return {
    shape: {
      title: 'Enter closure days',
      lead: 'They are not counted where the terms of a board leave out the closure days of that house. Certificates of notice that were made stay as they are.',
      breadcrumbs: way,
      fields: [
        {
          kind: 'select',
          name: 'organisation',
          label: 'Whose house is closed?',
          options: houses.map(({ id, name }) => ({ value: id, text: name })),
        },
        { kind: 'day', name: 'from', label: 'First day' },
        { kind: 'day', name: 'to', label: 'Last day', hint: 'Leave empty for one day only. Weekends between are left out' },
        { kind: 'line', name: 'title', label: 'What for?', hint: 'For example, closed between Christmas and New Year' },
        { kind: 'line', name: 'source', label: 'Where is that written?', hint: 'For example, decision of the cabinet of 14 October 2026' },
      ],
      submit: 'Enter',
      first: {},
      cancel,
    },
    parse: (body) => parseForm(closureDaysForm, body),
    perform: async (input) => mapped(await addClosureDays(db, visit, input), () => page),
  }
}

/** Takes a closure day back. */
export async function withdrawnClosureDay(asked: Asked): Promise<FormSpec<Record<string, never>>> {
  const { db, reader, visit } = asked
  const wanted = asked.id('closure')
  const { id, day, title, organisation } = known((await listClosureDays(reader)).find((one) => one.id === wanted))
  return {
    shape: {
      title: 'Take back a closure day',
      caption: `${title}, ${dayInWords(day)}: ${organisation.name}`,
      lead: 'It counts as a working day again. Certificates of notice that were made stay as they are.',
      ...{ breadcrumbs: way, fields: [], submit: 'Take it back', first: {}, cancel },
    },
    parse: () => succeed({}),
    perform: async () => mapped(await withdrawClosureDay(db, visit, { id }), () => page),
  }
}
