import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { peoplePaths } from '../paths.ts'
import type { findContacts, ShownContact } from '../queries/contacts.ts'
import type { FamilyLine } from '../queries/families.ts'
import type { findAddresses, findRelationships, findShields, Member, ShownAddress } from '../queries/people.ts'
import { addressWords, contactWords, livesWithWords, responsibilityWords, whileInWords } from '../words/people.ts'

/** Who is what to somebody, and where they live. */
export interface HouseholdProps {
  readonly family: FamilyLine
  readonly member: Member
  readonly members: readonly Member[]
  readonly relationships: Awaited<ReturnType<typeof findRelationships>>
  readonly addresses: Awaited<ReturnType<typeof findAddresses>>
  readonly shields: Awaited<ReturnType<typeof findShields>>
  /** What a letter made for this person may carry. */
  readonly forThem: readonly ShownAddress[]
  readonly contacts: Awaited<ReturnType<typeof findContacts>>
  /** Contacts of the family that a letter to them may carry. */
  readonly contactsForThem: readonly ShownContact[]
  readonly mayWrite: boolean
}

function End(
  props: HouseholdProps & { readonly kind: string; readonly line: string; readonly owner: string; readonly about: string },
): JSX.Element | null {
  const { family, member, mayWrite, kind, line, owner, about } = props
  if (!mayWrite || owner !== member.id) return null
  return (
    <a class="govuk-link" href={peoplePaths.end(family.id, member.id, kind, line)}>
      End this<span class="govuk-visually-hidden">: {about}</span>
    </a>
  )
}

/** Who somebody is to others of the family, and others to them. */
export function Relationships(props: HouseholdProps): JSX.Element {
  const { member, members, relationships } = props
  const records = members.filter(({ keptAs }) => keptAs === member.keptAs).map(({ id }) => id)
  const nameOf = (id: string): string => members.find((one) => one.id === id)?.name ?? ''
  const theirs = relationships.filter(({ subject, object }) => records.includes(subject) || records.includes(object))
  return (
    <Card title="Who they are to others" id="relationships">
      {theirs.length === 0 && <p class="govuk-body">Nothing is recorded.</p>}
      <ul class="govuk-list govuk-list--spaced">
        {theirs.map((one) => (
          <li>
            <strong>
              <bdi>{nameOf(one.subject)}</bdi>
            </strong>
            {`: ${one.label.toLowerCase()} of `}
            <bdi>{nameOf(one.object)}</bdi> {whileInWords(one.startsOn, one.endsOn)}
            <br />
            {`Parental responsibility: ${responsibilityWords[one.responsibility].toLowerCase()}. Live together: ${livesWithWords[one.livesWith].toLowerCase()}. `}
            {one.contactRestriction !== '' && (
              <>
                <StatusPill meaning="warning">Contact restricted</StatusPill> {one.contactRestriction}{' '}
              </>
            )}
            <span class="govuk-body-s">{one.source} </span>
            {!one.endsOn && (
              <End {...props} kind="relationships" line={one.id} owner={one.subject} about={`${one.label} of ${nameOf(one.object)}`} />
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}

const placeOf = ({ kind, lines, postcode }: Pick<ShownAddress, 'kind' | 'lines' | 'postcode'>): string =>
  [kind === 'none' ? addressWords.none : '', lines.replaceAll('\n', ', '), postcode].filter((part) => part !== '').join(', ')

/** Where somebody lives, who must not learn it, and what a letter to them may carry. */
export function Addresses(props: HouseholdProps): JSX.Element {
  const { member, members, addresses, contacts, shields, forThem, contactsForThem } = props
  const nameOf = (id: string): string => members.find((one) => one.id === id)?.name ?? ''
  const records = members.filter(({ keptAs }) => keptAs === member.keptAs).map(({ id }) => id)
  return (
    <Card title="Where they live, and how they are reached" id="addresses">
      {addresses.length === 0 && <p class="govuk-body">No address is recorded.</p>}
      <ul class="govuk-list govuk-list--spaced">
        {addresses.map((one) => (
          <li>
            {one.kind !== 'none' && `${addressWords[one.kind]}: `}
            {`${placeOf(one)} ${whileInWords(one.startsOn, one.endsOn)} `}
            <span class="govuk-body-s">{one.source} </span>
            {!one.endsOn && <End {...props} kind="addresses" line={one.id} owner={one.person} about={placeOf(one)} />}
          </li>
        ))}
        {contacts.map((one) => (
          <li>
            {`${contactWords[one.kind]}: ${one.value} ${whileInWords(one.startsOn, one.endsOn)} `}
            <span class="govuk-body-s">{one.source} </span>
            {!one.endsOn && <End {...props} kind="contacts" line={one.id} owner={one.person} about={one.value} />}
          </li>
        ))}
        {shields
          .filter((one) => records.includes(one.person))
          .map((one) => (
            <li>
              <StatusPill meaning={one.endsOn ? 'neutral' : 'exempt'}>
                {one.endsOn ? 'No longer withheld' : 'Addresses and contacts withheld'}
              </StatusPill>{' '}
              from <bdi>{nameOf(one.shieldedFrom)}</bdi> {whileInWords(one.startsOn, one.endsOn)}: {one.because}{' '}
              {!one.endsOn && (
                <End {...props} kind="shields" line={one.id} owner={one.person} about={`withheld from ${nameOf(one.shieldedFrom)}`} />
              )}
            </li>
          ))}
      </ul>
      <Fold title={`What a letter to ${member.name} may carry`}>
        {forThem.length + contactsForThem.length === 0 ? (
          <p class="govuk-body">No address and no contact at all.</p>
        ) : (
          <ul class="govuk-list">
            {forThem.map((one) => (
              <li>
                <bdi>{nameOf(one.person)}</bdi>
                {`: ${placeOf(one)}${one.endsOn ? ` (until ${dayInWords(one.endsOn)})` : ''}`}
              </li>
            ))}
            {contactsForThem.map((one) => (
              <li>
                <bdi>{nameOf(one.person)}</bdi>
                {`: ${contactWords[one.kind].toLowerCase()} ${one.value}${one.endsOn ? ` (until ${dayInWords(one.endsOn)})` : ''}`}
              </li>
            ))}
          </ul>
        )}
      </Fold>
    </Card>
  )
}
