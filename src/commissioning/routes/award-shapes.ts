import type { AskedBoard } from '#governance/public-data.ts'
import { type FieldSpec, optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { crumbsOf } from '../pages/crumbs.ts'
import { bidPaths } from '../pipeline-paths.ts'
import type { AwardContract } from '../queries/awards.ts'
import type { BidCall } from '../queries/bids.ts'
import { listRegimes } from '../queries/contract-rules.ts'
import { type Contract, findContractsOfProviders } from '../queries/contracts.ts'
import { mayNameContract } from '../rules/award.ts'
import { processWords, vatWords } from '../words/contract.ts'
import { organisationOptions } from './choices.ts'

/** A call that was awarded to somebody, or not. */
export type AskedAward = AskedBoard & {
  readonly call: BidCall
  readonly winner: { readonly provider: string; readonly providerName: string } | undefined
  readonly linked: readonly AwardContract[]
  /** It was said that no contract will follow. */
  readonly isClosed: boolean
}

const SUMMARY_MOST = 2000

const ofAward = ({ body, call, winner, linked }: AskedAward) => ({
  closed: winner === undefined || !mayNameContract(linked),
  caption: winner ? `${call.title}: awarded to ${winner.providerName}` : call.title,
  breadcrumbs: crumbsOf(body, { text: call.title, href: bidPaths.call(call.id) }),
  cancel: bidPaths.call(call.id),
})
const lotsField: FieldSpec = {
  ...{ name: 'lots', label: 'Which lots of what was asked does it cover?', rows: 3 },
  ...{ kind: 'lines', hint: 'One a line. Leave empty where it is all of it' },
}

/** The form that makes the contract of an award. */
export async function awardContractShape(asked: AskedAward): Promise<FormShape> {
  const { call } = asked
  const [organisations, regimes] = await Promise.all([organisationOptions(asked), listRegimes(asked.reader)])
  return {
    ...ofAward(asked),
    title: 'Make the contract of this award',
    lead: 'Whose bid won is taken over as who provides, and what it asks for as the value without VAT; for a lot alone you say the value on its page. That you read the bid for it is written down. Nobody but those who prepare the contract sees it until you show it.',
    groups: [
      {
        fields: [
          { kind: 'line', name: 'title', label: 'What is it called?', hint: 'No names, initials or ages of people: others will read it' },
          { kind: 'short', name: 'reference', label: 'Reference' },
          { kind: 'lines', name: 'summary', label: 'What is bought?', rows: 5 },
          lotsField,
          { kind: 'select', name: 'commissioner', label: 'Who signs it and pays?', options: organisations },
        ],
      },
      {
        heading: 'How it is bought',
        fields: [
          {
            ...{ kind: 'radios', name: 'regime', label: 'Under which rules?' },
            options: regimes.map(({ code, name, source }) => ({ value: code, text: name, ...(source === '' ? {} : { hint: source }) })),
          },
          { kind: 'select', name: 'process', label: 'By which process?', none: 'Not said', options: optionsOf(processWords) },
        ],
      },
      {
        heading: 'Term, and VAT',
        fields: [
          { kind: 'day', name: 'startsOn', label: 'On which day does it begin?' },
          {
            kind: 'day',
            name: 'lastDay',
            label: 'What is its last day?',
            hint: 'Without options to extend it. Leave empty where it has no end',
          },
          {
            ...{ kind: 'radios', name: 'vat', label: 'Is VAT added to what the bid asks for?' },
            options: (['standard', 'none', 'not-known'] as const).map((value) => ({ value, text: vatWords[value] })),
          },
        ],
      },
    ],
    submit: 'Make the contract',
    first: { title: call.title, summary: call.asks.length > SUMMARY_MOST ? '' : call.asks, vat: 'not-known' },
  }
}

/** The contracts of a board under which a winner provides, not as a sub-contractor. */
export const linkable = async ({
  reader,
  visit,
  call,
  winner,
}: Pick<AskedAward, 'reader' | 'visit' | 'call' | 'winner'>): Promise<readonly Contract[]> =>
  winner
    ? (await findContractsOfProviders(reader, [winner.provider], visit.today)).filter(
        ({ body, providers }) =>
          body === call.body && providers.some(({ provider, part }) => provider === winner.provider && part !== 'sub-contractor'),
      )
    : []

/** The form that says which recorded contract came of an award. */
export async function awardLinkShape(asked: AskedAward): Promise<FormShape> {
  const contracts = await linkable(asked)
  return {
    ...ofAward(asked),
    title: 'Say which contract came of this award',
    lead: 'One under which the winner provides, and not as a sub-contractor.',
    groups: [
      {
        fields: [
          {
            ...{ kind: 'select', name: 'contract', label: 'Which contract?' },
            options: contracts.map(({ id, title, reference }) => ({
              value: id,
              text: reference === '' ? title : `${title}, ${reference}`,
            })),
          },
          lotsField,
        ],
      },
    ],
    submit: 'Link it',
    first: {},
  }
}

/** The form that takes a wrong link back. */
export const awardUndoShape = (asked: AskedAward, { title, lot }: AwardContract): FormShape => ({
  ...ofAward(asked),
  title: 'Take back that this contract came of the award',
  lead: `${title}${lot === '' ? '' : `, ${lot}`}. The contract itself stays as it is.`,
  closed: false,
  warning: 'That it was said, and why it is taken back, stays on record.',
  groups: [{ fields: [{ kind: 'line', name: 'because', label: 'Why?' }] }],
  submit: 'Take it back',
  look: 'warning',
  first: {},
})

/** The form that says that no contract will follow from an award. */
export const awardNoneShape = (asked: AskedAward): FormShape => ({
  ...ofAward(asked),
  title: 'Say that no contract will follow',
  lead: 'For example: the winner withdrew, or there is no money for it any more. The award leaves My work. Should a contract come all the same, it can still be named.',
  closed: asked.winner === undefined || asked.linked.length > 0 || asked.isClosed,
  warning: 'It is said once, and stays on record with the reason.',
  groups: [
    {
      fields: [
        {
          kind: 'lines',
          name: 'because',
          label: 'Why will none follow?',
          rows: 3,
          hint: 'The board and those who opened or judged the bids read it',
        },
      ],
    },
  ],
  submit: 'No contract will follow',
  look: 'warning',
  first: {},
})
