import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { familyPaths, settledPaths } from '../paths.ts'
import type { CaseworkTies } from '../queries/ties.ts'
import { mayIn } from '../rules/access.ts'
import type { DatedRule } from './dated-rules.tsx'
import { hubNavigation } from './hub-frame.tsx'

/** A document that was settled from a day on, with what it is called. */
export interface DatedDocument extends DatedRule {
  readonly name: string
}

/** A page of documents that hold from a day on: today's, those to come, and folded those that held before; each with its source and who set it. */
export function DatedDocuments<Document extends DatedDocument>(props: {
  readonly visit: Visit
  readonly relations: CaseworkTies['relations']
  readonly title: string
  readonly lead: string
  /** The form that sets others, shown to whoever may. */
  readonly set: { readonly text: string; readonly href: string }
  /** The latest first. */
  readonly documents: readonly Document[]
  readonly body: (document: Document) => JSX.Element
}): JSX.Element {
  const { visit, relations, title, lead, set, documents, body } = props
  const hasBegun = ({ startsOn }: Document): boolean => Temporal.PlainDate.compare(startsOn, visit.today) <= 0
  const current = documents.find(hasBegun)
  const over = documents.filter((one) => one !== current && hasBegun(one))
  return (
    <Page
      visit={visit}
      title={title}
      breadcrumbs={[
        { text: 'Families', href: familyPaths.list() },
        { text: 'What the partnership has settled', href: settledPaths.home() },
      ]}
      width="workspace"
    >
      <PageHead title={title} lead={lead} />
      {hubNavigation(visit, relations)}
      {mayIn(relations, 'settled', 'set') && (
        <a class="govuk-button" href={set.href}>
          {set.text}
        </a>
      )}
      {documents
        .filter((one) => !over.includes(one))
        .map((one) => (
          <DocumentCard document={one} when={one === current ? 'Today' : `From ${dayInWords(one.startsOn)}`} body={body} />
        ))}
      {over.length > 0 && (
        <Fold title="What held before" note={String(over.length)}>
          {over.map((one) => (
            <DocumentCard document={one} when={`From ${dayInWords(one.startsOn)}`} body={body} />
          ))}
        </Fold>
      )}
    </Page>
  )
}

function DocumentCard<Document extends DatedDocument>(props: {
  readonly document: Document
  readonly when: string
  readonly body: (document: Document) => JSX.Element
}): JSX.Element {
  const { document, when, body } = props
  const { id, name, source, startsOn, setBy, setOn } = document
  return (
    <Card title={`${when}: ${name}`} id={`document-${id}`}>
      <p class="govuk-body">
        {`Holds from ${dayInWords(startsOn)}. ${source}. ${setOn ? `Set by ${setBy}, ${dayInWords(setOn)}` : 'Brought with the product'}.`}
      </p>
      {body(document)}
    </Card>
  )
}
