import type { JSX } from 'hono/jsx/jsx-runtime'
import { DateText } from '#platform/web/components/date-text.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { Pager } from '#platform/web/components/pager.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { publicPaths } from '../paths.ts'
import { type FoundLine, type FoundPage, mostRanked } from '../queries/search.ts'
import { type Asked, foundKinds, searchQuery } from '../rules/asked-words.ts'
import { foundKindInWords, foundKindsInWords, resultsInWords } from '../words/search.ts'

const address = (asked: Asked): string => `${publicPaths.search}?${searchQuery(asked)}`

/** What a search found: how much of each kind, then the results of a page. */
export function FoundResults({ asked, found }: { readonly asked: Asked; readonly found: FoundPage }): JSX.Element {
  if (found.kinds.size === 0) return <Nothing asked={asked} found={found} />
  const { lines, total, pages, byBeginnings } = found
  return (
    <section aria-labelledby="results">
      <h2 class="govuk-heading-m" id="results">
        {resultsInWords(total)} for ‘{asked.words}’
      </h2>
      {byBeginnings && <p class="govuk-body">Nothing has exactly these words. These have words that begin with them.</p>}
      <Kinds asked={asked} found={found} />
      {lines.length > 0 ? (
        <ul class="gt-list gt-found">
          {lines.map((line) => (
            <li>
              <Line line={line} />
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState
          title="Nothing of this kind, or no such page of results"
          text="Look at everything that has these words."
          action={{ text: 'All kinds', href: address({ ...asked, kind: undefined, page: 1 }) }}
        />
      )}
      {asked.order === 'relevance' && total > mostRanked && (
        <p class="govuk-body">
          The {mostRanked} most fitting are listed. Narrow the search down, or{' '}
          <a class="govuk-link" href={address({ ...asked, order: 'newest', page: 1 })}>
            list the newest first
          </a>
          .
        </p>
      )}
      <Mails asked={asked} />
      <Pager page={asked.page} pages={pages} hrefOf={(page) => address({ ...asked, page })} label="Results" />
    </section>
  )
}

function Mails({ asked }: { readonly asked: Asked }): JSX.Element {
  const search = searchQuery({ ...asked, order: 'relevance', page: 1 })
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={publicPaths.follow({ search })}>
        Get a mail when something new has these words
      </a>
    </p>
  )
}

function Kinds({ asked, found }: { readonly asked: Asked; readonly found: FoundPage }): JSX.Element | null {
  if (found.kinds.size < 2 && asked.kind === undefined) return null
  const all = [...found.kinds.values()].reduce((sum, many) => sum + many, 0)
  const entries = [
    { kind: undefined, text: 'Everything', many: all },
    ...foundKinds.flatMap((kind) => {
      const many = found.kinds.get(kind)
      return many === undefined ? [] : [{ kind, text: foundKindsInWords(kind), many }]
    }),
  ]
  return (
    <nav aria-label="Kinds of results">
      <ul class="gt-found-kinds">
        {entries.map(({ kind, text, many }) => (
          <li>
            {kind === asked.kind ? (
              <span aria-current="true">{text}</span>
            ) : (
              <a class="govuk-link" href={address({ ...asked, kind, page: 1 })}>
                {text}
              </a>
            )}{' '}
            <span class="gt-muted">{many.toLocaleString('en-GB')}</span>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Line({ line }: { readonly line: FoundLine }): JSX.Element {
  const { kind, title, href, where, day, isOpen, excerpt } = line
  return (
    <>
      <a class="govuk-link" href={href}>
        {title}
      </a>
      <p class="gt-found__where">
        {foundKindInWords(kind)}
        {where && `, ${where}`}
        {day && kind !== 'meeting' && (
          <>
            , <DateText day={day} weekday={false} />
          </>
        )}
      </p>
      {!isOpen && <StatusPill meaning="exempt">Not public</StatusPill>}
      {excerpt.length > 0 && <p>{excerpt.map(({ text, matched }) => (matched ? <mark>{text}</mark> : text))}</p>}
    </>
  )
}

function Nothing({ asked, found }: { readonly asked: Asked; readonly found: FoundPage }): JSX.Element {
  const isNarrowed = [asked.kind, asked.board, asked.from, asked.to].some((filter) => filter !== undefined)
  return (
    <>
      <EmptyState
        title={`Nothing found for ‘${asked.words}’`}
        text={
          isNarrowed
            ? 'Your filters may leave it out.'
            : 'Try fewer words, or another word for the same. Very common words, such as ‘the’ and ‘of’, are not searched for.'
        }
        action={
          isNarrowed
            ? {
                text: 'Search everything',
                href: address({ ...asked, kind: undefined, board: undefined, from: undefined, to: undefined, page: 1 }),
              }
            : { text: 'All boards', href: '/boards' }
        }
      />
      {found.alike.length > 0 && (
        <>
          <h2 class="govuk-heading-s">Did you mean one of these?</h2>
          <ul class="gt-list">
            {found.alike.map(({ title, href }) => (
              <li>
                <a class="govuk-link" href={href}>
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <Mails asked={asked} />
    </>
  )
}
