import { type AskedBoard, listPeopleWhoSignIn } from '#governance/public-data.ts'
import { dayInWords } from '#platform/time/words.ts'
import { type FieldSpec, optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import { contractPaths, providerPaths } from '../contract-paths.ts'
import { crumbsOf } from '../pages/crumbs.ts'
import type { PerformanceNotice } from '../queries/contract-parts.ts'
import type { Contract } from '../queries/contracts.ts'
import { type OwedPeriod, owedKey } from '../queries/owed-reports.ts'
import type { ProviderRelation } from '../queries/provider-relations.ts'
import type { Provider } from '../queries/providers.ts'
import type { SignIn } from '../queries/sign-ins.ts'
import { yearOf } from '../rules/year.ts'
import { rateVatWords, schemeWords, unitWords, vcseWords } from '../words/provider.ts'
import { areaOptions, organisationOptions } from './choices.ts'
import type { AskedProvider } from './contract-gates.ts'

const day = (name: string, label: string, hint?: string): FieldSpec => ({ kind: 'day', name, label, hint })
const vcseFields: readonly FieldSpec[] = [
  { kind: 'radios', name: 'vcse', label: 'Is it a voluntary, community or social enterprise?', options: optionsOf(vcseWords) },
  { kind: 'line', name: 'vcseSource', label: 'Who says so?', hint: 'For example: the register of charities, 3 March 2026' },
  { kind: 'line', name: 'note', label: 'What does it do?' },
]
const ofProvider = ({ body, provider }: { readonly body: AskedBoard['body']; readonly provider: Provider }) => ({
  caption: provider.name,
  breadcrumbs: crumbsOf(body, { text: provider.name, href: providerPaths.provider(provider.id) }),
  cancel: providerPaths.provider(provider.id),
})

/** The form of a new provider. */
export async function newProviderShape(asked: AskedBoard): Promise<FormShape> {
  return {
    title: 'Add a provider',
    caption: asked.body.name,
    lead: 'One organisation is one provider, whoever buys from it. Whoever adds a provider does not approve what it is paid.',
    breadcrumbs: crumbsOf(asked.body, { text: 'Providers', href: providerPaths.ofBoard(asked.body.slug) }),
    cancel: providerPaths.ofBoard(asked.body.slug),
    groups: [
      {
        fields: [
          {
            ...{ kind: 'select', name: 'organisation', label: 'Which organisation is it?', none: 'None of these: it is new' },
            options: await organisationOptions(asked),
          },
          { kind: 'line', name: 'name', label: 'Or the name of a new one' },
          { kind: 'tick', name: 'another', label: 'Another organisation with almost this name exists, and this is not it' },
          ...vcseFields,
        ],
      },
    ],
    submit: 'Add',
    first: { vcse: 'not-known' },
  }
}

/** The form of what is recorded of a provider. */
export function providerShape(asked: AskedProvider): FormShape {
  const { vcse, vcseSource, note, version } = asked.provider
  return {
    ...ofProvider(asked),
    ...{ title: 'Change this provider', groups: [{ fields: vcseFields }], submit: 'Save', first: { vcse, vcseSource, note }, version },
  }
}

/** The form of a number in a public list. */
export function identifierShape(asked: AskedProvider): FormShape {
  return {
    ...ofProvider(asked),
    title: 'Add a number',
    groups: [
      {
        fields: [
          { kind: 'select', name: 'scheme', label: 'Of which list?', options: optionsOf(schemeWords) },
          { kind: 'short', name: 'value', label: 'Its number there', hint: 'A company number is padded to eight places by itself' },
          { kind: 'line', name: 'source', label: 'Who says so?' },
          day('startsOn', 'From which day?'),
          day('lastDay', 'Last day', 'Leave empty while it holds'),
        ],
      },
    ],
    submit: 'Add',
    first: dayValues('startsOn', asked.provider.startsOn),
  }
}

/** The form of a commissioner that has to do with a provider. */
export async function relationShape(asked: AskedProvider): Promise<FormShape> {
  return {
    ...ofProvider(asked),
    title: 'Add a commissioner',
    groups: [
      {
        fields: [
          { kind: 'select', name: 'commissioner', label: 'Which organisation buys from it?', options: await organisationOptions(asked) },
          day('startsOn', 'From which day?'),
          { kind: 'line', name: 'note', label: 'What is to be known?' },
        ],
      },
    ],
    submit: 'Add',
    first: dayValues('startsOn', asked.visit.today),
  }
}

/** The form of who signs in for a provider. */
export async function signInShape(asked: AskedProvider): Promise<FormShape> {
  const people = await listPeopleWhoSignIn(asked.reader)
  return {
    ...ofProvider(asked),
    title: 'Say who signs in for it',
    lead: 'They see its own contracts, what is due, its rates and its letters, and nothing of another provider.',
    groups: [
      {
        fields: [
          { kind: 'select', name: 'person', label: 'Who?', options: people.map(({ id, name }) => ({ value: id, text: name })) },
          day('startsOn', 'From which day?'),
        ],
      },
    ],
    submit: 'Add',
    first: dayValues('startsOn', asked.visit.today),
  }
}

/** A request about what one commissioner has to do with a provider. */
export type AskedRelation = AskedProvider & { readonly relation: ProviderRelation }

/** The form of whom one writes to. */
export function contactShape(asked: AskedRelation): FormShape {
  return {
    ...ofProvider(asked),
    title: `Whom ${asked.relation.commissionerName} writes to`,
    groups: [
      {
        fields: [
          { kind: 'line', name: 'name', label: 'Name' },
          { kind: 'line', name: 'post', label: 'Post' },
          { kind: 'email', name: 'email', label: 'Email' },
          { kind: 'short', name: 'phone', label: 'Telephone' },
          day('startsOn', 'From which day?'),
        ],
      },
    ],
    submit: 'Add',
    first: dayValues('startsOn', asked.visit.today),
  }
}

/** The form of a rate. */
export async function rateShape(asked: AskedRelation): Promise<FormShape> {
  return {
    ...ofProvider(asked),
    title: `What ${asked.relation.commissionerName} pays`,
    lead: 'Only the commissioners of the board and this provider see it.',
    groups: [
      {
        fields: [
          { kind: 'radios', name: 'unit', label: 'For what?', options: optionsOf(unitWords) },
          { kind: 'short', name: 'needBand', label: 'For which need?', hint: 'For example: standard, complex' },
          { kind: 'select', name: 'area', label: 'Where?', none: 'Everywhere', options: await areaOptions(asked) },
          { kind: 'short', name: 'amount', label: 'How much, in pounds?' },
          { kind: 'radios', name: 'vat', label: 'Is VAT added?', options: optionsOf(rateVatWords) },
          day('startsOn', 'From which day?'),
          day('lastDay', 'Last day', 'Leave empty while it holds'),
        ],
      },
    ],
    submit: 'Add',
    first: { vat: 'none', ...dayValues('startsOn', asked.visit.today) },
  }
}

/** The form that ends a sign-in. */
export const endSignInShape = (asked: AskedProvider, { name, startsOn }: SignIn): FormShape => ({
  ...ofProvider(asked),
  title: `End the sign-in of ${name}`,
  lead: `${name} signs in for this provider since ${dayInWords(startsOn)}. The account itself stays: only what is the provider’s own is closed.`,
  groups: [{ fields: [day('lastDay', 'What is the last day?', 'Yesterday closes it at once')] }],
  submit: 'End it',
  look: 'warning',
  first: dayValues('lastDay', asked.visit.today.subtract({ days: 1 })),
})

/** The form that makes the yearly letter. */
export function letterShape(asked: AskedRelation): FormShape {
  return {
    ...ofProvider(asked),
    title: 'Make the yearly letter',
    lead: 'It is made from the contracts that are signed. Read it before it is sent: what was sent stays as it was.',
    groups: [{ fields: [{ kind: 'number', name: 'year', label: 'For the year that begins in April of' }] }],
    submit: 'Make it',
    first: { year: String(yearOf(asked.visit.today)) },
  }
}

/** The form in which a provider reports: a figure, or why there is none, for each period that is owed; at most 12 at a time. */
export function reportShape(contract: Contract, owed: readonly OwedPeriod[]): FormShape {
  return {
    title: 'Report performance',
    caption: contract.title,
    lead: owed.length === 0 ? 'Nothing is due.' : 'What you leave empty stays due.',
    closed: owed.length === 0,
    breadcrumbs: [{ text: 'Your contracts', href: providerPaths.own() }],
    cancel: providerPaths.own(),
    groups: owed.map((one) => ({
      heading: `${one.kpi.title}: ${dayInWords(one.startsOn)} to ${dayInWords(one.endsOn.subtract({ days: 1 }))}`,
      fields: [
        {
          ...{ kind: 'short', name: `value-${owedKey(one)}`, label: one.kpi.unit === '' ? 'Figure' : `Figure, in ${one.kpi.unit}` },
          ...(one.kpi.target === null
            ? {}
            : { hint: `The target is ${one.kpi.better === 'higher' ? 'at least' : 'at most'} ${one.kpi.target}` }),
        } as const,
        { kind: 'lines', name: `said-${owedKey(one)}`, label: 'What is to be known, or why there is no figure?', rows: 2 } as const,
      ],
    })),
    submit: 'Report',
    first: {},
  }
}

/** The form of an answer to a notice of poor performance. */
export function answerShape(notice: PerformanceNotice): FormShape {
  return {
    title: 'Answer a notice',
    caption: `Given ${dayInWords(notice.issuedOn)}`,
    lead: notice.because,
    breadcrumbs: [{ text: 'Your contracts', href: providerPaths.own() }],
    cancel: contractPaths.contract(notice.contract),
    groups: [{ fields: [{ kind: 'lines', name: 'answer', label: 'What do you do about it, until when?', rows: 6 }] }],
    submit: 'Answer',
    first: {},
    version: notice.version,
  }
}
