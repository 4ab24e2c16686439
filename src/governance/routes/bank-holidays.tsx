import type { JSX } from 'hono/jsx/jsx-runtime'
import type { z } from 'zod'
import { succeed } from '#platform/result.ts'
import { dayInWords } from '#platform/time/words.ts'
import { parseForm } from '#platform/web/fields.ts'
import { optionsOf } from '#platform/web/form-page/form-fields.tsx'
import { dayValues } from '#platform/web/forms.ts'
import { addBankHoliday, announceYear, withdrawBankHoliday } from '../commands/bank-holidays.ts'
import { allows } from '../commands/permit.ts'
import { announcedYearForm, bankHolidayForm } from '../forms/bank-holidays.ts'
import { BankHolidaysPage } from '../pages/bank-holidays-page.tsx'
import { bankHolidaysPath } from '../paths.ts'
import { listBankHolidays } from '../queries/bank-holidays.ts'
import { listClosureDays } from '../queries/closure-days.ts'
import { holidayDivisions } from '../rules/choices.ts'
import { holidayDivisionLabels } from '../words/labels.ts'
import { backTo } from './crumbs.ts'
import { type Asked, type FormSpec, known } from './endpoint.tsx'
import { mapped } from './outcome.ts'

const way = [{ text: 'Bank holidays', href: bankHolidaysPath }]
const divisionField = {
  ...{ kind: 'radios' as const, name: 'division', label: 'Where?', options: optionsOf(holidayDivisionLabels, holidayDivisions) },
}

/** The bank holidays from the year before this one on. */
export async function bankHolidaysPage({ reader, visit, standing }: Asked): Promise<JSX.Element> {
  const divisions = await listBankHolidays(reader, visit.today.year - 1)
  const closures = await listClosureDays(reader, visit.today.subtract({ years: 1 }))
  return (
    <BankHolidaysPage
      visit={visit}
      divisions={divisions}
      closures={closures}
      keeps={allows(standing, { record: 'bank-holiday', verb: 'add' })}
    />
  )
}

/** Enters a bank holiday. */
export async function newBankHoliday({ db, visit }: Asked): Promise<FormSpec<z.output<typeof bankHolidayForm>>> {
  return {
    shape: {
      title: 'Enter a bank holiday',
      lead: 'Every deadline that is still open is counted anew at once. Certificates of notice that were made stay as they are.',
      breadcrumbs: way,
      fields: [
        divisionField,
        { kind: 'day', name: 'day', label: 'Which day?' },
        { kind: 'line', name: 'title', label: 'What for?', hint: 'For example, State funeral' },
        { kind: 'day', name: 'announcedOn', label: 'When was it announced?' },
        { kind: 'line', name: 'source', label: 'Where is that written?', hint: 'For example, Royal Proclamation of 10 September 2022' },
      ],
      submit: 'Enter',
      first: { division: 'england-and-wales', ...dayValues('announcedOn', visit.today) },
      cancel: backTo(bankHolidaysPath),
    },
    parse: (body) => parseForm(bankHolidayForm, body),
    perform: async (input) => mapped(await addBankHoliday(db, visit, input), () => bankHolidaysPath),
  }
}

/** Says until which year all are announced. */
export async function announcedYear({ db, visit }: Asked): Promise<FormSpec<z.output<typeof announcedYearForm>>> {
  return {
    shape: {
      title: 'Say that a year is announced',
      lead: 'Enter its bank holidays first. From then on working days are counted up to the end of that year.',
      breadcrumbs: way,
      fields: [divisionField, { kind: 'number', name: 'year', label: 'All bank holidays are known up to the end of' }],
      submit: 'Save',
      first: { division: 'england-and-wales' },
      cancel: backTo(bankHolidaysPath),
      warning: 'This cannot be taken back: a year whose days are missing from the list would be counted wrongly.',
    },
    parse: (body) => parseForm(announcedYearForm, body),
    perform: async (input) => mapped(await announceYear(db, visit, input), () => bankHolidaysPath),
  }
}

/** Takes a bank holiday back that was entered. */
export async function withdrawnBankHoliday(asked: Asked): Promise<FormSpec<Record<string, never>>> {
  const { db, reader, visit } = asked
  const division = known(holidayDivisions.find((one) => one === asked.word('division')))
  const listed = (await listBankHolidays(reader, 0)).find((one) => one.division === division)
  const { day, title } = known(listed?.days.find((one) => one.entered && one.day.toString() === asked.word('day')))
  return {
    shape: {
      title: 'Take back a bank holiday',
      caption: `${title}, ${dayInWords(day)}: ${holidayDivisionLabels[division] ?? division}`,
      lead: 'It counts as a working day again. Certificates of notice that were made stay as they are.',
      breadcrumbs: way,
      fields: [],
      submit: 'Take it back',
      first: {},
      cancel: backTo(bankHolidaysPath),
    },
    parse: () => succeed({}),
    perform: async () => mapped(await withdrawBankHoliday(db, visit, { division, day }), () => bankHolidaysPath),
  }
}
