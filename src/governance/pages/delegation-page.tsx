import type { JSX } from 'hono/jsx/jsx-runtime'
import { moneyInWords } from '#platform/money.ts'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { DateText } from '#platform/web/components/date-text.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { Missing } from '#platform/web/components/prose.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { boardPath, delegationPath, delegationsPath, handOnPath, organisationPath, personPath, revokeDelegationPath } from '../paths.ts'
import type { Body } from '../queries/bodies.ts'
import type { DelegationRecord } from '../queries/delegations.ts'
import { delegationStateWords, grantWords, holderWords } from '../words/delegation.ts'
import { BoardPage, ButtonLink, Joined, TextLink } from './board-page.tsx'

/** What the page of one delegation shows. */
export interface DelegationView {
  readonly body: Body
  readonly delegation: DelegationRecord
  /** What it rests on, from the board or the law downwards, itself last. */
  readonly line: readonly DelegationRecord[]
  /** What was handed on from it. */
  readonly below: readonly DelegationRecord[]
  readonly keeps: boolean
}

/** One delegation: who gave what to whom, on which terms, what it rests on and what rests on it (G14). */
export function DelegationPage({ visit, view }: { readonly visit: Visit; readonly view: DelegationView }): JSX.Element {
  const { body, delegation, keeps } = view
  const [meaning, words] = delegationStateWords[delegation.state]
  const isOpen = delegation.revokedOn === undefined && delegation.state !== 'ended'
  return (
    <BoardPage
      visit={visit}
      body={body}
      section="terms"
      title={delegation.functionName}
      lead={`${holderWords(delegation.to)} ${grantWords(delegation)}.`}
      crumbs={[{ text: 'Who may decide what', href: delegationsPath(body.slug) }]}
      status={<StatusPill meaning={meaning}>{words}</StatusPill>}
      actions={
        keeps && isOpen ? (
          <>
            {delegation.mayHandOn && <ButtonLink href={handOnPath(body.slug, delegation.id)} text="Record that it is handed on" />}{' '}
            <ButtonLink href={revokeDelegationPath(body.slug, delegation.id)} text="Revoke" />
          </>
        ) : undefined
      }
    >
      {delegation.state === 'rests-on-nothing' && (
        <p class="govuk-inset-text">
          What it was given from no longer holds, or the terms in force no longer let the board do this. Nothing can be decided under it.
        </p>
      )}
      <Facts view={view} />
      {delegation.may === 'decide' && delegation.holder.kind !== 'body' && (
        <p class="govuk-body">
          <TextLink href={`${boardPath(body.slug)}/officer-decisions?delegation=${delegation.id}`} text="What was decided under it" />
        </p>
      )}
      <Line view={view} />
      <Below view={view} />
    </BoardPage>
  )
}

function Facts({ view: { body, delegation } }: { readonly view: DelegationView }): JSX.Element {
  const { giver, limit, limitPence } = delegation
  const accountable = giver ?? undefined
  return (
    <KeyFacts
      facts={[
        { label: 'Held by', value: <Holder record={delegation} /> },
        {
          label: 'Of one decision, at the most',
          value:
            limit === undefined
              ? 'No sum is named'
              : `${moneyInWords(limit)}${limitPence === limit ? '' : ', because what it rests on allows no more'}`,
        },
        { label: 'On which other terms', value: delegation.conditions || 'None recorded' },
        { label: 'May be handed on', value: delegation.mayHandOn ? 'Yes' : 'No' },
        { label: 'From', value: <DateText day={delegation.startsOn} /> },
        { label: 'No longer from', value: delegation.endsOn ? <DateText day={delegation.endsOn} /> : 'Until it is revoked' },
        {
          label: delegation.origin === 'law' && delegation.parent === undefined ? 'By law' : 'By which decision',
          value: delegation.decision ? (
            <TextLink href={`/decisions/${delegation.decision}`} text={delegation.givenBy} />
          ) : (
            delegation.givenBy
          ),
        },
        {
          label: 'Who stays accountable',
          value:
            accountable === undefined && delegation.origin === 'law'
              ? 'They themselves, whoever acts for them'
              : accountable === undefined
                ? body.name
                : holderWords(accountable),
        },
        ...(delegation.revokedOn
          ? [
              { label: 'Revoked from', value: <DateText day={delegation.revokedOn} /> },
              { label: 'Revoked because', value: <p class="gt-typed">{delegation.revokedBecause}</p> },
            ]
          : []),
      ]}
    />
  )
}

function Holder({ record: { to, holder } }: { readonly record: DelegationRecord }): JSX.Element {
  if (to.slug !== undefined) return <TextLink href={boardPath(to.slug)} text={to.name} />
  if (to.person !== undefined) return <TextLink href={personPath(to.person)} text={to.name} />
  const organisation = holder.kind === 'post' ? holder.organisation : undefined
  return (
    <>
      Whoever is {to.name}
      {organisation && (
        <>
          {' '}
          of <TextLink href={organisationPath(organisation)} text={to.organisationName} />
        </>
      )}
      :{' '}
      {to.heldBy.length === 0 ? (
        <Missing>Nobody holds that post today</Missing>
      ) : (
        <Joined parts={to.heldBy.map(({ id, name }) => <TextLink href={personPath(id)} text={name} />)} />
      )}
    </>
  )
}

/** Step by step, from whoever has it of their own. */
function Line({ view: { body, line, delegation } }: { readonly view: DelegationView }): JSX.Element {
  const [root] = line
  return (
    <section aria-labelledby="line">
      <h2 class="gt-section-title" id="line">
        What it rests on
      </h2>
      <ol class="govuk-list govuk-list--number">
        <li>{root?.origin === 'law' ? 'The law' : `${body.name}, by its terms of reference`}</li>
        {line.map((one) => (
          <li>
            {one.id === delegation.id ? (
              <strong>{holderWords(one.to)}</strong>
            ) : (
              <TextLink href={delegationPath(body.slug, one.id)} text={holderWords(one.to)} />
            )}{' '}
            {grantWords(one)}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Below({ view: { body, below } }: { readonly view: DelegationView }): JSX.Element | null {
  if (below.length === 0) return null
  const rows = below.map((one) => {
    const [meaning, words] = delegationStateWords[one.state]
    return {
      cells: [
        <TextLink href={delegationPath(body.slug, one.id)} text={holderWords(one.to)} />,
        grantWords(one),
        <StatusPill meaning={meaning}>{words}</StatusPill>,
      ],
    }
  })
  return (
    <DataTable caption="Handed on from here" narrow="stack" columns={['To', 'What', 'State'].map((heading) => ({ heading }))} rows={rows} />
  )
}
