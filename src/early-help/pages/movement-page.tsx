import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { InstantText } from '#platform/web/components/date-text.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { TypedWords } from '#platform/web/components/prose.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { familyPaths, type MoveStep } from '../paths.ts'
import type { FamilyLine } from '../queries/families.ts'
import type { findCourse, listOutcomes, TransitionLine } from '../queries/movement.ts'
import type { CaseworkTies } from '../queries/ties.ts'
import { mayIn } from '../rules/access.ts'
import type { ClosureReason } from '../rules/episode.ts'
import { closureWords } from '../words/casework.ts'
import { adultWords, reportedWords } from '../words/movement.ts'
import { FamilyFrame } from './family-frame.tsx'
import { Transitions } from './movement-lists.tsx'
import { tierInWords } from './tiers-page.tsx'

/** Where a family stands, and how it moved, as one person may see it. */
export interface MovementPageProps {
  readonly visit: Visit
  readonly family: FamilyLine
  readonly relations: CaseworkTies['relations']
  readonly transitions: readonly TransitionLine[]
  readonly course: Awaited<ReturnType<typeof findCourse>>
  readonly outcomes: Awaited<ReturnType<typeof listOutcomes>>
}

const steps: readonly (readonly [MoveStep, string, string])[] = [
  ['new', 'move', 'Propose a step-up, step-down, transfer or request'],
  ['level', 'level', 'Say the level of need'],
  ['tier', 'move', 'Enter the tier'],
  ['pause', 'move', 'Pause the work'],
  ['grown', 'grown', 'Write down who goes on after 18'],
]

/** Movement of one family: what is under way and late, its tier and level of need, closings and coming back, who grows up, who heard (E5). */
export function MovementPage(props: MovementPageProps): JSX.Element {
  const { visit, family, relations, transitions, course, outcomes } = props
  const may = (verb: string): boolean => mayIn(relations, 'family', verb)
  const links = family.closedOn
    ? may('reopen')
      ? [['reopen', 'reopen', 'The family comes back'] as const]
      : []
    : steps.filter(([, verb]) => may(verb))
  const paused = course.pauses.find(
    ({ startsOn, endsOn }) =>
      Temporal.PlainDate.compare(startsOn, visit.today) <= 0 && (endsOn === null || Temporal.PlainDate.compare(endsOn, visit.today) > 0),
  )
  return (
    <FamilyFrame visit={visit} family={family} relations={relations} current="movement" title="Movement">
      <Now {...props} isPaused={paused !== undefined} />
      {course.growing.map(({ name, adultOn }) => (
        <div class="govuk-inset-text">
          {`${name ?? 'A young person of this family'} is 18 on ${dayInWords(adultOn)}. No service has said yet that it goes on.`}
        </div>
      ))}
      {links.length > 0 && (
        <Card title="What can be done" id="steps">
          <ul class="govuk-list govuk-list--spaced">
            {links.map(([step, , text]) => (
              <li>
                <a class="govuk-link" href={familyPaths.moves(family.id, step)}>
                  {text}
                </a>
              </li>
            ))}
          </ul>
          {paused && may('move') && !paused.startsOn.equals(visit.today) && (
            <PostButton visit={visit} action={familyPaths.moves(family.id, 'go-on')} text="End the pause today" />
          )}
        </Card>
      )}
      <Card title="Transitions" id="transitions" flush={transitions.length > 0}>
        {transitions.length === 0 ? <p class="govuk-body">Nothing was proposed yet.</p> : <Transitions lines={transitions} />}
      </Card>
      <History {...props} />
      {outcomes.length > 0 && <Heard outcomes={outcomes} />}
    </FamilyFrame>
  )
}

function Now({ course, isPaused, family }: MovementPageProps & { readonly isPaused: boolean }): JSX.Element {
  const [level] = course.levels
  const tier = course.tiers.find(({ endsOn }) => endsOn === null)
  return (
    <Card title="Where the family stands" id="now">
      <KeyFacts
        facts={[
          {
            label: 'Tier',
            value: tier
              ? `${tierInWords(tier.called)}, since ${dayInWords(tier.startsOn)}`
              : family.closedOn
                ? 'None: the record is closed'
                : 'None yet',
          },
          {
            label: 'Level of need',
            value: level ? `Level ${level.level}: ${level.name}, on ${dayInWords(level.assessedOn)}` : 'None that is open to you',
          },
          ...(isPaused ? [{ label: 'Paused', value: <StatusPill meaning="warning">Paused</StatusPill> }] : []),
        ]}
      />
      {level && <p class="govuk-body">{`${level.reason} (${thresholds(level)})`}</p>}
    </Card>
  )
}

