import type { AskedBoard } from '#governance/public-data.ts'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import { delegatedPaths } from '../delegated-paths.ts'
import { ledPaths } from '../framework-paths.ts'
import { crumbsOf } from '../pages/crumbs.ts'
import type { IndividualBudget } from '../queries/delegated.ts'
import { findOwnOffices } from '../queries/own-part.ts'
import type { BudgetEntry } from '../rules/delegated.ts'
import { heldByWords } from '../words/delegated.ts'
import { ledWords } from '../words/led-records.ts'
import { openLineOptions, organisationOptions, peopleOptions } from './choices.ts'
import { day, givingGroups, line, noNames, short, undoGroups } from './delegated-shapes.ts'

const kind = 'delegated'

/** A request about budgets of persons, with who asks. */
type AskedPersons = AskedBoard & { readonly me: string | undefined }
const aboveIndividuals = ({ body }: Pick<AskedBoard, 'body'>) =>
  crumbsOf(
    body,
    { text: ledWords[kind].many, href: ledPaths.ofBoard(kind, body.slug) },
    { text: 'Budgets of persons', href: delegatedPaths.individuals(body.slug) },
  )

/** The form that opens the budget of one person. */
export async function individualShape(asked: AskedPersons): Promise<FormShape> {
  const [people, organisations, lines] = await Promise.all([peopleOptions(asked), organisationOptions(asked), openLineOptions(asked)])
  const own = asked.me === undefined ? [] : ((await findOwnOffices(asked.reader, asked.me, asked.visit.today)).get('brokerage') ?? [])
  return {
    title: 'Open a budget for one person',
    caption: asked.body.name,
    lead: 'The person is known by a number of the case system alone. You, the lead professional and those whom you name see it; nobody else does.',
    breadcrumbs: aboveIndividuals(asked),
    groups: [
      {
        fields: [
          short('reference', 'What is its number?', 'Letters, a hyphen and digits, for example IB-0042. No name and no date of birth'),
          {
            kind: 'select',
            name: 'lead',
            label: 'Which organisation gives it?',
            options: organisations.filter(({ value }) => own.includes(value)),
          },
          {
            kind: 'radios',
            name: 'heldBy',
            label: 'Who holds the money?',
            options: (['family', 'young-person', 'provider', 'council'] as const).map((value) => ({ value, text: heldByWords[value] })),
          },
          { kind: 'select', name: 'professional', label: 'Who is the lead professional?', options: people },
          short('pence', 'How much is it?', 'In pounds'),
          day('startsOn', 'From which day?'),
          day('lastDay', 'What is the last day?'),
          {
            ...{ kind: 'select', name: 'line', label: 'Out of which budget line?', none: 'None of these' },
            hint: 'What is bought is then paid in the ledger, without the number and without what it was. Whoever keeps the books places it',
            options: lines,
          },
        ],
      },
    ],
    submit: 'Open it',
    first: {},
    cancel: delegatedPaths.individuals(asked.body.slug),
  }
}

/** A request about the budget of one person. */
export type AskedIndividual = AskedBoard & { readonly budget: IndividualBudget }

const ofIndividual = (asked: AskedIndividual) => ({
  caption: `Budget ${asked.budget.reference}`,
  breadcrumbs: [...aboveIndividuals(asked), { text: asked.budget.reference, href: delegatedPaths.individual(asked.budget.id) }],
  cancel: delegatedPaths.individual(asked.budget.id),
  first: { ...dayValues('happenedOn', asked.visit.today) },
})

/** The form that names a reader. */
export async function readerShape(asked: AskedIndividual): Promise<FormShape> {
  return {
    ...ofIndividual(asked),
    title: 'Name somebody else who works with this person',
    groups: [
      {
        fields: [
          { kind: 'select', name: 'person', label: 'Who?', options: await peopleOptions(asked) },
          line('why', 'Why does this person need to see it?'),
          day('lastDay', 'Until which day?', 'Leave empty where it is not known yet'),
        ],
      },
    ],
    submit: 'Add',
    version: asked.budget.version,
    first: {},
  }
}

/** The form by which money of one person is spent, or given back. */
export function individualEntryShape(asked: AskedIndividual, of: 'purchase' | 'returned'): FormShape {
  return {
    ...ofIndividual(asked),
    title: of === 'purchase' ? 'Record what was bought' : 'Give back what is not spent',
    groups: of === 'purchase' ? givingGroups('What was bought?', noNames) : givingGroups('Why is it given back?', noNames),
    submit: of === 'purchase' ? 'Record' : 'Give it back',
  }
}

/** The form that undoes an entry of the budget of one person. */
export function undoIndividualShape(asked: AskedIndividual, entry: BudgetEntry & { readonly what: string }): FormShape {
  return { ...ofIndividual(asked), title: `Undo: ${entry.what}`, groups: undoGroups, submit: 'Undo it', look: 'warning' }
}
