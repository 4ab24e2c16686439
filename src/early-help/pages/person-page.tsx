import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayOf } from '#platform/time/london.ts'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { type PersonStep, peoplePaths } from '../paths.ts'
import type { FamilyLine } from '../queries/families.ts'
import type { findFacts, findIdentifiers, findMerges, findOtherNames, findUnmerges } from '../queries/people.ts'
import type { Dissent, Rectification } from '../queries/putting-right.ts'
import type { CaseworkTies } from '../queries/ties.ts'
import { ageOn } from '../rules/birth.ts'
import { partWords } from '../words/casework.ts'
import {
  ageInWords,
  birthInWords,
  factKinds,
  factWords,
  identifierWords,
  nameWords,
  provenanceWords,
  standingAnswers,
  whileInWords,
} from '../words/people.ts'
import { FamilyFrame } from './family-frame.tsx'
import { Addresses, type HouseholdProps, Relationships } from './household-cards.tsx'
import { Dissents, RightMark } from './putting-right-page.tsx'

/** Everything that is known of somebody, under whichever record it was written. */
export interface PersonPageProps extends HouseholdProps {
  readonly visit: Visit
  readonly family: FamilyLine
  readonly relations: CaseworkTies['relations']
  readonly names: Awaited<ReturnType<typeof findOtherNames>>
  readonly facts: Awaited<ReturnType<typeof findFacts>>
  readonly identifiers: Awaited<ReturnType<typeof findIdentifiers>>
  readonly merges: Awaited<ReturnType<typeof findMerges>>
  readonly unmerges: Awaited<ReturnType<typeof findUnmerges>>
  readonly rectifications: readonly Rectification[]
  readonly dissents: readonly Dissent[]
}

/** Somebody of a family: who they are, what is known with its source, who is what to them, where they live and who must not learn it. */
export function PersonPage(props: PersonPageProps): JSX.Element {
  const { visit, family, relations, member, members, names, mayWrite } = props
  const age = ageInWords(ageOn(member.birth, visit.today))
  const others = members.filter(({ id, keptAs }) => keptAs === member.keptAs && id !== member.id)
  return (
    <FamilyFrame visit={visit} family={family} relations={relations} current="people" title={member.name}>
      <Steps {...props} />
      <Card
        title="Who this is"
        id="who"
        link={mayWrite ? { text: 'Change', href: peoplePaths.step(family.id, member.id, 'change') } : undefined}
      >
        <KeyFacts
          facts={[
            { label: 'Name', value: <bdi>{member.name}</bdi> },
            ...names.map(({ kind, name, startsOn, endsOn }) => ({
              label: nameWords[kind],
              value: (
                <>
                  <bdi>{name}</bdi> {whileInWords(startsOn, endsOn)}
                </>
              ),
            })),
            { label: 'Who', value: partWords[member.part] },
            { label: member.birth.known === 'due' ? 'Birth' : 'Born', value: birthInWords(member.birth, visit.today) },
            ...(age && member.birth.known !== 'due' ? [{ label: 'Age today', value: age }] : []),
          ]}
        />
        {others.map((one) => (
          <p class="govuk-body">
            Entered twice: the record of{' '}
            <a class="govuk-link" href={peoplePaths.person(family.id, one.id)}>
              <bdi>{one.name}</bdi>
            </a>{' '}
            ({birthInWords(one.birth, visit.today).toLowerCase()}) is of the same person, and what stands in both is shown here.
          </p>
        ))}
        <Merges {...props} />
      </Card>
      <Facts {...props} />
      <Dissents dissents={props.dissents} of="family" />
      <Identifiers {...props} />
      <Relationships {...props} />
      <Addresses {...props} />
    </FamilyFrame>
  )
}

