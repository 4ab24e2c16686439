import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { trainingPaths } from '../paths.ts'
import type { Framework, listTrainingRules } from '../queries/training.ts'
import { trainedRoleWords } from '../words/training.ts'

/** Which course is mandatory for whom, from when, by whose decision; folded what was so before. */
export function MandatoryCourses(props: { readonly framework: Framework; readonly mayKeep: boolean }): JSX.Element {
  const { framework, mayKeep } = props
  const nameOf = new Map(framework.courses.map(({ id, name }) => [id, name]))
  const cells = ({ role, course, refreshMonths }: Framework['mandatory'][number]) => [
    trainedRoleWords[role as keyof typeof trainedRoleWords],
    nameOf.get(course) ?? '',
    refreshMonths === null ? 'Once is enough' : `${refreshMonths} months`,
  ]
  const columns = [{ heading: 'For' }, { heading: 'Course' }, { heading: 'Again after' }]
  return (
    <Card
      title="Mandatory courses"
      id="mandatory"
      flush={framework.mandatory.length > 0}
      link={mayKeep ? { text: 'Make a course mandatory', href: trainingPaths.newMandatory() } : undefined}
    >
      {framework.mandatory.length === 0 ? (
        <p class="govuk-body">No course is mandatory today.</p>
      ) : (
        <DataTable
          caption="Mandatory courses"
          hideCaption
          narrow="stack"
          columns={[...columns, { heading: 'From' }, ...(mayKeep ? [{ heading: 'Change' }] : [])]}
          rows={framework.mandatory.map((one) => ({
            cells: [...cells(one), fromWords(one), ...(mayKeep ? [<EndLink one={one} name={nameOf.get(one.course) ?? ''} />] : [])],
          }))}
        />
      )}
      {framework.over.length > 0 && (
        <Fold title="Not mandatory any more" note={String(framework.over.length)}>
          <DataTable
            caption="Courses that were mandatory"
            hideCaption
            narrow="stack"
            columns={[...columns, { heading: 'From and until' }]}
            rows={framework.over.map((one) => ({ cells: [...cells(one), fromWords(one)] }))}
          />
        </Fold>
      )}
    </Card>
  )
}

function fromWords({ startsOn, source, endsOn, endSource }: Framework['mandatory'][number]): string {
  const end = endsOn ? `; until ${dayInWords(endsOn)}${endSource ? ` (${endSource})` : ''}` : ''
  return `${dayInWords(startsOn)} (${source})${end}`
}

function EndLink({ one, name }: { readonly one: Framework['mandatory'][number]; readonly name: string }): JSX.Element {
  if (one.endsOn) return <>Its end is set</>
  return (
    <a class="govuk-link" href={trainingPaths.endMandatory(one.id)}>
      End it
      <span class="govuk-visually-hidden">{`: ${name}`}</span>
    </a>
  )
}

/** What the partnership decided for training, what holds today first; folded what holds later or held before. */
export function TrainingRules(props: {
  readonly visit: Visit
  readonly rules: Awaited<ReturnType<typeof listTrainingRules>>
  readonly maySet: boolean
}): JSX.Element {
  const { visit, rules, maySet } = props
  const current = rules.find(({ startsOn }) => Temporal.PlainDate.compare(startsOn, visit.today) <= 0)
  return (
    <Card
      title="What is decided for training"
      id="rule"
      link={maySet ? { text: 'Set it from a day on', href: trainingPaths.setRule() } : undefined}
    >
      {current ? <Rule rule={current} /> : <p class="govuk-body">Nothing is set for today.</p>}
      {rules
        .filter((rule) => rule !== current)
        .map((rule) => (
          <Fold title={`From ${dayInWords(rule.startsOn)}`}>
            <Rule rule={rule} />
          </Fold>
        ))}
    </Card>
  )
}

function Rule({ rule }: { readonly rule: Awaited<ReturnType<typeof listTrainingRules>>[number] }): JSX.Element {
  return (
    <KeyFacts
      facts={[
        { label: 'An offered place is kept', value: rule.offerHours === 1 ? 'An hour' : `${rule.offerHours} hours` },
        { label: 'Nothing is shown of fewer than', value: `${rule.smallestGroup} people` },
        { label: 'Asked whether it was used after', value: rule.laterMonths === 1 ? 'A month' : `${rule.laterMonths} months` },
        { label: 'Holds from', value: dayInWords(rule.startsOn) },
        { label: 'Source', value: rule.source },
        { label: 'Set by', value: rule.setOn ? `${rule.setBy}, ${dayInWords(rule.setOn)}` : 'Brought with the product' },
      ]}
    />
  )
}
