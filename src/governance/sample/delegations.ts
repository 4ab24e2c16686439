import type { Writer } from '#platform/database/session.ts'
import type { DelegatedPower } from '../rules/delegation-scheme.ts'
import { on, sampleId, until } from './ids.ts'

/** Who holds it: a board by slug, a person by key, or a post by its title and the key of its organisation. */
type Holder = { readonly body: string } | { readonly person: string } | { readonly post: string; readonly organisation: string }

interface SampleDelegation {
  readonly key: string
  readonly body: string
  readonly function: readonly [key: string, name: string]
  readonly byLaw?: true
  /** Key of what it is handed on from. */
  readonly from?: string
  readonly to: Holder
  readonly may: DelegatedPower
  readonly pounds?: number
  readonly conditions?: string
  readonly mayHandOn?: true
  readonly starts: string
  readonly ends?: string
  readonly givenBy: string
  readonly revoked?: readonly [day: string, because: string]
}

const partnership = 'northbrook-childrens-partnership'
const cooperation = ['cooperation', 'The framework for how partners co-operate'] as const
const monitoring = ['annual_report', 'Monitoring the plan and the annual report'] as const
const leading = ['lead-safeguarding-partner', 'Functions of a lead safeguarding partner'] as const
const director = { post: 'Director of Children’s Services', organisation: 'council' }

/** What the boards of the sample let others decide. */
export const sampleDelegations: readonly SampleDelegation[] = [
  {
    ...{ key: 'urgent', body: partnership, function: cooperation, to: director, may: 'decide', pounds: 25_000, mayHandOn: true },
    conditions: 'Urgent matters between two meetings, after asking the chair; reported to the next meeting',
    ...{ starts: '2021-04-01', givenBy: 'Meeting of March 2021, minute 12' },
  },
  {
    ...{ key: 'urgent-early-help', body: partnership, function: cooperation, from: 'urgent', may: 'decide', pounds: 5_000 },
    to: { post: 'Assistant director, early help', organisation: 'council' },
    ...{ starts: '2023-09-01', givenBy: 'Letter of the director, 28 August 2023' },
  },
  {
    ...{ key: 'monitoring', body: partnership, function: monitoring, to: { body: 'early-help-steering-group' }, may: 'recommend' },
    ...{ starts: '2015-04-01', givenBy: 'Meeting of March 2015, minute 9' },
  },
  {
    ...{ key: 'figures', body: partnership, function: monitoring, to: { person: 'haddad' }, may: 'decide' },
    ...{ starts: '2021-04-01', ends: '2024-04-01', givenBy: 'Meeting of March 2021, minute 13' },
    revoked: ['2023-01-01', 'Meeting of December 2022, minute 8: the figures are agreed by the steering group now'],
  },
  {
    ...{ key: 'risks', body: 'joint-commissioning-board', function: ['risk_register', 'The strategic risk register'], may: 'decide' },
    ...{ to: { post: 'Assistant director, joint commissioning', organisation: 'council' }, pounds: 50_000 },
    ...{ conditions: 'Measures against a risk rated red', starts: '2019-04-01', givenBy: 'Meeting of March 2019, minute 6' },
  },
  {
    ...{
      key: 'options',
      body: 'joint-commissioning-board',
      may: 'decide',
      starts: '2021-04-01',
      givenBy: 'Meeting of March 2021, minute 4',
    },
    function: ['delivery_board_priorities', 'Priorities of the delivery boards and their strategies'],
    to: { post: 'Assistant director, early help', organisation: 'council' },
    conditions: 'The strategy and options of a case of the commissioning framework',
  },
  {
    ...{ key: 'lead', body: 'safeguarding-children-partnership', function: leading, byLaw: true, may: 'decide', mayHandOn: true },
    ...{ to: { post: 'Chief executive', organisation: 'council' }, starts: '2024-01-01', givenBy: 'Children Act 2004, section 16E' },
  },
  {
    ...{
      key: 'delegated',
      body: 'safeguarding-children-partnership',
      function: leading,
      byLaw: true,
      from: 'lead',
      to: director,
      may: 'decide',
    },
    ...{ starts: '2024-09-01', givenBy: 'Published arrangements of 2024, chapter 2' },
  },
]

/** The id of a delegation of the sample. */
export const sampleDelegationId = (key: string): string => sampleId('delegation', key)

/** Fills in the schemes of delegation. */
export async function addDelegations(tx: Writer): Promise<void> {
  for (const one of sampleDelegations) {
    const { to } = one
    await tx
      .insertInto('governance.delegation')
      .values({
        ...{ id: sampleDelegationId(one.key), body: sampleId('body', one.body), origin: one.byLaw ? 'law' : 'terms' },
        ...{ function_key: one.function[0], function_name: one.function[1], may: one.may },
        parent: one.from === undefined ? null : sampleDelegationId(one.from),
        to_body: 'body' in to ? sampleId('body', to.body) : null,
        to_person: 'person' in to ? sampleId('person', to.person) : null,
        to_post: 'post' in to ? to.post : '',
        to_organisation: 'post' in to ? sampleId('organisation', to.organisation) : null,
        limit_pence: one.pounds === undefined ? null : BigInt(one.pounds * 100),
        ...{ conditions: one.conditions ?? '', may_hand_on: one.mayHandOn ?? false, given_by: one.givenBy },
        ...{
          starts_on: on(one.starts),
          ends_on: until(one.ends),
          revoked_on: until(one.revoked?.[0]),
          revoked_because: one.revoked?.[1] ?? '',
        },
      })
      .execute()
  }
}
