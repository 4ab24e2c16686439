import { type FieldSpec, optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import { typedPence } from '../forms/pence.ts'
import { crumbsOf } from '../pages/crumbs.ts'
import { packagePaths } from '../payment-paths.ts'
import { findBoardLines, findPackages, type PackageOutcome, type PaymentMechanism } from '../queries/packages.ts'
import { listModels } from '../queries/payment-models.ts'
import { laterWords } from '../words/payment.ts'
import type { AskedPackage, AskedPay, AskedRun } from './payment-gates.ts'
import { termsGroups, typedTerms } from './payment-model-shapes.ts'

const ofContract = ({ body, contract }: AskedPay) => ({
  caption: contract.title,
  breadcrumbs: crumbsOf(
    body,
    { text: 'Payment for packages', href: packagePaths.ofBoard(body.slug) },
    { text: contract.title, href: packagePaths.contract(contract.id) },
  ),
  cancel: packagePaths.contract(contract.id),
})
const number = (name: string, label: string, hint?: string): FieldSpec => ({ kind: 'number', name, label, hint })
const dayField = (name: string, label: string, hint?: string): FieldSpec => ({ kind: 'day', name, label, hint })
const lines = (name: string, label: string, hint?: string): FieldSpec => ({ kind: 'lines', name, label, hint, rows: 3 })

/** The form of another version of how packages are paid; it begins with what the latest says. */
export async function mechanismShape(asked: AskedPay, latest: PaymentMechanism | undefined): Promise<FormShape> {
  const models = await listModels(asked.reader, asked.body.id, asked.visit.today)
  return {
    ...ofContract(asked),
    title: latest ? 'Write another version' : 'Say how packages are paid',
    lead: 'Packages that begin from its first day on are paid by it. Earlier ones go on as they began.',
    groups: [
      {
        fields: [
          { kind: 'line', name: 'title', label: 'What is it called?' },
          dayField('startsOn', 'From which day?'),
          {
            ...{ kind: 'select', name: 'model', label: 'By which model was it chosen?', none: 'By none' },
            options: models.map(({ id, title }) => ({ value: id, text: title })),
          },
        ],
      },
      ...termsGroups,
      {
        heading: 'Which weeks count',
        fields: [
          { kind: 'tick', name: 'countsLast', label: 'A week that begins on the last day is paid' },
          number('absentWeeks', 'In how many weeks is absence paid as agreed?', '0: it is not paid'),
          number('hospitalWeeks', 'In how many weeks are days in hospital paid as agreed?', '0: they are not paid'),
          {
            ...{ kind: 'radios', name: 'restart', label: 'When a package begins again' },
            options: [
              { value: 'continue', text: 'Steps go on where they were' },
              { value: 'anew', text: 'Steps begin anew' },
            ],
          },
        ],
      },
      {
        heading: 'Outcomes',
        fields: [
          lines('outcome', 'What counts as an outcome?'),
          lines('evidence', 'By what is it confirmed?'),
          { kind: 'radios', name: 'laterOutcome', label: 'What does a later outcome change?', options: optionsOf(laterWords) },
          number('exitWeeks', 'For how many weeks after the end does an outcome count?'),
        ],
      },
      {
        heading: 'Limits',
        fields: [
          { kind: 'short', name: 'cap', label: 'The most for one package, in pounds', hint: 'Leave empty for no limit' },
          { kind: 'short', name: 'minimum', label: 'The least for a week, in pounds', hint: 'Leave empty for none' },
        ],
      },
    ],
    submit: 'Write it',
    first: latest ? firstOf(latest) : { countsLast: 'on', absentWeeks: '0', hospitalWeeks: '0', exitWeeks: '0' },
    warning: 'A version is never changed: another one follows it.',
  }
}

const firstOf = ({ title, terms, conditions, outcome, evidence, model }: PaymentMechanism) => ({
  ...{ title, ...typedTerms(terms), outcome, evidence, model: model ?? '', countsLast: conditions.countsLast ? 'on' : '' },
  ...{ absentWeeks: String(conditions.absentWeeks), hospitalWeeks: String(conditions.hospitalWeeks), restart: conditions.restart },
  ...{ laterOutcome: conditions.laterOutcome, exitWeeks: String(conditions.exitWeeks) },
  ...{ cap: typedPence(conditions.cap), minimum: typedPence(conditions.minimum) },
})

/** The form of a new package. */
export async function packageShape(asked: AskedPay): Promise<FormShape> {
  const { reader, body, contract } = asked
  const [packages, budget] = await Promise.all([findPackages(reader, contract.id), findBoardLines(reader, body.id)])
  const providers = new Map(contract.providers.map(({ provider, name }) => [provider, name]))
  return {
    ...ofContract(asked),
    title: 'Begin a package',
    lead: 'By its number. Whose package it is stands in the case system and never here.',
    groups: [
      {
        fields: [
          { kind: 'short', name: 'reference', label: 'Number of the package', hint: 'Such as HC-1042. No name and no initials' },
          {
            ...{ kind: 'select', name: 'provider', label: 'Who provides it?' },
            options: [...providers].map(([value, text]) => ({ value, text })),
          },
          dayField('startsOn', 'On which day does it begin?'),
          number('agreedMinutes', 'How many minutes a week are agreed?'),
          {
            ...{ kind: 'select', name: 'line', label: 'From which budget line is it paid?', none: 'Not settled' },
            options: budget.map(({ id, title, year }) => ({ value: id, text: `${title}, ${year}/${String(year + 1).slice(2)}` })),
          },
          {
            ...{ kind: 'select', name: 'follows', label: 'Which package begins again with it?', none: 'None' },
            options: packages.filter(({ endsOn }) => endsOn !== null).map(({ id, reference }) => ({ value: id, text: reference })),
          },
        ],
      },
    ],
    submit: 'Begin it',
    first: {},
  }
}

/** What the forms of a package have in common. */
export const ofPackage = (asked: AskedPackage) => {
  const { breadcrumbs } = ofContract(asked)
  const { id, reference } = asked.carePackage
  return {
    caption: `Package ${reference}`,
    breadcrumbs: [...breadcrumbs, { text: reference, href: packagePaths.package(id) }],
    cancel: packagePaths.package(id),
  }
}

/** The form of what was delivered in a week. */
export function deliveryShape(asked: AskedPackage, next: number): FormShape {
  return {
    ...ofPackage(asked),
    title: 'Report a week',
    lead: 'A later report of the same week corrects it; the next run of payment settles the difference.',
    groups: [
      {
        fields: [
          number('week', 'Which week?', `Counted from the first day of the package. The next one is ${next}`),
          number('minutes', 'How many minutes were delivered?', '0 where nothing was'),
          number('absent', 'How many agreed minutes were not delivered because of absence?', 'Leave empty for none'),
          number('hospital', 'And because of a stay in hospital?', 'Leave empty for none'),
        ],
      },
    ],
    submit: 'Report it',
    first: { week: String(next) },
  }
}

/** The form of the end of a package. */
export function endPackageShape(asked: AskedPackage): FormShape {
  const { endsOn, version } = asked.carePackage
  return {
    ...ofPackage(asked),
    title: 'End this package',
    groups: [{ fields: [dayField('endsOn', 'On which day is there no care any more?', 'The day after the last visit')] }],
    submit: 'End it',
    first: endsOn === null ? {} : dayValues('endsOn', endsOn),
    version,
  }
}

/** The form of an outcome as far as it has come. */
export function packageOutcomeShape(asked: AskedPackage, outcome: PackageOutcome | undefined): FormShape {
  return {
    ...ofPackage(asked),
    title: outcome ? 'An outcome' : 'Record an outcome',
    lead: 'It counts once user, provider and commissioner have agreed and it is confirmed with evidence. What is confirmed stands, or falls by an appeal.',
    groups: [
      {
        fields: [
          number('week', 'In which week?'),
          dayField('agreedUser', 'When did the user agree?'),
          dayField('agreedProvider', 'When did the provider agree?'),
          dayField('agreedCommissioner', 'When did the commissioner agree?'),
        ],
      },
      {
        heading: 'Confirmed',
        fields: [
          lines('evidence', 'By which evidence?', 'What it is and where it is kept. No name'),
          dayField('confirmedOn', 'When was it confirmed?'),
        ],
      },
      {
        heading: 'Reviewed, appealed',
        look: 'folded',
        fields: [
          dayField('reviewedOn', 'When was it reviewed?'),
          lines('review', 'What did the review find?'),
          dayField('appealedOn', 'When was it appealed?'),
          lines('appeal', 'Why?'),
          dayField('settledOn', 'When was the appeal settled?'),
          {
            ...{ kind: 'select', name: 'settled', label: 'How?', none: 'Not settled' },
            options: [
              { value: 'stands', text: 'The outcome stands' },
              { value: 'falls', text: 'The outcome falls' },
            ],
          },
        ],
      },
    ],
    submit: 'Save',
    first: outcome ? firstOfOutcome(outcome) : {},
    version: outcome?.version,
  }
}

function firstOfOutcome(one: PackageOutcome) {
  const days = ['agreedUser', 'agreedProvider', 'agreedCommissioner', 'confirmedOn', 'reviewedOn', 'appealedOn', 'settledOn'] as const
  return {
    ...{ week: String(one.week), evidence: one.evidence, review: one.review, appeal: one.appeal, settled: one.settled ?? '' },
    ...Object.assign({}, ...days.map((name) => (one[name] === null ? {} : dayValues(name, one[name])))),
  }
}

/** The form of a run of payment. */
export function runShape(asked: AskedPay): FormShape {
  return {
    ...ofContract(asked),
    title: 'Prepare a run of payment',
    lead: 'It pays what is due for weeks that ended before a day and was not paid yet. What was paid and is not due any more is reversed in it.',
    groups: [{ fields: [dayField('untilDay', 'For weeks that ended before which day?')] }],
    submit: 'Prepare it',
    first: dayValues('untilDay', asked.visit.today),
  }
}

/** What the forms of a run have in common. */
export const ofRun = (asked: AskedRun) => ({
  ...ofContract(asked),
  cancel: packagePaths.run(asked.run.id),
  version: asked.run.version,
  groups: [],
  first: {},
})

/** The form that approves a run. */
export function approveShape(asked: AskedRun): FormShape {
  return {
    ...ofRun(asked),
    title: `Approve run ${asked.run.number}`,
    submit: 'Approve it',
    warning: 'An approved run is never changed. What turns out wrong is put right by a later run.',
  }
}

/** The form that takes a run away. */
export function dropShape(asked: AskedRun): FormShape {
  return {
    ...ofRun(asked),
    title: `Take run ${asked.run.number} away`,
    submit: 'Take it away',
    look: 'warning',
    lead: 'Nothing was paid by it. It can be prepared again at any time.',
  }
}
