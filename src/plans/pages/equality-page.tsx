import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { threadAddress } from '#platform/thread/part.ts'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { TypedWords } from '#platform/web/components/prose.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { equalityPaths } from '../paths.ts'
import type { Eqia, EqiaAction } from '../queries/equality.ts'
import { type Characteristic, type EqiaLine, eqiaTiming, lineLacks } from '../rules/equality.ts'
import { conclusionWords, eqiaLackWords, eqiaStageWords, impactMeanings, impactWords } from '../words/equality.ts'
import { sightWords } from '../words/plan.ts'
import { TimingPill } from './equality-list.tsx'
import { PlanSections } from './plan-sections.tsx'

interface Props {
  readonly visit: Visit
  readonly eqia: Eqia
  readonly board: { readonly slug: string; readonly name: string }
  /** What it assesses, and the day on which that was decided; undefined where it is neither a plan nor a decision, or one may not see it. */
  readonly subject: { readonly title: string; readonly href: string; readonly decidedOn: Temporal.PlainDate | null } | undefined
  /** Those of its day. */
  readonly characteristics: readonly Characteristic[]
  readonly lines: readonly EqiaLine[]
  readonly actions: readonly EqiaAction[]
  readonly mayChange: boolean
}

/** One equality impact assessment (P9). */
export function EqualityPage(props: Props): JSX.Element {
  const { visit, eqia, board, subject, mayChange } = props
  const isOpen = eqia.doneOn === null
  return (
    <Page
      visit={visit}
      title={eqia.title}
      breadcrumbs={[
        { text: board.name, href: `/boards/${board.slug}` },
        { text: 'Equality impact assessments', href: equalityPaths.ofBoard(board.slug) },
      ]}
      width="workspace"
      description={`Equality impact assessment of ${board.name}: ${eqia.title}.`}
    >
      <PageHead
        title={eqia.title}
        caption={eqiaStageWords[eqia.stage]}
        status={<TimingPill timing={eqiaTiming(eqia.doneOn, subject?.decidedOn ?? null)} />}
        actions={
          mayChange && isOpen ? (
            <>
              <a class="govuk-button" href={equalityPaths.step(eqia.id, 'finish')}>
                Finish it
              </a>{' '}
              <a class="govuk-button govuk-button--secondary" href={equalityPaths.step(eqia.id, 'edit')}>
                Change the details
              </a>
            </>
          ) : undefined
        }
      />
      {boardNavigation(board.slug, 'plans')}
      <PlanSections slug={board.slug} current="equality" />
      <Card
        id="about"
        title="About this assessment"
        link={{ text: 'Its golden thread', href: threadAddress('equality-assessment', eqia.id) }}
      >
        <TypedWords words={eqia.about} />
        <KeyFacts facts={factsOf(props)} />
      </Card>
      <Lines {...props} />
      <Actions {...props} />
    </Page>
  )
}

function factsOf({ eqia, subject, mayChange }: Props) {
  return [
    {
      label: 'Of what',
      value: subject && (
        <>
          <a class="govuk-link" href={subject.href}>
            {subject.title}
          </a>
          {subject.decidedOn && `, decided on ${dayInWords(subject.decidedOn)}`}
        </>
      ),
    },
    { label: 'Begun', value: dayInWords(eqia.begunOn) },
    { label: 'Finished', value: eqia.doneOn === null ? 'Not yet' : dayInWords(eqia.doneOn) },
    ...(eqia.conclusion === null ? [] : [{ label: 'What follows', value: `${conclusionWords[eqia.conclusion]}. ${eqia.why}` }]),
    ...(mayChange ? [{ label: 'Who may know of it', value: sightWords[eqia.sight] }] : []),
  ]
}

function Lines({ eqia, characteristics, lines, mayChange }: Props): JSX.Element {
  const isEdited = mayChange && eqia.doneOn === null
  return (
    <Card id="characteristics" title="Characteristics" flush>
      <DataTable
        caption="What it would mean for people with each characteristic"
        hideCaption
        narrow="stack"
        columns={[
          { heading: 'Characteristic' },
          { heading: 'Impact' },
          { heading: 'Evidence' },
          { heading: 'What is done about it' },
          { heading: 'Who, and looked at again' },
        ]}
        rows={characteristics.map(({ code, name, source }) => {
          const line = lines.find(({ characteristic }) => characteristic === code)
          const lacks = lineLacks(eqia.stage, line)
          return {
            cells: [
              <>
                {isEdited ? (
                  <a class="govuk-link" href={equalityPaths.line(eqia.id, code)}>
                    {name}
                  </a>
                ) : (
                  name
                )}
                <br />
                <span class="gt-quiet">{source}</span>
              </>,
              line ? (
                <StatusPill meaning={impactMeanings[line.impact]}>{impactWords[line.impact]}</StatusPill>
              ) : (
                <span class="gt-missing">Nothing said yet</span>
              ),
              line?.evidence ?? '',
              line?.mitigation ?? '',
              <>
                {[line?.ownerName, line?.reviewOn && dayInWords(line.reviewOn)].filter((part) => part).join(', ')}
                {line && lacks.length > 0 && (
                  <span class="gt-missing"> Missing: {lacks.map((lack) => eqiaLackWords[lack]).join(', ')}</span>
                )}
              </>,
            ],
          }
        })}
      />
    </Card>
  )
}

function Actions({ visit, eqia, actions, mayChange }: Props): JSX.Element {
  return (
    <Card
      id="actions"
      title="What is improved"
      link={mayChange ? { text: 'Add something to be improved', href: equalityPaths.step(eqia.id, 'improve') } : undefined}
    >
      {actions.length === 0 ? (
        <p class="gt-missing">Nothing is named yet</p>
      ) : (
        <ul class="govuk-list gt-rows">
          {actions.map(({ id, text, ownerName, dueOn, doneOn }) => (
            <li>
              <div>
                {text}
                <br />
                <span class="govuk-hint">
                  {ownerName === '' ? 'Nobody named' : ownerName}
                  {dueOn && `, by ${dayInWords(dueOn)}`}
                </span>
                {mayChange && doneOn === null && (
                  <PostButton visit={visit} action={equalityPaths.done(eqia.id, id)} text="It is done" about={text} look="link" />
                )}
              </div>
              {doneOn === null ? (
                <StatusPill meaning={dueOn && Temporal.PlainDate.compare(dueOn, visit.today) < 0 ? 'bad' : 'information'}>
                  {dueOn && Temporal.PlainDate.compare(dueOn, visit.today) < 0 ? 'Overdue' : 'Open'}
                </StatusPill>
              ) : (
                <StatusPill meaning="good">{`Done ${dayInWords(doneOn)}`}</StatusPill>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
