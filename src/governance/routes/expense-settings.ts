import type { z } from 'zod'
import { succeed } from '#platform/result.ts'
import { parseForm, postedText } from '#platform/web/fields.ts'
import { dayValues } from '#platform/web/forms.ts'
import { endApprover, nameApprover, setBudget } from '../commands/expense-settings.ts'
import { approverForm, budgetForm } from '../forms/expenses.ts'
import { endForm } from '../forms/membership.ts'
import { expensesPath } from '../paths.ts'
import { findApprovers, findBudget } from '../queries/expenses.ts'
import { listPeople } from '../queries/people.ts'
import { budgetYearOf } from '../rules/expenses.ts'
import { yearInWords } from '../words/expenses.ts'
import { backTo, toMembers } from './crumbs.ts'
import { type Asked, type FormSpec, known } from './endpoint.tsx'
import { mapped } from './outcome.ts'

/** Sets the budget of a year. */
export async function changedBudget(
  asked: Asked,
): Promise<FormSpec<z.output<typeof budgetForm> & { readonly version: number | undefined }>> {
  const { id, slug, name } = asked.body
  const year = asked.number('year')
  known(year >= 2000 && year <= 2200 ? year : undefined)
  const before = await findBudget(asked.reader, id, year)
  const page = expensesPath(slug, year)
  return {
    shape: {
      title: `Set the budget of ${yearInWords(year)}`,
      caption: name,
      lead: 'What the board may pay members back from 1 April to 31 March. Claims above what is left are not approved.',
      breadcrumbs: [...toMembers(asked.body), { text: 'Expenses', href: page }],
      fields: [{ kind: 'line', name: 'sum', label: 'Sum in pounds' }],
      submit: 'Save',
      first: { sum: before ? (before.pence / 100).toFixed(2) : '' },
      version: before?.version,
      cancel: backTo(page),
    },
    parse: (body) => {
      const parsed = parseForm(budgetForm, body)
      const typed = postedText(body.version)
      return parsed.ok ? succeed({ ...parsed.value, version: /^[1-9]\d{0,8}$/.test(typed) ? Number(typed) : undefined }) : parsed
    },
    perform: async ({ sum, version }) =>
      mapped(await setBudget(asked.db, asked.visit, { body: id, year, pence: sum, version }), () => page),
  }
}

/** Names somebody who approves. */
export async function newApprover(asked: Asked): Promise<FormSpec<z.output<typeof approverForm>>> {
  const { id, slug, name } = asked.body
  const people = (await listPeople(asked.reader)).filter((person) => person.id !== asked.standing.person?.id)
  const page = expensesPath(slug, budgetYearOf(asked.visit.today))
  return {
    shape: {
      title: 'Name who approves expenses',
      caption: name,
      breadcrumbs: [...toMembers(asked.body), { text: 'Expenses', href: page }],
      fields: [
        { kind: 'select', name: 'person', label: 'Person', options: people.map((person) => ({ value: person.id, text: person.name })) },
        { kind: 'line', name: 'namedIn', label: 'By which meeting or decision?', hint: 'For example, decision 12 of 8 December 2026' },
        { kind: 'day', name: 'startsOn', label: 'From' },
      ],
      submit: 'Name',
      first: dayValues('startsOn', asked.visit.today),
      cancel: backTo(page),
    },
    parse: (body) => parseForm(approverForm, body),
    perform: async (input) => mapped(await nameApprover(asked.db, asked.visit, { ...input, body: id }), () => `${page}#approvers`),
  }
}

/** Ends that somebody approves. */
export async function endedApprover(asked: Asked): Promise<FormSpec<z.output<typeof endForm>>> {
  const { id, slug } = asked.body
  const approver = known((await findApprovers(asked.reader, id, asked.visit.today)).find((one) => one.id === asked.id('approver')))
  const page = expensesPath(slug, budgetYearOf(asked.visit.today))
  return {
    shape: {
      title: 'End approving',
      caption: approver.person.name,
      breadcrumbs: [...toMembers(asked.body), { text: 'Expenses', href: page }],
      fields: [{ kind: 'day', name: 'endsOn', label: 'First day on which this person no longer approves' }],
      submit: 'End',
      first: dayValues('endsOn', asked.visit.today),
      version: approver.version,
      cancel: backTo(page),
    },
    parse: (body) => parseForm(endForm, body),
    perform: async (input) =>
      mapped(await endApprover(asked.db, asked.visit, { ...input, id: approver.id, body: id }), () => `${page}#approvers`),
  }
}
