import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { peoplePaths } from '../paths.ts'
import type { FamilyLine } from '../queries/families.ts'
import type { findFacts, findRelationships, findShields, Member } from '../queries/people.ts'
import type { CaseworkTies } from '../queries/ties.ts'
import { ageOn } from '../rules/birth.ts'
import { partWords } from '../words/casework.ts'
import { ageInWords, birthInWords } from '../words/people.ts'
import { FamilyFrame } from './family-frame.tsx'

/** Who belongs to a family, as far as it is open to whoever looks. */
export interface PeoplePageProps {
  readonly visit: Visit
  readonly family: FamilyLine
  readonly relations: CaseworkTies['relations']
  readonly isOpen: boolean
  readonly mayWrite: boolean
  readonly members: readonly Member[]
  readonly relationships: Awaited<ReturnType<typeof findRelationships>>
  readonly facts: Awaited<ReturnType<typeof findFacts>>
  readonly shields: Awaited<ReturnType<typeof findShields>>
}

/** The people of a family: those at home, those who live elsewhere, and what is to be minded with each. */
export function PeoplePage(props: PeoplePageProps): JSX.Element {
  const { visit, family, relations, isOpen, mayWrite, members, relationships } = props
  const standing = members.filter(({ id, keptAs }) => id === keptAs)
  const lives = (id: string, how: readonly string[]) =>
    relationships.some((one) => !one.endsOn && how.includes(one.livesWith) && [one.subject, one.object].includes(id))
  const isElsewhere = ({ id }: Member) => lives(id, ['no']) && !lives(id, ['yes', 'part'])
  const elsewhere = standing.filter((one) => one.part !== 'child' && isElsewhere(one))
  const here = standing.filter((one) => !elsewhere.includes(one))
  return (
    <FamilyFrame visit={visit} family={family} relations={relations} current="people" title="People">
      {!isOpen && (
        <p class="govuk-body">
          {mayWrite
            ? 'Until the family agreed and you lead it, you read here only the people you entered. What you record of them can be read then.'
            : 'Nothing of this is open to you.'}
        </p>
      )}
      {mayWrite && (
        <a class="govuk-button" href={peoplePaths.enter(family.id)}>
          Enter somebody
        </a>
      )}
      {(isOpen || here.length > 0) && (
        <Card title="The family" id="here" flush={here.length > 0}>
          {here.length === 0 ? <p class="govuk-body">Nobody is entered.</p> : <People {...props} shown={here} caption="The family" />}
        </Card>
      )}
      {elsewhere.length > 0 && (
        <Card title="Family who live elsewhere" id="elsewhere" flush>
          <People {...props} shown={elsewhere} caption="Family who live elsewhere" />
        </Card>
      )}
    </FamilyFrame>
  )
}

function People(props: PeoplePageProps & { readonly shown: readonly Member[]; readonly caption: string }): JSX.Element {
  const { family, visit, members, relationships, shown, caption } = props
  const nameOf = (id: string): string => members.find((one) => one.id === id)?.name ?? ''
  return (
    <DataTable
      caption={caption}
      hideCaption
      narrow="stack"
      columns={[{ heading: 'Name' }, { heading: 'Who' }, { heading: 'Born' }, { heading: 'To mind' }]}
      rows={shown.map((member) => {
        const age = ageInWords(ageOn(member.birth, visit.today))
        const ties = relationships.filter(({ subject, endsOn }) => subject === member.id && !endsOn)
        const also = members.filter(({ id, keptAs }) => keptAs === member.id && id !== member.id)
        return {
          cells: [
            <>
              <a class="govuk-link" href={peoplePaths.person(family.id, member.id)}>
                <bdi>{member.name}</bdi>
              </a>
              {also.length > 0 && <p class="govuk-body-s">{`Entered twice: also as ${also.map(({ name }) => name).join(', ')}`}</p>}
            </>,
            <>
              {partWords[member.part]}
              {ties.map(({ label, object, responsibility }) => (
                <p class="govuk-body-s">
                  {label} of <bdi>{nameOf(object)}</bdi>
                  {responsibility === 'yes' && ', with parental responsibility'}
                </p>
              ))}
              {ties.length === 0 && member.hasResponsibility && <p class="govuk-body-s">With parental responsibility</p>}
            </>,
            member.birth.known === 'nothing' ? (
              <span class="gt-missing">Not known</span>
            ) : (
              `${birthInWords(member.birth, visit.today)}${age && member.birth.known !== 'due' ? ` (${age})` : ''}`
            ),
            <ToMind {...props} member={member} nameOf={nameOf} />,
          ],
        }
      })}
    />
  )
}

function ToMind(props: PeoplePageProps & { readonly member: Member; readonly nameOf: (id: string) => string }): JSX.Element {
  const { member, members, facts, shields, relationships, visit, nameOf } = props
  const records = members.filter(({ keptAs }) => keptAs === member.id).map(({ id }) => id)
  const latest = (kind: string) => facts.find((fact) => records.includes(fact.person) && fact.kind === kind)
  const needs = latest('interpreter')
  const needsSomebody = needs?.standing === 'answered' && needs.code !== 'none'
  const shielded = shields.filter(
    (one) => records.includes(one.person) && (!one.endsOn || Temporal.PlainDate.compare(one.endsOn, visit.today) > 0),
  )
  const restricted = relationships.filter((one) => one.subject === member.id && !one.endsOn && one.contactRestriction !== '')
  const nothing = !needsSomebody && shielded.length === 0 && restricted.length === 0
  return (
    <>
      {shielded.map((one) => (
        <p class="govuk-body-s">
          <StatusPill meaning="exempt">Address withheld</StatusPill> from <bdi>{nameOf(one.shieldedFrom)}</bdi>
        </p>
      ))}
      {restricted.map((one) => (
        <p class="govuk-body-s">
          <StatusPill meaning="warning">Contact restricted</StatusPill> with <bdi>{nameOf(one.object)}</bdi>
        </p>
      ))}
      {needsSomebody && (
        <p class="govuk-body-s">
          <StatusPill meaning={latest('interpreter-arranged')?.code === 'yes' ? 'good' : 'warning'}>{needs.label ?? ''}</StatusPill>{' '}
          {latest('interpreter-arranged')?.code === 'yes' ? 'Arranged' : 'Not arranged yet'}
        </p>
      )}
      {nothing && 'Nothing recorded'}
    </>
  )
}
