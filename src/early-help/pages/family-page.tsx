import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { TypedWords } from '#platform/web/components/prose.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { type FamilyStep, familyPaths, peoplePaths } from '../paths.ts'
import type { StandRecord } from '../queries/disagreements.ts'
import type { FamilyLine } from '../queries/families.ts'
import type { FamilyPerson } from '../queries/record.ts'
import type { CaseworkTies } from '../queries/ties.ts'
import { mayIn } from '../rules/access.ts'
import type { NextStep } from '../rules/next-step.ts'
import { closureWords, partWords, standingWords, stateWords } from '../words/casework.ts'
import { birthInWords } from '../words/people.ts'
import { Disagreements } from './disagreements.tsx'
import { FamilyFrame } from './family-frame.tsx'
import { Agreements, type AgreementsProps, Decisions, Grants, type GrantsProps } from './family-parts.tsx'
import { FamilySteps } from './family-steps.tsx'
import { GuardCards, type GuardProps } from './guard-cards.tsx'

/** A family's page as one person may see it: what they may not read is not there, and said to be not there. */
export interface FamilyPageProps extends AgreementsProps, GrantsProps, GuardProps {
  readonly visit: Visit
  readonly family: FamilyLine
  readonly relations: CaseworkTies['relations']
  readonly leadName: string
  readonly proposal: { readonly name: string; readonly isMine: boolean } | undefined
  readonly request: { readonly why: string; readonly isFamilyTold: boolean; readonly notToldBecause: string } | undefined
  /** Empty where one may not read who belongs to the family. */
  readonly people: readonly FamilyPerson[]
  readonly mayReadPeople: boolean
  readonly may: ReadonlySet<FamilyStep | 'answer'>
  /** The one step that is next; undefined where nothing is, or it is somebody else's. */
  readonly next: NextStep | undefined
  /** The day by which the plan is reviewed; undefined where there is none, or it is not open to whoever looks. */
  readonly reviewOn: Temporal.PlainDate | undefined
  readonly stands: readonly StandRecord[]
  readonly mayEnd: boolean
  readonly maySettle: (stand: StandRecord) => boolean
}

/** One page for a family: what is next, who leads, who belongs to it, what it agreed to, and who may read what because of that. */
export function FamilyPage(props: FamilyPageProps): JSX.Element {
  const { visit, family, leadName, proposal, request, people, mayReadPeople, relations } = props
  const [meaning, word] = stateWords[family.state]
  const standing = props.agreements[0]?.standing
  return (
    <FamilyFrame visit={visit} family={family} relations={relations} current="overview">
      <p class="govuk-body">
        <StatusPill meaning={meaning}>{word}</StatusPill>{' '}
        {family.closureReason && (family.closureCalled ?? closureWords[family.closureReason])}
        {standing === 'withdrawn' && !family.closedOn && (
          <>
            <StatusPill meaning={standingWords.withdrawn[0]}>Agreement withdrawn</StatusPill> Ask again, or close the record.
          </>
        )}
      </p>
      <FamilySteps {...props} />
      <Card title="In short" id="short">
        <KeyFacts
          facts={[
            { label: 'Asked for', value: `${dayInWords(family.requestedOn)}, by ${family.agencyName}` },
            { label: 'Agreed to an assessment', value: family.agreedOn ? dayInWords(family.agreedOn) : 'Not yet' },
            { label: 'Lead', value: leadOf(leadName, proposal?.name) },
            { label: 'Locality', value: family.areaName },
            ...(family.closedOn ? [{ label: 'Closed', value: dayInWords(family.closedOn) }] : []),
          ]}
        />
      </Card>
      <Card
        title="Who belongs to the family"
        id="people"
        flush={people.length > 0}
        link={
          mayIn(relations, 'family', 'relatives') ? { text: 'All that is known of them', href: peoplePaths.section(family.id) } : undefined
        }
      >
        {people.length > 0 ? (
          <People people={people} today={visit.today} />
        ) : (
          <p class="govuk-body">{mayReadPeople ? 'Nobody is entered.' : 'Nothing of this is open to you.'}</p>
        )}
        {mayReadPeople && family.agreedOn && people.some(({ part }) => part === 'child') && (
          <p class="gt-card__body gt-quiet">
            For other systems, each written into the list of looks:{' '}
            <a class="govuk-link" href={familyPaths.annexA(family.id)} download="">
              the list for inspections (CSV)
            </a>{' '}
            ·{' '}
            <a class="govuk-link" href={familyPaths.episodeFile(family.id)} download="">
              the episode (JSON-LD)
            </a>
          </p>
        )}
      </Card>
      {request && (
        <Card title="What was asked for" id="request">
          <TypedWords words={request.why} />
          <p class="govuk-body-s">{request.isFamilyTold ? 'The family was told.' : `The family was not told: ${request.notToldBecause}`}</p>
        </Card>
      )}
      <Agreements {...props} />
      <Disagreements {...props} />
      <Decisions {...props} />
      <Grants {...props} />
      <GuardCards {...props} />
    </FamilyFrame>
  )
}

const leadOf = (lead: string, asked: string | undefined): string =>
  [lead === '' ? 'Nobody' : lead, ...(asked === undefined ? [] : [`${asked} is asked`])].join('; ')

function People({ people, today }: { readonly people: readonly FamilyPerson[]; readonly today: Temporal.PlainDate }): JSX.Element {
  return (
    <DataTable
      caption="Who belongs to the family"
      hideCaption
      narrow="stack"
      columns={[{ heading: 'Name' }, { heading: 'Who' }, { heading: 'Born' }]}
      rows={people.map(({ name, part, birth, hasResponsibility }) => ({
        cells: [
          name,
          hasResponsibility ? `${partWords[part]}, with parental responsibility` : partWords[part],
          birth.known === 'nothing' ? <span class="gt-missing">Not known</span> : birthInWords(birth, today),
        ],
      }))}
    />
  )
}
