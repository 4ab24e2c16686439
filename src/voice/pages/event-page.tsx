import type { JSX } from 'hono/jsx/jsx-runtime'
import { threadAddress } from '#platform/thread/part.ts'
import { weekdayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { TypedWords } from '#platform/web/components/prose.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import { voicePaths } from '../paths.ts'
import type { VoiceEvent } from '../queries/events.ts'
import { cameInWords, sightWords, whoseInWords } from '../words/voice.ts'
import { AnswersCard, AttachmentsCard, type SourceParts, ViewsCard } from './source-parts.tsx'

interface Props extends SourceParts {
  readonly event: VoiceEvent
  readonly board: { readonly slug: string; readonly name: string }
  /** Name of the organisation that held it; undefined where none is recorded. */
  readonly organisation: string | undefined
  readonly fewest: number
}

/** One event: when and where, who was heard, what they said, what was done about it (S3). */
export function EventPage(props: Props): JSX.Element {
  const { visit, event, board, mayKeep } = props
  const { word, meaning } = sightWords[event.sight]
  return (
    <Page
      visit={visit}
      title={event.title}
      breadcrumbs={[
        { text: board.name, href: `/boards/${board.slug}` },
        { text: 'Voices', href: voicePaths.ofBoard(board.slug) },
      ]}
      width="workspace"
      description={`${event.title}: what people said, and what was done about it.`}
    >
      <PageHead
        title={event.title}
        caption="Views of children, families and staff"
        status={event.sight === 'public' ? undefined : <StatusPill meaning={meaning}>{word}</StatusPill>}
        actions={
          mayKeep ? (
            <>
              {event.sight !== 'public' && (
                <a class="govuk-button" href={voicePaths.eventStep(event.id, 'show')}>
                  Show it
                </a>
              )}{' '}
              <a class="govuk-button govuk-button--secondary" href={voicePaths.eventStep(event.id, 'edit')}>
                Change
              </a>
            </>
          ) : undefined
        }
      />
      <Card id="about" title="About this event" link={{ text: 'Its golden thread', href: threadAddress('event', event.id) }}>
        {event.summary !== '' && <TypedWords words={event.summary} />}
        <KeyFacts facts={factsOf(props)} />
      </Card>
      <ViewsCard {...props} />
      <AnswersCard {...props} addHref={props.add.answer} />
      <AttachmentsCard {...props} />
    </Page>
  )
}

function factsOf({ event, board, organisation, fewest }: Props) {
  const heldBy = [organisation, event.heldBy].filter((words) => words !== undefined && words !== '').join(', ')
  return [
    { label: 'Held on', value: weekdayInWords(event.heldOn) },
    { label: 'Where', value: event.place === '' ? undefined : event.place },
    { label: 'Held by', value: heldBy === '' ? board.name : heldBy },
    { label: 'Who was heard', value: whoseInWords(event.whose) },
    { label: 'Ages', value: event.ages ?? undefined },
    { label: 'How many came', value: cameInWords(event.cameKnown, event.cameShown, fewest) },
    ...(event.came === null ? [] : [{ label: 'Counted, for the board alone', value: String(event.came) }]),
  ]
}