/** By which thresholds a level was said. */
const thresholds = (by: { readonly document: string; readonly documentFrom: Temporal.PlainDate }): string =>
  `by ${by.document}, thresholds from ${dayInWords(by.documentFrom)}`

const span = (from: Temporal.PlainDate, until: Temporal.PlainDate | null): string =>
  until === null ? `Since ${dayInWords(from)}` : `${dayInWords(from)} to ${dayInWords(until)}`

function History({ course }: MovementPageProps): JSX.Element {
  return (
    <>
      {course.tiers.length > 0 && (
        <Card title="Tiers of this record" id="tiers" flush>
          <DataTable
            caption="Tiers of this record"
            hideCaption
            narrow="stack"
            columns={[{ heading: 'Tier' }, { heading: 'When' }, { heading: 'Why' }]}
            rows={course.tiers.map(({ called, startsOn, endsOn, because }) => ({
              cells: [tierInWords(called), span(startsOn, endsOn), because || <span class="gt-missing">Not open to you</span>],
            }))}
          />
        </Card>
      )}
      {course.levels.length > 1 && (
        <Fold title="Earlier levels of need" note={String(course.levels.length - 1)}>
          <ul class="govuk-list govuk-list--bullet">
            {course.levels.slice(1).map(({ level, name, assessedOn, reason, document, documentFrom }) => (
              <li>{`${dayInWords(assessedOn)}: level ${level}, ${name}. ${reason} (${thresholds({ document, documentFrom })})`}</li>
            ))}
          </ul>
        </Fold>
      )}
      {course.pauses.length > 0 && (
        <Card title="Pauses" id="pauses">
          <ul class="govuk-list govuk-list--bullet">
            {course.pauses.map(({ startsOn, endsOn, because }) => (
              <li>{because === '' ? span(startsOn, endsOn) : `${span(startsOn, endsOn)}: ${because}`}</li>
            ))}
          </ul>
        </Card>
      )}
      <Closings course={course} />
      {course.adults.length > 0 && (
        <Card title="After 18" id="adults" flush>
          <DataTable
            caption="Who goes on after 18"
            hideCaption
            narrow="stack"
            columns={[{ heading: 'Young person' }, { heading: 'Service' }, { heading: 'Asked' }, { heading: 'Answer' }]}
            rows={course.adults.map(({ name, service, askedOn, answer, answeredOn, answeredBy, words }) => ({
              cells: [
                name ?? '',
                service,
                dayInWords(askedOn),
                answer === null
                  ? 'None yet'
                  : `${adultWords[answer as keyof typeof adultWords]}. ${answeredBy}, ${answeredOn ? dayInWords(answeredOn) : ''}. ${words}`,
              ],
            }))}
          />
        </Card>
      )}
    </>
  )
}

function Closings({ course }: Pick<MovementPageProps, 'course'>): JSX.Element | null {
  if (course.closings.length === 0) return null
  return (
    <Card title="Closing, and coming back" id="closings" flush>
      <DataTable
        caption="Closing, and coming back"
        hideCaption
        narrow="stack"
        columns={[{ heading: 'Closed' }, { heading: 'Why' }, { heading: 'Reported as' }, { heading: 'Came back' }]}
        rows={course.closings.map(({ closedOn, reason, called, reopenedOn, reportedAs }) => ({
          cells: [
            dayInWords(closedOn),
            called || closureWords[reason as ClosureReason],
            reportedWords[reportedAs ?? 'not-reported'] ?? '',
            reopenedOn ? `${dayInWords(reopenedOn)}, as the same record` : 'No',
          ],
        }))}
      />
      {course.plans.map(({ plan, familyView, noViewBecause, at }) => (
        <Fold title="Plan of closing" note={<InstantText instant={at} />}>
          <TypedWords words={plan} />
          {familyView === '' ? (
            <p class="govuk-body">{`The family was not asked: ${noViewBecause}`}</p>
          ) : (
            <>
              <h3 class="govuk-heading-s">What the family says</h3>
              <TypedWords words={familyView} />
            </>
          )}
        </Fold>
      ))}
    </Card>
  )
}

function Heard({ outcomes }: { readonly outcomes: MovementPageProps['outcomes'] }): JSX.Element {
  return (
    <Card title="Who hears what became of it" id="heard">
      <ul class="govuk-list govuk-list--bullet">
        {outcomes.map(({ id, referrerName, heardAt, letterOn }) => (
          <li>
            <a class="govuk-link" href={familyPaths.outcome(id)}>
              {referrerName}
            </a>{' '}
            {heardAt ? (
              <>
                read it on <InstantText instant={heardAt} />
              </>
            ) : letterOn ? (
              `was given the letter on ${dayInWords(letterOn)}`
            ) : (
              'has not heard yet'
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
