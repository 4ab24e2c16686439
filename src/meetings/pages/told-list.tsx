import type { JSX } from 'hono/jsx/jsx-runtime'
import { instantInWords } from '#platform/time/words.ts'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { readingPaths } from '../paths.ts'
import type { ToldOne } from '../queries/told.ts'
import { occasionWords } from '../words/occasions.ts'
import { toldDetail, toldState } from '../words/told.ts'

/** Who was told, and what became of each mail. */
export interface ToldListProps {
  readonly visit: Visit
  readonly slug: string
  readonly meeting: string
  readonly told: readonly ToldOne[]
}

/** So many lines stand open at once; more of them fold, with their number. */
const mostOpen = 12

/** The evidence of despatch, for a flush card: what came back stands first, with what to do; below it each telling, with whoever was told then. */
export function ToldList(props: ToldListProps): JSX.Element {
  const returned = props.told.filter(isReturned)
  const rest = Map.groupBy(
    props.told.filter((one) => !isReturned(one)),
    tellingInWords,
  )
  return (
    <>
      {returned.length > 0 && (
        <Fold title={`Came back: ${returned.length}`} note={<StatusPill meaning="bad">To do</StatusPill>} open>
          <ToldTable {...props} told={returned} caption="Mails that came back" withTelling />
        </Fold>
      )}
      {[...rest].map(([telling, told]) => (
        <Fold title={`${telling}: ${told.length} told`} open={told.length <= mostOpen}>
          <ToldTable {...props} told={told} caption={telling} />
        </Fold>
      ))}
    </>
  )
}

/** Of what, when and by which list somebody was told: 'Meeting announced, 3 November 2026 at 10am, members and officers'. */
function tellingInWords({ occasion, at, lists }: ToldOne): string {
  const by = lists.join(', ') || 'members and officers'
  return [occasionWords[occasion], instantInWords(at), by].filter((part) => part !== '').join(', ')
}

interface ToldTableProps extends ToldListProps {
  readonly caption: string
  /** Whether each line says of what, when and by which list. */
  readonly withTelling?: boolean
}

function ToldTable({ visit, slug, meeting, told, caption, withTelling = false }: ToldTableProps): JSX.Element {
  const columns = ['Name', ...(withTelling ? ['Told of'] : []), 'What became of it', 'What to do']
  return (
    <DataTable
      caption={caption}
      hideCaption
      columns={columns.map((heading) => ({ heading }))}
      rows={told.map((one) => ({
        id: `told-${one.id}`,
        cells: [
          <>
            {one.name}
            <br />
            <span class="gt-quiet">{one.email || 'No address'}</span>
          </>,
          ...(withTelling ? [tellingInWords(one)] : []),
          <Outcome told={one} />,
          <NextStep visit={visit} slug={slug} meeting={meeting} told={one} />,
        ],
      }))}
      narrow="stack"
    />
  )
}

/** Came back, and nobody has dealt with it. */
export function isReturned({ way, state, isRepeated }: ToldOne): boolean {
  return way === 'email' && !isRepeated && (state === 'bounced' || state === 'refused')
}

function Outcome({ told }: { readonly told: ToldOne }): JSX.Element {
  const { word, meaning } = toldState(told)
  const detail = toldDetail(told)
  return (
    <>
      <StatusPill meaning={meaning}>{word}</StatusPill>
      {told.hasCalendar && told.way === 'email' && <span class="gt-quiet"> with a calendar entry</span>}
      {detail !== '' && <p class="gt-quiet">{detail}</p>}
    </>
  )
}

/** What to do about a mail that did not get through. */
function NextStep(props: { readonly visit: Visit; readonly slug: string; readonly meeting: string; readonly told: ToldOne }): JSX.Element {
  const { visit, slug, meeting, told } = props
  const open = told.way === 'email' && !told.isRepeated && ['bounced', 'refused', 'delayed', 'kept'].includes(told.state)
  if (!open) return <span class="gt-quiet">Nothing</span>
  const correct = told.person === undefined ? readingPaths.list(slug, told.list ?? '') : `/people/${told.person}/change`
  return (
    <>
      {isReturned(told) && (
        <p>
          <a class="govuk-link" href={correct}>
            Correct the address<span class="govuk-visually-hidden"> of {told.name}</span>
          </a>
        </p>
      )}
      <PostButton
        visit={visit}
        action={readingPaths.toldStep(meeting, told.id, 'again')}
        text="Send again"
        about={told.name}
        look={isReturned(told) ? 'secondary' : 'link'}
      />
      {isReturned(told) && (
        <PostButton
          visit={visit}
          action={readingPaths.toldStep(meeting, told.id, 'posted')}
          text="I printed and posted it"
          about={told.name}
        />
      )}
    </>
  )
}
