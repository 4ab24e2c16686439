import type { JSX } from 'hono/jsx/jsx-runtime'
import { threadAddress } from '#platform/thread/part.ts'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import { voicePaths } from '../paths.ts'
import type { Exercise, Response } from '../queries/said.ts'
import { countResponses, type PublishedLine, responseRate } from '../rules/published-numbers.ts'
import { channelWords, toldInWords, whoseInWords } from '../words/voice.ts'
import { AnswersCard, AttachmentsCard, type SourceParts, ViewsCard } from './source-parts.tsx'

interface Props extends SourceParts {
  readonly board: { readonly slug: string; readonly name: string }
  readonly asked: { readonly id: string; readonly title: string; readonly isOver: boolean }
  readonly consultationHref: string
  /** Undefined where nothing came in that one may know of. */
  readonly exercise: Exercise | undefined
  readonly lines: readonly PublishedLine[]
  /** For the board alone. */
  readonly responses: readonly Response[]
  readonly fewest: number
}

/** What people said to a consultation: how many responded, each group apart, the themes, their words, and what was done (S3). */
export function SaidPage(props: Props): JSX.Element {
  const { visit, board, asked, exercise, mayKeep, responses } = props
  const isPublished = exercise?.publishedAt != null
  const at = (step: 'about' | 'responses' | 'publish'): string => voicePaths.saidStep(board.slug, asked.id, step)
  return (
    <Page
      visit={visit}
      title={`What people said: ${asked.title}`}
      breadcrumbs={[
        { text: board.name, href: `/boards/${board.slug}` },
        { text: 'Voices', href: voicePaths.ofBoard(board.slug) },
        { text: asked.title, href: props.consultationHref },
      ]}
      width="workspace"
      description={`What people said to the consultation ‘${asked.title}’ of ${board.name}, and what was done about it.`}
    >
      <PageHead
        title="What people said"
        caption={asked.title}
        status={exercise && !isPublished ? <StatusPill meaning="draft">For the board</StatusPill> : undefined}
        actions={
          mayKeep && !isPublished ? (
            <>
              <a class="govuk-button" href={at('responses')}>
                Enter a response
              </a>{' '}
              <a class="govuk-button govuk-button--secondary" href={at('about')}>
                Say who was asked
              </a>{' '}
              {asked.isOver && responses.length > 0 && (
                <a class="govuk-button govuk-button--secondary" href={at('publish')}>
                  Publish what came in
                </a>
              )}
            </>
          ) : undefined
        }
      />
      {!isPublished && (
        <EmptyState
          title="Not published yet"
          text={
            asked.isOver
              ? 'What came in is published here once it has been read and checked.'
              : 'The consultation is still open. What came in is published here once it is closed.'
          }
          action={{ text: 'What is asked, and how to answer', href: props.consultationHref }}
        />
      )}
      {exercise && <Numbers {...props} exercise={exercise} />}
      {exercise && <ViewsCard {...props} />}
      {exercise && <AnswersCard {...props} addHref={props.add.answer} />}
      {exercise && <AttachmentsCard {...props} />}
      {responses.length > 0 && <Responses {...props} />}
    </Page>
  )
}

function Numbers(props: Props & { readonly exercise: Exercise }): JSX.Element {
  const { asked, exercise, lines, themes, fewest, responses } = props
  const isPublished = exercise.publishedAt !== null
  const individual = lines.find(({ kind }) => kind === 'individual')
  const groups = lines.filter(({ kind }) => kind === 'group')
  const rate = groups.length === 0 ? responseRate(individual?.n ?? null, exercise.invited) : undefined
  const told = lines.filter(({ kind }) => kind === 'theme' || kind === 'merged')
  return (
    <Card id="numbers" title="What came in" link={{ text: 'Its golden thread', href: threadAddress('consultation', asked.id) }}>
      <KeyFacts
        facts={[
          { label: 'Who was asked', value: whoseInWords(exercise.whose) },
          ...(isPublished && individual
            ? [{ label: 'Individual responses', value: toldInWords(individual.n, individual.told, fewest) }]
            : [{ label: 'Responses so far', value: String(countResponses(responses)) }]),
          ...(groups.length === 0 ? [] : [{ label: 'Responses of groups', value: `${groups.length}, listed below` }]),
          {
            label: 'Invited',
            value:
              exercise.invited === null ? 'Open to everybody, so that there is no rate' : `${exercise.invited} (${exercise.invitedSource})`,
          },
          ...(rate === undefined ? [] : [{ label: 'Response rate', value: `${rate}%: ${individual?.n} of ${exercise.invited} invited` }]),
        ]}
      />
      {told.length > 0 && (
        <DataTable
          caption="Themes, and how many responses named them"
          columns={[{ heading: 'Theme' }, { heading: 'Responses', numeric: true }]}
          rows={told.map((line) => ({
            cells: [
              line.kind === 'merged'
                ? 'Other themes, each named too seldom to be told alone'
                : (themes.find(({ id }) => id === line.theme)?.name ?? ''),
              toldInWords(line.n, line.told, fewest),
            ],
          }))}
        />
      )}
      {isPublished && <Notes lines={lines} fewest={fewest} />}
      {groups.length > 0 && (
        <DataTable
          caption="Responses of groups, each one response"
          columns={[{ heading: 'Group' }, { heading: 'Size, as the group states it', numeric: true }]}
          rows={groups.map(({ label, n, told: how }) => ({ cells: [label, toldInWords(n, how, fewest)] }))}
        />
      )}
    </Card>
  )
}

function Notes({ lines, fewest }: { readonly lines: readonly PublishedLine[]; readonly fewest: number }): JSX.Element {
  return (
    <p class="gt-quiet">
      A response can name several themes, so theme counts do not sum to responses. A group’s response counts once.{' '}
      {lines.some(({ kind }) => kind === 'hidden')
        ? `Themes that fewer than ${fewest} responses named are not shown, so that nobody can be known by them.`
        : `Numbers below ${fewest} are not shown, so that nobody can be known by them.`}
    </p>
  )
}

function Responses({ visit, board, asked, exercise, responses, themes, mayKeep }: Props): JSX.Element {
  const mayDrop = mayKeep && exercise?.publishedAt === null
  return (
    <Card id="responses" title="Responses, for the board alone" flush>
      <DataTable
        caption="Responses, the latest first"
        hideCaption
        narrow="stack"
        rowHeadings={false}
        columns={[
          ...[{ heading: 'Received' }, { heading: 'From' }, { heading: 'How it came' }, { heading: 'Themes' }],
          ...(mayDrop ? [{ heading: 'Take away', hiddenHeading: true }] : []),
        ]}
        rows={responses.map((response) => ({
          cells: [
            dayInWords(response.receivedOn),
            response.kind === 'group'
              ? `${response.groupName}, a group of ${response.groupSize}`
              : response.alike === 1
                ? 'One person'
                : `${response.alike} people, alike`,
            channelWords[response.channel],
            response.themes.map((id) => themes.find((theme) => theme.id === id)?.name ?? '').join(', ') || 'None',
            ...(mayDrop
              ? [
                  <PostButton
                    visit={visit}
                    action={voicePaths.dropResponse(board.slug, asked.id, response.id)}
                    text="Take away"
                    about={`the response of ${dayInWords(response.receivedOn)}`}
                    look="link"
                  />,
                ]
              : []),
          ],
        }))}
      />
    </Card>
  )
}
