import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { InstantText } from '#platform/web/components/date-text.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { TypedWords } from '#platform/web/components/prose.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { assessmentPaths } from '../paths.ts'
import { capacityWords, verdictPills } from '../words/assessment.ts'
import { evidenceWords } from '../words/casework.ts'
import type { AssessmentPageProps } from './assessment-page.tsx'

type Props = Omit<AssessmentPageProps, 'readers'> & { readonly keeps: boolean }

/** What each of the family says of the assessment, side by side: nobody's word is averaged into another's. */
export function Views({ family, assessment, around, open, keeps }: Props): JSX.Element {
  const href = assessmentPaths.step(family.id, assessment.id, 'views')
  const mayAsk = keeps && assessment.isOpen && open.has('voice')
  return (
    <Card
      title="Does this capture their views and give a way forward?"
      id="views"
      flush={around.views.length > 0}
      link={mayAsk ? { text: 'Record what somebody says', href } : undefined}
    >
      {around.views.length === 0 && (
        <p class="govuk-body">{open.has('voice') ? 'Nobody of the family was asked yet.' : 'Nothing of this is open to you.'}</p>
      )}
      {around.views.length > 0 && (
        <DataTable
          caption="What each of the family says"
          hideCaption
          narrow="stack"
          columns={[{ heading: 'Who' }, { heading: 'Took part' }, { heading: 'Says' }, { heading: 'In their words' }]}
          rows={around.views.map((one) => ({
            cells: [
              one.name ?? 'Somebody of the family',
              one.tookPart ? 'Yes' : 'No',
              <>
                <StatusPill meaning={verdictPills[one.verdict as keyof typeof verdictPills][0]}>
                  {verdictPills[one.verdict as keyof typeof verdictPills][1]}
                </StatusPill>{' '}
                {dayInWords(one.saidOn)}
              </>,
              <div dir="auto">
                <TypedWords words={one.words} />
              </div>,
            ],
          }))}
        />
      )}
    </Card>
  )
}

/** Who was asked to contribute, and what became of it. */
export function Contributors({ visit, family, assessment, definition, contributions, open, keeps }: Props): JSX.Element | null {
  if (!open.has('assessment')) return null
  const step = (name: 'contributors' | 'take-back'): string => assessmentPaths.step(family.id, assessment.id, name)
  const partOf = (id: string): string => definition.parts.find((part) => part.id === id)?.title ?? ''
  return (
    <Card
      title="Contributors"
      id="contributors"
      flush={contributions.length > 0}
      link={keeps && assessment.isOpen ? { text: 'Ask somebody to contribute', href: step('contributors') } : undefined}
    >
      {contributions.length === 0 && (
        <p class="govuk-body">Nobody was asked to fill in a part. Whoever is asked sees that part’s empty form and nothing else.</p>
      )}
      {contributions.length > 0 && (
        <DataTable
          caption="Contributors"
          hideCaption
          narrow="stack"
          columns={[{ heading: 'Who' }, { heading: 'Part' }, { heading: 'State' }, { heading: 'Act', hiddenHeading: true }]}
          rows={contributions.map((one) => ({
            cells: [
              `${one.name}, ${one.organisationName}`,
              partOf(one.part),
              <ContributionState {...one} />,
              keeps && !one.contributedAt && !one.declinedAt && !one.takenBackAt && assessment.isOpen ? (
                <PostButton
                  visit={visit}
                  action={step('take-back')}
                  text="Take back"
                  about={`what was asked of ${one.name}`}
                  look="link"
                  fields={{ contribution: one.id }}
                />
              ) : (
                ''
              ),
            ],
          }))}
        />
      )}
    </Card>
  )
}

function ContributionState(one: AssessmentPageProps['contributions'][number]): JSX.Element {
  if (one.contributedAt)
    return (
      <>
        <StatusPill meaning="good">Contributed</StatusPill> <InstantText instant={one.contributedAt} />
      </>
    )
  if (one.declinedAt)
    return (
      <>
        <StatusPill meaning="neutral">Declined</StatusPill> {one.declinedBecause}
      </>
    )
  if (one.takenBackAt) return <StatusPill meaning="neutral">Taken back</StatusPill>
  return (
    <>
      <StatusPill meaning="warning">Asked</StatusPill> <InstantText instant={one.askedAt} />
    </>
  )
}

/** Who signed that it is accurate. */
export function Signatures({ family, assessment, around, open, keeps }: Props): JSX.Element | null {
  if (!open.has('assessment')) return null
  const link =
    keeps && !assessment.takenBack
      ? { text: 'Record a signature', href: assessmentPaths.step(family.id, assessment.id, 'signatures') }
      : undefined
  return (
    <Card title="Signed as accurate" id="signatures" flush={around.signatures.length > 0} link={link}>
      {around.signatures.length === 0 && <p class="govuk-body">Nobody has signed yet.</p>}
      {around.signatures.length > 0 && (
        <DataTable
          caption="Signed as accurate"
          hideCaption
          narrow="stack"
          columns={[{ heading: 'Name' }, { heading: 'As' }, { heading: 'How' }, { heading: 'On' }]}
          rows={around.signatures.map((one) => ({
            cells: [
              one.name,
              capacityWords[one.capacity as keyof typeof capacityWords],
              evidenceWords[one.evidence as keyof typeof evidenceWords],
              dayInWords(one.signedOn),
            ],
          }))}
        />
      )}
    </Card>
  )
}