/** Why records are read as one, with the way back; and which were by mistake. */
function Merges({ family, member, members, merges, unmerges, mayWrite }: PersonPageProps): JSX.Element | null {
  const called = (id: string): string => members.find((one) => one.id === id)?.name ?? ''
  const rootOf = (id: string): string | undefined => members.find((one) => one.id === id)?.keptAs
  const its = merges.filter(({ kept }) => rootOf(kept) === member.keptAs)
  const undone = unmerges.filter(({ kept, merged }) => kept === member.id || merged === member.id)
  if (its.length + undone.length === 0) return null
  return (
    <ul class="govuk-list govuk-list--spaced">
      {its.map(({ kept, merged, because, at }) => (
        <li>
          <bdi>{called(merged)}</bdi>, read as <bdi>{called(kept)}</bdi> {`since ${dayInWords(dayOf(at))}: ${because}`}{' '}
          {mayWrite && (
            <a class="govuk-link" href={peoplePaths.apart(family.id, kept, merged)}>
              They are two people after all
            </a>
          )}
        </li>
      ))}
      {undone.map(({ kept, merged, because, mergedAt, at, addedSince }) => (
        <li>
          <bdi>{called(merged)}</bdi> and <bdi>{called(kept)}</bdi>{' '}
          {`were read as one by mistake, ${dayInWords(dayOf(mergedAt))} to ${dayInWords(dayOf(at))}: ${because}. `}
          {addedSince > 0 && (
            <>
              {addedSince === 1
                ? 'One line that was entered meanwhile stays with '
                : `${addedSince} lines that were entered meanwhile stay with `}
              <bdi>{called(kept)}</bdi>.
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

const steps: readonly (readonly [PersonStep, string])[] = [
  ['facts', 'Record what is known'],
  ['known-as', 'Record a name they go by'],
  ['relationship', 'Record who they are to somebody'],
  ['address', 'Record an address'],
  ['contact', 'Record how they are reached, or a school'],
  ['shield', 'Withhold their addresses and contacts from somebody'],
  ['identifier', 'Record a number'],
  ['merge', 'Somebody was entered twice'],
]

function Steps({ family, member, mayWrite }: PersonPageProps): JSX.Element | null {
  if (!mayWrite) return null
  return (
    <Card title="What can be done" id="steps">
      <ul class="govuk-list govuk-list--spaced">
        {steps.map(([step, text]) => (
          <li>
            <a class="govuk-link" href={peoplePaths.step(family.id, member.id, step)}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Facts({ family, facts, members, rectifications, mayWrite }: PersonPageProps): JSX.Element {
  const said = ({ standing, label, words }: PersonPageProps['facts'][number]): string =>
    standing === 'answered' ? [label ?? '', words].filter((part) => part !== '').join(': ') : standingAnswers[standing]
  const enteredAs = (person: string): string => {
    const record = members.find(({ id }) => id === person)
    return record && record.id !== record.keptAs ? `, entered as ${record.name}` : ''
  }
  return (
    <Card title="What is known" id="facts">
      <KeyFacts
        facts={factKinds.map((kind) => {
          const [latest, ...earlier] = facts.filter((fact) => fact.kind === kind)
          return {
            label: factWords[kind],
            value: latest && (
              <>
                {said(latest)}
                <br />
                <span class="govuk-body-s">{`${latest.source}, ${dayInWords(latest.knownOn)}${enteredAs(latest.person)}`}</span>
                {latest.episode === family.id && (
                  <RightMark
                    {...{ family, rectifications, record: latest.id, source: 'person_fact', about: factWords[kind], mayAsk: mayWrite }}
                  />
                )}
                {earlier.length > 0 && (
                  <Fold title="Earlier answers">
                    <ul class="govuk-list">
                      {earlier.map((one) => (
                        <li>{`${said(one)} (${one.source}, ${dayInWords(one.knownOn)}${enteredAs(one.person)})`}</li>
                      ))}
                    </ul>
                  </Fold>
                )}
              </>
            ),
          }
        })}
      />
    </Card>
  )
}

function Identifiers({ identifiers }: PersonPageProps): JSX.Element {
  return (
    <Card title="Numbers" id="numbers" lead="A sound number is no proof that it is theirs; each says where it comes from.">
      {identifiers.length === 0 ? (
        <p class="govuk-body">None is recorded, and none is needed.</p>
      ) : (
        <KeyFacts
          facts={identifiers.map(({ kind, value, provenance, knownOn }) => ({
            label: identifierWords[kind],
            value: `${kind === 'nhs' ? value.replace(/^(...)(...)(....)$/, '$1 $2 $3') : value}. ${provenanceWords[provenance]}, ${dayInWords(knownOn)}`,
          }))}
        />
      )}
    </Card>
  )
}
