import type { JSX } from 'hono/jsx/jsx-runtime'
import { Article } from '#platform/paper/html.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { MinutesSection } from '../queries/minutes.ts'
import type { MinutesPart } from '../queries/minutes-parts.ts'
import type { MinutesLink } from '../queries/minutes-view.ts'
import { hiddenMinuteWords } from '../words/part-two.ts'

type Links = ReadonlyMap<string, MinutesLink>

/** The text of minutes, each section with links to what it rests on. */
export function MinutesSections({ parts, links }: { readonly parts: readonly MinutesPart[]; readonly links: Links }): JSX.Element {
  return (
    <>
      {parts.map((part, index) =>
        part.kind === 'hidden' ? (
          <section>
            <h2 class="govuk-heading-m">{part.title}</h2>
            <p>
              <StatusPill meaning="exempt">Not for the public</StatusPill> {hiddenMinuteWords(part)}
            </p>
          </section>
        ) : (
          <ShownSection section={part.section} isSub={part.isSub} index={index} links={links} />
        ),
      )}
    </>
  )
}

function ShownSection(props: {
  readonly section: MinutesSection
  readonly isSub: boolean
  readonly index: number
  readonly links: Links
}): JSX.Element {
  const { section, isSub, index, links } = props
  const Heading = isSub ? 'h3' : 'h2'
  return (
    <section id={section.number === '' ? `section-${index + 1}` : `minute-${section.number}`}>
      <Heading class={isSub ? 'govuk-heading-s' : 'govuk-heading-m'}>
        {section.number !== '' && `${section.number} `}
        {section.heading}
      </Heading>
      {section.category !== 'public' && (
        <p>
          <StatusPill meaning="exempt">Not for the public</StatusPill>
        </p>
      )}
      <Article paper={section.tree} offset={isSub ? 3 : 2} prefix={`s${index + 1}-`} />
      <Pointers section={section} links={links} />
    </section>
  )
}

/** The way back to the record; what the reader may not see has no link. */
function Pointers({ section, links }: { readonly section: MinutesSection; readonly links: Links }): JSX.Element | null {
  const shown = section.sources.flatMap(({ kind, id }) => links.get(`${kind}/${id}`) ?? [])
  if (shown.length === 0) return null
  return (
    <p class="govuk-body-s">
      From:{' '}
      {shown.map(({ href, text }, index) => (
        <>
          {index > 0 && ', '}
          <a class="govuk-link" href={href}>
            {text}
          </a>
        </>
      ))}
    </p>
  )
}
