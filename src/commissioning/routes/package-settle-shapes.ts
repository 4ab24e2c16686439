import type { FieldSpec } from '#platform/web/form-page/form-fields.tsx'
import { optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import { moneyPaths } from '../money-paths.ts'
import { packagePaths } from '../payment-paths.ts'
import { findTiedContracts } from '../queries/contract-money.ts'
import { findBoardLines } from '../queries/packages.ts'
import { spanOfYear } from '../rules/year.ts'
import { foundWords, weekWords } from '../words/payment.ts'
import { pounds } from '../words/pence.ts'
import { areaOptions, organisationOptions } from './choices.ts'
import type { AskedLine } from './fund-gates.ts'
import { fundCrumbs } from './fund-shapes.ts'
import { ofPackage, ofRun } from './package-shapes.ts'
import type { AskedPackage, AskedRun } from './payment-gates.ts'

const because = (label: string): FieldSpec => ({ kind: 'lines', name: 'because', label, hint: 'No person’s name', rows: 3 })

/** The form that settles an amount. */
export function reviewShape(asked: AskedPackage, week: number, pence: bigint): FormShape {
  return {
    ...ofPackage(asked),
    title: `An amount to be looked at: ${pounds(pence)}`,
    lead: `Week ${weekWords(asked.carePackage.startsOn, week)}. The terms do not say what it comes to. Until somebody decides it is paid as it stands here; the next run puts it right.`,
    groups: [
      {
        fields: [
          { kind: 'hidden', name: 'ofPence', label: '' },
          { kind: 'radios', name: 'outcome', label: 'What did you find?', options: optionsOf(foundWords) },
          { kind: 'short', name: 'amount', label: 'Which sum is right, in pounds?', hint: 'Only where you correct it, such as 91.12' },
          because('Why?'),
        ],
      },
    ],
    submit: 'Settle it',
    first: { ofPence: pence.toString() },
    cancel: packagePaths.step(asked.contract.id, 'reviews'),
    warning: 'It stands on record with its reason. Another report of the week opens it again.',
  }
}

/** The form that says who pays from a day on. */
export async function payerShape(asked: AskedPackage): Promise<FormShape> {
  const [budget, organisations, areas] = await Promise.all([
    findBoardLines(asked.reader, asked.body.id),
    organisationOptions(asked),
    areaOptions(asked),
  ])
  return {
    ...ofPackage(asked),
    title: 'Move it to another payer',
    lead: 'Where care moves to another district or partner. The week of the day is split by days, to the penny; weeks that were paid already are put right by the next run.',
    groups: [
      {
        fields: [
          { kind: 'day', name: 'startsOn', label: 'From which day?', hint: 'The first day that the new payer pays for' },
          { kind: 'select', name: 'payer', label: 'Who pays from then on?', options: organisations },
          {
            ...{ kind: 'select', name: 'line', label: 'From which budget line?', none: 'Not known' },
            options: budget.map(({ id, title, year }) => ({ value: id, text: `${title}, ${year}/${String(year + 1).slice(2)}` })),
          },
          { kind: 'select', name: 'area', label: 'Where is the care given since?', none: 'Not said', options: areas },
          because('Why does it move?'),
        ],
      },
    ],
    submit: 'Move it',
    first: {},
  }
}

/** The form that takes back that another partner pays. */
export function payerBackShape(asked: AskedPackage, startsOn: Temporal.PlainDate): FormShape {
  return {
    ...ofPackage(asked),
    title: 'Take this move back',
    lead: `From ${startsOn.toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', calendar: 'iso8601' })} the payer before it pays on. Both entries stay on record, and the next run puts right what was paid.`,
    groups: [{ fields: [because('Why?')] }],
    submit: 'Take it back',
    look: 'warning',
    first: {},
  }
}

/** The form that prepares a run which takes a whole one back. */
export function takeBackShape(asked: AskedRun): FormShape {
  return {
    ...ofRun(asked),
    title: `Take run ${asked.run.number} back`,
    lead: 'A further run reverses every line of it that still stands. It is approved by another person like any run, and the ledger gets the same sums with the other sign. What is due after all is paid by the run after that.',
    submit: 'Prepare the reversal',
    look: 'warning',
  }
}

/** The form that puts an earlier run into the ledger. */
export function postShape(asked: AskedRun): FormShape {
  return {
    ...ofRun(asked),
    title: `Put run ${asked.run.number} into the ledger`,
    lead: 'It was approved before runs were posted. Each sum gets an entry in the month in which the care was given; where the books of that year are closed, in the month of the approval, or in this month. Entries are never changed, and a run is posted once.',
    submit: 'Put it into the ledger',
    warning: 'Look first whether the same payments came into the ledger with a file. Then they would count twice.',
  }
}

/** The form that commits money of a budget line for a contract. */
export async function commitmentShape(asked: AskedLine): Promise<FormShape> {
  const { reader, line, visit } = asked
  const tied = await findTiedContracts(reader, line.id)
  const { from, until } = spanOfYear(line.year)
  const isNow = Temporal.PlainDate.compare(from, visit.today) <= 0 && Temporal.PlainDate.compare(visit.today, until) < 0
  return {
    title: 'Commit money for a contract',
    caption: line.title,
    lead: 'It stands in the ledger as committed. What a payment run pays is taken from it, so that nothing is counted twice.',
    breadcrumbs: [...fundCrumbs(asked), { text: line.title, href: moneyPaths.line(line.id) }],
    groups: [
      {
        fields: [
          {
            ...{ kind: 'select', name: 'contract', label: 'For which contract?', hint: 'Those that are tied to this line' },
            options: tied.map(({ id, title }) => ({ value: id, text: title })),
          },
          { kind: 'short', name: 'amount', label: 'How much?', hint: 'In pounds, such as 1,250.50. To take back what is left: -1,250.50' },
          { kind: 'day', name: 'onDay', label: 'On which day?' },
          because('By which decision, or why?'),
        ],
      },
    ],
    submit: 'Commit it',
    first: isNow ? dayValues('onDay', visit.today) : {},
    cancel: moneyPaths.line(line.id),
    ...(tied.length === 0 ? { closed: true, above: 'No contract is tied to this line yet.' } : {}),
  }
}
