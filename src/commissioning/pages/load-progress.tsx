import type { JSX } from 'hono/jsx/jsx-runtime'
import { instantInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { InsetText } from '#platform/web/govuk/components.tsx'
import type { Visit } from '#platform/web/visit.ts'
import type { WatchedLoad } from '../queries/file-loads.ts'
import { problemWords } from '../words/problems.ts'

/** How far the loading of a file is, with the button that stops it. The page comes again by itself until whoever reads it says otherwise. */
export function LoadProgress(props: {
  readonly visit: Visit
  readonly load: WatchedLoad
  /** Where the load is stopped. */
  readonly stop: string
  /** Whether the page stays as it is until it is asked for again. */
  readonly isStill: boolean
}): JSX.Element {
  const { visit, load, stop, isStill } = props
  const isStopping = load.state === 'stopping'
  return (
    <Card title={isStopping ? 'Being stopped' : 'Being loaded'} id="progress">
      <p class="govuk-body" role="status">
        {isStopping ? `Stopped${byWhom(load)}. What was written is taken back. Nothing of the file will stand.` : howFar(load)}
      </p>
      {!isStopping && (
        <progress
          class="gt-progress"
          aria-label="How far it is"
          max={load.total ?? 1}
          value={load.total === null ? undefined : load.done}
        />
      )}
      <p class="govuk-body">
        {isStill ? 'This page stays as it is. ' : 'This page comes again by itself every few seconds; you can also leave it. '}
        <a class="govuk-link" href={isStill ? visit.path : `${visit.path}?still=yes`}>
          {isStill ? 'Let it come again by itself' : 'Keep it as it is'}
        </a>
      </p>
      {isStill && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${visit.path}?still=yes`}>
            Look again now
          </a>
        </p>
      )}
      {!isStopping && <PostButton visit={visit} action={stop} text="Stop loading" look="warning" />}
    </Card>
  )
}

/** How far a load is, in a sentence. */
export function howFar({ total, done }: Pick<WatchedLoad, 'total' | 'done'>): string {
  if (total === null) return 'The file is read, and held against what is recorded.'
  const words = `${done.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')} things of it are written.`
  return `${words} Until it is done nobody sees any of it, and if it is stopped nothing of it stands.`
}

/** What became of the last load of a file of which nothing stands; nothing where it was loaded, or never begun. */
export function LastLoad({ load }: { readonly load: WatchedLoad | undefined }): JSX.Element | null {
  const words = load && endedWords(load)
  return words ? <InsetText text={words} /> : null
}

/** Who stopped it, and when; '' where nobody did. */
function byWhom({ stopper, stoppedAt }: WatchedLoad): string {
  return `${stopper === '' ? '' : ` by ${stopper}`}${stoppedAt === undefined ? '' : `, ${instantInWords(stoppedAt)}`}`
}

function endedWords(load: WatchedLoad): string | undefined {
  const { state, problem, done, total } = load
  const far = total === null || done === 0 ? '' : ` after ${done.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')} things`
  switch (state) {
    case 'stopped':
      return `Loading was stopped${byWhom(load)}${far === '' ? '' : `,${far}`}. Nothing of this file stands; it can be loaded again.`
    case 'broken-off':
      return `Loading was broken off${far}, because the service stopped. Nothing of this file stands; load it again.`
    case 'failed':
      return 'Loading went wrong, and the fault was written down. Nothing of this file stands; load it again, and if it fails again tell whoever runs the service.'
    case 'refused':
      return `The last time it was not loaded: ${problemWords({ field: '', code: problem }) ?? 'something of it breaks a rule of the record'}. Nothing of this file stands.`
    default:
      return undefined
  }
}
